package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vigie.assess.RateTable.By;
import org.vigie.geo.Area;
import org.vigie.geo.Areas;
import org.vigie.geo.BadInput;
import org.vigie.record.Filter;
import org.vigie.record.Known;

class RateTableTest {

    private static final Known MALI =
            new Known(
                    Areas.of(
                            List.of(
                                    area("SC", "Sector Centre", "sector"),
                                    area("SW", "Sector West", "sector"),
                                    area("ML05", "Mopti", "1"),
                                    area("ML04", "Ségou", "1"),
                                    area("ML06", "Tombouctou", "1", "Timbuktu"),
                                    area("ML01", "Kayes", "1"))),
                    Map.of("SC", List.of("ML05", "ML04"), "SW", List.of("ML06")),
                    List.of());

    private static final Story STORY =
            Story.of(
                    "2020-02-13T18:00:00Z report call-1 Ogossagou/Mopti phone critical",
                    "2020-02-13T18:20:00Z report call-2 Ogossagou/Mopti hotline critical",
                    "2020-02-13T18:30:00Z alert one Ogossagou/Mopti critical call-1 call-2",
                    "2020-02-13T19:00:00Z order patrol one force physical",
                    "2020-02-14T05:00:00Z incident attack Ogossagou/Mopti one-sided",
                    "2020-02-14T08:00:00Z response patrol on-scene",
                    "2020-02-14T09:00:00Z link one attack",
                    "2020-02-20T10:00:00Z report call-3 Ke-Massina/Ségou hotline high",
                    "2020-02-20T10:30:00Z alert two Ke-Massina/Ségou high call-3",
                    "2020-02-20T11:00:00Z order flight two force physical",
                    "2020-02-20T12:00:00Z response flight not-possible host-refused",
                    "2020-03-02T10:30:00Z alert three Ber/Timbuktu high",
                    "2020-03-02T11:00:00Z order talks three civil-affairs dialogue",
                    "2020-03-02T12:00:00Z order guns three force physical",
                    "2020-03-02T15:00:00Z response guns not-possible caveat",
                    "2020-03-03T10:00:00Z report call-4 Diema/Kayes sms low",
                    "2020-03-04T10:00:00Z report call-5 Nowhere sms low");

    private static Area area(String code, String name, String level, String... aliases) {
        return new Area(code, name, level, null, List.of(aliases), null);
    }

    private static RateTable by(By by) {
        return RateTable.of(STORY.picture(), Filter.ALL, by, MALI);
    }

    /// `Sector Centre 3 2 0 1 0`: the key with each of its figures.
    private static List<String> lines(RateTable.Panel panel) {
        return panel.lines().stream().map(RateTableTest::words).toList();
    }

    private static String words(RateTable.Line line) {
        return line.key()
                + line.figures().stream()
                        .map(figure -> " " + figure.n())
                        .collect(Collectors.joining());
    }

    @Test
    void by_reason_each_row_counts_the_responses_that_gave_it() {
        var panel = by(By.REASON).panels().getFirst();
        assertEquals(List.of("caveat 1 0", "host-refused 1 0"), lines(panel));
        assertEquals("all 2 0", words(panel.total()));
        assertEquals(
                List.of(Story.id("guns")), panel.lines().getFirst().figures().getFirst().ids());
    }

    @Test
    void by_reason_what_the_rows_are_taken_of_and_what_is_in_none_stands_beside() {
        assertEquals(
                List.of(
                        "responses.ordered 4",
                        "responses.arrived 1",
                        "responses.running 1",
                        "warnings.neverOrdered 2"),
                by(By.REASON).outside().stream()
                        .map(figure -> figure.measure().code() + " " + figure.n())
                        .toList());
    }

    @Test
    void by_component_each_row_says_what_was_ordered_came_could_not_and_is_on_its_way() {
        var panel = by(By.COMPONENT).panels().getFirst();
        assertEquals(List.of("civil-affairs 1 0 0 1", "force 3 1 2 0"), lines(panel));
        assertEquals("all 4 1 2 1", words(panel.total()));
    }

    @Test
    void by_tier_dialogue_stands_beside_what_is_physical() {
        assertEquals(
                List.of("dialogue 1 0 0 1", "physical 3 1 2 0"),
                lines(by(By.TIER).panels().getFirst()));
    }

    @Test
    void by_lane_an_alert_without_a_report_came_in_by_none() {
        var table = by(By.LANE);
        assertEquals(
                List.of("hotline 2 2 1", "phone 1 1 1", "sms 2 0 0"),
                lines(table.panels().getFirst()));
        assertEquals(1, table.outside().getFirst().n());
    }

    @Test
    void by_sector_what_its_areas_have_is_its_own_and_what_no_sector_lists_is_unknown() {
        var table = by(By.SECTOR);
        assertEquals(
                List.of(
                        "Sector Centre 3 2 0 2 1 0",
                        "Sector West 1 0 0 0 0 1",
                        "unknown 2 0 0 0 0 2"),
                lines(table.panels().getFirst()));
        assertEquals(
                List.of("Sector Centre 1 1 1 0 0", "Sector West 0 0 0 0 0", "unknown 0 0 0 0 0"),
                lines(table.panels().get(1)));
        assertFalse(table.withoutSectors());
    }

    @Test
    void a_mission_without_sectors_gets_its_areas_and_is_told() {
        var table = RateTable.of(STORY.picture(), Filter.ALL, By.SECTOR, Known.NONE);
        assertTrue(table.withoutSectors());
        assertEquals(By.AREA, table.by());
        assertEquals(
                List.of("Kayes", "Mopti", "Ségou", "Timbuktu", "unknown"),
                table.panels().getFirst().lines().stream().map(RateTable.Line::key).toList());
    }

    @Test
    void two_spellings_of_an_area_are_one_row_under_the_name_of_the_pack() {
        var two =
                Story.of(
                        "2020-03-02T10:00:00Z report a Ber/Timbuktu phone low",
                        "2020-03-02T11:00:00Z report b Ber/Tombouctou phone low");
        assertEquals(
                List.of("Tombouctou 2 0 0 0 0 2"),
                lines(RateTable.of(two.picture(), Filter.ALL, By.AREA, MALI).panels().getFirst()));
    }

    @Test
    void a_sector_that_lists_a_cercle_beats_the_one_that_lists_its_region() {
        var known =
                new Known(
                        Areas.of(
                                List.of(
                                        area("SC", "Sector Centre", "sector"),
                                        area("SW", "Sector West", "sector"),
                                        area("ML04", "Ségou", "1"),
                                        new Area("ML0404", "Niono", "2", "ML04", List.of(), null))),
                        Map.of("SC", List.of("ML04"), "SW", List.of("ML0404")),
                        List.of());
        var niono =
                new org.vigie.record.Site(
                        "Niono",
                        null,
                        org.vigie.geo.PlacePrecision.UNKNOWN,
                        null,
                        "Ségou",
                        "Niono",
                        null);
        assertEquals("Sector West", known.findSector(niono).orElseThrow());
    }

    @Test
    void a_row_of_a_few_says_so() {
        assertTrue(by(By.LANE).panels().getFirst().lines().getFirst().few());
    }

    @Test
    void what_the_rate_cannot_be_split_by_is_refused_with_what_it_can() {
        var refusal = assertThrows(BadInput.class, () -> By.ofCode("actor"));
        assertEquals(
                "one of reason, sector, area, component, tier, lane, month, alleged",
                refusal.allowed());
    }

    @Property(tries = 60)
    void rows_add_up_to_the_whole_and_none_counts_a_thing_twice(
            @ForAll("stories") List<String> lines, @ForAll By by) {
        var table = RateTable.of(Story.of(lines).picture(), Filter.ALL, by, MALI);
        for (var panel : table.panels()) {
            var counted =
                    panel.about() == RateTable.About.REASONS ? 1 : panel.total().figures().size();
            for (int i = 0; i < counted; i++) {
                var ids = new ArrayList<UUID>();
                for (var line : panel.lines()) {
                    ids.addAll(line.figures().get(i).ids());
                }
                assertEquals(
                        new LinkedHashSet<>(panel.total().figures().get(i).ids()),
                        new LinkedHashSet<>(ids));
                assertEquals(panel.total().figures().get(i).n(), ids.size());
            }
        }
    }

    @Property(tries = 60)
    void every_total_is_a_figure_of_the_rate(@ForAll("stories") List<String> lines) {
        var picture = Story.of(lines).picture();
        var rate = ResponseRate.of(picture);
        var area = RateTable.of(picture, Filter.ALL, By.AREA, MALI);
        assertEquals(rate.warnings().rate(), area.panels().get(0).total().share());
        assertEquals(rate.attacks().rate(), area.panels().get(1).total().share());
        var lane = RateTable.of(picture, Filter.ALL, By.LANE, MALI);
        var total = lane.panels().getFirst().total().share();
        assertEquals(
                rate.warnings().received().n(), total.whole().n() + lane.outside().getFirst().n());
        assertTrue(total.part().n() <= rate.warnings().answered().n());
    }

    @Property(tries = 60)
    void the_funnel_begins_with_all_ends_with_the_answered_and_holds_no_stranger(
            @ForAll("stories") List<String> lines) {
        var rate = ResponseRate.of(Story.of(lines).picture());
        var stages = rate.funnel().stages();
        assertEquals(rate.warnings().received(), stages.getFirst());
        assertEquals(rate.warnings().answered(), stages.getLast());
        for (var stage : stages.subList(1, stages.size())) {
            assertTrue(stages.getFirst().ids().containsAll(stage.ids()), stage.toString());
            assertTrue(stages.get(1).ids().containsAll(stage.ids()), stage.toString());
        }
        assertEquals(
                rate.warnings().received().n() - rate.warnings().neverOrdered().n(),
                stages.get(4).n());
    }

    @Test
    void a_leg_is_measured_on_alerts_that_took_both_steps_and_the_other_way_round_apart() {
        var story =
                Story.of(
                        "2020-02-13T18:00:00Z report call-1 Ogossagou/Mopti phone critical",
                        "2020-02-13T18:05:00Z alert one Ogossagou/Mopti critical call-1",
                        "2020-02-13T18:10:00Z step one acknowledged",
                        "2020-02-13T18:40:00Z step one assessed",
                        "2020-02-13T18:30:00Z order patrol one force physical",
                        "2020-02-13T19:30:00Z response patrol moving",
                        "2020-02-20T10:00:00Z alert two Koro/Mopti high",
                        "2020-02-20T10:20:00Z step two acknowledged");
        assertEquals(
                List.of(
                        "acknowledge n 2 median 15 round 0",
                        "assess n 1 median 30 round 0",
                        "task n 0 median null round 1",
                        "move n 1 median 60 round 0",
                        "arrive n 0 median null round 0"),
                ResponseRate.of(story.picture()).funnel().legs().stream()
                        .map(leg ->
                                leg.to().code()
                                        + " n "
                                        + leg.times().n()
                                        + " median "
                                        + leg.times().medianMinutes()
                                        + " round "
                                        + leg.times().beforeWarning().size())
                        .toList());
    }

    /// Up to eight warnings, each with or without a report, an order, an end and an attack.
    @Provide
    Arbitrary<List<String>> stories() {
        var one =
                Combinators.combine(
                                Arbitraries.of("phone", "sms", "hotline"),
                                Arbitraries.of("Ogossagou/Mopti", "Ber/Timbuktu", "X/Ségou", "Y"),
                                Arbitraries.integers().between(0, 5),
                                Arbitraries.of(
                                        "on-scene",
                                        "done",
                                        "moving",
                                        "not-possible caveat",
                                        "not-possible too-late"),
                                Arbitraries.integers().between(1, 28))
                        .as(Warning::new);
        return one.list().ofMaxSize(8).map(RateTableTest::told);
    }

    record Warning(String lane, String place, int far, String step, int day) {}

    /// Each goes as far as its number says: a report, an alert, an order, a step, an attack.
    private static List<String> told(List<Warning> warnings) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < warnings.size(); i++) {
            var told = warnings.get(i);
            var day = String.format(Locale.ROOT, "2020-%02d-%02dT", 1 + i % 3, told.day());
            boolean report = told.far() != 1;
            if (report) {
                lines.add(
                        day
                                + "08:00:00Z report r"
                                + i
                                + " "
                                + told.place()
                                + " "
                                + told.lane()
                                + " high");
            }
            if (told.far() > 0) {
                lines.add(
                        day
                                + "08:10:00Z alert a"
                                + i
                                + " "
                                + told.place()
                                + " high"
                                + (report ? " r" + i : ""));
            }
            if (told.far() > 2) {
                lines.add(day + "08:20:00Z order s" + i + " a" + i + " force physical");
            }
            if (told.far() > 3) {
                lines.add(day + "09:00:00Z response s" + i + " " + told.step());
            }
            if (told.far() > 4) {
                lines.add(day + "10:00:00Z incident i" + i + " " + told.place() + " one-sided");
                lines.add(day + "11:00:00Z link a" + i + " i" + i);
            }
        }
        return lines;
    }
}

package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.assess.Figure;
import org.vigie.assess.RateTable;
import org.vigie.assess.ResponseRate;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Filter;
import org.vigie.record.Ids;
import org.vigie.record.Known;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Milestone;
import org.vigie.record.Picture;
import org.vigie.record.Report;
import org.vigie.record.Viewer;
import org.vigie.warn.AlertPriority;
import org.vigie.warn.DueTimes;

/// The busy night of the fictional country: forty warnings, and the figures that were counted by
/// hand from the text. Whoever changes a line of it counts again.
class BusyNightTest {

    private static final String NAME = "busy-night";
    private static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-05-13T08:30:00Z");

    /// The pack has an attack of March; it is not of this night.
    private static final Filter NIGHT =
            new Filter(
                    LocalDate.parse("2026-05-12"),
                    LocalDate.parse("2026-05-13"),
                    null,
                    null,
                    null,
                    null);

    private static Pack ostrelle;
    private static String text;
    private static MemoryLedger told;
    private static Known names;

    @BeforeAll
    static void tell() throws IOException {
        ostrelle = TestPacks.ostrelle();
        text = Files.readString(TestPacks.MISSIONS.resolve("ostrelle/chronologies/busy-night.txt"));
        told = ledger(text);
        names = PackNames.of(List.of(ostrelle));
    }

    private static MemoryLedger ledger(String written) throws IOException {
        var ledger = new MemoryLedger(InstantSource.fixed(LATER));
        PackLoader.load(ostrelle, ledger);
        new Play(
                        Chronology.read(NAME, written.getBytes(StandardCharsets.UTF_8), ostrelle),
                        ledger,
                        (line, number, total) -> {})
                .atOnce();
        return ledger;
    }

    private static Picture picture() {
        return at(MORNING);
    }

    private static Picture at(Instant known) {
        return told.asOf(known, LATER, Viewer.owner());
    }

    private static ResponseRate rate() {
        return ResponseRate.of(picture(), NIGHT);
    }

    private static List<Integer> counts(Figure... figures) {
        return Stream.of(figures).map(Figure::n).toList();
    }

    private static List<String> rows(RateTable.By by, int panel) {
        return RateTable.of(picture(), NIGHT, by, names).panels().get(panel).lines().stream()
                .map(line ->
                        line.key()
                                + line.figures().stream()
                                        .map(figure -> " " + figure.n())
                                        .collect(Collectors.joining()))
                .toList();
    }

    @Test
    void of_forty_warnings_twenty_were_answered_sixteen_were_not_and_four_are_open() {
        var warnings = rate().warnings();
        assertEquals(
                List.of(40, 20, 16, 4),
                counts(
                        warnings.received(),
                        warnings.answered(),
                        warnings.unanswered(),
                        warnings.open()));
    }

    @Test
    void three_were_answered_before_the_attack_six_after_it_had_begun_eleven_without_one() {
        var warnings = rate().warnings();
        assertEquals(
                List.of(3, 6, 0, 11),
                counts(
                        warnings.beforeAttack(),
                        warnings.afterAttack(),
                        warnings.unclear(),
                        warnings.noAttack()));
    }

    @Test
    void on_eleven_nothing_was_ordered_seven_were_false_and_one_has_no_alert() {
        var rate = rate();
        assertEquals(
                List.of(11, 7, 1),
                counts(
                        rate.warnings().neverOrdered(),
                        rate.warnings().judgedFalse(),
                        rate.withoutAlert()));
    }

    @Test
    void of_seventeen_alerts_nine_were_answered_five_were_not_and_three_are_open() {
        var alerts = rate().alerts();
        assertEquals(
                List.of(17, 9, 5, 3),
                counts(alerts.received(), alerts.answered(), alerts.unanswered(), alerts.open()));
    }

    @Test
    void of_seven_attacks_four_drew_a_response_one_in_time_and_two_had_no_warning() {
        var attacks = rate().attacks();
        assertEquals(
                List.of(7, 4, 1, 5, 2, 0),
                counts(
                        attacks.known(),
                        attacks.responded(),
                        attacks.arrivedBefore(),
                        attacks.warned(),
                        attacks.withoutWarning(),
                        attacks.unclear()));
        assertTrue(
                attacks.withoutWarning()
                        .ids()
                        .containsAll(
                                List.of(
                                        Ids.subject("incident", "bight-watch-2026-05-13"),
                                        Ids.subject("incident", "long-rake-2026-05-13"))));
        assertEquals(
                List.of(Ids.subject("incident", "tarn-hill-2026-05-13")),
                attacks.arrivedBefore().ids());
    }

    @Test
    void how_long_each_step_took() {
        assertEquals(
                List.of(
                        "acknowledge n 17 median 19 p90 55",
                        "verify n 7 median 28 p90 109",
                        "assess n 12 median 29 p90 62",
                        "task n 15 median 35 p90 68",
                        "move n 9 median 83 p90 538",
                        "arrive n 9 median 188 p90 608",
                        "close n 13 median 420 p90 694"),
                rate().steps().stream()
                        .map(step ->
                                step.step().code()
                                        + " n "
                                        + step.n()
                                        + " median "
                                        + step.medianMinutes()
                                        + " p90 "
                                        + step.p90Minutes())
                        .toList());
    }

    @Test
    void how_far_the_warnings_came_and_between_which_steps_the_time_went() {
        var funnel = rate().funnel();
        assertEquals(
                List.of(40, 32, 32, 24, 29, 20, 20),
                counts(funnel.stages().toArray(Figure[]::new)));
        assertEquals(
                List.of(
                        "acknowledge n 17 median 19",
                        "assess n 12 median 7",
                        "task n 12 median 3",
                        "move n 9 median 45",
                        "arrive n 9 median 70"),
                funnel.legs().stream()
                        .map(leg ->
                                leg.to().code()
                                        + " n "
                                        + leg.times().n()
                                        + " median "
                                        + leg.times().medianMinutes())
                        .toList());
    }

    @Test
    void eleven_of_twenty_three_responses_were_not_possible_and_say_why() {
        var all = rate().responses();
        assertEquals(
                List.of(23, 10, 11, 2),
                counts(all.ordered(), all.arrived(), all.notPossible(), all.running()));
        assertEquals(
                List.of(
                        "no-unit-in-reach 1 0",
                        "caveat 3 0",
                        "capital-asked 0 1",
                        "host-refused 1 0",
                        "weather-or-night 2 0",
                        "other-priority 3 0",
                        "too-late 1 0"),
                rows(RateTable.By.REASON, 0));
    }

    @Test
    void by_component_and_by_tier() {
        assertEquals(
                List.of(
                        "civil-affairs 2 2 0 0",
                        "force 16 6 9 1",
                        "mission-support 2 1 0 1",
                        "police 3 1 2 0"),
                rows(RateTable.By.COMPONENT, 0));
        assertEquals(List.of("dialogue 2 2 0 0", "physical 21 8 11 2"), rows(RateTable.By.TIER, 0));
    }

    @Test
    void by_lane_received_led_to_an_order_and_answered() {
        assertEquals(
                List.of(
                        "form 3 3 3",
                        "hotline 7 4 2",
                        "liaison 3 3 0",
                        "open-source 2 0 0",
                        "patrol 1 1 1",
                        "phone 11 10 6",
                        "press 2 0 0",
                        "radio 3 3 3",
                        "sms 6 5 5",
                        "social-media 2 0 0"),
                rows(RateTable.By.LANE, 0));
    }

    @Test
    void by_sector_the_two_measures_stand_apart() {
        assertEquals(
                List.of(
                        "Sector East 5 3 0 1 1 1",
                        "Sector North 14 2 0 0 11 1",
                        "Sector South 21 15 3 5 4 2"),
                rows(RateTable.By.SECTOR, 0));
        assertEquals(
                List.of(
                        "Sector East 2 1 1 1 0",
                        "Sector North 0 0 0 0 0",
                        "Sector South 5 3 4 1 0"),
                rows(RateTable.By.SECTOR, 1));
    }

    /// Read off the lines: of 40 reports who is alleged, by the last who judged them; of seven
    /// attacks who is named as the attacker.
    @Test
    void by_alleged_sort_of_actor_received_and_known() {
        assertEquals(
                List.of(
                        "armed-group 5",
                        "civilians 1",
                        "foreign-force 1",
                        "militia 8",
                        "mission 2",
                        "private-military 3",
                        "state 3",
                        "unknown 17"),
                firsts(RateTable.By.ALLEGED, 0));
        assertEquals(
                List.of(
                        "armed-group 2",
                        "civilians 0",
                        "foreign-force 0",
                        "militia 1",
                        "mission 0",
                        "private-military 1",
                        "state 1",
                        "unknown 2"),
                firsts(RateTable.By.ALLEGED, 1));
    }

    private static List<String> firsts(RateTable.By by, int panel) {
        return rows(by, panel).stream()
                .map(row -> row.replaceFirst("^(\\S+ \\d+).*", "$1"))
                .toList();
    }

    @Test
    void what_the_radio_log_told_later_was_not_known_before_and_stands_at_its_own_time() {
        var ferry = Ids.subject("alert", "bn-a9");
        assertFalse(
                Alerts.of(at(Instant.parse("2026-05-13T03:00:00Z")))
                        .findAlert(ferry)
                        .orElseThrow()
                        .findFirstArrival()
                        .isPresent());
        assertEquals(
                Instant.parse("2026-05-13T00:55:00Z"),
                Alerts.of(picture())
                        .findAlert(ferry)
                        .orElseThrow()
                        .findFirstArrival()
                        .orElseThrow());
        assertTrue(rate().step(Milestone.ARRIVE).ids().contains(ferry));
    }

    @Test
    void at_the_handover_the_night_watch_takes_what_the_evening_gave_back() {
        var first = Ids.subject("report", "bn-r01");
        assertEquals("watch officer 1, evening", owner(first, "2026-05-13T00:30:00Z"));
        assertEquals("nobody", owner(first, "2026-05-13T01:03:00Z"));
        assertEquals("watch officer 1, night", owner(first, "2026-05-13T01:10:00Z"));
    }

    private static String owner(java.util.UUID report, String known) {
        return Alerts.of(at(Instant.parse(known)))
                .findReport(report)
                .flatMap(Report::findOwner)
                .orElse("nobody");
    }

    @Test
    void a_message_waits_unjudged_until_an_officer_says_what_it_is() {
        var message = Ids.subject("report", "bn-r32");
        var before = Alerts.of(at(Instant.parse("2026-05-13T03:25:00Z"))).findReport(message);
        assertEquals("NOT_ASSESSED", before.orElseThrow().what().severity().name());
        var after = Alerts.of(picture()).findReport(message).orElseThrow();
        assertEquals("CRITICAL", after.what().severity().name());
        assertEquals(ActorClass.STATE, after.what().alleged());
    }

    /// The same night with the alleged turned round: who is a state is a militia and so on, and who
    /// attacked is somebody else.
    private static String swapped() {
        var turned =
                Map.of(
                        "alleged=state", "alleged=militia",
                        "alleged=militia", "alleged=foreign-force",
                        "alleged=foreign-force", "alleged=armed-group",
                        "alleged=armed-group", "alleged=private-military",
                        "alleged=private-military", "alleged=state",
                        "attacker:odf", "attacker:terrace-guard",
                        "attacker:weir-watches", "attacker:odf",
                        "attacker:greyline", "attacker:lower-bank",
                        "attacker:lower-bank", "attacker:gendarmerie",
                        "attacker:third-column", "attacker:corvane-brigade");
        var words =
                turned.keySet().stream()
                        .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                        .collect(Collectors.joining("|", "(", ")(?=[ |\\n])"));
        return java.util.regex.Pattern.compile(words)
                .matcher(text)
                .replaceAll(found -> turned.getOrDefault(found.group(1), found.group(1)));
    }

    @Test
    void who_is_alleged_changes_no_figure_and_no_priority() throws IOException {
        var other = ledger(swapped()).asOf(MORNING, LATER, Viewer.owner());
        assertNotEquals(alleged(picture()), alleged(other));
        assertEquals(rate(), ResponseRate.of(other, NIGHT));
        for (var by : RateTable.By.values()) {
            if (by == RateTable.By.ALLEGED) {
                continue; // whose rows are called otherwise, and are the same: below
            }
            assertEquals(
                    RateTable.of(picture(), NIGHT, by, names),
                    RateTable.of(other, NIGHT, by, names),
                    by.code());
        }
        assertEquals(warningsByAlleged(picture()), warningsByAlleged(other));
        assertEquals(priorities(picture()), priorities(other));
    }

    /// The rows of warnings, whatever they are called.
    private static List<String> warningsByAlleged(Picture picture) {
        return RateTable.of(picture, NIGHT, RateTable.By.ALLEGED, names)
                .panels()
                .getFirst()
                .lines()
                .stream()
                .map(line -> line.figures() + " " + line.times())
                .sorted()
                .toList();
    }

    private static List<ActorClass> alleged(Picture picture) {
        return Alerts.of(picture).reports().stream()
                .map(report -> report.what().alleged())
                .toList();
    }

    private static List<AlertPriority> priorities(Picture picture) {
        var alerts = Alerts.of(picture);
        return Stream.concat(
                        alerts.reports().stream()
                                .map(report -> AlertPriority.of(report, DueTimes.ASSUMED)),
                        alerts.alerts().stream()
                                .map(alert -> AlertPriority.of(alert, DueTimes.ASSUMED)))
                .toList();
    }

    @Test
    void the_night_uses_every_verb() throws IOException {
        var night = TestPacks.chronology(ostrelle, "ostrelle", NAME);
        assertEquals(
                Grammar.verbs(),
                night.lines().stream()
                        .map(Chronology.Line::verb)
                        .collect(Collectors.toCollection(java.util.TreeSet::new)));
    }
}

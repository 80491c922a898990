package org.vigie.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Figures;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.IncidentKind;
import org.vigie.record.IncidentRow;
import org.vigie.record.Involved;
import org.vigie.record.Rule;
import org.vigie.record.Site;

final class DisclosureTest {

    private static final Instant NOW = Instant.parse("2024-05-01T06:00:00Z");
    private static final LocalDate OLD = LocalDate.of(2023, 3, 10);

    private static IncidentRow row(
            int number, @Nullable LocalDate day, Position position, ActorClass attacker) {
        return row(number, day, position, attacker, "press");
    }

    private static IncidentRow of(String source, int number) {
        return row(
                number,
                OLD.plusDays(number),
                new Position(14.1, -3.6),
                ActorClass.ARMED_GROUP,
                source);
    }

    private static IncidentRow row(
            int number,
            @Nullable LocalDate day,
            Position position,
            ActorClass attacker,
            String source) {
        return new IncidentRow(
                new UUID(0, number),
                number,
                day == null ? null : Happened.on(day),
                new Site(
                        "village " + number,
                        position,
                        PlacePrecision.EXACT,
                        null,
                        "Mopti",
                        "Bankass",
                        "Mali"),
                IncidentKind.ONE_SIDED,
                List.of(new Involved(Involved.Role.ATTACKER, "somebody", attacker)),
                Figures.exactly(1_000 + number),
                null,
                0,
                Rule.TEAM_DECISION,
                new IncidentRow.Own(Figures.exactly(number), null),
                List.of(),
                source,
                Handling.OPEN,
                NOW,
                NOW);
    }

    private static IncidentRow row(int number) {
        return row(number, OLD, new Position(14.1, -3.6), ActorClass.ARMED_GROUP);
    }

    private static List<IncidentRow> rows(int number) {
        var rows = new ArrayList<IncidentRow>();
        for (int i = 0; i < number; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    private static Release release(Tier tier, List<IncidentRow> rows) {
        return release(tier, rows, null);
    }

    private static Release release(Tier tier, List<IncidentRow> rows, @Nullable Decision decision) {
        return Disclosure.prepare(
                tier, rows, new Disclosure.Leaving(NOW, decision, HarmGate.ofRowsAlone()));
    }

    @Test
    void the_mission_itself_has_the_rows_as_they_are_known() {
        var release = release(Tier.RESTRICTED, rows(1));
        assertEquals("village 0", release.rows().getFirst().site().name());
        assertEquals("2023-03-10", release.rows().getFirst().period());
    }

    @Test
    void five_alike_are_given_to_the_public_by_cell_and_month() {
        var release = release(Tier.PUBLIC, rows(5));
        var row = release.rows().getFirst();
        assertEquals(5, release.rows().size());
        assertEquals(Grain.CELL_AND_MONTH, row.grain());
        assertEquals("2023-03", row.period());
        assertTrue(row.site().name().startsWith("PRIO-GRID "));
    }

    @Test
    void four_alike_are_not_given_to_the_public_at_all() {
        var release = release(Tier.PUBLIC, rows(4));
        assertEquals(List.of(), release.rows());
        assertEquals(4, release.risk().heldBack().get(HeldBack.TOO_FEW_ALIKE));
    }

    @Test
    void the_public_is_given_the_source_s_own_figure_and_not_a_team_s() {
        for (var row : release(Tier.PUBLIC, rows(5)).rows()) {
            var best = row.deaths().best();
            assertTrue(best != null && best < 5, row.toString());
            assertEquals(Rule.OWN_ACCOUNT, row.rule());
        }
        var partner = release(Tier.PARTNER, rows(1)).rows().getFirst();
        assertEquals(Figures.exactly(1_000), partner.deaths());
        assertEquals(Rule.TEAM_DECISION, partner.rule());
    }

    @Test
    void what_two_sources_tell_of_one_place_and_day_counts_once() {
        var rows = new ArrayList<IncidentRow>();
        for (int day = 0; day < 3; day++) {
            rows.add(of("ucdp-ged", day));
            rows.add(of("acled", day));
        }
        assertEquals(List.of(), release(Tier.PUBLIC, rows).rows());
        rows.add(of("acled", 3));
        rows.add(of("acled", 4));
        assertEquals(8, release(Tier.PUBLIC, rows).rows().size());
    }

    @Test
    void a_source_that_would_set_a_row_apart_is_not_named() {
        var rows = new ArrayList<IncidentRow>();
        for (int day = 0; day < 6; day++) {
            rows.add(of("ucdp-ged", day));
        }
        rows.add(of("hotline", 7));
        var some = release(Tier.PUBLIC, rows).rows();
        assertEquals(7, some.size());
        assertTrue(some.stream().allMatch(row -> row.source().isEmpty()), some.toString());
        for (int day = 8; day < 12; day++) {
            rows.add(of("leaflet", day));
        }
        var more = release(Tier.PUBLIC, rows).rows();
        assertEquals(6, more.stream().filter(row -> row.source().equals("ucdp-ged")).count());
        assertEquals(5, more.stream().filter(row -> row.source().isEmpty()).count());
    }

    @Test
    void the_risk_before_release_counts_the_rows_that_are_alone() {
        var risk = release(Tier.PUBLIC, rows(5)).risk();
        assertEquals(5, risk.unique());
        assertEquals(1, risk.smallest());
        assertEquals(0, risk.uniqueReleased());
        assertEquals(5, risk.smallestReleased());
        assertEquals(5, risk.coarsened());
    }

    @Test
    void where_a_state_is_said_to_have_attacked_nothing_leaves_without_a_decision() {
        var accused = List.of(row(1, OLD, new Position(14, -3), ActorClass.STATE));
        for (var tier : List.of(Tier.PUBLIC, Tier.PARTNER, Tier.HOST)) {
            var release = release(tier, accused);
            assertEquals(List.of(), release.rows());
            assertEquals(1, release.risk().heldBack().get(HeldBack.STATE_ACCUSED));
        }
    }

    @Test
    void nor_where_a_force_that_may_fight_beside_the_host_state_is_accused() {
        for (var beside : List.of(ActorClass.FOREIGN_FORCE, ActorClass.PRIVATE_MILITARY)) {
            var accused = List.of(row(1, OLD, new Position(14, -3), beside));
            assertEquals(List.of(), release(Tier.HOST, accused).rows(), beside.name());
        }
    }

    @Test
    void a_named_protection_officer_may_decide_that_it_leaves() {
        var accused = List.of(row(1, OLD, new Position(14, -3), ActorClass.STATE));
        var decision = new Decision("A. Diallo, senior protection adviser", "published by the UN");
        var release = release(Tier.PARTNER, accused, decision);
        assertEquals(1, release.rows().size());
        assertEquals(decision, release.decision());
    }

    @Test
    void a_decision_without_a_name_is_none() {
        assertThrows(BadInput.class, () -> new Decision(" ", "because"));
    }

    @Test
    void the_host_state_is_never_given_a_source() {
        for (var row : release(Tier.HOST, rows(7)).rows()) {
            assertEquals("", row.source());
            assertNull(row.incident());
            assertEquals(List.of(), row.actors());
        }
    }

    @Test
    void outside_the_mission_only_what_is_open_is_read() {
        for (var tier : List.of(Tier.PUBLIC, Tier.PARTNER, Tier.HOST)) {
            assertFalse(tier.viewer().maySee(Handling.MISSION));
        }
    }

    @Test
    void what_is_sealed_is_in_no_export() {
        for (var tier : Tier.values()) {
            assertFalse(tier.viewer().maySee(Handling.SEALED));
        }
    }

    @Test
    void what_is_recent_or_undated_waits() {
        var position = new Position(14, -3);
        var yesterday = LocalDate.of(2024, 4, 30);
        var rows =
                List.of(
                        row(1, yesterday, position, ActorClass.ARMED_GROUP),
                        row(2, null, position, ActorClass.ARMED_GROUP));
        var risk = release(Tier.PUBLIC, rows).risk();
        assertEquals(1, risk.heldBack().get(HeldBack.TOO_RECENT));
        assertEquals(1, risk.heldBack().get(HeldBack.UNDATED));
    }

    @Property(tries = 200)
    void nobody_outside_is_given_a_row_with_fewer_than_four_others_like_it(
            @ForAll @IntRange(min = 0, max = 120) int size, @ForAll long seed) {
        var chance = new Random(seed);
        var rows = new ArrayList<IncidentRow>();
        for (int i = 0; i < size; i++) {
            var position = new Position(13 + chance.nextInt(3), -4 + chance.nextInt(3));
            rows.add(row(i, OLD.plusDays(chance.nextInt(300)), position, ActorClass.ARMED_GROUP));
        }
        var release = release(Tier.PUBLIC, rows);
        var groups = new HashMap<String, Integer>();
        release.rows()
                .forEach(row ->
                        groups.merge(row.period() + row.site() + row.kind(), 1, Integer::sum));
        groups.forEach((alike, members) -> assertTrue(members >= 5, alike));
        assertEquals(size, release.rows().size() + release.risk().held());
    }
}

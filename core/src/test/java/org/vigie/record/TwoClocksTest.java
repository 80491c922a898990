package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;

/// What the mission knew, and what the system held: told apart on one village.
class TwoClocksTest {

    private static final UUID MOURA = Ids.subject("test", "moura");
    private static final Instant SIX = Instant.parse("2022-03-29T06:00:00Z");
    private static final Instant NINE = Instant.parse("2022-03-29T09:00:00Z");
    private static final Instant NOON = Instant.parse("2022-03-29T12:00:00Z");

    private final SplittableRandom chance = new SplittableRandom(1);
    private Instant now = SIX;
    private final MemoryLedger ledger = new MemoryLedger(() -> now);

    @Test
    void a_call_at_six_that_was_typed_in_at_nine_belongs_to_what_the_mission_knew_at_six() {
        now = NINE;
        ledger.append(List.of(account(SIX, null, 10)));
        assertEquals(1, ledger.asOf(SIX, NINE, Viewer.owner()).incidents().size());
    }

    @Test
    void and_no_screen_showed_it_before_nine() {
        now = NINE;
        ledger.append(List.of(account(SIX, null, 10)));
        assertEquals(0, ledger.asOf(NINE, SIX, Viewer.owner()).incidents().size());
    }

    @Test
    void an_entry_recorded_three_hours_after_it_was_known_is_back_dated() {
        now = NINE;
        ledger.append(List.of(account(SIX, null, 10)));
        var entry = ledger.history(MOURA, Viewer.owner()).getFirst();
        assertTrue(entry.backDated());
        assertEquals(Duration.ofHours(3), entry.delay());
    }

    @Test
    void an_entry_that_says_nothing_of_knowing_is_known_when_it_is_recorded() {
        ledger.append(List.of(account(null, null, 10)));
        var entry = ledger.history(MOURA, Viewer.owner()).getFirst();
        assertEquals(SIX, entry.knownAt());
        assertFalse(entry.backDated());
    }

    @Test
    void a_typing_error_that_is_corrected_was_never_known() {
        ledger.append(List.of(account(SIX, null, 1000)));
        var wrong = ledger.history(MOURA, Viewer.owner()).getFirst().entry().id();
        now = NOON;
        ledger.append(List.of(account(SIX, wrong, 100)));
        assertEquals(100, best(ledger.asOf(SIX, NOON, Viewer.owner())));
        assertEquals(1000, best(ledger.asOf(SIX, NINE, Viewer.owner())));
    }

    @Test
    void new_knowledge_leaves_what_was_known_before_as_it_was() {
        ledger.append(List.of(account(SIX, null, 100)));
        now = NOON;
        ledger.append(List.of(account(NOON, null, 300)));
        assertEquals(100, best(ledger.asOf(NINE, NOON, Viewer.owner())));
        assertEquals(300, best(ledger.asOf(NOON, NOON, Viewer.owner())));
    }

    @Test
    void undoing_an_import_takes_its_rows_away_and_past_screens_keep_them() {
        var opened =
                entry(
                        MOURA,
                        new Housekeeping.ImportOpened("f", "f.csv", "00", 1, new TreeMap<>()),
                        SIX,
                        null);
        var row = account(SIX, null, 10);
        var brought =
                new Entry(
                        row.id(),
                        row.subject(),
                        row.happenedOn(),
                        row.knownAt(),
                        row.author(),
                        row.component(),
                        row.handling(),
                        new Origin("import", opened.id(), "f.csv", 2),
                        null,
                        row.body());
        ledger.append(List.of(opened, brought));
        now = NOON;
        ledger.append(
                List.of(
                        entry(
                                MOURA,
                                new Housekeeping.ImportUndone("wrong file"),
                                SIX,
                                opened.id())));
        assertEquals(0, ledger.asOf(NOON, NOON, Viewer.owner()).incidents().size());
        assertEquals(1, ledger.asOf(NOON, NINE, Viewer.owner()).incidents().size());
    }

    @Test
    void three_figures_of_different_populations_stand_side_by_side_and_make_no_total() {
        ledger.append(
                List.of(
                        entry(MOURA, body(null), SIX, null),
                        claim("neutralised", new Figures(null, 203, null), "jihadists"),
                        claim("executed", new Figures(null, 300, null), "men"),
                        claim("killed", new Figures(500, null, null), "people")));
        var row = ledger.asOf(NOON, NOON, Viewer.owner()).incidents().get(0);
        assertEquals(Figures.NONE, row.deaths());
        assertEquals(3, row.competing());
    }

    @Test
    void two_figures_of_the_same_population_and_definition_make_a_range() {
        ledger.append(
                List.of(
                        entry(MOURA, body(null), SIX, null),
                        claim("killed", new Figures(null, 31, null), "villagers"),
                        claim("killed", new Figures(35, null, null), "villagers")));
        var row = ledger.asOf(NOON, NOON, Viewer.owner()).incidents().get(0);
        assertEquals(
                new Figures(31, 31, 31), new Figures(row.deaths().low(), row.deaths().best(), 31));
        assertEquals(0, row.competing());
    }

    @Test
    void the_same_entry_sent_twice_is_taken_once() {
        var entry = account(SIX, null, 10);
        ledger.append(List.of(entry));
        assertEquals(0, ledger.append(List.of(entry)).appended());
    }

    @Test
    void recorded_time_never_runs_backwards() {
        now = NOON;
        ledger.append(List.of(account(SIX, null, 10)));
        now = SIX;
        assertEquals(NOON, ledger.append(List.of(account(SIX, null, 11))).recordedAt());
    }

    private static int best(Picture picture) {
        var best = picture.incidents().get(0).deaths().best();
        return best == null ? -1 : best;
    }

    private Entry claim(String measure, Figures figures, String population) {
        return entry(
                MOURA,
                new Facts.ClaimMade(
                        new Claim(
                                measure,
                                figures,
                                "persons",
                                population,
                                "as printed",
                                null,
                                "source",
                                "",
                                Grade.UNJUDGED)),
                SIX,
                null);
    }

    private Entry account(@Nullable Instant known, @Nullable UUID supersedes, int best) {
        return entry(MOURA, body(Deaths.of(new Figures(best, best, best))), known, supersedes);
    }

    private static Facts.IncidentReported body(@Nullable Deaths deaths) {
        return new Facts.IncidentReported(
                "test",
                "moura",
                IncidentKind.ONE_SIDED,
                "",
                Site.at("Moura", new Position(14.33, -4.5), PlacePrecision.NEAR),
                List.of(),
                deaths,
                null,
                "",
                Map.of());
    }

    private Entry entry(
            UUID subject, Body body, @Nullable Instant known, @Nullable UUID supersedes) {
        return new Entry(
                Ids.fresh(now, chance),
                subject,
                Happened.on(LocalDate.of(2022, 3, 27)),
                known,
                "analyst",
                Component.ANALYSIS_CENTRE,
                Handling.OPEN,
                Origin.hand(),
                supersedes,
                body);
    }

    @Test
    void kinds_are_named_once_and_in_words() {
        var kinds = new ArrayList<>(Kinds.all().keySet());
        assertEquals("incident-reported", Kinds.of(Facts.IncidentReported.class));
        assertTrue(
                kinds.containsAll(
                        List.of("alert-opened", "claim-made", "import-undone", "order-given")));
    }
}

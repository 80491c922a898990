package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Handling;
import org.vigie.record.Rule;
import org.vigie.record.SameIncident;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;

class FigureHistoryTest {

    private final SmallLedger told = new SmallLedger();

    @Test
    void a_corrected_account_is_superseded_and_still_there() throws IOException {
        told.incident("a", "2024-01-05", 3);
        told.incident("a", "2024-01-05", 7);
        assertEquals(List.of("3 SUPERSEDED", "7 HOLDS"), said());
        assertEquals(Rule.OWN_ACCOUNT, history().rule());
    }

    @Test
    void claims_of_one_population_make_a_range() throws IOException {
        told.incident("a", "2024-01-05", null);
        told.claim("a", 20, "civilians");
        assertEquals(Rule.ONE_CLAIM, history().rule());
        told.claim("a", 30, "civilians");
        assertEquals(Rule.RANGE, history().rule());
    }

    @Test
    void claims_of_different_populations_stand_side_by_side() throws IOException {
        told.incident("a", "2024-01-05", null);
        told.claim("a", 203, "fighters");
        told.claim("a", 500, "all");
        assertEquals(Rule.SIDE_BY_SIDE, history().rule());
    }

    @Test
    void a_claim_that_was_withdrawn_is_taken_back() throws IOException {
        told.incident("a", "2024-01-05", null);
        var claim = told.claim("a", 20, "civilians");
        told.write(
                SmallLedger.subject("a"), new Facts.ClaimRetracted("a slip"), claim, Handling.OPEN);
        assertEquals(List.of("unknown HOLDS", "20 TAKEN_BACK", "unknown HOLDS"), said());
        assertEquals(Rule.NONE, history().rule());
    }

    @Test
    void what_came_later_is_marked_as_not_yet_there() throws IOException {
        told.incident("a", "2024-01-05", 3);
        var then = told.now().minusSeconds(1);
        told.incident("a", "2024-01-05", 7);
        var seen =
                FigureHistory.of(
                        SmallLedger.subject("a"),
                        new Standpoint(then, then, Viewer.owner()),
                        told.ledger);
        assertEquals(
                List.of(FigureHistory.State.HOLDS, FigureHistory.State.NOT_YET),
                seen.said().stream().map(FigureHistory.Said::state).toList());
    }

    @Test
    void of_the_rules_chosen_one_after_another_only_the_last_holds_and_none_states_unknown()
            throws IOException {
        told.incident("a", "2024-01-05", 3);
        told.write(
                SmallLedger.subject("a"),
                new Facts.RuleChosen(Rule.RANGE.code(), "first", List.of(), null),
                null,
                Handling.OPEN);
        told.write(
                SmallLedger.subject("a"),
                new Facts.RuleChosen(
                        Rule.TEAM_DECISION.code(), "then", List.of(), Figures.exactly(4)),
                null,
                Handling.OPEN);
        var said = history().said();
        assertEquals(
                List.of(
                        FigureHistory.State.HOLDS,
                        FigureHistory.State.SUPERSEDED,
                        FigureHistory.State.HOLDS),
                said.stream().map(FigureHistory.Said::state).toList());
        assertEquals(
                List.of(true, false, true),
                said.stream().map(FigureHistory.Said::ofFigures).toList());
    }

    @Test
    void where_the_account_that_was_shown_is_gone_the_one_that_stands_for_it_is_found()
            throws IOException {
        var account = told.incident("a", "2024-01-05", 3);
        told.incident("b", "2024-01-05", 9);
        told.write(
                SmallLedger.subject("a"),
                new Facts.Linked(SmallLedger.subject("b"), SameIncident.SAME, "same night"),
                null,
                Handling.OPEN);
        told.write(
                SmallLedger.subject("a"),
                new Facts.IncidentRetracted("a", "deleted"),
                account,
                Handling.OPEN);
        assertEquals(SmallLedger.subject("b"), history().row().orElseThrow().incident());
        assertEquals(Rule.OWN_ACCOUNT, history().rule());
    }

    private FigureHistory history() throws IOException {
        return FigureHistory.of(SmallLedger.subject("a"), told.here(), told.ledger);
    }

    private List<String> said() throws IOException {
        return history().said().stream()
                .map(said -> said.figures().plain() + " " + said.state())
                .toList();
    }
}

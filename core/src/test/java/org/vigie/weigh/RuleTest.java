package org.vigie.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Rule;

/// Named rules, each chosen by a person, and what none of them may do.
class RuleTest {

    private final TwoSources told = new TwoSources();
    private final UUID village = told.account("press", "a", "2024-01-10", null, 0);

    private void choose(Rule rule, List<String> sources, @Nullable Figures figures) {
        told.judge(
                village,
                told.judgements()
                        .rule(
                                village,
                                new Facts.RuleChosen(rule.code(), "agreed", sources, figures)));
    }

    private String figure() {
        var row = told.row(village);
        return row.rule().code() + ": " + row.deaths().plain() + ", best " + row.deaths().best();
    }

    @Test
    void without_a_rule_claims_that_compare_make_a_range() {
        told.claim(village, "un", 12);
        told.claim(village, "ngo", 15);
        assertEquals("range: 12-15, best null", figure());
    }

    @Test
    void majority_takes_what_more_than_half_of_the_independent_sources_say() {
        told.claim(village, "un", 12);
        told.claim(village, "ngo", 12);
        told.claim(village, "radio", 30);
        choose(Rule.MAJORITY, List.of(), null);
        assertEquals("majority: 12 (12-30), best 12", figure());
    }

    @Test
    void sources_that_take_from_each_other_have_one_voice() {
        told.claim(village, "un", 12);
        told.claim(village, "agency", 30);
        told.claim(village, "paper", 30);
        choose(Rule.MAJORITY, List.of(), null);
        assertEquals("majority: 30 (12-30), best 30", figure());
        told.judge(UUID.randomUUID(), new Facts.SourceDerived("paper", "agency", "same words"));
        assertEquals("majority: 12-30, best null", figure());
    }

    @Test
    void a_hierarchy_follows_the_first_source_that_states_a_figure() {
        told.claim(village, "radio", 30);
        told.claim(village, "un", 12);
        told.judge(
                UUID.randomUUID(),
                new Facts.SourceRegistered("ohchr", "OHCHR", "un", "", null, "", 'A'));
        choose(Rule.SOURCE_HIERARCHY, List.of("ohchr", "un", "radio"), null);
        assertEquals("source-hierarchy: 12, best 12", figure());
    }

    @Test
    void a_team_decides_with_figures_of_its_own() {
        told.claim(village, "radio", 30);
        choose(Rule.TEAM_DECISION, List.of(), new Figures(12, 14, 20));
        assertEquals("team-decision: 14 (12-20), best 14", figure());
    }

    @Test
    void the_rule_that_was_chosen_last_holds() {
        told.claim(village, "un", 12);
        told.claim(village, "radio", 30);
        choose(Rule.TEAM_DECISION, List.of(), Figures.exactly(13));
        choose(Rule.RANGE, List.of(), null);
        assertEquals("range: 12-30, best null", figure());
    }

    @Test
    void no_rule_puts_different_populations_under_one_figure() {
        told.claim(village, "un", 12);
        told.judge(
                village,
                new Facts.ClaimMade(
                        new org.vigie.record.Claim(
                                "neutralised",
                                Figures.exactly(203),
                                "persons",
                                "jihadists",
                                "as the army says",
                                null,
                                "army",
                                "",
                                org.vigie.record.Grade.UNJUDGED)));
        choose(Rule.RANGE, List.of(), null);
        assertEquals("side-by-side: unknown, best null", figure());
        assertEquals(2, told.row(village).competing());
        choose(Rule.MAJORITY, List.of(), null);
        assertEquals("side-by-side: unknown, best null", figure());
    }

    @Test
    void two_data_sets_count_by_two_definitions_and_make_no_range() {
        var ged = told.account("ucdp-ged", "1", "2024-01-10", 12, 0);
        var acled = told.account("acled", "2", "2024-01-10", 15, 0);
        told.judge(ged, told.judgements().same(ged, acled, "same night"));
        told.judge(
                ged,
                told.judgements().rule(ged, new Facts.RuleChosen("range", "try", List.of(), null)));
        assertEquals(Rule.SIDE_BY_SIDE, told.row(ged).rule());
        told.judge(
                ged,
                told.judgements()
                        .rule(
                                ged,
                                new Facts.RuleChosen(
                                        "source-hierarchy", "newer", List.of("acled"), null)));
        assertEquals(Figures.exactly(15), told.row(ged).deaths());
    }

    @Test
    void a_rule_that_lacks_what_it_needs_is_refused_with_what_it_needs() {
        told.claim(village, "un", 12);
        var order =
                assertThrows(BadInput.class, () -> choose(Rule.SOURCE_HIERARCHY, List.of(), null));
        assertTrue(order.toString().contains("stated by un"), order::toString);
        assertThrows(BadInput.class, () -> choose(Rule.TEAM_DECISION, List.of(), null));
        assertThrows(BadInput.class, () -> choose(Rule.RANGE, List.of("un"), null));
        assertThrows(
                BadInput.class, () -> choose(Rule.TEAM_DECISION, List.of(), new Figures(9, 5, 3)));
        assertThrows(BadInput.class, () -> choose(Rule.ONE_CLAIM, List.of(), null));
    }
}

package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricesTest {

    private static final String[] GROUND = {
        "place Village 14.00 -3.40",
        "at 2020-02-13T10:00:00Z",
        "need infantry",
        "base Near 14.10 -3.50",
        "base Far 14.50 -4.20",
        "unit Slow Far infantry road 20-35 60-240"
    };

    private static Board board(String... more) {
        var lines = new ArrayList<>(List.of(GROUND));
        lines.addAll(Arrays.asList(more));
        return Board.of(lines);
    }

    private static Prices prices(Board board) {
        return Prices.of(board.units(), board.options());
    }

    private static RulePrice only(Board board, String unit) {
        var prices = prices(board).of(board.unit(unit));
        assertEquals(1, prices.size(), prices::toString);
        return prices.getFirst();
    }

    private static long gain(RulePrice price) {
        var minutes = price.earliestMinutes();
        assertNotNull(minutes, price::toString);
        return minutes;
    }

    @Test
    void a_caveat_that_keeps_the_nearest_at_home_costs_the_difference_to_the_next() {
        var board =
                board(
                        "unit Quick Near quick-reaction road 20-35 15-30 can=infantry caveat=max-km:5");
        assertTrue(gain(only(board, "Quick")) > 60);
    }

    @Test
    void a_rule_of_a_unit_that_would_be_slower_anyway_costs_nothing() {
        var board = board("unit Late Far infantry foot 4-5 900-990 caveat=max-km:5");
        assertEquals(0, gain(only(board, "Late")));
    }

    @Test
    void two_rules_on_one_unit_cost_nothing_one_by_one_since_the_other_still_stops_it() {
        var board =
                board(
                        "in ML05",
                        "unit Quick Near quick-reaction road 20-35 15-30 can=infantry caveat=max-km:5 caveat=area-only:ML09");
        for (var price : prices(board).of(board.unit("Quick"))) {
            assertEquals(0, gain(price));
            assertEquals(PlanWords.RULE_STILL, price.words().wording());
        }
    }

    @Test
    void a_refused_flight_has_the_price_of_what_can_be_met_where_nobody_brings_the_rest() {
        var board =
                Board.of(
                        "place Village 14.00 -3.40",
                        "at 2020-02-13T10:00:00Z",
                        "need surgery infantry",
                        "base Near 14.10 -3.50",
                        "unit Air Near infantry helicopter 180-230 15-30 seats=12");
        var price = Price.ofFlightClearance(board.units(), board.task());
        assertEquals(
                "A refused clearance for flights, with surgery left out, is the difference between"
                        + " nobody who has all of it and Air, which would be complete after 19 to 35 minutes.",
                price.saying().plain());
        assertTrue(price.costs());
    }

    @Test
    void a_rule_whose_lifting_completes_nothing_is_not_said_to_make_nothing_sooner() {
        var board =
                Board.of(
                        "place Village 14.00 -3.40",
                        "at 2020-02-13T10:00:00Z",
                        "need surgery infantry",
                        "base Near 14.10 -3.50",
                        "unit Quick Near infantry road 20-35 15-30 caveat=max-km:5");
        assertEquals(PlanWords.RULE_STILL_NOBODY, only(board, "Quick").words().wording());
    }

    @Test
    void one_clearance_has_one_price_for_all_who_fly() {
        var board =
                board(
                        "condition flights-refused",
                        "unit Lift Near transport-helicopter helicopter 180-230 20-60",
                        "unit Air Near quick-reaction helicopter 180-230 15-30 seats=0 can=infantry");
        assertEquals(gain(only(board, "Lift")), gain(only(board, "Air")));
        assertTrue(gain(only(board, "Air")) > 30);
    }

    @Test
    void where_nobody_can_go_now_a_price_is_words_and_no_number() {
        var board =
                Board.of(
                        "place Village 14.00 -3.40",
                        "at 2020-02-13T10:00:00Z",
                        "need infantry",
                        "base Near 14.10 -3.50",
                        "unit Quick Near infantry road 20-35 15-30 caveat=max-km:5");
        var price = only(board, "Quick");
        assertNull(price.earliestMinutes());
        assertEquals(PlanWords.RULE_ALLOWS, price.words().wording());
    }

    @Test
    void what_no_order_could_change_has_no_price_but_a_reason() {
        var board =
                board(
                        "unit Gone Near infantry road 20-35 15-30 to=2019-12-31",
                        "unit Nowhere Lost infantry road 20-35 15-30");
        assertNull(only(board, "Gone").earliestMinutes());
        assertNull(only(board, "Nowhere").earliestMinutes());
    }

    @Test
    void no_unit_at_all_has_no_bound_and_says_what_is_lacking() {
        var board = Board.of("place Village 14 -3", "at 2020-02-13T10:00:00Z", "need infantry");
        var bound = prices(board).bound();
        assertNull(bound.earliest());
        assertEquals(List.of("infantry"), bound.lacking());
    }

    @Test
    void whoever_is_carried_counts_in_the_bound_with_the_fastest_carrier() {
        var board =
                board(
                        "unit Team Far infantry foot 4-5 30-60 can=infantry caveat=needs-lift",
                        "unit Lift Near transport-helicopter helicopter 180-230 20-60");
        var bound = prices(board).bound().earliest();
        assertNotNull(bound);
        var soonest = board.options().findSoonest().orElseThrow().earliest();
        assertTrue(bound.compareTo(soonest) < 0);
    }

    @Test
    void a_clearance_that_was_asked_for_and_decides_the_matter_is_the_first_call() {
        var board =
                Board.of(
                        "place Village 14.00 -3.40",
                        "at 2020-02-13T10:00:00Z",
                        "condition flights-not-asked",
                        "need infantry",
                        "base Near 14.10 -3.50",
                        "unit Air Near infantry helicopter 180-230 15-30");
        var open = prices(board).wouldChangeMost().orElseThrow();
        assertEquals("flight-clearance", open.about());
        assertTrue(open.worst().isEmpty());
    }

    @Test
    void an_assumed_readiness_is_a_question_about_the_unit_that_would_be_first() {
        var board = board("condition bombs");
        var open = prices(board).wouldChangeMost().orElseThrow();
        assertEquals("readiness", open.about());
        assertEquals("Slow", open.unit());
    }
}

package org.vigie.plan.posture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;

final class CoverTest {

    private static final UnitType TEAM = new UnitType("surgical-team", 1, 0);
    private static final UnitType HELICOPTER = new UnitType("helicopter", 1, 0);

    @Test
    void one_unit_stands_where_it_covers_most() {
        var reach = new ReachTable(1, 2, 3);
        reach.set(0, 0, 0);
        reach.set(0, 1, 1);
        reach.set(0, 1, 2);
        var posture = solved(question(List.of(TEAM), Stationing.anywhere(1, 1, 1), reach, 5, 3, 4));
        assertArrayEquals(new int[] {0, 1}, posture.units());
        assertEquals(7, posture.certificate().value());
        assertTrue(posture.certificate().isProven());
    }

    @Test
    void a_place_counts_only_when_both_the_team_and_the_helicopter_reach_it() {
        var reach = new ReachTable(2, 2, 2);
        reach.set(0, 0, 0);
        reach.set(1, 1, 0);
        reach.set(0, 1, 1);
        var question =
                new CoverQuestion(
                        List.of(TEAM, HELICOPTER),
                        Stationing.anywhere(2, 1, 1),
                        List.of(Service.all("10-1-2", 0, 1)),
                        List.of(new Scenario("today", 1, new double[] {1, 100}, reach)),
                        Fairness.NONE);
        var problem = CoverProblem.of(question);
        var posture = solved(problem);
        assertArrayEquals(new int[] {1, 0, 0, 1}, posture.units());
        assertEquals(1, posture.certificate().value());
        assertEquals(1, problem.rows().size(), "no plan covers the second place");
        assertEquals(101, problem.rows().total()[0]);
    }

    @Test
    void a_second_unit_that_can_be_busy_adds_less() {
        var reach = new ReachTable(1, 1, 1);
        reach.set(0, 0, 0);
        var types = List.of(new UnitType("qrf", 2, 0.4));
        var question =
                new CoverQuestion(
                        types,
                        Stationing.anywhere(1, 5),
                        List.of(Service.expected("reaction", 3, 0)),
                        List.of(new Scenario("today", 1, new double[] {10}, reach)),
                        Fairness.NONE);
        assertEquals(
                10 * (0.6 + 0.4 * 0.6),
                solved(CoverProblem.of(question)).certificate().value(),
                1e-9);
    }

    @Test
    void a_caveat_keeps_a_type_from_a_base() {
        var reach = new ReachTable(1, 2, 2);
        reach.set(0, 0, 0);
        reach.set(0, 1, 1);
        var stationing = Stationing.anywhere(1, 1, 1).atMost(0, 1, 0);
        var problem = question(List.of(TEAM), stationing, reach, 1, 100);
        assertEquals(1, solved(problem).certificate().value());
    }

    @Test
    void no_more_units_leave_their_base_than_may() {
        var reach = new ReachTable(1, 3, 3);
        for (int at = 0; at < 3; at++) {
            reach.set(0, at, at);
        }
        var two = List.of(new UnitType("company", 2, 0));
        var stationing = Stationing.anywhere(1, 2, 2, 2).movedFrom(new int[] {2, 0, 0}, 1);
        var posture = solved(question(two, stationing, reach, 1, 10, 100));
        assertArrayEquals(new int[] {1, 0, 1}, posture.units());
        assertTrue(posture.certificate().isProven(), () -> posture.certificate().toString());
    }

    @Test
    void an_area_does_not_fall_below_its_floor() {
        var reach = new ReachTable(1, 2, 2);
        reach.set(0, 0, 0);
        reach.set(0, 1, 1);
        var question =
                new CoverQuestion(
                        List.of(TEAM),
                        Stationing.anywhere(1, 1, 1),
                        List.of(Service.cover("cover", 0)),
                        List.of(new Scenario("today", 1, new double[] {1, 100}, reach)),
                        Fairness.floors(new int[] {0, 1}, 0.5, 0));
        var posture = solved(CoverProblem.of(question));
        assertArrayEquals(new int[] {1, 0}, posture.units());
    }

    @Test
    void floors_that_cannot_all_be_kept_are_said() {
        var reach = new ReachTable(1, 2, 2);
        reach.set(0, 0, 0);
        reach.set(0, 1, 1);
        var question =
                new CoverQuestion(
                        List.of(TEAM),
                        Stationing.anywhere(1, 1, 1),
                        List.of(Service.cover("cover", 0)),
                        List.of(new Scenario("today", 1, new double[] {1, 1}, reach)),
                        Fairness.floors(new int[] {0, 1}, 1, 1));
        var none = none(CoverProblem.of(question));
        assertFalse(none.proven());
        assertEquals(
                "no posture was found that keeps every rule; the nearest breaks this: area 1: a"
                        + " weight of 0 is covered, and it may not fall below 1",
                none.why().getFirst().plain());
    }

    @Test
    void scenarios_count_by_how_likely_they_are() {
        var dry = new ReachTable(1, 2, 2);
        dry.set(0, 0, 0);
        dry.set(0, 1, 1);
        var rains = new ReachTable(1, 2, 2);
        rains.set(0, 1, 1);
        var weights = new double[] {3, 2};
        var question =
                new CoverQuestion(
                        List.of(TEAM),
                        Stationing.anywhere(1, 1, 1),
                        List.of(Service.cover("cover", 0)),
                        List.of(
                                new Scenario("dry", 1, weights, dry),
                                new Scenario("rains", 1, weights, rains)),
                        Fairness.NONE);
        var posture = solved(CoverProblem.of(question));
        assertArrayEquals(new int[] {0, 1}, posture.units());
        assertEquals(2, posture.certificate().value(), 1e-12);
    }

    @Test
    void zero_units_cover_nothing_and_that_is_proven() {
        var reach = new ReachTable(1, 1, 1);
        reach.set(0, 0, 0);
        var none = List.of(new UnitType("surgical-team", 0, 0));
        var certificate = solved(question(none, Stationing.anywhere(1, 1), reach, 9)).certificate();
        assertEquals(0, certificate.value());
        assertTrue(certificate.isProven(), certificate::toString);
    }

    @Test
    void a_base_that_reaches_nothing_gets_nobody() {
        var reach = new ReachTable(1, 2, 1);
        reach.set(0, 1, 0);
        var posture = solved(question(List.of(TEAM), Stationing.anywhere(1, 1, 1), reach, 9));
        assertArrayEquals(new int[] {0, 1}, posture.units());
    }

    @Test
    void sixty_units_that_must_stay_in_one_base_are_refused_with_the_room_it_has() {
        var reach = new ReachTable(1, 1, 1);
        reach.set(0, 0, 0);
        var sixty = List.of(new UnitType("company", 60, 0));
        var stationing = Stationing.anywhere(1, 5).atLeast(0, 0, 60);
        var none = none(question(sixty, stationing, reach, 1));
        assertTrue(none.proven());
        assertEquals(
                List.of("base 0: 60 units stay there, and it has room for 5"),
                none.why().stream().map(why -> why.plain()).toList());
    }

    @Test
    void sixty_units_for_one_base_are_placed_as_far_as_there_is_room() {
        var reach = new ReachTable(1, 1, 1);
        reach.set(0, 0, 0);
        var sixty = List.of(new UnitType("company", 60, 0.5));
        var posture = solved(question(sixty, Stationing.anywhere(1, 5), reach, 8));
        assertEquals(4, posture.certificate().value());
        assertTrue(Arrays.stream(posture.units()).sum() <= 5);
    }

    @Test
    void a_weight_that_is_no_number_is_refused() {
        var reach = new ReachTable(1, 1, 1);
        var refusal =
                assertThrows(
                        BadInput.class,
                        () -> new Scenario("today", 1, new double[] {Double.NaN}, reach));
        assertEquals(
                "weight of place 0 must be a finite number, not negative, was NaN",
                refusal.getMessage());
    }

    @Test
    void a_certificate_whose_plan_breaks_a_rule_is_refused() {
        var reach = new ReachTable(1, 2, 2);
        reach.set(0, 0, 0);
        reach.set(0, 1, 1);
        var problem = question(List.of(TEAM), Stationing.anywhere(1, 1, 1), reach, 1, 1);
        var posture = solved(problem);
        var both =
                new CoverAnswer.Posture(
                        new int[] {1, 1}, posture.certificate(), posture.multipliers(), List.of());
        assertEquals(
                List.of(
                        "the plan breaks a rule of the model: surgical-team: 2 in the plan, and"
                                + " there are 1",
                        "the plan is worth 2, and the certificate says 1"),
                CoverCheck.of(problem, both).faults().stream().map(it -> it.plain()).toList());
    }

    @Test
    void a_smaller_bound_than_the_prices_show_is_a_fault_of_our_own_search_and_a_solvers_word() {
        var problem = twoPlaces();
        var empty = new int[] {0, 0};
        var ours = CoverCheck.of(problem, claims(problem, empty, OwnCoverSolver.SOLVER));
        assertFalse(ours.holds());
        assertTrue(ours.faults().getFirst().plain().startsWith("the proof shows a bound of 1"));
        var theirs = CoverCheck.of(problem, claims(problem, empty, "SCIP"));
        assertTrue(theirs.holds());
        assertFalse(theirs.isBoundShown());
        assertEquals(1, theirs.gapShown(), "nothing was shown of a plan that covers nobody");
    }

    @Test
    void prices_beyond_all_numbers_show_nothing() {
        var problem = twoPlaces();
        var links = new double[problem.rows().linkCount()];
        java.util.Arrays.fill(links, 1e308);
        var claimed = claims(problem, new int[] {0, 0}, "SCIP");
        var forged =
                new CoverAnswer.Posture(
                        claimed.units(),
                        claimed.certificate(),
                        CoverMultipliers.of(links, new double[2], 1e308, new double[0]),
                        List.of());
        assertFalse(CoverCheck.of(problem, forged).isBoundShown());
    }

    @Test
    void a_solvers_name_may_not_write_on_the_screen_of_whoever_checks() {
        var problem = twoPlaces();
        assertThrows(
                BadInput.class, () -> claims(problem, new int[] {0, 0}, "SCIP\nholds: everything"));
    }

    private static CoverProblem twoPlaces() {
        var reach = new ReachTable(1, 2, 2);
        reach.set(0, 0, 0);
        reach.set(0, 1, 1);
        return question(List.of(TEAM), Stationing.anywhere(1, 1, 1), reach, 1, 1);
    }

    /// A posture that says of itself that nothing better exists.
    private static CoverAnswer.Posture claims(CoverProblem problem, int[] units, String solver) {
        double value = problem.value(units);
        var certificate =
                new Certificate(
                        Certificate.Sense.MORE_IS_BETTER,
                        value,
                        value,
                        solver,
                        "1",
                        0,
                        1,
                        problem.hash());
        return new CoverAnswer.Posture(
                units, certificate, solved(problem).multipliers(), List.of());
    }

    @Property(tries = 300)
    void no_plan_passes_the_bound_and_every_plan_found_keeps_the_rules(
            @ForAll @IntRange(min = 1, max = 4) int bases,
            @ForAll @IntRange(min = 1, max = 9) int places,
            @ForAll long seed) {
        var problem = CoverProblem.of(SmallCover.any(bases, places, seed));
        double greatest = SmallCover.greatest(problem);
        switch (new OwnCoverSolver().solve(problem, new Effort(5, 150, 1, seed))) {
            case CoverAnswer.Posture posture -> {
                double slack = 1e-9 * Math.max(1, greatest);
                assertEquals(List.of(), problem.breaches(posture.units()));
                assertTrue(posture.certificate().value() <= greatest + slack);
                assertTrue(posture.certificate().bound() >= greatest - slack);
                var checked = CoverCheck.of(problem, posture);
                assertEquals(List.of(), checked.faults());
                assertTrue(checked.bound() >= greatest - slack);
            }
            case CoverAnswer.None none ->
                    assertTrue(!none.proven() || greatest == Double.NEGATIVE_INFINITY);
        }
    }

    @Property(tries = 100)
    void merging_places_changes_no_value(
            @ForAll @IntRange(min = 1, max = 4) int bases,
            @ForAll @IntRange(min = 1, max = 30) int places,
            @ForAll long seed) {
        var question = SmallCover.any(bases, places, seed);
        var problem = CoverProblem.of(question);
        var chance = new SplittableRandom(seed);
        var units = chance.ints(problem.stations(), 0, 3).toArray();
        assertEquals(SmallCover.valueWithoutMerging(question, units), problem.value(units), 1e-9);
    }

    private static CoverProblem question(
            List<UnitType> types, Stationing stationing, ReachTable reach, double... weights) {
        return CoverProblem.of(
                new CoverQuestion(
                        types,
                        stationing,
                        List.of(Service.cover("cover", 0)),
                        List.of(new Scenario("today", 1, weights, reach)),
                        Fairness.NONE));
    }

    private static CoverAnswer.Posture solved(CoverProblem problem) {
        var answer = new OwnCoverSolver().solve(problem, Effort.USUAL);
        var posture = assertInstanceOf(CoverAnswer.Posture.class, answer);
        assertTrue(CoverCheck.of(problem, posture).holds());
        return posture;
    }

    private static CoverAnswer.None none(CoverProblem problem) {
        return assertInstanceOf(
                CoverAnswer.None.class, new OwnCoverSolver().solve(problem, Effort.USUAL));
    }
}

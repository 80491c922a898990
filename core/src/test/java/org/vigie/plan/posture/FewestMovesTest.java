package org.vigie.plan.posture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class FewestMovesTest {

    private static final UnitType FIRST = new UnitType("first", 1, 0);
    private static final UnitType SECOND = new UnitType("second", 1, 0);

    /// Each of the places lies at a base of its own.
    private static CoverProblem problem(List<UnitType> types, double... weights) {
        int bases = weights.length;
        var room = new int[bases];
        Arrays.fill(room, 1);
        var reach = new ReachTable(types.size(), bases, bases);
        for (int type = 0; type < types.size(); type++) {
            for (int base = 0; base < bases; base++) {
                reach.set(type, base, base);
            }
        }
        var all = types.size() == 1 ? new Integer[] {0} : new Integer[] {0, 1};
        return CoverProblem.of(
                new CoverQuestion(
                        types,
                        Stationing.anywhere(types.size(), room),
                        List.of(Service.cover("cover", all)),
                        List.of(new Scenario("today", 1, weights, reach)),
                        Fairness.NONE));
    }

    /// That the solver found this plan.
    private static CoverAnswer.Posture found(CoverProblem problem, int... plan) {
        var solved = solved(problem);
        assertEquals(solved.certificate().value(), problem.value(plan));
        return solved.standing(plan, problem.value(plan));
    }

    private static CoverAnswer.Posture solved(CoverProblem problem) {
        return assertInstanceOf(
                CoverAnswer.Posture.class, new OwnCoverSolver().solve(problem, Effort.USUAL));
    }

    private static int[] settled(CoverProblem problem, CoverAnswer.Posture found, int... today) {
        var settled =
                assertInstanceOf(CoverAnswer.Posture.class, FewestMoves.of(problem, found, today));
        var checked = CoverCheck.of(problem, settled);
        assertTrue(checked.holds(), () -> checked.faults().toString());
        assertTrue(settled.certificate().isProven(), () -> settled.certificate().toString());
        return settled.units();
    }

    @Test
    void a_unit_that_serves_as_many_from_its_own_base_is_not_moved() {
        var problem = problem(List.of(FIRST), 7, 7);
        assertArrayEquals(new int[] {0, 1}, settled(problem, found(problem, 1, 0), 0, 1));
    }

    @Test
    void a_unit_that_adds_nothing_is_left_at_its_base_and_not_left_out() {
        var problem = problem(List.of(FIRST, SECOND), 7, 0);
        var plan = found(problem, 1, 0, 0, 0);
        assertArrayEquals(new int[] {1, 0, 0, 1}, settled(problem, plan, 1, 0, 0, 1));
    }

    @Test
    void two_that_changed_places_for_nothing_change_back() {
        var problem = problem(List.of(FIRST, SECOND), 7, 7, 0);
        var plan = found(problem, 0, 1, 0, 1, 0, 0);
        assertArrayEquals(new int[] {1, 0, 0, 0, 1, 0}, settled(problem, plan, 1, 0, 0, 0, 1, 0));
    }

    @Test
    void where_two_moved_and_one_would_do_one_moves() {
        var problem = problem(List.of(FIRST, SECOND), 7, 7, 0);
        var plan = found(problem, 0, 1, 0, 1, 0, 0);
        assertArrayEquals(new int[] {1, 0, 0, 0, 1, 0}, settled(problem, plan, 1, 0, 0, 0, 0, 1));
    }

    @Test
    void a_unit_that_serves_more_elsewhere_moves() {
        var problem = problem(List.of(FIRST), 7, 8);
        assertArrayEquals(new int[] {0, 1}, settled(problem, found(problem, 0, 1), 1, 0));
    }

    @Property(tries = 300)
    void the_value_does_not_fall_its_proof_stays_and_no_unit_could_stay_as_well(
            @ForAll @IntRange(min = 1, max = 4) int bases,
            @ForAll @IntRange(min = 1, max = 6) int places,
            @ForAll long seed) {
        var problem = CoverProblem.of(SmallCover.any(bases, places, seed));
        var today = new SplittableRandom(seed).ints(2L * bases, 0, 2).toArray();
        if (!(new OwnCoverSolver().solve(problem, Effort.USUAL)
                instanceof CoverAnswer.Posture before)) {
            return;
        }
        var after =
                assertInstanceOf(CoverAnswer.Posture.class, FewestMoves.of(problem, before, today));
        var checked = CoverCheck.of(problem, after);
        assertTrue(checked.holds(), () -> checked.faults().toString());
        double value = after.certificate().value();
        double found = before.certificate().value();
        assertTrue(value >= found - 1e-9 * Math.max(1, found), value + " after " + found);
        assertEquals(before.certificate().bound(), after.certificate().bound());
        assertTrue(away(today, after.units()) <= away(today, before.units()));
        for (int to = 0; to < today.length; to++) {
            for (int from = 0; from < today.length; from++) {
                var units = after.units();
                boolean home =
                        problem.typeOf(from) == problem.typeOf(to)
                                && units[from] > today[from]
                                && units[to] < today[to];
                if (home) {
                    units[from]--;
                    units[to]++;
                    assertTrue(
                            problem.value(units) < value || !problem.breaches(units).isEmpty(),
                            () -> Arrays.toString(units));
                }
            }
        }
    }

    private static int away(int[] today, int[] units) {
        int away = 0;
        for (int station = 0; station < today.length; station++) {
            away += Math.max(0, today[station] - units[station]);
        }
        return away;
    }
}

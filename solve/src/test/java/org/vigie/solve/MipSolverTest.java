package org.vigie.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Saying;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverCheck;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.CoverQuestion;
import org.vigie.plan.posture.Effort;
import org.vigie.plan.posture.Fairness;
import org.vigie.plan.posture.MadeUpPosture;
import org.vigie.plan.posture.MadeUpTheatre;
import org.vigie.plan.posture.OwnCoverSolver;
import org.vigie.plan.posture.PostureSolver;
import org.vigie.plan.posture.ReachTable;
import org.vigie.plan.posture.Scenario;
import org.vigie.plan.posture.Service;
import org.vigie.plan.posture.Stationing;
import org.vigie.plan.posture.UnitType;

final class MipSolverTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final PostureSolver SCIP = new MipSolver(Engine.SCIP, LIMIT);
    private static final PostureSolver HIGHS = new MipSolver(Engine.HIGHS, LIMIT);
    private static final PostureSolver CBC = new MipSolver(Engine.CBC, LIMIT);
    private static final PostureSolver OWN = new OwnCoverSolver();

    @Test
    void three_solvers_agree_on_two_hundred_bases_and_prove_it() {
        var theatre = new MadeUpTheatre(5000, 200, 1);
        var problem = CoverProblem.of(MadeUpPosture.maximalCover(theatre, 20, 180));
        var scip = posture(SCIP, problem);
        assertTrue(scip.certificate().isProven(), () -> scip.certificate().toString());
        for (var other : List.of(HIGHS, CBC)) {
            var posture = posture(other, problem);
            assertTrue(posture.certificate().isProven(), () -> posture.certificate().toString());
            assertEquals(scip.certificate().value(), posture.certificate().value(), 1e-6 * 1e6);
        }
    }

    /// As it comes, HiGHS stops at 3653715 and calls it optimal.
    @Test
    void highs_does_not_stop_at_its_own_idea_of_a_gap() {
        var theatre = new MadeUpTheatre(20_000, 200, 5);
        var problem = CoverProblem.of(MadeUpPosture.maximalCover(theatre, 20, 180));
        assertEquals(3_653_894, posture(HIGHS, problem).certificate().value());
    }

    @Test
    void a_mission_with_caveats_and_double_cover_is_proven_best() {
        var theatre = new MadeUpTheatre(5000, 20, 2);
        var problem = CoverProblem.of(MadeUpPosture.mission(theatre, 5, 2));
        var posture = posture(SCIP, problem);
        assertTrue(posture.certificate().isProven(), () -> posture.certificate().toString());
        var own = posture(OWN, problem).certificate();
        assertTrue(own.value() <= posture.certificate().value() * (1 + 1e-6));
        assertTrue(own.bound() >= posture.certificate().value() * (1 - 1e-6));
    }

    @Test
    void a_solver_that_gets_no_time_leaves_our_own_answer_and_says_so() {
        var theatre = new MadeUpTheatre(3000, 150, 3);
        var problem = CoverProblem.of(MadeUpPosture.mission(theatre, 3, 3));
        var hurried = new MipSolver(Engine.SCIP, Duration.ofMillis(1), Duration.ofMillis(1));
        var posture = posture(hurried, problem);
        assertEquals(OwnCoverSolver.SOLVER, posture.certificate().solver());
        assertEquals(
                "SCIP gave no answer (it was still at work after 2 ms): this is the answer of Vigie's"
                        + " own search, with its own bound",
                posture.notes().getFirst().plain());
    }

    @Test
    void a_solver_that_crashes_takes_nobody_with_it_and_is_there_again_for_the_next()
            throws InterruptedException {
        var small = new MadeUpTheatre(200, 5, 6);
        var easy = CoverProblem.of(MadeUpPosture.maximalCover(small, 2, 180));
        posture(SCIP, easy);
        var theatre = new MadeUpTheatre(10_000, 200, 6);
        var hard = CoverProblem.of(MadeUpPosture.mission(theatre, 3, 6));
        var killer = new Thread(MipSolverTest::killSoon);
        killer.start();
        var posture = posture(SCIP, hard);
        killer.join();
        assertEquals(OwnCoverSolver.SOLVER, posture.certificate().solver());
        assertEquals(
                "SCIP gave no answer (its program ended with code 137): this is the answer of"
                        + " Vigie's own search, with its own bound",
                posture.notes().getFirst().plain());
        assertEquals("SCIP", posture(SCIP, easy).certificate().solver());
    }

    /// Ends the solver's program once it has begun to work on something.
    private static void killSoon() {
        var program =
                ProcessHandle.current()
                        .children()
                        .filter(child ->
                                child.info()
                                        .commandLine()
                                        .orElse("")
                                        .endsWith(SolverProgram.class.getName()))
                        .findFirst()
                        .orElseThrow();
        var before = program.info().totalCpuDuration().orElse(Duration.ZERO);
        while (program.info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .minus(before)
                        .compareTo(Duration.ofMillis(300))
                < 0) {
            Thread.onSpinWait();
        }
        program.destroyForcibly();
    }

    @Test
    void a_solver_at_its_time_limit_costs_the_proof_and_not_the_plan() {
        var theatre = new MadeUpTheatre(3000, 150, 4);
        var problem = CoverProblem.of(MadeUpPosture.mission(theatre, 3, 4));
        double own = posture(OWN, problem).certificate().value();
        for (var engine : Engine.values()) {
            var limited = posture(new MipSolver(engine, Duration.ofMillis(20)), problem);
            assertTrue(limited.certificate().value() >= 0.99 * own, engine::shown);
            assertTrue(Double.isFinite(limited.certificate().bound()));
        }
    }

    @Test
    void floors_that_cannot_be_kept_are_proven_impossible() {
        var reach = new ReachTable(1, 2, 2);
        reach.set(0, 0, 0);
        reach.set(0, 1, 1);
        var question =
                new CoverQuestion(
                        List.of(new UnitType("company", 1, 0)),
                        Stationing.anywhere(1, 1, 1),
                        List.of(Service.cover("cover", 0)),
                        List.of(new Scenario("today", 1, new double[] {1, 1}, reach)),
                        Fairness.floors(new int[] {0, 1}, 1, 1));
        var none =
                assertInstanceOf(
                        CoverAnswer.None.class,
                        SCIP.solve(CoverProblem.of(question), Effort.USUAL));
        assertTrue(none.proven());
        assertEquals("no posture keeps every rule, says SCIP", none.why().getFirst().plain());
    }

    @Test
    void zero_units_are_an_answer() {
        var reach = new ReachTable(1, 1, 1);
        reach.set(0, 0, 0);
        var question =
                new CoverQuestion(
                        List.of(new UnitType("company", 0, 0)),
                        Stationing.anywhere(1, 1),
                        List.of(Service.cover("cover", 0)),
                        List.of(new Scenario("today", 1, new double[] {1}, reach)),
                        Fairness.NONE);
        var posture = posture(SCIP, CoverProblem.of(question));
        assertEquals(0, posture.certificate().value());
        assertTrue(posture.certificate().isProven());
    }

    @Test
    void two_solvers_that_agree_say_so() {
        var theatre = new MadeUpTheatre(500, 10, 5);
        var problem = CoverProblem.of(MadeUpPosture.mission(theatre, 3, 5));
        var posture = posture(new AgreedSolver(SCIP, HIGHS), problem);
        assertEquals(
                List.of("SCIP and HiGHS agree on the value"),
                posture.notes().stream().map(Saying::plain).toList());
    }

    @Property(tries = 60)
    void the_core_and_the_solvers_agree_within_what_they_prove(
            @ForAll @IntRange(min = 1, max = 6) int bases,
            @ForAll @IntRange(min = 1, max = 25) int places,
            @ForAll long seed) {
        var problem = CoverProblem.of(any(bases, places, seed));
        var own = OWN.solve(problem, new Effort(5, 200, 1, seed));
        for (var solver : List.of(SCIP, HIGHS, CBC)) {
            var told = solver.solve(problem, new Effort(2, 200, 1, seed));
            if (own instanceof CoverAnswer.Posture one && told instanceof CoverAnswer.Posture two) {
                double slack = 1e-6 * Math.max(1, two.certificate().value());
                assertTrue(one.certificate().value() <= two.certificate().bound() + slack);
                assertTrue(two.certificate().value() <= one.certificate().bound() + slack);
                assertTrue(two.certificate().isProven(), () -> two.certificate().toString());
                assertEquals(List.of(), CoverCheck.of(problem, two).faults());
            } else {
                // Whoever says that nothing is possible must not be contradicted.
                assertTrue(!(own instanceof CoverAnswer.Posture), solver::name);
            }
        }
    }

    private static CoverQuestion any(int bases, int places, long seed) {
        var chance = new SplittableRandom(seed);
        var types =
                List.of(
                        new UnitType("a", chance.nextInt(4), 0.3),
                        new UnitType("b", chance.nextInt(4), 0));
        var stationing =
                Stationing.anywhere(2, chance.ints(bases, 1, 4).toArray())
                        .atMost(chance.nextInt(2), chance.nextInt(bases), chance.nextInt(2));
        if (chance.nextInt(3) == 0) {
            var today = new int[2 * bases];
            Arrays.fill(today, 0, bases, 1);
            stationing = stationing.movedFrom(today, chance.nextInt(3));
        }
        var reach = new ReachTable(2, bases, places);
        for (int at = 0; at < 2 * bases * places; at++) {
            if (chance.nextInt(5) < 2) {
                reach.set(at % 2, at / 2 % bases, at / 2 / bases);
            }
        }
        var weights = chance.ints(places, 0, 20).asDoubleStream().toArray();
        return new CoverQuestion(
                types,
                stationing,
                List.of(
                        Service.expected("reaction", 2, 0),
                        Service.all("10-1-2", 0, 1).withShare(2),
                        Service.cover("either", 0, 1)),
                List.of(new Scenario("today", 1, weights, reach)),
                chance.nextInt(3) == 0
                        ? Fairness.floors(chance.ints(places, -1, 2).toArray(), 0.3, 0.1)
                        : Fairness.NONE);
    }

    private static CoverAnswer.Posture posture(PostureSolver solver, CoverProblem problem) {
        var posture =
                assertInstanceOf(CoverAnswer.Posture.class, solver.solve(problem, Effort.USUAL));
        assertEquals(List.of(), CoverCheck.of(problem, posture).faults());
        return posture;
    }
}

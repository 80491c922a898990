package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Mode;
import org.vigie.geo.Place;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.geo.SpeedRange;
import org.vigie.plan.Base;
import org.vigie.plan.Register;
import org.vigie.plan.Unit;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.Effort;
import org.vigie.plan.posture.ForcePosture;
import org.vigie.plan.posture.OwnCoverSolver;
import org.vigie.plan.posture.PostureSolver;
import org.vigie.record.Forces;

class PostureSolvesTest {

    private static final ForcePosture FORCE = force();
    private static final CoverProblem PROBLEM = CoverProblem.of(FORCE.question());

    private static ForcePosture force() {
        var base = new Base("alpha", "Alpha", new Position(6, 18));
        var unit =
                new Unit(
                        "inf",
                        "Infantry",
                        base,
                        Forces.Part.INFANTRY,
                        Set.of("infantry"),
                        Mode.ROAD,
                        new SpeedRange(30, 50),
                        Duration.ZERO,
                        Duration.ZERO,
                        true,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        "assumed");
        var place =
                new Place(
                        "kadu",
                        "Kadu",
                        List.of(),
                        new Position(6.1, 18),
                        PlacePrecision.EXACT,
                        null,
                        "settlement",
                        100,
                        "geonames",
                        false);
        var register =
                new Register(LocalDate.of(2026, 3, 15), List.of(base), List.of(unit), List.of());
        return ForcePosture.of(
                register, List.of(place), new double[] {100}, ForcePosture.Limits.USUAL);
    }

    private interface Solving {
        CoverAnswer solve(CoverProblem problem, Effort effort);
    }

    private static PostureSolver solver(Solving solving) {
        return new PostureSolver() {
            @Override
            public CoverAnswer solve(CoverProblem problem, Effort effort) {
                return solving.solve(problem, effort);
            }

            @Override
            public String name() {
                return "made up";
            }
        };
    }

    @Test
    void a_question_that_was_answered_is_not_asked_again() {
        var asked = new AtomicInteger();
        var solves =
                new PostureSolves(
                        solver((problem, effort) -> {
                            asked.incrementAndGet();
                            return new OwnCoverSolver().solve(problem, effort);
                        }),
                        Duration.ofSeconds(30));
        var first = solves.solve(FORCE, PROBLEM, true);
        assertSame(first, solves.solve(FORCE, PROBLEM, true));
        assertEquals(1, asked.get());
        assertFalse(first.late());
    }

    @Test
    void a_solver_that_breaks_costs_the_proof_and_not_the_plan() {
        var solves =
                new PostureSolves(
                        solver((problem, effort) -> {
                            throw new IllegalStateException("broken");
                        }),
                        Duration.ofSeconds(30));
        var solved = solves.solve(FORCE, PROBLEM, true);
        assertTrue(solved.late());
        assertInstanceOf(CoverAnswer.Posture.class, solved.answer());
    }

    @Test
    void a_solver_that_is_late_is_there_when_the_page_is_loaded_again() throws Exception {
        var go = new CountDownLatch(1);
        var solves =
                new PostureSolves(
                        solver((problem, effort) -> {
                            try {
                                go.await();
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                            return new OwnCoverSolver().solve(problem, effort);
                        }),
                        Duration.ofMillis(500));
        assertTrue(solves.solve(FORCE, PROBLEM, true).late());
        go.countDown();
        boolean late = true;
        for (int i = 0; late && i < 60; i++) {
            late = solves.solve(FORCE, PROBLEM, true).late();
        }
        assertFalse(late);
    }
}

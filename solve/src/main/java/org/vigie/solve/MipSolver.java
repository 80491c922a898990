package org.vigie.solve;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Saying;
import org.vigie.plan.posture.Certificate;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverMultipliers;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.Effort;
import org.vigie.plan.posture.OwnCoverSolver;
import org.vigie.plan.posture.PostureSolver;
import org.vigie.plan.posture.PostureWords;

/// Solves a [CoverProblem] with a native mixed-integer solver, so that the plan is proven best.
///
/// Our own plan comes first, and the answer is never worse than it: a solver that throws at its
/// time limit or comes back with nothing (google/or-tools #5372, #5016, #4747) costs the proof, not
/// the plan. What a solver returns is worked out again in plain Java before it is believed. The
/// bound is the solver's; the duals of the linear relaxation go with it, from which a bound follows
/// that needs no solver. A solve that does not come back in time is left alone in its thread, and
/// the core's solver answers.
///
/// When it must not be trusted: a crash of the native code itself ends the program, as any native
/// crash does. Solvers keep rules to about one part in a million; a bound within that of the value
/// counts as reached.
public final class MipSolver implements PostureSolver {

    /// For an answer while somebody waits.
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(20);

    /// What a solver may take beyond its limit before it is given up.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final double SOLVER_TOLERANCE = 1e-6;

    private static final int RESTARTS_MAX = 4;

    /// Where one local search takes most of a second, one must do.
    private static final int LARGE = 40_000;

    private final Engine engine;
    private final Duration limit;
    private final Duration grace;

    /// @param limit for the native solve; loading the native code, once, is not in it
    public MipSolver(Engine engine, Duration limit) {
        this(engine, limit, GRACE);
    }

    MipSolver(Engine engine, Duration limit, Duration grace) {
        if (limit.isNegative() || limit.isZero()) {
            throw new BadInput("time for a solver", limit, "longer than nothing");
        }
        this.engine = engine;
        this.limit = limit;
        this.grace = grace;
    }

    @Override
    public String name() {
        return engine.shown();
    }

    @Override
    public CoverAnswer solve(CoverProblem problem, Effort effort) {
        int restarts = problem.rows().stations().length > LARGE ? 0 : RESTARTS_MAX;
        var few =
                new Effort(
                        Math.min(effort.restarts(), restarts),
                        effort.rounds(),
                        effort.nodes(),
                        effort.seed());
        var found = OwnCoverSolver.plan(problem, few);
        if (found instanceof OwnCoverSolver.Found.Nothing nothing && nothing.none().proven()) {
            return nothing.none();
        }
        var plan = found instanceof OwnCoverSolver.Found.Plan own ? own.units() : null;
        var prices = new FutureTask<>(() -> prices(problem, plan, effort));
        if (!NativeSolve.givesDuals(problem)) {
            // Worked out beside the solver, on another processor if there is one.
            var beside = new Thread(prices, "vigie-prices");
            beside.setDaemon(true);
            beside.start();
        }
        try {
            var told =
                    SolverProcess.shared()
                            .solve(
                                    new SolverProcess.Request(engine, limit, problem, plan),
                                    limit.plus(grace));
            var ours = NativeSolve.givesDuals(problem) ? null : prices.get();
            return answer(problem, effort, new Both(plan, ours), told);
        } catch (SolverProcess.NoAnswer | ExecutionException none) {
            return ownAnswer(problem, effort, String.valueOf(none.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ownAnswer(problem, effort, "it was stopped");
        }
    }

    private static @Nullable CoverMultipliers prices(
            CoverProblem problem, int @Nullable [] plan, Effort effort) {
        return plan == null
                ? null
                : OwnCoverSolver.multipliers(problem, problem.value(plan), effort.rounds());
    }

    /// Our own plan and prices, where we have them.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Both(int @Nullable [] plan, @Nullable CoverMultipliers prices) {}

    private CoverAnswer answer(CoverProblem problem, Effort effort, Both ours, Told told) {
        var own = ours.plan;
        if (told.impossible() && own == null) {
            return new CoverAnswer.None(
                    List.of(Saying.of(PostureWords.NONE_EXISTS, engine.shown())), true);
        }
        var theirs = told.plan();
        theirs = theirs != null && problem.breaches(theirs).isEmpty() ? theirs : null;
        if (theirs == null && own == null) {
            return ownAnswer(problem, effort, "it had no plan");
        }
        int[] best = better(problem, own, theirs);
        double value = problem.value(best);
        var multipliers = told.duals() == null ? ours.prices : told.duals();
        if (multipliers == null) {
            multipliers = OwnCoverSolver.multipliers(problem, value, effort.rounds());
        }
        double shown = multipliers.bound(problem);
        double tolerance = SOLVER_TOLERANCE * Math.max(1, Math.abs(value));
        double bound = Math.max(value, Math.min(shown, told.bound()));
        if (told.optimal() && bound - value <= tolerance) {
            bound = value;
        }
        var certificate =
                new Certificate(
                        Certificate.Sense.MORE_IS_BETTER,
                        value,
                        bound,
                        engine.shown(),
                        told.version(),
                        0,
                        effort.seed(),
                        problem.hash());
        return new CoverAnswer.Posture(best, certificate, multipliers, List.of());
    }

    private static int[] better(
            CoverProblem problem, int @Nullable [] own, int @Nullable [] theirs) {
        if (own == null || theirs == null) {
            var only = own == null ? theirs : own;
            if (only == null) {
                throw new IllegalStateException("one plan was promised");
            }
            return only;
        }
        return problem.value(theirs) > problem.value(own) ? theirs : own;
    }

    private CoverAnswer ownAnswer(CoverProblem problem, Effort effort, String why) {
        return switch (new OwnCoverSolver().solve(problem, effort)) {
            case CoverAnswer.Posture posture ->
                    posture.saying(Saying.of(PostureWords.FELL_BACK, engine.shown(), why));
            case CoverAnswer.None none -> none;
        };
    }
}

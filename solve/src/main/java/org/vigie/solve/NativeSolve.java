package org.vigie.solve;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.posture.CoverMultipliers;
import org.vigie.plan.posture.CoverProblem;

/// One solve in native code, for a thread of its own: the whole problem, and where that is quick
/// its linear relaxation for the duals.
final class NativeSolve implements Callable<NativeSolve.Told> {

    /// Larger relaxations take seconds: the prices of the core's own climb do.
    private static final int LINKS_MAX = 4_000;

    private final Engine engine;
    private final Duration limit;
    private final CoverProblem problem;
    private final int @Nullable [] plan;

    /// The solver at work; guarded by `this`, so that nobody interrupts one that is gone.
    private @Nullable MPSolver running;

    /// @param plan to begin with, where there is one
    NativeSolve(Engine engine, Duration limit, CoverProblem problem, int @Nullable [] plan) {
        this.engine = engine;
        this.limit = limit;
        this.problem = problem;
        this.plan = plan;
    }

    /// What a native solver said.
    ///
    /// @param plan null when it had none
    /// @param bound infinite when it had none
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Told(
            int @Nullable [] plan,
            double bound,
            boolean optimal,
            boolean impossible,
            String version,
            @Nullable CoverMultipliers duals) {}

    /// Whether the duals will come with the answer.
    boolean givesDuals() {
        return problem.rows().linkCount() <= LINKS_MAX;
    }

    @Override
    public Told call() {
        var solver = started(engine.name());
        try {
            var model = new CoverModel(problem, solver, true);
            if (plan != null && engine.takesHints()) {
                model.hint(plan);
            }
            var parameters = new MPSolverParameters();
            parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
            var status = solver.solve(parameters);
            boolean optimal = status == MPSolver.ResultStatus.OPTIMAL;
            boolean hasPlan = optimal || status == MPSolver.ResultStatus.FEASIBLE;
            return new Told(
                    hasPlan ? model.plan() : null,
                    hasPlan ? solver.objective().bestBound() : Double.POSITIVE_INFINITY,
                    optimal,
                    status == MPSolver.ResultStatus.INFEASIBLE,
                    engine.version(solver.solverVersion()),
                    givesDuals() ? duals() : null);
        } finally {
            end(solver);
        }
    }

    private @Nullable CoverMultipliers duals() {
        var linear = started("GLOP");
        try {
            var model = new CoverModel(problem, linear, false);
            var status = linear.solve();
            return status == MPSolver.ResultStatus.OPTIMAL ? model.duals() : null;
        } finally {
            end(linear);
        }
    }

    private synchronized MPSolver started(String name) {
        var solver = MPSolver.createSolver(name);
        if (solver == null) {
            throw new IllegalStateException(name + " is not part of this OR-Tools");
        }
        solver.suppressOutput();
        solver.setTimeLimit(limit.toMillis());
        running = solver;
        return solver;
    }

    private synchronized void end(MPSolver solver) {
        running = null;
        solver.delete();
    }

    /// Asks the solver to stop soon; some do not listen.
    synchronized void interrupt() {
        if (running != null) {
            running.interruptSolve();
        }
    }
}

package org.vigie.solve;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.posture.CoverMultipliers;
import org.vigie.plan.posture.CoverProblem;

/// One solve in native code, in the program that is there for it: the whole problem, and where that
/// is quick its linear relaxation for the duals.
final class NativeSolve {

    /// Larger relaxations take seconds: the prices of the core's own climb do.
    private static final int LINKS_MAX = 4_000;

    private final Engine engine;
    private final Duration limit;
    private final CoverProblem problem;
    private final int @Nullable [] plan;

    /// @param plan to begin with, where there is one
    NativeSolve(Engine engine, Duration limit, CoverProblem problem, int @Nullable [] plan) {
        this.engine = engine;
        this.limit = limit;
        this.problem = problem;
        this.plan = plan;
    }

    /// Whether the duals come with the answer.
    static boolean givesDuals(CoverProblem problem) {
        return problem.rows().linkCount() <= LINKS_MAX;
    }

    Told call() {
        var solver = started(engine.name());
        try {
            var model = new CoverModel(problem, solver, true);
            if (plan != null && engine.takesHints()) {
                model.hint(plan);
            }
            var parameters = new MPSolverParameters();
            parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
            solver.setSolverSpecificParametersAsString(engine.parameters());
            var status = solver.solve(parameters);
            boolean optimal = status == MPSolver.ResultStatus.OPTIMAL;
            boolean hasPlan = optimal || status == MPSolver.ResultStatus.FEASIBLE;
            return new Told(
                    hasPlan ? model.plan() : null,
                    hasPlan ? solver.objective().bestBound() : Double.POSITIVE_INFINITY,
                    optimal,
                    status == MPSolver.ResultStatus.INFEASIBLE,
                    engine.version(solver.solverVersion()),
                    givesDuals(problem) ? duals() : null);
        } finally {
            solver.delete();
        }
    }

    private @Nullable CoverMultipliers duals() {
        var linear = started("GLOP");
        try {
            var model = new CoverModel(problem, linear, false);
            var status = linear.solve();
            return status == MPSolver.ResultStatus.OPTIMAL ? model.duals() : null;
        } finally {
            linear.delete();
        }
    }

    private MPSolver started(String name) {
        var solver = MPSolver.createSolver(name);
        if (solver == null) {
            throw new IllegalStateException(name + " is not part of this OR-Tools");
        }
        solver.suppressOutput();
        solver.setTimeLimit(limit.toMillis());
        return solver;
    }
}

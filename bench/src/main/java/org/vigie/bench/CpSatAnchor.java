package org.vigie.bench;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.plan.posture.CoverProblem;

/// Plain cover as CP-SAT takes it, with everything as it comes: what one gets who reaches for it
/// first.
final class CpSatAnchor {

    private CpSatAnchor() {}

    /// Value, bound and seconds.
    static Map<String, Object> solve(CoverProblem problem, int limitSeconds) {
        Loader.loadNativeLibraries();
        var model = new CpModel();
        var rows = problem.rows();
        var open = new BoolVar[problem.stations()];
        for (int j = 0; j < open.length; j++) {
            open[j] = model.newBoolVar("");
        }
        model.addLessOrEqual(LinearExpr.sum(open), problem.types().getFirst().count());
        var covered = new BoolVar[rows.size()];
        var weights = new long[rows.size()];
        for (int row = 0; row < covered.length; row++) {
            covered[row] = model.newBoolVar("");
            weights[row] = Math.round(rows.weight()[row]);
            var reach = new ArrayList<Literal>();
            int link = rows.links()[row];
            for (int at = rows.from()[link]; at < rows.from()[link + 1]; at++) {
                reach.add(open[rows.stations()[at]]);
            }
            reach.add(covered[row].not());
            model.addBoolOr(reach);
        }
        model.maximize(LinearExpr.weightedSum(covered, weights));
        var solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(limitSeconds);
        solver.getParameters().setNumWorkers(2);
        long started = System.nanoTime();
        var status = solver.solve(model);
        var result = new LinkedHashMap<String, Object>();
        result.put("status", status.name());
        result.put("value", solver.objectiveValue());
        result.put("bound", solver.bestObjectiveBound());
        result.put("seconds", (System.nanoTime() - started) / 1e9);
        return result;
    }
}

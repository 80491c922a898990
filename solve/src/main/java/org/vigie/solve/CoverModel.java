package org.vigie.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.posture.CoverMultipliers;
import org.vigie.plan.posture.CoverProblem;

/// A [CoverProblem] as linear rows for a native solver: a whole number of units for each station, a
/// part between 0 and 1 for each level of each row. The parts need not be whole: when the units
/// are, the best parts are too.
final class CoverModel {

    private final CoverProblem problem;
    private final MPSolver solver;
    private final @Nullable MPVariable[] units;
    private final List<MPConstraint> links = new ArrayList<>();
    private final List<MPConstraint> room = new ArrayList<>();
    private final List<MPConstraint> floors = new ArrayList<>();
    private @Nullable MPConstraint moves;

    /// @param whole false for the linear relaxation
    CoverModel(CoverProblem problem, MPSolver solver, boolean whole) {
        this.problem = problem;
        this.solver = solver;
        units = new MPVariable[problem.stations()];
        addUnits(whole);
        addMoves();
        addRows();
    }

    private void addUnits(boolean whole) {
        var stationing = problem.stationing();
        int bases = stationing.bases();
        for (int station = 0; station < units.length; station++) {
            int most = stationing.most(station);
            if (most > 0) {
                units[station] = solver.makeVar(stationing.least(station), most, whole, "");
            }
        }
        for (int type = 0; type < problem.types().size(); type++) {
            var count = solver.makeConstraint(0, problem.types().get(type).count());
            for (int base = 0; base < bases; base++) {
                put(count, type * bases + base, 1);
            }
        }
        for (int base = 0; base < bases; base++) {
            var full = solver.makeConstraint(0, stationing.room(base));
            for (int type = 0; type < problem.types().size(); type++) {
                put(full, type * bases + base, 1);
            }
            room.add(full);
        }
    }

    private void put(MPConstraint row, int station, double times) {
        var variable = units[station];
        if (variable != null) {
            row.setCoefficient(variable, times);
        }
    }

    /// A unit that leaves its base of today counts one; one that may not stand there any more too.
    private void addMoves() {
        var stationing = problem.stationing();
        if (stationing.movesMost() < 0) {
            return;
        }
        double infinity = MPSolver.infinity();
        var all = solver.makeConstraint(-infinity, stationing.movesMost());
        for (int station = 0; station < units.length; station++) {
            int today = stationing.today(station);
            if (today > 0) {
                var left = solver.makeNumVar(0, today, "");
                var leaving = solver.makeConstraint(today, infinity);
                leaving.setCoefficient(left, 1);
                put(leaving, station, 1);
                all.setCoefficient(left, 1);
            }
        }
        moves = all;
    }

    private void addRows() {
        var rows = problem.rows();
        double infinity = MPSolver.infinity();
        for (double floor : rows.floors()) {
            floors.add(solver.makeConstraint(floor, infinity));
        }
        var objective = solver.objective();
        objective.setMaximization();
        for (int row = 0; row < rows.size(); row++) {
            int levels = problem.levels(row);
            var parts = new MPVariable[levels];
            for (int level = 1; level <= levels; level++) {
                parts[level - 1] = solver.makeNumVar(0, 1, "");
                objective.setCoefficient(parts[level - 1], problem.gain(row, level));
            }
            int area = rows.area()[row];
            if (area >= 0) {
                floors.get(area).setCoefficient(parts[0], rows.weight()[row]);
            }
            for (int link = rows.links()[row]; link < rows.links()[row + 1]; link++) {
                var reach = solver.makeConstraint(-infinity, 0);
                for (var part : parts) {
                    reach.setCoefficient(part, 1);
                }
                for (int at = rows.from()[link]; at < rows.from()[link + 1]; at++) {
                    put(reach, rows.stations()[at], -1);
                }
                links.add(reach);
            }
        }
    }

    /// Tells the solver a plan to begin with.
    void hint(int[] plan) {
        var variables = new ArrayList<MPVariable>();
        var values = new ArrayList<Double>();
        for (int station = 0; station < plan.length; station++) {
            var variable = units[station];
            if (variable != null) {
                variables.add(variable);
                values.add((double) plan[station]);
            }
        }
        solver.setHint(
                variables.toArray(MPVariable[]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The plan that the solver found, as whole numbers.
    int[] plan() {
        var plan = new int[units.length];
        for (int station = 0; station < plan.length; station++) {
            var variable = units[station];
            plan[station] = variable == null ? 0 : (int) Math.round(variable.solutionValue());
        }
        return plan;
    }

    /// The duals of the linear relaxation as prices. Which sign a solver gives them is its own
    /// affair; a price is not negative.
    CoverMultipliers duals() {
        return CoverMultipliers.of(
                links.stream().mapToDouble(one -> Math.abs(one.dualValue())).toArray(),
                room.stream().mapToDouble(one -> Math.abs(one.dualValue())).toArray(),
                moves == null ? 0 : Math.abs(moves.dualValue()),
                floors.stream().mapToDouble(one -> Math.abs(one.dualValue())).toArray());
    }
}

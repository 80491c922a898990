package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.geo.Saying;

/// Why floors cannot all be kept, and what is the most that can be had.
///
/// Each area is first looked at alone: what part of its weight could be covered if nothing else
/// mattered. Where each floor alone could be kept, all of them are lowered alike until a posture
/// keeps them. Cost: one solve for each floor, or seven.
public final class FloorLimits {

    private static final int HALVINGS = 7;

    private FloorLimits() {}

    /// Sentences for whoever set the floors; empty when there is none.
    ///
    /// @param problem in which no posture was found
    /// @param solver that is asked again
    public static List<Saying> of(CoverProblem problem, PostureSolver solver, Effort effort) {
        var floors = problem.rows().floors();
        var why = new ArrayList<Saying>();
        for (int area = 0; area < floors.length; area++) {
            var alone =
                    floors[area] > 0
                            ? solver.solve(alone(problem, area), effort)
                            : new CoverAnswer.None(List.of(), false);
            if (alone instanceof CoverAnswer.Posture most) {
                double had = most.certificate().value();
                if (had < floors[area] * (1 - Certificate.ROUNDING)) {
                    why.add(tooHigh(problem, area, most.certificate()));
                }
            }
        }
        if (why.isEmpty() && Arrays.stream(floors).filter(floor -> floor > 0).count() > 1) {
            double part = together(problem, solver, effort);
            if (part > 0) {
                why.add(Saying.of(PostureWords.FLOORS_TOGETHER, percent(part)));
            }
        }
        return why;
    }

    private static Saying tooHigh(CoverProblem problem, int area, Certificate most) {
        double floor = problem.rows().floors()[area];
        double share = problem.floorShare(area);
        boolean proven = most.isProven();
        return Saying.of(
                proven ? PostureWords.FLOOR_TOO_HIGH : PostureWords.FLOOR_NOT_FOUND,
                problem.areaName(area),
                asked(share),
                percent(share * most.value() / floor),
                above(Math.min(1, share * most.bound() / floor)));
    }

    /// What was asked, with the digits that it was asked with.
    private static double asked(double part) {
        return Math.round(part * 1e6) / 1e4;
    }

    /// A percentage with two digits, rounded up: a bound is never below what exists.
    private static double above(double part) {
        return Math.ceil(part * 10_000 - 1e-6) / 100;
    }

    /// A percentage with two digits, rounded down, so that it can be asked for.
    private static double percent(double part) {
        return Math.floor(part * 10_000 + 1e-6) / 100;
    }

    /// The weight of one area that is covered once, as the only thing that counts.
    private static CoverProblem alone(CoverProblem problem, int area) {
        var rows = problem.rows();
        var weight = rows.weight().clone();
        for (int row = 0; row < weight.length; row++) {
            if (rows.area()[row] != area) {
                weight[row] = 0;
            }
        }
        var free = problem.types().stream().map(type -> new UnitType(type.code(), type.count(), 0));
        var once =
                problem.services().stream()
                        .map(service -> new Service(service.code(), service.needs(), 1, 1));
        return CoverProblem.of(
                free.toList(),
                problem.stationing(),
                once.toList(),
                new CoverRows(
                        weight,
                        rows.service(),
                        none(rows),
                        rows.links(),
                        rows.from(),
                        rows.stations(),
                        new double[0],
                        rows.total()));
    }

    private static int[] none(CoverRows rows) {
        var none = new int[rows.size()];
        Arrays.fill(none, -1);
        return none;
    }

    /// The greatest part of all floors that was found to be possible; 0 where none was.
    private static double together(CoverProblem problem, PostureSolver solver, Effort effort) {
        double possible = 0;
        double impossible = 1;
        for (int step = 0; step < HALVINGS; step++) {
            double part = (possible + impossible) / 2;
            if (solver.solve(lowered(problem, part), effort) instanceof CoverAnswer.Posture) {
                possible = part;
            } else {
                impossible = part;
            }
        }
        return possible;
    }

    private static CoverProblem lowered(CoverProblem problem, double part) {
        var rows = problem.rows();
        return CoverProblem.of(
                problem.types(),
                problem.stationing(),
                problem.services(),
                new CoverRows(
                        rows.weight(),
                        rows.service(),
                        rows.area(),
                        rows.links(),
                        rows.from(),
                        rows.stations(),
                        Arrays.stream(rows.floors()).map(floor -> floor * part).toArray(),
                        rows.total()));
    }
}

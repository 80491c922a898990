package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Of plans that are worth the same, the one that moves fewer: a unit only leaves its base where
/// the value would fall if it stayed.
///
/// What it means to an officer: nobody is asked to move for nothing. A solver stops at the greatest
/// value and does not care who stands where for it; a unit that adds nothing is left out of its
/// plan, or sent anywhere. Here each is given back to its base as long as no rule is broken and the
/// value does not fall. The bound is of the model and not of the plan, so the proof stays.
///
/// When it must not be trusted: it tries units one by one, two by two, and two that change places;
/// a plan with still fewer moves, for which three would have to change at once, is not looked for.
///
/// Cost: units moved, squared, times the value of one plan, for each unit given back.
public final class FewestMoves {

    /// Where a plan has no place for a unit.
    private static final int NOWHERE = -1;

    private final CoverProblem problem;
    private final int[] today;
    private double least = Double.NEGATIVE_INFINITY;

    private FewestMoves(CoverProblem problem, int[] today) {
        this.problem = problem;
        this.today = today;
    }

    /// The same value with fewer moves; the answer itself where there is no posture.
    ///
    /// @param today where the units stand, by station
    public static CoverAnswer of(CoverProblem problem, CoverAnswer answer, int[] today) {
        return answer instanceof CoverAnswer.Posture posture ? of(problem, posture, today) : answer;
    }

    private static CoverAnswer.Posture of(
            CoverProblem problem, CoverAnswer.Posture posture, int[] today) {
        var units = new FewestMoves(problem, today.clone()).settle(posture.units());
        return posture.standing(units, problem.value(units));
    }

    private int[] settle(int[] found) {
        keepNoLessThan(found);
        if (keeps(today)) {
            return today.clone();
        }
        var units = found;
        for (var next = fewer(units); next != null; next = fewer(units)) {
            units = next;
            keepNoLessThan(units);
        }
        return units;
    }

    /// Our own search may have stopped below the best: then staying may even be worth more.
    private void keepNoLessThan(int[] units) {
        double value = problem.value(units);
        double slack = Certificate.ROUNDING * Math.max(1, Math.abs(value)) / 2;
        least = Math.max(least, value - slack);
    }

    /// A unit away from a base where it stands today.
    ///
    /// @param at the station where the plan has it, or [#NOWHERE]
    private record Away(int type, int at, int home) {}

    private List<Away> away(int[] units) {
        var away = new ArrayList<Away>();
        int bases = problem.stationing().bases();
        for (int type = 0; type < problem.types().size(); type++) {
            for (int home = type * bases; home < (type + 1) * bases; home++) {
                if (units[home] < today[home]) {
                    addAway(units, home, away);
                }
            }
        }
        return away;
    }

    private void addAway(int[] units, int home, List<Away> away) {
        int type = problem.typeOf(home);
        int bases = problem.stationing().bases();
        int placed = 0;
        for (int at = type * bases; at < (type + 1) * bases; at++) {
            placed += units[at];
            if (units[at] > today[at]) {
                away.add(new Away(type, at, home));
            }
        }
        if (placed < problem.types().get(type).count()) {
            away.add(new Away(type, NOWHERE, home));
        }
    }

    /// A plan of this value with one unit less away from its base; null where there is none.
    private int @Nullable [] fewer(int[] units) {
        var away = away(units);
        int bases = problem.stationing().bases();
        for (var one : away) {
            var home = moved(units, one, one.home);
            if (keeps(home)) {
                return home;
            }
        }
        for (var one : away) {
            for (var other : away) {
                if (one.type == other.type) {
                    continue;
                }
                var home = moved(units, one, one.home);
                var both = moved(home, other, other.home);
                if (keeps(both)) {
                    return both;
                }
                if (one.at != NOWHERE) {
                    int there = other.type * bases + problem.baseOf(one.at);
                    var instead = moved(home, other, there);
                    if (keeps(instead)) {
                        return instead;
                    }
                }
            }
        }
        return null;
    }

    private static int[] moved(int[] units, Away one, int to) {
        var moved = units.clone();
        if (one.at != NOWHERE) {
            moved[one.at]--;
        }
        moved[to]++;
        return moved;
    }

    private boolean keeps(int[] units) {
        return problem.value(units) >= least && problem.breaches(units).isEmpty();
    }
}

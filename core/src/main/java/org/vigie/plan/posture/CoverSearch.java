package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// A good plan for a [CoverProblem]: one unit after the other where it adds most, then moving
/// single units and exchanging two as long as that pays, from many starts.
///
/// Every plan on the way keeps counts, room, caveats, units that stay and moves; floors are kept by
/// price. It proves nothing: [CoverRelaxation] does.
final class CoverSearch {

    private static final int SWEEPS_MAX = 200;
    private static final int EXCHANGED_MAX = 2_000_000;

    private final CoverProblem problem;
    private final CoverState state;
    private final double pays;

    CoverSearch(CoverProblem problem) {
        this.problem = problem;
        state = new CoverState(problem);
        pays = Certificate.ROUNDING * Math.max(1, problem.greatest());
    }

    /// The best plan found, or the one that breaks fewest rules; see [CoverProblem#breaches].
    int[] best(Effort effort) {
        start();
        improve();
        var best = state.units.clone();
        double most = state.worth();
        var chance = new SplittableRandom(effort.seed());
        int units = Arrays.stream(best).sum();
        for (int i = 0; i < effort.restarts() && units > 0; i++) {
            state.set(best);
            shake(2 + chance.nextInt(Math.max(1, Math.min(units, 12))), chance);
            improve();
            if (state.worth() > most + pays) {
                best = state.units.clone();
                most = state.worth();
            }
        }
        return best;
    }

    /// Improves a plan that somebody else found.
    int[] improved(int[] plan) {
        state.set(plan);
        improve();
        return state.units.clone();
    }

    /// Everybody who must stay, or who stands there today when moves are few; then the rest.
    private void start() {
        var stationing = problem.stationing();
        state.clear();
        for (int station = 0; station < problem.stations(); station++) {
            int today = stationing.movesMost() < 0 ? 0 : stationing.today(station);
            int stay =
                    Math.max(stationing.least(station), Math.min(today, stationing.most(station)));
            for (int k = 0; k < stay; k++) {
                state.add(station);
            }
        }
        for (int base = 0; base < stationing.bases(); base++) {
            while (state.overRoom(base) > 0 && giveUpOne(-1, base)) {
                // one less each time
            }
        }
        for (int type = 0; type < problem.types().size(); type++) {
            while (state.overCount(type) > 0 && giveUpOne(type, -1)) {
                // one less each time
            }
        }
    }

    /// Takes away the unit that is missed least.
    private boolean giveUpOne(int type, int base) {
        int which = -1;
        double best = Double.NEGATIVE_INFINITY;
        for (int station = 0; station < problem.stations(); station++) {
            if ((type < 0 || problem.typeOf(station) == type)
                    && (base < 0 || problem.baseOf(station) == base)
                    && state.units[station] > problem.stationing().least(station)) {
                state.remove(station);
                if (state.worth() > best) {
                    best = state.worth();
                    which = station;
                }
                state.add(station);
            }
        }
        if (which < 0) {
            return false;
        }
        state.remove(which);
        return true;
    }

    private void improve() {
        boolean better = true;
        for (int sweep = 0; better && sweep < SWEEPS_MAX; sweep++) {
            addAll();
            better = moveSingly() || exchange();
        }
    }

    private void addAll() {
        int station = mostGain(-1);
        while (station >= 0) {
            state.add(station);
            station = mostGain(-1);
        }
    }

    /// Where one more unit adds most; -1 when nowhere.
    ///
    /// @param type that is added, or -1 for any
    private int mostGain(int type) {
        int bases = problem.stationing().bases();
        int from = type < 0 ? 0 : type * bases;
        int to = type < 0 ? problem.stations() : from + bases;
        int which = -1;
        double most = 0;
        for (int station = from; station < to; station++) {
            if (state.mayAdd(station)) {
                double gain = state.gainOfAdding(station);
                if (gain > most) {
                    most = gain;
                    which = station;
                }
            }
        }
        return which;
    }

    private boolean moveSingly() {
        boolean moved = false;
        for (int station = 0; station < problem.stations(); station++) {
            if (state.units[station] == 0 || !state.mayRemove(station)) {
                continue;
            }
            double before = state.worth();
            state.remove(station);
            int to = mostGain(problem.typeOf(station));
            if (to >= 0 && to != station) {
                state.add(to);
                if (state.worth() > before + pays) {
                    moved = true;
                    continue;
                }
                state.remove(to);
            }
            state.add(station);
        }
        return moved;
    }

    /// Two units of different types change places: what single moves cannot do when bases are full.
    private boolean exchange() {
        var occupied = occupied();
        if ((long) occupied.size() * occupied.size() > EXCHANGED_MAX) {
            return false;
        }
        int bases = problem.stationing().bases();
        for (int one : occupied) {
            for (int other : occupied) {
                int oneType = problem.typeOf(one);
                int otherType = problem.typeOf(other);
                if (oneType < otherType && problem.baseOf(one) != problem.baseOf(other)) {
                    int oneTo = oneType * bases + problem.baseOf(other);
                    int otherTo = otherType * bases + problem.baseOf(one);
                    if (isWorthExchanging(new int[] {one, other, oneTo, otherTo})) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isWorthExchanging(int[] four) {
        if (state.units[four[0]] == 0 || !state.mayRemove(four[0])) {
            return false;
        }
        double before = state.worth();
        state.remove(four[0]);
        if (state.units[four[1]] == 0 || !state.mayRemove(four[1])) {
            state.add(four[0]);
            return false;
        }
        state.remove(four[1]);
        if (state.mayAdd(four[2])) {
            state.add(four[2]);
            if (state.mayAdd(four[3])) {
                state.add(four[3]);
                if (state.worth() > before + pays) {
                    return true;
                }
                state.remove(four[3]);
            }
            state.remove(four[2]);
        }
        state.add(four[1]);
        state.add(four[0]);
        return false;
    }

    private List<Integer> occupied() {
        var occupied = new ArrayList<Integer>();
        for (int station = 0; station < state.units.length; station++) {
            if (state.units[station] > 0) {
                occupied.add(station);
            }
        }
        return occupied;
    }

    /// Takes some units away at random, and puts each somewhere at random.
    private void shake(int times, SplittableRandom chance) {
        for (int i = 0; i < times; i++) {
            var occupied = occupied();
            int from = occupied.get(chance.nextInt(occupied.size()));
            if (state.mayRemove(from)) {
                state.remove(from);
                int bases = problem.stationing().bases();
                int to = problem.typeOf(from) * bases + chance.nextInt(bases);
                state.add(state.mayAdd(to) ? to : from);
            }
        }
    }

    /// The plans that differ from this one by one unit, best first.
    ///
    /// @param most how many
    List<Alternative> besides(int[] plan, int most) {
        var found = new ArrayList<Alternative>();
        state.set(plan);
        double before = problem.value(plan);
        int bases = problem.stationing().bases();
        for (int from : occupied()) {
            if (!state.mayRemove(from)) {
                continue;
            }
            state.remove(from);
            for (int base = 0; base < bases; base++) {
                int to = problem.typeOf(from) * bases + base;
                if (to != from && state.mayAdd(to)) {
                    state.add(to);
                    if (state.worth() > before - problem.greatest()) {
                        found.add(new Alternative(from, to, state.worth()));
                    }
                    state.remove(to);
                }
            }
            state.add(from);
        }
        found.sort(Alternative.BEST_FIRST);
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }
}

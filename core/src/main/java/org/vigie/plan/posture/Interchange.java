package org.vigie.plan.posture;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A good choice for the p-median: greedy, then exchanges of one chosen candidate for another as
/// long as one pays, from many starts.
///
/// Source: Teitz and Bart 1968; Whitaker 1983; the bookkeeping that makes a step cost little is
/// that of Resende and Werneck, A fast swap-based local search procedure for location problems,
/// 2007; starts by shaking the best choice as in Hansen and Mladenovic 1997. Cost of a step: the
/// places whose nearest or second nearest changes × the candidates nearer than that.
final class Interchange {

    private static final double PAYS = 1e-9;

    private final PMedianProblem problem;
    private final NearestFirst near;
    private final int places;
    private final int candidates;
    private final boolean[] open;
    private final int[] first;
    private final int[] second;
    private final double[] gain;
    private final double[] loss;
    private final double[] extra;

    private double value;
    private long steps;

    Interchange(PMedianProblem problem, NearestFirst near) {
        this.problem = problem;
        this.near = near;
        places = problem.places();
        candidates = problem.candidates();
        open = new boolean[candidates];
        first = new int[places];
        second = new int[places];
        gain = new double[candidates];
        loss = new double[candidates];
        extra = new double[candidates * candidates];
    }

    /// The best of a greedy start and of so many others.
    static int[] best(PMedianProblem problem, NearestFirst near, Effort effort) {
        var search = new Interchange(problem, near);
        var best = search.improved(search.greedy());
        double least = search.value;
        var chance = new SplittableRandom(effort.seed());
        int shake = 1;
        int widest = Math.max(2, problem.p() / 2);
        for (int i = 0; i < effort.restarts(); i++) {
            var start = i % 5 == 4 ? search.anyChoice(chance) : search.shaken(best, shake, chance);
            var found = search.improved(start);
            if (search.value < least * (1 - PAYS)) {
                best = found;
                least = search.value;
                shake = 1;
            } else {
                shake = shake % widest + 1;
            }
        }
        return best;
    }

    /// One candidate after the other, each time the one that helps most.
    int[] greedy() {
        var nearest = new double[places];
        Arrays.fill(nearest, Double.MAX_VALUE);
        var chosen = new boolean[candidates];
        for (int step = 0; step < problem.p(); step++) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < candidates; j++) {
                if (!chosen[j]) {
                    double sum = 0;
                    for (int i = 0; i < places && sum < least; i++) {
                        sum += Math.min(nearest[i], problem.cost(j, i));
                    }
                    if (sum < least) {
                        least = sum;
                        best = j;
                    }
                }
            }
            chosen[best] = true;
            for (int i = 0; i < places; i++) {
                nearest[i] = Math.min(nearest[i], problem.cost(best, i));
            }
        }
        return listed(chosen);
    }

    /// Exchanges until none pays.
    int[] improved(int[] start) {
        Arrays.fill(open, false);
        for (int j : start) {
            open[j] = true;
        }
        Arrays.fill(gain, 0);
        Arrays.fill(loss, 0);
        Arrays.fill(extra, 0);
        for (int i = 0; i < places; i++) {
            find(i, 0);
            book(i, 1);
        }
        // Sums drift by roundings; a step that is worth less than that could go back and forth.
        double pays = PAYS * Math.max(1, nearestSum());
        while (exchange(pays)) {
            steps++;
        }
        value = nearestSum();
        return listed(open);
    }

    private double nearestSum() {
        double sum = 0;
        for (int i = 0; i < places; i++) {
            sum += near.cost[i * near.length + first[i]];
        }
        return sum;
    }

    /// Exchanges made so far.
    long steps() {
        return steps;
    }

    /// Of the last search.
    double value() {
        return value;
    }

    private boolean exchange(double pays) {
        int in = -1;
        int out = -1;
        double most = pays;
        for (int j = 0; j < candidates; j++) {
            if (open[j]) {
                continue;
            }
            int row = j * candidates;
            for (int r = 0; r < candidates; r++) {
                if (open[r] && gain[j] - loss[r] + extra[row + r] > most) {
                    most = gain[j] - loss[r] + extra[row + r];
                    in = j;
                    out = r;
                }
            }
        }
        if (in < 0) {
            return false;
        }
        open[in] = true;
        open[out] = false;
        for (int i = 0; i < places; i++) {
            move(i, in, out);
        }
        return true;
    }

    /// A place whose nearest or second nearest is no longer what it was.
    private void move(int i, int in, int out) {
        int from = i * near.length;
        boolean lost = near.order[from + first[i]] == out;
        lost |= second[i] < near.length && near.order[from + second[i]] == out;
        double reach =
                second[i] < near.length ? near.cost[from + second[i]] : Double.POSITIVE_INFINITY;
        if (lost || problem.cost(in, i) < reach) {
            book(i, -1);
            find(i, 0);
            book(i, 1);
        }
    }

    /// Ranks of the nearest and the second nearest open candidate; the second is the length where
    /// only one is open.
    private void find(int i, int startRank) {
        int from = i * near.length;
        int rank = startRank;
        while (!open[near.order[from + rank]]) {
            rank++;
        }
        first[i] = rank++;
        while (rank < near.length && !open[near.order[from + rank]]) {
            rank++;
        }
        second[i] = rank;
    }

    /// Adds (or with -1 takes away) what one place means for every exchange. Where only one is
    /// open, losing it costs as much as the last entry of the list.
    private void book(int i, int sign) {
        int from = i * near.length;
        int nearest = near.order[from + first[i]];
        double one = near.cost[from + first[i]];
        double two = near.cost[from + Math.min(second[i], near.length - 1)];
        loss[nearest] += sign * (two - one);
        int rank = 0;
        for (; rank < first[i]; rank++) {
            int j = near.order[from + rank];
            gain[j] += sign * (one - near.cost[from + rank]);
            extra[j * candidates + nearest] += sign * (two - one);
        }
        int end = Math.min(second[i], near.length);
        for (rank++; rank < end; rank++) {
            extra[near.order[from + rank] * candidates + nearest] +=
                    sign * (two - near.cost[from + rank]);
        }
    }

    private int[] shaken(int[] choice, int exchanges, SplittableRandom chance) {
        if (choice.length == candidates) {
            return choice;
        }
        var shaken = choice.clone();
        var chosen = new boolean[candidates];
        for (int j : choice) {
            chosen[j] = true;
        }
        for (int i = 0; i < exchanges; i++) {
            int at = chance.nextInt(shaken.length);
            int in = chance.nextInt(candidates);
            while (chosen[in]) {
                in = chance.nextInt(candidates);
            }
            chosen[shaken[at]] = false;
            chosen[in] = true;
            shaken[at] = in;
        }
        return shaken;
    }

    private int[] anyChoice(SplittableRandom chance) {
        var all = new int[candidates];
        Arrays.setAll(all, j -> j);
        for (int i = 0; i < problem.p(); i++) {
            int other = i + chance.nextInt(candidates - i);
            int kept = all[i];
            all[i] = all[other];
            all[other] = kept;
        }
        return Arrays.copyOf(all, problem.p());
    }

    private static int[] listed(boolean[] chosen) {
        int count = 0;
        for (boolean one : chosen) {
            count += one ? 1 : 0;
        }
        var list = new int[count];
        int at = 0;
        for (int j = 0; j < chosen.length; j++) {
            if (chosen[j]) {
                list[at++] = j;
            }
        }
        return list;
    }
}

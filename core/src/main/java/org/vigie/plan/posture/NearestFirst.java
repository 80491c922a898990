package org.vigie.plan.posture;

import java.util.Arrays;
import org.vigie.geo.BadInput;

/// For each place the candidates by cost, nearest first: nearly every step of search and bound
/// looks at the first few only.
final class NearestFirst {

    /// Bits of a number that hold a candidate while sorting; the cost loses as many of its lowest.
    private static final int CANDIDATE_BITS = 13;

    private static final long CANDIDATE_MASK = (1L << CANDIDATE_BITS) - 1;

    /// Entries of each place.
    final int length;

    /// `order[place * length + rank]`.
    final int[] order;

    final double[] cost;

    private NearestFirst(int length, int[] order, double[] cost) {
        this.length = length;
        this.order = order;
        this.cost = cost;
    }

    static NearestFirst of(PMedianProblem problem) {
        int candidates = problem.candidates();
        if (candidates > CANDIDATE_MASK) {
            throw new BadInput("candidates", candidates, "at most " + CANDIDATE_MASK);
        }
        int places = problem.places();
        var order = new int[candidates * places];
        var cost = new double[candidates * places];
        var keys = new long[candidates];
        for (int i = 0; i < places; i++) {
            for (int j = 0; j < candidates; j++) {
                // Not negative, so that the bits sort as the numbers do.
                keys[j] =
                        (Double.doubleToRawLongBits(problem.cost(j, i) + 0.0) & ~CANDIDATE_MASK)
                                | j;
            }
            Arrays.sort(keys);
            int from = i * candidates;
            for (int rank = 0; rank < candidates; rank++) {
                int j = (int) (keys[rank] & CANDIDATE_MASK);
                order[from + rank] = j;
                cost[from + rank] = problem.cost(j, i);
            }
        }
        return new NearestFirst(candidates, order, cost);
    }

    /// The same without the candidates that cannot be chosen any more.
    NearestFirst without(boolean[] closed) {
        int left = 0;
        for (boolean gone : closed) {
            left += gone ? 0 : 1;
        }
        int places = order.length / length;
        var fewer = new int[places * left];
        var costs = new double[places * left];
        int to = 0;
        for (int from = 0; from < order.length; from++) {
            if (!closed[order[from]]) {
                fewer[to] = order[from];
                costs[to] = cost[from];
                to++;
            }
        }
        return new NearestFirst(left, fewer, costs);
    }
}

package org.vigie.plan.posture;

import java.util.Arrays;
import org.vigie.geo.BadInput;

/// Choose `p` of the candidates so that the weighted sum of costs from each place to its nearest
/// chosen candidate is least. Divided by the sum of the weights it is the mean.
///
/// What it means to an officer: where bases should stand so that help is near on average. It says
/// nothing of the worst place; [CoverProblem] does.
///
/// Source: Hakimi 1964; ReVelle and Swain 1970.
public final class PMedianProblem {

    /// 200 candidates × 100,000 places; 160 MB.
    public static final int CELLS_MAX = 20_000_000;

    private final int places;
    private final int candidates;
    private final int p;
    private final double[] weights;

    /// Weight × cost, candidate by candidate.
    private final double[] costs;

    private final boolean whole;

    private PMedianProblem(double[] weights, double[] weighted, int p) {
        this.places = weights.length;
        this.candidates = weighted.length / weights.length;
        this.p = p;
        this.weights = weights;
        this.costs = weighted;
        this.whole = Arrays.stream(weighted).allMatch(cost -> cost == Math.rint(cost));
    }

    /// Takes copies of the arrays, and refuses what is not a problem.
    ///
    /// @param weights one for each place, finite, not negative
    /// @param costs candidate by candidate, `costs[candidate * places + place]`: minutes or metres,
    ///   finite, not negative. A candidate that cannot serve a place has a cost that is worse than
    ///   every real one
    /// @param p how many candidates are chosen
    public static PMedianProblem of(double[] weights, double[] costs, int p) {
        int places = weights.length;
        if (places == 0) {
            throw new BadInput("places", 0, "at least one");
        }
        if (costs.length == 0 || costs.length % places != 0 || costs.length > CELLS_MAX) {
            throw new BadInput(
                    "costs",
                    costs.length,
                    "one for each candidate and place, at most " + CELLS_MAX);
        }
        int candidates = costs.length / places;
        if (p < 1 || p > candidates) {
            throw new BadInput("p", p, "between 1 and the " + candidates + " candidates");
        }
        for (int i = 0; i < places; i++) {
            if (!(weights[i] >= 0 && Double.isFinite(weights[i]))) {
                throw new BadInput(
                        "weight of place " + i, weights[i], "a finite number, not negative");
            }
        }
        var weighted = new double[costs.length];
        for (int cell = 0; cell < costs.length; cell++) {
            weighted[cell] = weights[cell % places] * costs[cell];
            if (!(costs[cell] >= 0 && Double.isFinite(weighted[cell]))) {
                throw new BadInput(
                        "cost from candidate " + cell / places + " to place " + cell % places,
                        costs[cell],
                        "a finite number, not negative");
            }
        }
        return new PMedianProblem(weights.clone(), weighted, p);
    }

    /// How many are chosen.
    public int p() {
        return p;
    }

    /// How many can be chosen from.
    public int candidates() {
        return candidates;
    }

    /// How many places there are.
    public int places() {
        return places;
    }

    /// The sum of the weights: the value divided by it is the weighted mean.
    public double totalWeight() {
        return Arrays.stream(weights).sum();
    }

    /// Weight × cost of a place served by a candidate.
    double cost(int candidate, int place) {
        return costs[candidate * places + place];
    }

    /// Whether every weighted cost is a whole number: then so is every value, and a bound may be
    /// rounded up.
    boolean isWhole() {
        return whole;
    }

    /// The lowest value that a plan can have when none is below this bound.
    double rounded(double bound) {
        return whole ? Math.ceil(bound - 1e-6) : bound;
    }

    /// What it costs when these candidates are chosen.
    ///
    /// @param open exactly `p` different candidates
    public double value(int[] open) {
        if (open.length != p || Arrays.stream(open).distinct().count() != p) {
            throw new BadInput("chosen candidates", open.length, p + " different ones");
        }
        double sum = 0;
        for (int i = 0; i < places; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j : open) {
                if (j < 0 || j >= candidates) {
                    throw new BadInput("candidate", j, "from 0 to " + (candidates - 1));
                }
                nearest = Math.min(nearest, cost(j, i));
            }
            sum += nearest;
        }
        return sum;
    }

    /// SHA-256 of weights, weighted costs and p.
    public String hash() {
        return new ModelHash("p-median").add(p).add(weights).add(costs).hex();
    }
}

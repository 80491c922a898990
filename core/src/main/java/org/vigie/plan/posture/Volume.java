package org.vigie.plan.posture;

/// Multipliers that make a Lagrangian bound high, by the volume algorithm: steps along an average
/// of slopes, which on the way estimates how often each candidate is chosen in the best fractional
/// plan.
///
/// Source: Barahona and Anbil, The volume algorithm, Mathematical Programming 87 (2000).
final class Volume {

    private static final int PATIENCE = 20;
    private static final int CHECKED_EVERY = 100;

    private final PMedianProblem problem;
    private final double target;
    private final double[] best;
    private final double[] share;
    private final double[] direction;

    private double bound = Double.NEGATIVE_INFINITY;

    /// @param start multipliers, kept as they are
    /// @param target the value of the best plan known
    Volume(PMedianProblem problem, double[] start, double target) {
        this.problem = problem;
        this.target = target;
        best = start.clone();
        share = new double[problem.candidates()];
        direction = new double[start.length];
    }

    /// Climbs for so many rounds, or until the bound says that no better plan exists.
    void climb(MedianNode node, int rounds) {
        int places = best.length;
        var trial = best.clone();
        var slope = new double[places];
        bound = node.bound(trial);
        node.slope(trial, direction);
        setShare(node, 1);
        double stride = 1;
        double weightMax = 0.2;
        double checked = bound;
        int red = 0;
        for (int round = 1; round <= rounds && !isProven(); round++) {
            double square = dot(direction, direction);
            if (square < 1e-12) {
                return;
            }
            double step = stride * (target - bound) / square;
            for (int i = 0; i < places; i++) {
                trial[i] = best[i] + step * direction[i];
            }
            double reached = node.bound(trial);
            node.slope(trial, slope);
            double along = dot(direction, slope);
            double weight = weight(square, along, dot(slope, slope), weightMax);
            for (int i = 0; i < places; i++) {
                direction[i] += weight * (slope[i] - direction[i]);
            }
            setShare(node, weight);
            if (reached > bound) {
                bound = reached;
                System.arraycopy(trial, 0, best, 0, places);
                red = 0;
                if (along > 0) {
                    stride = Math.min(2, stride * 1.1);
                }
            } else if (++red == PATIENCE) {
                red = 0;
                stride = Math.max(1e-4, stride * 0.66);
            }
            if (round % CHECKED_EVERY == 0) {
                if (bound - checked < 0.01 * (target - checked)) {
                    weightMax = Math.max(1e-3, weightMax / 2);
                }
                checked = bound;
            }
        }
    }

    /// The weight of the new slope that makes the average shortest, within limits.
    private static double weight(double square, double along, double slopes, double most) {
        double between = square - 2 * along + slopes;
        double shortest = between <= 0 ? most : (square - along) / between;
        return Math.clamp(shortest, most / 10, most);
    }

    private void setShare(MedianNode node, double weight) {
        for (int j = 0; j < share.length; j++) {
            share[j] += weight * ((node.isSelected(j) ? 1 : 0) - share[j]);
        }
    }

    private boolean isProven() {
        return problem.rounded(bound) >= target * (1 - Certificate.ROUNDING);
    }

    double bound() {
        return bound;
    }

    double[] multipliers() {
        return best;
    }

    /// How often a candidate is chosen, about, in the best fractional plan: 0 to 1.
    double share(int j) {
        return share[j];
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

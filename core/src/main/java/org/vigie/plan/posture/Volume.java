package org.vigie.plan.posture;

/// Multipliers that make a Lagrangian bound high, by the volume algorithm: steps along an average
/// of slopes, which on the way estimates how often each candidate is chosen in the best fractional
/// plan.
///
/// Source: Barahona and Anbil, The volume algorithm, Mathematical Programming 87 (2000).
final class Volume {

    private static final int PATIENCE = 20;
    private static final int CHECKED_EVERY = 100;

    private final double target;
    private final double[] best;
    private final double[] share;
    private final double[] direction;

    private double bound = Double.NEGATIVE_INFINITY;

    /// A problem with its hard rules taken out and priced: a bound from below for any multipliers.
    interface Relaxation {

        /// The bound; what is chosen for these multipliers stays until the next call.
        double bound(double[] multipliers);

        /// How the bound changes with each multiplier, for the last call.
        void slope(double[] multipliers, double[] into);

        /// How many things are chosen from.
        int parts();

        /// How much of a thing was chosen in the last call.
        double part(int j);

        /// Whether multipliers below 0 mean nothing.
        boolean positive();

        /// Whether a bound leaves nothing better than the value.
        boolean closes(double bound, double value);
    }

    /// @param parts how many things are chosen from
    /// @param start multipliers, kept as they are
    /// @param target the value of the best plan known
    Volume(int parts, double[] start, double target) {
        this.target = target;
        best = start.clone();
        share = new double[parts];
        direction = new double[start.length];
    }

    /// Climbs for so many rounds, or until the bound says that no better plan exists.
    void climb(Relaxation node, int rounds) {
        var trial = best.clone();
        var slope = new double[best.length];
        bound = node.bound(trial);
        node.slope(trial, direction);
        setShare(node, 1);
        double stride = 1;
        double weightMax = 0.2;
        double checked = bound;
        int red = 0;
        for (int round = 1; round <= rounds && !node.closes(bound, target); round++) {
            double square = squareOfStep(node.positive());
            if (square < 1e-12) {
                return;
            }
            double step = stride * (target - bound) / square;
            move(trial, step, node.positive());
            double reached = node.bound(trial);
            node.slope(trial, slope);
            double along = dot(direction, slope);
            double weight = weight(dot(direction, direction), along, dot(slope, slope), weightMax);
            for (int i = 0; i < best.length; i++) {
                direction[i] += weight * (slope[i] - direction[i]);
            }
            setShare(node, weight);
            if (reached > bound) {
                bound = reached;
                System.arraycopy(trial, 0, best, 0, best.length);
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

    private void move(double[] trial, double step, boolean positive) {
        for (int i = 0; i < best.length; i++) {
            double moved = best[i] + step * direction[i];
            trial[i] = positive && moved < 0 ? 0 : moved;
        }
    }

    /// A multiplier that lies at 0 and would fall does not move.
    private double squareOfStep(boolean positive) {
        double sum = 0;
        for (int i = 0; i < best.length; i++) {
            if (!(positive && best[i] == 0 && direction[i] < 0)) {
                sum += direction[i] * direction[i];
            }
        }
        return sum;
    }

    /// The weight of the new slope that makes the average shortest, within limits.
    private static double weight(double square, double along, double slopes, double most) {
        double between = square - 2 * along + slopes;
        double shortest = between <= 0 ? most : (square - along) / between;
        return Math.clamp(shortest, most / 10, most);
    }

    private void setShare(Relaxation node, double weight) {
        for (int j = 0; j < share.length; j++) {
            share[j] += weight * (node.part(j) - share[j]);
        }
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

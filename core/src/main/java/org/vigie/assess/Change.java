package org.vigie.assess;

/// How a count differs from that of a period of the same length, and whether chance alone would do.
///
/// Computes the two-sided exact test of two Poisson counts with equal exposure (given the sum, the
/// smaller count is binomial with one half; Przyborowski and Wilenski, "Homogeneity of results in
/// testing samples from Poisson series", Biometrika 31, 1940). To an officer: *more* or *fewer*
/// means that a difference as large would come up in less than one of twenty pairs of periods with
/// the same rate.
///
/// When it must not be trusted: incidents come in clusters, so that chance does more than the test
/// thinks; and the later period has had less time to be reported. Never use it for the dead: one
/// massacre outweighs a quarter. Cost: the smaller count.
public sealed interface Change {

    /// With fewer incidents than this in both periods together nothing is said: below it, hardly
    /// any outcome could be told apart from chance.
    int TOO_FEW_BELOW = 10;

    /// Chance that is still called chance.
    double CHANCE = 0.05;

    /// How many in the period before.
    long before();

    /// How many in the period asked about.
    long now();

    /// Too few to tell.
    record TooFew(long before, long now) implements Change {}

    /// The difference is one that chance alone would do.
    ///
    /// @param chance the probability of a difference as large when nothing changed
    record NotApart(long before, long now, double chance) implements Change {}

    /// More than before.
    ///
    /// @param chance the probability of a difference as large when nothing changed
    record More(long before, long now, double chance) implements Change {}

    /// Fewer than before.
    ///
    /// @param chance the probability of a difference as large when nothing changed
    record Fewer(long before, long now, double chance) implements Change {}

    /// The change between two counts over periods of the same length.
    static Change of(long before, long now) {
        if (before + now < TOO_FEW_BELOW) {
            return new TooFew(before, now);
        }
        double chance = chance(before, now);
        if (chance >= CHANCE) {
            return new NotApart(before, now, chance);
        }
        return now > before ? new More(before, now, chance) : new Fewer(before, now, chance);
    }

    private static double chance(long before, long now) {
        long n = before + now;
        long smaller = Math.min(before, now);
        if (2 * smaller == n) {
            return 1;
        }
        double log = -n * Math.log(2);
        for (long i = 0; i < smaller; i++) {
            log += Math.log((double) (n - i) / (i + 1));
        }
        double term = 1;
        double sum = 1;
        for (long i = smaller; i > 0 && term > 1e-18; i--) {
            term *= (double) i / (n - i + 1);
            sum += term;
        }
        return Math.min(1, 2 * sum * Math.exp(log));
    }
}

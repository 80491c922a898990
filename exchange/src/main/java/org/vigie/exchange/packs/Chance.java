package org.vigie.exchange.packs;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws of the generator. Only uniform numbers come from the platform, by a named algorithm
/// (L64X128MixRandom), and everything else from them by strict arithmetic: the same seed gives the
/// same events on every machine.
final class Chance {

    private final RandomGenerator uniform;

    Chance(long seed) {
        uniform = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// From 0 to below 1.
    double unit() {
        return uniform.nextDouble();
    }

    boolean yes(double share) {
        return unit() < share;
    }

    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    /// Small values as often as large ones, by their size.
    double logUniform(double low, double high) {
        return low * StrictMath.pow(high / low, unit());
    }

    double exponential(double mean) {
        return -mean * StrictMath.log1p(-unit());
    }

    String pick(GeneratorSettings.Shares shares) {
        double total = shares.weights().values().stream().mapToDouble(Double::doubleValue).sum();
        double left = unit() * total;
        var last = "";
        for (var weight : shares.weights().entrySet()) {
            last = weight.getKey();
            left -= weight.getValue();
            if (left < 0) {
                return last;
            }
        }
        return last;
    }

    /// Knuth's method, in pieces so that it holds for large means.
    int poisson(double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= 10) {
            double limit = StrictMath.exp(-StrictMath.min(left, 10));
            double product = unit();
            while (product > limit) {
                count++;
                product *= unit();
            }
        }
        return count;
    }

    /// A Poisson count whose mean is gamma distributed.
    int negativeBinomial(double mean, double dispersion) {
        return mean <= 0 ? 0 : poisson(gamma(dispersion) * mean / dispersion);
    }

    /// Marsaglia and Tsang (2000), with the usual step for shapes below 1.
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - unit(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v <= 0) {
                continue;
            }
            v = v * v * v;
            if (StrictMath.log(1 - unit()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    /// Box and Muller (1958).
    private double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - unit()))
                * StrictMath.cos(2 * StrictMath.PI * unit());
    }
}

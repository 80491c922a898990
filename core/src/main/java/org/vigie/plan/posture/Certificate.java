package org.vigie.plan.posture;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.vigie.geo.BadInput;

/// How good a plan is, and how that is known: its value, and a bound that no plan can pass.
///
/// @param sense whether more is better (cover) or less (mean time)
/// @param value of the plan that was found
/// @param bound no plan of this model is better than this
/// @param solver who found the plan and who proved the bound
/// @param version of the solver
/// @param seconds by the clock of whoever asked; 0 until [#took]
/// @param seed of the chance that was used
/// @param modelHash SHA-256 of the model's arrays, hexadecimal
public record Certificate(
        Sense sense,
        double value,
        double bound,
        String solver,
        String version,
        double seconds,
        long seed,
        String modelHash) {

    /// Differences up to this part of the value are those of arithmetic, not of plans.
    public static final double ROUNDING = 1e-9;

    private static final int TEXT_MAX = 200;

    /// Which way is better.
    public enum Sense {
        MORE_IS_BETTER,
        LESS_IS_BETTER
    }

    public Certificate {
        if (!(seconds >= 0 && Double.isFinite(seconds))) {
            throw new BadInput("seconds", seconds, "0 or more");
        }
        for (var text : List.of(solver, version, modelHash)) {
            if (text.length() > TEXT_MAX || text.chars().anyMatch(Character::isISOControl)) {
                throw new BadInput("solver, version or model", text, "a short name on one line");
            }
        }
        if (!Double.isFinite(value) || !Double.isFinite(bound)) {
            throw new BadInput("value and bound", value + ", " + bound, "finite numbers");
        }
        double slack = ROUNDING * Math.max(1, Math.abs(value));
        boolean crossed =
                switch (sense) {
                    case MORE_IS_BETTER -> value > bound + slack;
                    case LESS_IS_BETTER -> value < bound - slack;
                };
        if (crossed) {
            throw new BadInput(
                    "bound",
                    new BigDecimal(digits(bound)),
                    "one that the value " + digits(value) + " does not pass");
        }
    }

    /// How much better a plan could be at most, as a part of the value: 0 is proven best. Where the
    /// value is 0 and the bound is not, 1.
    public double gap() {
        double difference = Math.abs(bound - value);
        if (difference <= ROUNDING * Math.max(1, Math.abs(value))) {
            return 0;
        }
        return value == 0 ? 1 : difference / Math.abs(value);
    }

    /// Whether no better plan exists.
    public boolean isProven() {
        return gap() == 0;
    }

    /// The same with the time that it took.
    public Certificate took(double elapsed) {
        return new Certificate(sense, value, bound, solver, version, elapsed, seed, modelHash);
    }

    /// The same of another plan of the same model.
    Certificate worth(double other) {
        return new Certificate(sense, other, bound, solver, version, seconds, seed, modelHash);
    }

    /// A finite number with every digit that tells it from another: what differs in the last one is
    /// not to be shown as the same.
    public static String digits(double number) {
        var plain = BigDecimal.valueOf(number).stripTrailingZeros();
        return plain.toPlainString();
    }

    /// One line: `value 5819, bound 5819, gap 0 %, …`.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "value %s, bound %s, gap %.3f %%, %s %s, %.2f s, seed %s, model %s",
                digits(value),
                digits(bound),
                100 * gap(),
                solver,
                version,
                seconds,
                seed,
                modelHash.substring(0, Math.min(12, modelHash.length())));
    }
}

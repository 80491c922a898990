package org.vigie.geo;

import java.util.Locale;

/// One thing that makes a journey longer or shorter: a range and where it comes from.
///
/// @param what it is, as the beginning of a sentence
/// @param low the lower end, above 0
/// @param high the upper end
/// @param unit `times` or `km/h`
/// @param source a publication, or the word `assumed`
record Factor(String what, double low, double high, String unit, String source) {

    Factor {
        if (!(low > 0 && high >= low && Double.isFinite(high)))
            throw new IllegalStateException(what + " is no range: " + low + " to " + high);
    }

    static Factor slower(String what, double low, double high, String source) {
        return new Factor(what, low, high, "times as long", source);
    }

    static Factor speed(String what, double low, double high, String source) {
        return new Factor(what, low, high, "km/h", source);
    }

    static Factor none(String what) {
        return slower(what, 1, 1, "by definition");
    }

    boolean isNone() {
        return low == 1 && high == 1;
    }

    /// The middle of the range on a logarithmic scale.
    double logMiddle() {
        return (Math.log(low) + Math.log(high)) / 2;
    }

    /// Half of the range on a logarithmic scale.
    double logHalf() {
        return (Math.log(high) - Math.log(low)) / 2;
    }

    /// One line for the list of assumptions.
    String sentence() {
        return String.format(
                Locale.ROOT, "%s: %s to %s %s (%s)", what, shown(low), shown(high), unit, source);
    }

    private static String shown(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}

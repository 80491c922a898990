package org.vigie.geo;

/// One thing that makes a journey longer or shorter: a range and where it comes from.
///
/// @param what it is, as the beginning of a sentence
/// @param low the lower end, above 0
/// @param high the upper end
/// @param unit times as long, or km/h
/// @param source a publication, or the word *assumed*
record Factor(TravelWords what, double low, double high, TravelWords unit, TravelWords source) {

    Factor {
        if (!(low > 0 && high >= low && Double.isFinite(high)))
            throw new IllegalStateException(what + " is no range: " + low + " to " + high);
    }

    static Factor slower(TravelWords what, double low, double high, TravelWords source) {
        return new Factor(what, low, high, TravelWords.TIMES_AS_LONG, source);
    }

    static Factor speed(TravelWords what, double low, double high, TravelWords source) {
        return new Factor(what, low, high, TravelWords.KM_PER_HOUR, source);
    }

    static Factor none(TravelWords what) {
        return slower(what, 1, 1, TravelWords.BY_DEFINITION);
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
    Saying saying() {
        return Saying.of(TravelWords.FACTOR, what, low, high, unit, source);
    }
}

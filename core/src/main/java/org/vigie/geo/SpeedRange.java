package org.vigie.geo;

/// A unit's own speed over this kind of way when it is dry and calm, in km/h, halts included.
public record SpeedRange(double lowKmh, double highKmh) {

    public SpeedRange {
        if (!(lowKmh > 0)) throw new BadInput("lowest speed", lowKmh, "more than 0 km/h");
        if (!(highKmh >= lowKmh && Double.isFinite(highKmh)))
            throw new BadInput(
                    "highest speed", highKmh, "at least the lowest, " + lowKmh + " km/h");
    }

    /// At neither end faster than another range.
    public SpeedRange within(SpeedRange most) {
        return new SpeedRange(Math.min(lowKmh, most.lowKmh), Math.min(highKmh, most.highKmh));
    }
}

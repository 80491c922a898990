package org.vigie.record;

/// How exactly a time in the world is known. Drawn as a band, never as a sharper point than this.
public enum DatePrecision {
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR,
    UNKNOWN;

    /// Whether minutes may be counted from such a time.
    public boolean finerThanDay() {
        return this == MINUTE || this == HOUR;
    }
}

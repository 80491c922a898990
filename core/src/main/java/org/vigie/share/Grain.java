package org.vigie.share;

import java.util.Locale;

/// How exactly a row says where and when.
public enum Grain {
    /// As it is known.
    AS_KNOWN,
    /// The PRIO-GRID cell (half a degree) and the month.
    CELL_AND_MONTH,
    /// The first-level area and the month.
    AREA_AND_MONTH,
    /// The first-level area and the year.
    AREA_AND_YEAR,
    /// The country and the year.
    COUNTRY_AND_YEAR;

    /// The word that files use.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean byMonth() {
        return this == CELL_AND_MONTH || this == AREA_AND_MONTH;
    }
}

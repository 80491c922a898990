package org.vigie.exchange.ucdp;

import java.time.LocalDate;

/// How a file prints its days: GED comes with and without a midnight behind them.
///
/// @param suffix what stands after the day
record PrintedDays(String suffix) {

    private static final int DAY_LENGTH = 10;

    /// Learns it from one cell.
    static PrintedDays of(String printed) {
        return new PrintedDays(printed.length() > DAY_LENGTH ? printed.substring(DAY_LENGTH) : "");
    }

    String print(LocalDate day) {
        return day + suffix;
    }

    /// For the import's entry.
    String example() {
        return "2008-02-29" + suffix;
    }
}

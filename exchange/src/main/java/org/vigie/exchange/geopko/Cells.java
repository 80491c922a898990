package org.vigie.exchange.geopko;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Row;
import org.vigie.geo.BadInput;
import org.vigie.record.DatePrecision;
import org.vigie.record.Happened;

/// Cells as this data set writes them: `NA` and `unknown` are no answer.
final class Cells {

    static final String NOT_AVAILABLE = "NA";

    /// Before the first peace operation there is nothing to map.
    private static final int YEAR_MIN = 1948;

    private static final int YEAR_MAX = 2100;

    private Cells() {}

    static boolean missing(String text) {
        return text.isEmpty() || text.equals(NOT_AVAILABLE) || text.equals("unknown");
    }

    static @Nullable String textOrNull(Row row, String column) {
        var text = row.text(column);
        return missing(text) ? null : text;
    }

    static @Nullable Integer count(Row row, String column) {
        return missing(row.text(column)) ? null : row.count(column);
    }

    static int needed(Row row, String column, int low, int high) {
        var number = row.wholeNumber(column, low, high);
        if (number == null) {
            throw new BadInput(column, null, "given");
        }
        return number;
    }

    static int year(Row row) {
        return needed(row, "year", YEAR_MIN, YEAR_MAX);
    }

    static Happened wholeYear(int year) {
        return Happened.between(
                LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), DatePrecision.YEAR);
    }
}

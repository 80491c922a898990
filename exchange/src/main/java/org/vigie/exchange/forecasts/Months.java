package org.vigie.exchange.forecasts;

import java.time.DateTimeException;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.exchange.imports.Row;
import org.vigie.geo.BadInput;

/// The month of a forecast, and the columns that no field holds.
final class Months {

    private Months() {}

    /// A month by number or by its English name, with its year.
    static YearMonth of(Row row) {
        var year = row.wholeNumber("year", 1900, 2200);
        if (year == null) {
            throw new BadInput("year", null, "given");
        }
        return Year.of(year).atMonth(month(row.needed("month")));
    }

    private static Month month(String text) {
        for (var month : Month.values()) {
            if (month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).equalsIgnoreCase(text)) {
                return month;
            }
        }
        try {
            return Month.of(Integer.parseInt(text));
        } catch (NumberFormatException | DateTimeException e) {
            throw new BadInput("month", text, "1 to 12, or January to December", e);
        }
    }

    /// The filled cells whose column passes.
    static Map<String, String> columns(Row row, java.util.function.Predicate<String> passes) {
        var kept = new TreeMap<String, String>();
        row.forEach((column, printed) -> {
            if (!printed.isEmpty() && passes.test(column)) {
                kept.put(column, printed);
            }
        });
        return kept;
    }
}

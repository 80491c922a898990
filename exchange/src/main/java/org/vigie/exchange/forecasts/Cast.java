package org.vigie.exchange.forecasts;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.geo.BadInput;
import org.vigie.record.Forecasts.ForecastIssued;

/// ACLED's Conflict Alert System: one row says how many events a province will see in a month, by
/// ACLED's event types. It counts events, not dead. What was observed stands in the same row and is
/// kept, but for a month that is not over ACLED prints 0 or nothing there.
///
/// Source: ACLED, CAST API documentation: `country`, `admin1`, `month`, `year`, `total_forecast`,
/// `battles_forecast`, `erv_forecast`, `vac_forecast`, `…_observed`, `timestamp`.
public final class Cast implements Format {

    private static final String CODE = "acled-cast";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "ACLED CAST forecasts (columns country, admin1, month, year, total_forecast …)";
    }

    @Override
    public Class<ForecastIssued> body() {
        return ForecastIssued.class;
    }

    @Override
    public String keyColumn() {
        return "admin1";
    }

    @Override
    public String definition() {
        return "events that ACLED CAST expects in a province in a month";
    }

    @Override
    public Optional<String> caution() {
        return Optional.of("A forecast of events, not of dead; show it with its score only.");
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names("country", "admin1", "month", "year", "total_forecast");
    }

    @Override
    public Layout layout(Opening opening) {
        return new Layout(
                opening.separator(),
                true,
                true,
                opening.header(),
                Collections.emptySortedMap(),
                Cast::read);
    }

    @Override
    public Set<String> printedOnly() {
        return Set.of("timestamp");
    }

    private static Draft read(Row row) {
        var month = Months.of(row);
        var area = row.needed("country") + ", " + row.needed("admin1");
        var values = new TreeMap<>(Months.columns(row, column -> column.endsWith("_forecast")));
        values.forEach((column, printed) -> {
            if (!printed.strip().matches("\\d{1,9}(\\.\\d{1,20})?")) {
                throw new BadInput(column, printed, "a number, 0 or more");
            }
        });
        return new Draft(
                area + "/" + month,
                null,
                null,
                null,
                new ForecastIssued(
                        CODE,
                        area + "/" + month,
                        "",
                        area,
                        "",
                        month.atDay(1),
                        month.atEndOfMonth(),
                        values,
                        Months.columns(row, column -> !column.endsWith("_forecast"))));
    }
}

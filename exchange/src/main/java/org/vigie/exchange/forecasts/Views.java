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

/// ViEWS: one row says how many people will die in battle in a country, or in a cell of PRIO-GRID,
/// in a month. `main_mean` is the expected number, `main_dich` the chance of at least 25 dead in a
/// country (at least one in a cell); older runs print logarithms under names such as
/// `sc_cm_sb_main`. All stand as printed.
///
/// A file says nothing of its run; a row of a newer run supersedes the older forecast of the same
/// area and month, and what was forecast before stays to be seen.
///
/// Source: ViEWS API documentation and codebook (viewsforecasting.org), CC BY.
public final class Views implements Format {

    private static final String CODE = "views";
    private static final Set<String> VALUES = Set.of("main_mean", "main_mean_ln", "main_dich");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "ViEWS forecasts (columns month_id, year, month, and country_id or pg_id)";
    }

    @Override
    public Class<ForecastIssued> body() {
        return ForecastIssued.class;
    }

    @Override
    public String keyColumn() {
        return "month_id";
    }

    @Override
    public String definition() {
        return "deaths that ViEWS expects in a country or grid cell in a month";
    }

    @Override
    public Optional<String> caution() {
        return Optional.of("A forecast of battle deaths; show it with its score only.");
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names("month_id", "year", "month", "country_id")
                || opening.names("month_id", "year", "month", "pg_id");
    }

    @Override
    public Layout layout(Opening opening) {
        return new Layout(
                opening.separator(),
                true,
                true,
                opening.header(),
                Collections.emptySortedMap(),
                Views::read);
    }

    private static Draft read(Row row) {
        var month = Months.of(row);
        var cell = row.text("pg_id");
        var code = cell.isEmpty() ? "country " + row.needed("country_id") : "cell " + cell;
        var values = new TreeMap<>(Months.columns(row, Views::isValue));
        if (values.isEmpty()) {
            throw new BadInput("main_mean", null, "given, or another forecast of ViEWS");
        }
        values.forEach((column, printed) -> {
            if (!printed.strip().matches("-?\\d{1,12}(\\.\\d{1,30})?([eE]-?\\d{1,3})?")) {
                throw new BadInput(column, printed, "a number");
            }
        });
        var key = code + "/" + month;
        return new Draft(
                key,
                null,
                null,
                null,
                new ForecastIssued(
                        CODE,
                        key,
                        "",
                        row.text("name").isEmpty() ? code : row.text("name"),
                        code,
                        month.atDay(1),
                        month.atEndOfMonth(),
                        values,
                        Months.columns(row, column -> !isValue(column))));
    }

    private static boolean isValue(String column) {
        return VALUES.contains(column) || column.startsWith("sc_");
    }
}

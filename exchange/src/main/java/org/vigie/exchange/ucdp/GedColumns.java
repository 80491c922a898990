package org.vigie.exchange.ucdp;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.GridCell;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Happened;
import org.vigie.record.IncidentKind;

/// The columns of a GED row, made again from the account. What the account's own `columns` hold
/// goes before what is made from its fields.
final class GedColumns {

    /// Columns that say nothing that the account's fields do not say: what is kept of them is the
    /// way in which they were printed.
    static final Set<String> MADE_AGAIN =
            Set.of(
                    "type_of_violence",
                    "where_prec",
                    "where_coordinates",
                    "adm_1",
                    "adm_2",
                    "country",
                    "side_a",
                    "side_b",
                    "id",
                    "latitude",
                    "longitude",
                    "date_start",
                    "date_end",
                    "deaths_a",
                    "deaths_b",
                    "deaths_civilians",
                    "deaths_unknown",
                    "best",
                    "high",
                    "low");

    /// Types of violence 1, 2 and 3.
    private static final List<IncidentKind> TYPES =
            List.of(IncidentKind.STATE_BASED, IncidentKind.NON_STATE, IncidentKind.ONE_SIDED);

    private GedColumns() {}

    /// A column that is not in the map is empty.
    static Map<String, String> of(
            IncidentReported account, @Nullable Happened when, PrintedDays printedDays) {
        var columns = new HashMap<String, String>();
        columns.put("id", account.sourceKey());
        columns.put("type_of_violence", type(account.incidentKind()));
        columns.put("side_a", account.actors().get(0).actor());
        columns.put("side_b", account.actors().get(1).actor());
        columns.put("source_headline", account.summary());
        columns.put("source_date", text(account.publishedOn()));
        if (when != null) {
            columns.put("year", text(when.lastDay().getYear()));
            columns.put("date_start", printedDays.print(when.firstDay()));
            columns.put("date_end", printedDays.print(when.lastDay()));
        }
        addSite(columns, account);
        addDeaths(columns, account);
        columns.putAll(account.columns());
        return columns;
    }

    private static void addSite(Map<String, String> columns, IncidentReported account) {
        var site = account.site();
        columns.put("where_coordinates", site.name());
        columns.put("adm_1", text(site.adm1()));
        columns.put("adm_2", text(site.adm2()));
        columns.put("country", text(site.country()));
        site.precision().toGed().ifPresent(number -> columns.put("where_prec", text(number)));
        var position = site.position();
        if (position != null) {
            var latitude = degrees(position.latitude());
            var longitude = degrees(position.longitude());
            columns.put("latitude", latitude);
            columns.put("longitude", longitude);
            columns.put("geom_wkt", "POINT (" + longitude + " " + latitude + ")");
            columns.put("priogrid_gid", text(GridCell.of(position).gid()));
        }
    }

    private static void addDeaths(Map<String, String> columns, IncidentReported account) {
        var deaths = account.deaths();
        if (deaths != null) {
            columns.put("deaths_a", text(deaths.sideA()));
            columns.put("deaths_b", text(deaths.sideB()));
            columns.put("deaths_civilians", text(deaths.civilians()));
            columns.put("deaths_unknown", text(deaths.unknown()));
            columns.put("best", text(deaths.total().best()));
            columns.put("high", text(deaths.total().high()));
            columns.put("low", text(deaths.total().low()));
        }
    }

    private static String type(IncidentKind kind) {
        return text(TYPES.indexOf(kind) + 1);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// As GED prints them: no needless zeros, never an exponent.
    private static String degrees(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}

package org.vigie.exchange.ucdp;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    /// All columns that [#column] makes.
    private static final List<String> NAMES =
            Stream.concat(
                            MADE_AGAIN.stream(),
                            Stream.of(
                                    "source_headline",
                                    "source_date",
                                    "year",
                                    "geom_wkt",
                                    "priogrid_gid"))
                    .toList();

    /// Types of violence 1, 2 and 3.
    private static final List<IncidentKind> TYPES =
            List.of(IncidentKind.STATE_BASED, IncidentKind.NON_STATE, IncidentKind.ONE_SIDED);

    private final IncidentReported account;
    private final @Nullable Happened when;
    private final PrintedDays printedDays;
    private final String latitude;
    private final String longitude;

    /// What is made from the fields of an account.
    GedColumns(IncidentReported account, @Nullable Happened when, PrintedDays printedDays) {
        this.account = account;
        this.when = when;
        this.printedDays = printedDays;
        var position = account.site().position();
        this.latitude = position == null ? "" : degrees(position.latitude());
        this.longitude = position == null ? "" : degrees(position.longitude());
    }

    /// A column that is not in the map is empty.
    static Map<String, String> of(
            IncidentReported account, @Nullable Happened when, PrintedDays printedDays) {
        var made = new GedColumns(account, when, printedDays);
        var columns = new HashMap<String, String>();
        for (var name : NAMES) {
            columns.put(name, made.column(name));
        }
        columns.putAll(account.columns());
        return columns;
    }

    /// One column; empty when no field tells it.
    String column(String name) {
        return switch (name) {
            case "id" -> account.sourceKey();
            case "type_of_violence" -> text(TYPES.indexOf(account.incidentKind()) + 1);
            case "side_a" -> account.actors().get(0).actor();
            case "side_b" -> account.actors().get(1).actor();
            case "source_headline" -> account.summary();
            case "source_date" -> text(account.publishedOn());
            case "year" -> when == null ? "" : text(when.lastDay().getYear());
            case "date_start" -> when == null ? "" : printedDays.print(when.firstDay());
            case "date_end" -> when == null ? "" : printedDays.print(when.lastDay());
            default -> {
                var of = site(name);
                yield of == null ? figure(name) : of;
            }
        };
    }

    private @Nullable String site(String name) {
        var site = account.site();
        return switch (name) {
            case "where_coordinates" -> site.name();
            case "adm_1" -> text(site.adm1());
            case "adm_2" -> text(site.adm2());
            case "country" -> text(site.country());
            case "where_prec" -> {
                var number = site.precision().toGed();
                yield number.isPresent() ? text(number.getAsInt()) : "";
            }
            case "latitude" -> latitude;
            case "longitude" -> longitude;
            case "geom_wkt" ->
                    site.position() == null ? "" : "POINT (" + longitude + " " + latitude + ")";
            case "priogrid_gid" ->
                    site.position() == null ? "" : text(GridCell.of(site.position()).gid());
            default -> null;
        };
    }

    private String figure(String name) {
        var deaths = account.deaths();
        if (deaths == null) {
            return "";
        }
        return switch (name) {
            case "deaths_a" -> text(deaths.sideA());
            case "deaths_b" -> text(deaths.sideB());
            case "deaths_civilians" -> text(deaths.civilians());
            case "deaths_unknown" -> text(deaths.unknown());
            case "best" -> text(deaths.total().best());
            case "high" -> text(deaths.total().high());
            case "low" -> text(deaths.total().low());
            default -> "";
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// As GED prints them: no needless zeros, never an exponent.
    private static String degrees(double degrees) {
        var text = Double.toString(degrees);
        boolean needless = text.endsWith(".0") || text.indexOf('E') >= 0;
        return needless ? BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString() : text;
    }
}

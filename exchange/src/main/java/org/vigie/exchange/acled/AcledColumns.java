package org.vigie.exchange.acled;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.DatePrecision;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Happened;
import org.vigie.record.Involved;

/// The columns of an ACLED row, made again from the account, as the file printed them.
///
/// `columns` of the account hold the codes of the actors as numbers, whatever the file printed, so
/// that the same event in numbers and in words is the same event. A cell that its file printed in
/// another way than its first row is kept under the column's name with [#PRINTED] behind it.
public final class AcledColumns {

    /// Behind the name of a column of which the printed form is kept.
    static final String PRINTED = " as printed";

    /// What numbers rows, or says when ACLED last touched one, and what is kept as printed: a
    /// difference in these alone is no change. `data_id` changes with every release, by ACLED's own
    /// word.
    static final Set<String> PRINTED_ONLY =
            Set.of(
                    "data_id",
                    "timestamp",
                    "event_date" + PRINTED,
                    "inter1" + PRINTED,
                    "inter2" + PRINTED,
                    "interaction" + PRINTED,
                    "latitude" + PRINTED,
                    "longitude" + PRINTED,
                    "fatalities" + PRINTED,
                    "year" + PRINTED);

    private AcledColumns() {}

    /// A column that is not in the map is empty.
    ///
    /// @param habits of the file that is written
    public static Map<String, String> of(
            IncidentReported account, @Nullable Happened when, AcledHabits habits) {
        var columns = made(account, when);
        var one = code(account, "inter1");
        var other = code(account, "inter2");
        columns.put("interaction", ActorCode.interaction(one, other, habits.inWords()));
        if (when != null) {
            columns.put("event_date", habits.print(when.lastDay()));
        }
        account.columns().forEach((column, text) -> columns.put(column, text));
        columns.put("inter1", habits.print(one));
        columns.put("inter2", habits.print(other));
        account.columns()
                .forEach((column, text) -> {
                    if (column.endsWith(PRINTED)) {
                        columns.remove(column);
                        columns.put(column.substring(0, column.length() - PRINTED.length()), text);
                    }
                });
        return columns;
    }

    /// The columns that every file prints alike.
    private static Map<String, String> made(IncidentReported account, @Nullable Happened when) {
        var columns = new HashMap<String, String>();
        var site = account.site();
        columns.put("event_id_cnty", account.sourceKey());
        columns.put("sub_event_type", account.subKind());
        columns.put("notes", account.summary());
        columns.put("location", site.name());
        columns.put("admin1", text(site.adm1()));
        columns.put("admin2", text(site.adm2()));
        columns.put("country", text(site.country()));
        columns.put("geo_precision", precision(site.precision()));
        columns.put("actor1", actor(account, 0));
        columns.put("actor2", actor(account, 1));
        var position = site.position();
        if (position != null) {
            columns.put("latitude", degrees(position.latitude()));
            columns.put("longitude", degrees(position.longitude()));
        }
        if (when != null) {
            columns.put("year", "" + when.lastDay().getYear());
            columns.put("time_precision", precision(when.precision()));
        }
        var deaths = account.deaths();
        if (deaths != null) {
            columns.put("fatalities", text(deaths.total().best()));
        }
        return columns;
    }

    private static ActorCode code(IncidentReported account, String column) {
        return ActorCode.of(column, account.columns().getOrDefault(column, ""));
    }

    private static String actor(IncidentReported account, int place) {
        return account.actors().stream().skip(place).findFirst().map(Involved::actor).orElse("");
    }

    private static String precision(PlacePrecision precision) {
        return switch (precision) {
            case EXACT -> "1";
            case NEAR -> "2";
            case REGION -> "3";
            case ADMIN2, ADMIN1, FEATURE, COUNTRY, INTERNATIONAL, UNKNOWN -> "";
        };
    }

    private static String precision(DatePrecision precision) {
        return switch (precision) {
            case DAY -> "1";
            case WEEK -> "2";
            case MONTH -> "3";
            case MINUTE, HOUR, YEAR, UNKNOWN -> "";
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// No needless zeros, never an exponent.
    private static String degrees(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}

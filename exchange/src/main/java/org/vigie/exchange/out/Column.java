package org.vigie.exchange.out;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Position;
import org.vigie.record.Involved;
import org.vigie.share.SharedRow;

/// One column of every table that leaves: the same names in all formats.
///
/// @param tag of the HXL standard 1.1 (hxlstandard.org)
/// @param type what the values are: `String`, `Integer` or `Double`
/// @param value null for an empty cell
record Column(String name, String tag, Class<?> type, Function<SharedRow, @Nullable Object> value) {

    static final List<Column> ALL =
            List.of(
                    text("incident", "#event+id", row -> row.incident()),
                    text("first_day", "#date+start", row -> row.firstDay()),
                    text("last_day", "#date+end", row -> row.lastDay()),
                    text("period", "#date+period", SharedRow::period),
                    text("place", "#loc+name", row -> row.site().name()),
                    number("latitude", "#geo+lat", row -> latitude(row.site().position())),
                    number("longitude", "#geo+lon", row -> longitude(row.site().position())),
                    text("place_precision", "#geo+precision", row -> row.precision().code()),
                    text("adm1", "#adm1+name", row -> row.site().adm1()),
                    text("adm2", "#adm2+name", row -> row.site().adm2()),
                    text("country", "#country+name", row -> row.site().country()),
                    text("kind", "#event+type", row -> Question.word(row.kind())),
                    text("actors", "#group+name", Column::actors),
                    count("dead_low", "#affected+killed+min", row -> row.deaths().low()),
                    count("dead_best", "#affected+killed+best", row -> row.deaths().best()),
                    count("dead_high", "#affected+killed+max", row -> row.deaths().high()),
                    count("dead_civilians", "#affected+killed+civilians", row -> row.civilians()),
                    text("dead_by", "#meta+rule", row -> Question.word(row.rule())),
                    text("source", "#meta+source", SharedRow::source),
                    text("known_from", "#date+known", row -> row.knownFrom()),
                    text("grain", "#meta+grain", row -> row.grain().code()));

    /// The column that marks what never happened.
    static final String EXERCISE = "exercise";

    static final String EXERCISE_TAG = "#meta+exercise";
    static final String EXERCISE_MARK = "EXERCISE";

    private static Column text(
            String name, String tag, Function<SharedRow, @Nullable Object> value) {
        return new Column(
                name,
                tag,
                String.class,
                row -> {
                    var said = value.apply(row);
                    return said == null || said.toString().isEmpty() ? null : said.toString();
                });
    }

    private static Column count(
            String name, String tag, Function<SharedRow, @Nullable Object> value) {
        return new Column(name, tag, Integer.class, value);
    }

    private static Column number(
            String name, String tag, Function<SharedRow, @Nullable Object> value) {
        return new Column(name, tag, Double.class, value);
    }

    private static @Nullable Object latitude(@Nullable Position position) {
        return position == null ? null : (Object) position.latitude();
    }

    private static @Nullable Object longitude(@Nullable Position position) {
        return position == null ? null : (Object) position.longitude();
    }

    /// `attacker: JNIM; target: Civilians`.
    private static String actors(SharedRow row) {
        return row.actors().stream()
                .map((Involved involved) ->
                        Question.word(involved.role()) + ": " + involved.actor())
                .collect(Collectors.joining("; "));
    }
}

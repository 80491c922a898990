package org.vigie.exchange.ucdp;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.ActorClass;
import org.vigie.record.DatePrecision;
import org.vigie.record.Deaths;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Figures;
import org.vigie.record.Happened;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Involved.Role;
import org.vigie.record.Site;

/// UCDP GED: one row is one event of organised violence with at least one death.
///
/// All 49 columns of versions 20 to 23 are kept: either in the fields of the account, or as they
/// are among its `columns`, so that [GedColumns] can write the row again letter by letter. Columns
/// of later versions that are not known here are kept too.
///
/// Figures stand as printed, also where they are not low ≤ best ≤ high. The sides of a fight are
/// `SIDE_A` and `SIDE_B`, which says nothing of who attacked; in one-sided violence side A attacked
/// and civilians were the target, by definition.
///
/// Source: UCDP GED codebook 23.1 (Högbladh 2023; Sundberg and Melander 2013), CC BY 4.0.
public final class UcdpGed implements Format {

    static final String CODE = "ucdp-ged";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "UCDP GED (columns id, type_of_violence, side_a, where_prec, date_start …)";
    }

    @Override
    public Class<IncidentReported> body() {
        return IncidentReported.class;
    }

    @Override
    public String keyColumn() {
        return "id";
    }

    @Override
    public String definition() {
        return "an event of organised violence with at least one direct death (UCDP GED)";
    }

    @Override
    public Optional<String> citation() {
        return Optional.of(
                "UCDP Georeferenced Event Dataset, Uppsala Conflict Data Program, ucdp.uu.se;"
                        + " Sundberg and Melander (2013), Journal of Peace Research 50(4):523-532;"
                        + " CC BY 4.0.");
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names(
                "id",
                "type_of_violence",
                "side_a",
                "side_b",
                "where_prec",
                "latitude",
                "longitude",
                "date_prec",
                "date_start",
                "date_end",
                "best",
                "low",
                "high");
    }

    @Override
    public Layout layout(Opening opening) {
        var printedDays = PrintedDays.of(opening.firstRow().printed("date_start"));
        SortedMap<String, String> options = new TreeMap<>(Map.of("days", printedDays.example()));
        return new Layout(
                opening.separator(),
                true,
                true,
                opening.header(),
                options,
                row -> read(row, printedDays));
    }

    @Override
    public Optional<Rewriting> rewriting() {
        return Optional.of((entry, options) -> {
            var account = (IncidentReported) entry.body();
            return GedColumns.of(
                    account, entry.happenedOn(), PrintedDays.of(options.getOrDefault("days", "")));
        });
    }

    @Override
    public Set<String> printedOnly() {
        return GedColumns.MADE_AGAIN;
    }

    private static Draft read(Row row, PrintedDays printedDays) {
        var when = happenedOn(row);
        var fields = account(row);
        var again = new GedColumns(fields, when, printedDays);
        var kept = new TreeMap<String, String>();
        row.forEach((column, printed) -> {
            if (!printed.equals(again.column(column))) {
                kept.put(column, printed);
            }
        });
        return new Draft(
                fields.sourceKey(), when, fields.publishedOn(), null, fields.withColumns(kept));
    }

    private static IncidentReported account(Row row) {
        var kind = kind(row);
        return new IncidentReported(
                CODE,
                row.needed("id"),
                kind,
                "",
                site(row),
                actors(row, kind),
                deaths(row),
                publishedOn(row),
                row.text("source_headline"),
                Map.of());
    }

    private static IncidentKind kind(Row row) {
        return switch (row.needed("type_of_violence")) {
            case "1" -> IncidentKind.STATE_BASED;
            case "2" -> IncidentKind.NON_STATE;
            case "3" -> IncidentKind.ONE_SIDED;
            default ->
                    throw new BadInput(
                            "type_of_violence",
                            row.text("type_of_violence"),
                            "1 (state-based), 2 (non-state) or 3 (one-sided)");
        };
    }

    private static Site site(Row row) {
        var precision = row.wholeNumber("where_prec", 1, 7);
        return new Site(
                row.text("where_coordinates"),
                row.position("latitude", "longitude"),
                precision == null ? PlacePrecision.UNKNOWN : PlacePrecision.ofGed(precision),
                null,
                row.textOrNull("adm_1"),
                row.textOrNull("adm_2"),
                row.textOrNull("country"));
    }

    private static List<Involved> actors(Row row, IncidentKind kind) {
        boolean oneSided = kind == IncidentKind.ONE_SIDED;
        return List.of(
                side(row, "side_a", oneSided ? Role.ATTACKER : Role.SIDE_A),
                side(row, "side_b", oneSided ? Role.TARGET : Role.SIDE_B));
    }

    private static Involved side(Row row, String column, Role role) {
        var name = row.needed(column);
        if (name.startsWith("Government of ")) {
            return new Involved(role, name, ActorClass.STATE);
        }
        return new Involved(
                role,
                name,
                name.equals("Civilians") ? ActorClass.CIVILIANS : ActorClass.ARMED_GROUP);
    }

    private static Deaths deaths(Row row) {
        return new Deaths(
                new Figures(row.count("low"), row.count("best"), row.count("high")),
                row.count("deaths_civilians"),
                row.count("deaths_a"),
                row.count("deaths_b"),
                row.count("deaths_unknown"));
    }

    /// The earliest of the days on which the row's sources were published.
    private static @Nullable LocalDate publishedOn(Row row) {
        var text = row.text("source_date");
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(day -> !day.isEmpty())
                .map(day -> Row.parseDay("source_date", day))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Happened happenedOn(Row row) {
        var precision = datePrecision(row);
        var first = row.day("date_start");
        var last = row.day("date_end");
        if (first == null && last == null) {
            return null;
        }
        if (first == null || last == null) {
            throw new BadInput(
                    first == null ? "date_start" : "date_end", null, "given with the other");
        }
        if (last.isBefore(first)) {
            throw new BadInput("date_end", last, "a day that is not before date_start, " + first);
        }
        return Happened.between(first, last, precision);
    }

    /// GED tells five precisions apart; the number itself stays among the columns.
    private static DatePrecision datePrecision(Row row) {
        return switch (row.wholeNumber("date_prec", 1, 5)) {
            case null -> DatePrecision.UNKNOWN;
            case 1 -> DatePrecision.DAY;
            case 2, 3 -> DatePrecision.WEEK;
            case 4 -> DatePrecision.MONTH;
            case Integer coarser -> DatePrecision.YEAR;
        };
    }
}

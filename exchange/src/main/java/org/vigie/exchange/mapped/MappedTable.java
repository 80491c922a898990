package org.vigie.exchange.mapped;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Header;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.DatePrecision;
import org.vigie.record.Deaths;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Figures;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Involved;
import org.vigie.record.Involved.Role;
import org.vigie.record.Site;

/// A table of incidents of anybody's own, read by a [Mapping]: CSV, XLSX, JSON, or what was pasted
/// from a spreadsheet. Every column is kept as it is printed, mapped or not.
///
/// What sort of actor a name is says a column of its class, if there is one. Else it is unknown,
/// but for a target called `Civilians`: nothing in which an actor of an unknown sort attacked
/// leaves the mission unless the mission's pack names that actor. Figures go in as printed; a low
/// above a high is counted as disordered.
public final class MappedTable implements Format {

    private final Mapping mapping;

    public MappedTable(Mapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public String code() {
        return mapping.source();
    }

    @Override
    public String title() {
        return "a table of your own, with a mapping";
    }

    @Override
    public Class<IncidentReported> body() {
        return IncidentReported.class;
    }

    @Override
    public String keyColumn() {
        return mapping.column("key").orElse("key");
    }

    @Override
    public String definition() {
        return mapping.definition();
    }

    @Override
    public Optional<Handling> findHandlingSaid() {
        return mapping.find("handling").map(said -> mapping.handling());
    }

    @Override
    public Handling handling() {
        return mapping.handling();
    }

    @Override
    public boolean recognises(Opening opening) {
        return missing(opening.header()).isEmpty();
    }

    @Override
    public Layout layout(Opening opening) {
        var missing = missing(opening.header());
        if (!missing.isEmpty()) {
            var field = missing.getFirst();
            throw new BadInput(
                    mapping.place(field),
                    mapping.column(field).orElse(field),
                    "made of columns that %s has: %s"
                            .formatted(
                                    opening.file(), String.join(", ", opening.header().names())));
        }
        return new Layout(
                opening.separator(), true, true, opening.header(), mapping.options(), this::read);
    }

    /// The fields of which the mapping names a column that the table does not have.
    private List<String> missing(Header header) {
        var missing = new ArrayList<String>();
        for (var field : Mapping.FIELDS) {
            mapping.column(field)
                    .filter(column -> header.find(column).isEmpty())
                    .ifPresent(column -> missing.add(field));
        }
        return missing;
    }

    private Draft read(Row row) {
        var key = needed(row, "key");
        var columns = new TreeMap<String, String>();
        row.forEach((column, printed) -> {
            if (!printed.isEmpty()) {
                columns.put(column, printed);
            }
        });
        var published = day(row, "published");
        var account =
                new IncidentReported(
                        mapping.source(),
                        key,
                        mapping.kindOf(columnOf("kind"), text(row, "kind")),
                        text(row, "kind"),
                        site(row),
                        actors(row),
                        deaths(row),
                        published,
                        text(row, "summary"),
                        columns);
        return new Draft(key, happenedOn(row), published, null, account);
    }

    private @Nullable Happened happenedOn(Row row) {
        var first = day(row, "date");
        var last = day(row, "date.end");
        if (first == null) {
            throw new BadInput(columnOf("date"), null, "given");
        }
        if (last != null && last.isBefore(first)) {
            throw new BadInput(columnOf("date.end"), last, "a day that is not before " + first);
        }
        return Happened.between(first, last == null ? first : last, DatePrecision.DAY);
    }

    private Site site(Row row) {
        return new Site(
                text(row, "place"),
                position(row),
                precision(row),
                null,
                orNull(row, "adm1"),
                orNull(row, "adm2"),
                orNull(row, "country"));
    }

    private PlacePrecision precision(Row row) {
        var code = text(row, "precision");
        try {
            return code.isEmpty() ? PlacePrecision.UNKNOWN : PlacePrecision.ofCode(code);
        } catch (BadInput e) {
            throw new BadInput(columnOf("precision"), code, e.allowed(), e);
        }
    }

    private @Nullable Position position(Row row) {
        try {
            return plain(row, Set.of("latitude", "longitude")).position("latitude", "longitude");
        } catch (BadInput e) {
            throw named(e);
        }
    }

    /// The same refusal under the name of the table's own column.
    private BadInput named(BadInput e) {
        return new BadInput(columnOf(e.field()), e.value(), e.allowed(), e);
    }

    private List<Involved> actors(Row row) {
        var actors = new ArrayList<Involved>();
        add(actors, Role.ATTACKER, row, "attacker");
        add(actors, Role.TARGET, row, "target");
        add(actors, Role.SIDE_A, row, "side.a");
        add(actors, Role.SIDE_B, row, "side.b");
        return actors;
    }

    private void add(List<Involved> actors, Role role, Row row, String field) {
        var name = text(row, field);
        if (!name.isEmpty()) {
            actors.add(new Involved(role, name, classOf(row, role, field)));
        }
    }

    private ActorClass classOf(Row row, Role role, String field) {
        var word = text(row, field + ".class");
        if (word.isEmpty()) {
            return role == Role.TARGET && text(row, field).equalsIgnoreCase("civilians")
                    ? ActorClass.CIVILIANS
                    : ActorClass.UNKNOWN;
        }
        return Arrays.stream(ActorClass.values())
                .filter(one -> word(one).equals(word(word)))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput(
                                columnOf(field + ".class"),
                                word,
                                "one of "
                                        + Arrays.stream(ActorClass.values())
                                                .map(MappedTable::word)
                                                .collect(Collectors.joining(", "))));
    }

    private static String word(Object name) {
        return name.toString().strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-");
    }

    private @Nullable Deaths deaths(Row row) {
        var plain = plain(row, Set.of("deaths", "deaths.low", "deaths.high", "civilians"));
        try {
            var total =
                    new Figures(
                            plain.count("deaths.low"),
                            plain.count("deaths"),
                            plain.count("deaths.high"));
            var civilians = plain.count("civilians");
            return total.empty() && civilians == null
                    ? null
                    : new Deaths(total, civilians, null, null, null);
        } catch (BadInput e) {
            throw named(e);
        }
    }

    /// The row's numbers with a point before the decimals, under the names of their fields; what is
    /// wrong with one is said with the name of its own column.
    private Row plain(Row row, Set<String> fields) {
        var cells = new TreeMap<String, String>();
        for (var field : fields) {
            var text = text(row, field);
            cells.put(field, mapping.decimal().equals(",") ? text.replace(',', '.') : text);
        }
        return new Row(
                row.line(), Header.of(List.copyOf(cells.keySet())), List.copyOf(cells.values()));
    }

    private @Nullable LocalDate day(Row row, String field) {
        var text = text(row, field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text, mapping.dates());
        } catch (DateTimeException e) {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}([ T].*)?")) {
                return Row.parseDay(columnOf(field), text); // a workbook's own day
            }
            var form = mapping.find("date.format").orElse("yyyy-MM-dd");
            throw new BadInput(columnOf(field), text, "a day that exists, in the form " + form, e);
        }
    }

    private String needed(Row row, String field) {
        var text = text(row, field);
        if (text.isEmpty()) {
            throw new BadInput(columnOf(field), null, "given");
        }
        return text;
    }

    private @Nullable String orNull(Row row, String field) {
        var text = text(row, field);
        return text.isEmpty() ? null : text;
    }

    private String text(Row row, String field) {
        return mapping.constant(field).or(() -> mapping.column(field).map(row::text)).orElse("");
    }

    private String columnOf(String field) {
        return mapping.column(field).orElse(field);
    }
}

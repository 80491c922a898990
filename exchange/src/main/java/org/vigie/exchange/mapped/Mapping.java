package org.vigie.exchange.mapped;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vigie.geo.BadInput;
import org.vigie.record.Handling;
import org.vigie.record.IncidentKind;

/// Which column of a table is what, as a file of lines `field = column`. A value in quotation marks
/// is the same for every row. `docs/importing.md` lists the fields.
public final class Mapping {

    /// The fields that name a column or a fixed value, in the order of a draft.
    static final List<String> FIELDS =
            List.of(
                    "key",
                    "date",
                    "date.end",
                    "place",
                    "latitude",
                    "longitude",
                    "precision",
                    "adm1",
                    "adm2",
                    "country",
                    "kind",
                    "attacker",
                    "attacker.class",
                    "target",
                    "target.class",
                    "side.a",
                    "side.a.class",
                    "side.b",
                    "side.b.class",
                    "deaths",
                    "deaths.low",
                    "deaths.high",
                    "civilians",
                    "published",
                    "summary");

    /// The fields that say how something is printed, or what the table is.
    private static final Set<String> SETTINGS =
            Set.of("source", "definition", "date.format", "decimal", "kind.default", "handling");

    private static final int FILE_BYTES_MAX = 100_000;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final String KIND_OF = "kind.of.";

    private final SortedMap<String, String> lines;
    private final SortedMap<String, IncidentKind> kinds;
    private final MappingLines places;

    private Mapping(
            SortedMap<String, String> lines,
            SortedMap<String, IncidentKind> kinds,
            MappingLines places) {
        this.lines = lines;
        this.kinds = kinds;
        this.places = places;
    }

    /// Reads a mapping file.
    ///
    /// @throws BadInput naming the line that cannot be taken
    public static Mapping read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > FILE_BYTES_MAX) {
            throw new BadInput("mapping", file, "a small file that is there");
        }
        return parse(Files.readString(file, StandardCharsets.UTF_8));
    }

    /// Reads the text of a mapping file.
    ///
    /// @throws BadInput naming the line that cannot be taken
    public static Mapping parse(String text) throws IOException {
        if (text.length() > FILE_BYTES_MAX) {
            throw new BadInput("mapping", null, "at most " + FILE_BYTES_MAX + " letters");
        }
        var places = MappingLines.of(text);
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new BadInput("mapping", null, "lines field = column", e);
        }
        places.refuseTwice();
        var lines = new TreeMap<String, String>();
        var kinds = new TreeMap<String, IncidentKind>();
        for (var field : properties.stringPropertyNames()) {
            var value = properties.getProperty(field, "").strip();
            if (field.startsWith(KIND_OF)) {
                kinds.put(
                        field.substring(KIND_OF.length()).toLowerCase(Locale.ROOT),
                        kind(places.place(field), value));
            } else if (!FIELDS.contains(field) && !SETTINGS.contains(field)) {
                throw new BadInput(places.place(field), field, "one of the fields: " + fields());
            } else if (!value.isEmpty()) {
                lines.put(field, value);
            }
        }
        return new Mapping(lines, kinds, places).checked();
    }

    private static String fields() {
        return String.join(", ", FIELDS)
                + ", source, definition, date.format, decimal,"
                + " kind.default, kind.of.…, handling";
    }

    private Mapping checked() {
        var source = lines.get("source");
        if (source == null || !CODE.matcher(source).matches()) {
            throw new BadInput(
                    source == null ? "source" : place("source"),
                    source,
                    "a word for whose table it is, e.g. hotline-mopti");
        }
        for (var needed : List.of("key", "date", "place")) {
            if (!lines.containsKey(needed)) {
                throw new BadInput(needed, null, "mapped to a column");
            }
        }
        if (!kinds.isEmpty() || lines.containsKey("kind.default")) {
            defaultKind();
        }
        dates();
        decimal();
        handling();
        return this;
    }

    /// How a refusal calls the line on which a field stands: `mapping, line 7`.
    public String place(String field) {
        return places.place(field);
    }

    /// Whose table it is.
    String source() {
        return lines.getOrDefault("source", "");
    }

    String definition() {
        return lines.getOrDefault("definition", "an incident of " + source());
    }

    /// What a field is mapped to, as it stands in the mapping.
    Optional<String> find(String field) {
        return Optional.ofNullable(lines.get(field));
    }

    /// The column of a field, empty when it has none or a fixed value.
    Optional<String> column(String field) {
        return find(field).filter(text -> !fixed(text));
    }

    /// The value that a field has in every row.
    Optional<String> constant(String field) {
        return find(field).filter(Mapping::fixed).map(text -> text.substring(1, text.length() - 1));
    }

    private static boolean fixed(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    }

    /// How days are printed; ISO when the mapping does not say.
    DateTimeFormatter dates() {
        var form = lines.getOrDefault("date.format", "yyyy-MM-dd");
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(form.replace("yyyy", "uuuu").replace("yy", "uu"))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new BadInput(place("date.format"), form, "a pattern such as dd/MM/yyyy", e);
        }
    }

    /// What stands before the decimals.
    String decimal() {
        var mark = lines.getOrDefault("decimal", ".");
        if (!mark.equals(".") && !mark.equals(",")) {
            throw new BadInput(place("decimal"), mark, ". or ,");
        }
        return mark;
    }

    /// Who may see the rows: the mission, unless the mapping says otherwise.
    Handling handling() {
        var word = lines.getOrDefault("handling", Handling.MISSION.code());
        try {
            return Handling.chosen(word);
        } catch (BadInput e) {
            throw new BadInput(place("handling"), word, e.allowed(), e);
        }
    }

    /// The kind that a word of the table stands for.
    IncidentKind kindOf(String column, String word) {
        if (word.isEmpty()) {
            return defaultKind();
        }
        var known = kinds.get(word.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        var plain = plain(word);
        for (var kind : IncidentKind.values()) {
            if (kind.name().equals(plain)) {
                return kind;
            }
        }
        if (lines.containsKey("kind.default")) {
            return defaultKind();
        }
        throw new BadInput(column, word, "a kind, or mapped to one by a line kind.of." + word);
    }

    IncidentKind defaultKind() {
        return kind(place("kind.default"), lines.getOrDefault("kind.default", "other"));
    }

    private static IncidentKind kind(String field, String word) {
        for (var kind : IncidentKind.values()) {
            if (kind.name().equals(plain(word))) {
                return kind;
            }
        }
        throw new BadInput(
                field,
                word,
                "one of state-based, non-state, one-sided, battle, explosion,"
                        + " violence-against-civilians, protest, riot, strategic-development,"
                        + " attack-on-mission, tension, other");
    }

    private static String plain(String word) {
        return word.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
    }

    /// All lines, for the import's entry.
    SortedMap<String, String> options() {
        var options = new TreeMap<String, String>();
        lines.forEach((field, column) -> options.put("map " + field, column));
        kinds.forEach((word, kind) -> options.put("map " + KIND_OF + word, kind.name()));
        return options;
    }
}

package org.vigie.exchange.mapped;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.vigie.exchange.imports.Header;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;

/// Drafts a mapping from the names of a table's columns, in English, French and Dutch. A guess by
/// names alone: a person reads it, mends it and saves it.
public final class Suggestion {

    /// For each field the words by which its column is known, the surest first; without accents.
    private static final Map<String, List<String>> WORDS = words();

    /// The remarks of a draft in English, by the keys under which a page has them in others.
    private static final Map<String, String> REMARKS =
            Map.of(
                    "draft.by", "A draft by the names of the columns of",
                    "draft.read", "Read every line and mend it; the table is then imported by it.",
                    "draft.same", "A value in quotation marks is the same for every row.",
                    "draft.example", "for example:");

    private Suggestion() {}

    /// A draft with its remarks in another language.
    ///
    /// @param words the sentence of a key
    public static String remarked(String draft, UnaryOperator<String> words) {
        var said = draft;
        for (var remark : REMARKS.entrySet()) {
            said = said.replace("# " + remark.getValue(), "# " + words.apply(remark.getKey()));
        }
        return said;
    }

    private static Map<String, List<String>> words() {
        var words = new LinkedHashMap<String, List<String>>();
        words.put(
                "key", List.of("id", "ref", "reference", "no", "numero", "nummer", "code", "key"));
        words.put("date.end", List.of("date end", "end date", "date fin", "einddatum", "until"));
        words.put("published", List.of("date published", "published", "date de publication"));
        words.put("date", List.of("date", "day", "jour", "datum", "event date", "date incident"));
        words.put("latitude", List.of("latitude", "lat", "y"));
        words.put("longitude", List.of("longitude", "lon", "long", "lng", "x"));
        words.put("precision", List.of("precision", "accuracy"));
        words.put("adm1", List.of("admin1", "adm1", "region", "province", "state"));
        words.put("adm2", List.of("admin2", "adm2", "cercle", "district", "prefecture"));
        words.put("country", List.of("country", "pays", "land"));
        words.put("place", List.of("place", "location", "lieu", "village", "localite", "plaats"));
        words.put("kind", List.of("type", "kind", "event type", "categorie", "category", "soort"));
        words.put("attacker", List.of("attacker", "perpetrator", "auteur", "dader"));
        words.put("target", List.of("target", "victim", "victime", "cible", "doelwit"));
        words.put("side.a", List.of("side a", "actor1", "actor 1", "acteur 1", "actor"));
        words.put("side.b", List.of("side b", "actor2", "actor 2", "acteur 2"));
        words.put("deaths.low", List.of("deaths low", "deaths min", "morts min"));
        words.put("deaths.high", List.of("deaths high", "deaths max", "morts max"));
        words.put(
                "civilians",
                List.of(
                        "civilians",
                        "civilian deaths",
                        "civilian dead",
                        "civils",
                        "civils tues",
                        "civilian",
                        "civiles",
                        "burgers"));
        words.put(
                "deaths",
                List.of(
                        "deaths",
                        "killed",
                        "fatalities",
                        "dead",
                        "morts",
                        "tues",
                        "deces",
                        "doden"));
        words.put(
                "summary",
                List.of(
                        "summary",
                        "description",
                        "notes",
                        "resume",
                        "details",
                        "what happened",
                        "narrative",
                        "faits",
                        "wat er gebeurde"));
        return words;
    }

    /// The text of a mapping file.
    public static String draft(Opening opening) {
        var header = opening.header();
        var first = opening.firstRow();
        var found = found(header);
        var lines = new ArrayList<String>();
        lines.add("# " + REMARKS.get("draft.by") + " " + onOneLine(opening.file()) + ".");
        lines.add("# " + REMARKS.get("draft.read"));
        lines.add("# " + REMARKS.get("draft.same"));
        lines.add("source = my-table");
        for (var field : Mapping.FIELDS) {
            var column = found.get(field);
            lines.add(
                    column == null
                            ? "# " + field + " ="
                            : field + " = " + escaped(column) + example(first.text(column)));
        }
        lines.add("date.format = " + format(first.text(found.getOrDefault("date", "date"))));
        lines.add("# Who may see it: open, mission or protection.");
        lines.add("handling = mission");
        lines.add("kind.default = other");
        lines.add("# kind.of.Raid = violence-against-civilians");
        lines.add(decimalComma(first, found) ? "decimal = ," : "# decimal = ,");
        return String.join("\n", spread(lines)) + "\n";
    }

    /// Whether the first row prints a coordinate as `14,53`.
    private static boolean decimalComma(Row first, Map<String, String> found) {
        return Stream.of("latitude", "longitude")
                .map(found::get)
                .anyMatch(column ->
                        column != null && first.text(column).matches("\\s*-?\\d{1,3},\\d+\\s*"));
    }

    /// Properties know no remark behind a value, so that an example stands on the line above.
    private static List<String> spread(List<String> lines) {
        var spread = new ArrayList<String>();
        for (var line : lines) {
            int mark = line.indexOf(EXAMPLE);
            if (mark < 0) {
                spread.add(line);
            } else {
                spread.add(
                        "# "
                                + REMARKS.get("draft.example")
                                + " "
                                + line.substring(mark + EXAMPLE.length()));
                spread.add(line.substring(0, mark));
            }
        }
        return spread;
    }

    private static final String EXAMPLE = "\u0000";

    private static String example(String value) {
        var plain = onOneLine(value);
        return plain.isEmpty()
                ? ""
                : EXAMPLE + (plain.length() > 60 ? plain.substring(0, 60) + "…" : plain);
    }

    private static Map<String, String> found(Header header) {
        var found = new LinkedHashMap<String, String>();
        var left = new ArrayList<>(header.names());
        for (var exact : List.of(true, false)) {
            WORDS.forEach((field, words) -> {
                for (var word : words) {
                    if (found.containsKey(field)) {
                        return;
                    }
                    left.stream()
                            .filter(column -> !column.isBlank() && fits(plain(column), word, exact))
                            .findFirst()
                            .ifPresent(column -> {
                                found.put(field, column);
                                left.remove(column);
                            });
                }
            });
        }
        return found;
    }

    private static boolean fits(String column, String word, boolean exact) {
        return exact ? column.equals(word) : (" " + column + " ").contains(" " + word + " ");
    }

    private static String plain(String column) {
        return Normalizer.normalize(column, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static String format(String printed) {
        if (printed.matches("\\d{1,2}/\\d{1,2}/\\d{4}")) {
            return "d/M/yyyy";
        }
        if (printed.matches("\\d{1,2}[.]\\d{1,2}[.]\\d{4}")) {
            return "d.M.yyyy";
        }
        return printed.matches("\\d{1,2}-\\d{1,2}-\\d{4}") ? "d-M-yyyy" : "yyyy-MM-dd";
    }

    private static String onOneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ");
    }

    /// As properties write a value: a name may hold a line break.
    private static String escaped(String column) {
        var escaped = new StringBuilder();
        for (int at = 0; at < column.length(); at++) {
            char letter = column.charAt(at);
            if (letter == '\\' || Character.isISOControl(letter)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}

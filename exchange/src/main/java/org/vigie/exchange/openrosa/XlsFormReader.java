package org.vigie.exchange.openrosa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Sheets;
import org.vigie.exchange.imports.Sheets.Line;
import org.vigie.geo.BadInput;

/// Reads the three sheets of a form; what it takes stands at [XlsForm].
final class XlsFormReader {

    private static final int QUESTIONS_MAX = 100;
    private static final int CHOICES_MAX = 500;
    private static final int LANGUAGES_MAX = 12;

    /// A name of XML without its colon, which stands for a namespace.
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

    /// What telephones write beside the answers.
    private static final Set<String> TAKEN = Set.of("meta", "instanceid", "instancename");

    private static final Set<String> SURVEY_COLUMNS = Set.of("type", "name", "required");
    private static final Set<String> CHOICES_COLUMNS = Set.of("list_name", "list name", "name");
    private static final Set<String> SETTINGS_COLUMNS =
            Set.of("form_title", "form_id", "version", "default_language");

    private static final String LABEL = "label";
    private static final String HINT = "hint";
    private static final String BY_LANGUAGE = "::";

    private final String file;
    private final Sheets sheets;

    XlsFormReader(String file, Sheets sheets) {
        this.file = file;
        this.sheets = sheets;
    }

    XlsForm form() {
        if (sheets.of(XlsForm.SURVEY).isEmpty() || sheets.of(XlsForm.SETTINGS).isEmpty()) {
            throw new BadInput(
                    "file", file, "a workbook with lines in its sheets survey and settings");
        }
        if (sheets.of(XlsForm.SETTINGS).size() > 1) {
            throw new BadInput(XlsForm.SETTINGS, null, "one line below its headings");
        }
        columns(XlsForm.SURVEY, SURVEY_COLUMNS, Set.of(LABEL, HINT));
        columns(XlsForm.CHOICES, CHOICES_COLUMNS, Set.of(LABEL));
        columns(XlsForm.SETTINGS, SETTINGS_COLUMNS, Set.of());
        var settings = sheets.of(XlsForm.SETTINGS).getFirst();
        var languages = languages(settings);
        return new XlsForm(
                setting(settings, "form_id", 100),
                setting(settings, "version", 40),
                setting(settings, "form_title", 200),
                languages,
                questions(languages, lists(languages)));
    }

    /// Refuses what stands in a column that nobody reads.
    private void columns(String sheet, Set<String> plain, Set<String> translated) {
        for (var line : sheets.of(sheet)) {
            for (var heading : line.cells().keySet()) {
                boolean known = plain.contains(heading);
                for (var text : translated) {
                    var language = language(heading);
                    known |= heading.equals(text);
                    known |= !language.isEmpty() && heading.equals(text + BY_LANGUAGE + language);
                }
                if (!known) {
                    var more = translated.stream().sorted().map(text -> text + "::LANGUAGE");
                    var allowed =
                            Stream.concat(plain.stream().sorted(), more)
                                    .collect(Collectors.joining(", "));
                    throw bad(sheet, line, heading, "a column of these: " + allowed);
                }
            }
        }
    }

    private List<String> languages(Line settings) {
        var languages = new LinkedHashSet<String>();
        var stated = settings.get("default_language");
        if (!stated.isEmpty()) {
            languages.add(stated);
        }
        Stream.of(XlsForm.SURVEY, XlsForm.CHOICES)
                .flatMap(sheet -> sheets.of(sheet).stream())
                .flatMap(line -> line.cells().keySet().stream())
                .filter(heading -> heading.startsWith(LABEL) || heading.startsWith(HINT))
                .map(XlsFormReader::language)
                .forEach(languages::add);
        languages.forEach(language -> requireText(XlsForm.SETTINGS, settings, language));
        boolean used =
                sheets.of(XlsForm.SURVEY).stream()
                        .anyMatch(line -> line.cells().containsKey(LABEL + BY_LANGUAGE + stated));
        if (!stated.isEmpty() && !used) {
            throw bad(
                    XlsForm.SETTINGS,
                    settings,
                    stated,
                    "a language that has a column label::" + stated + " on the sheet survey");
        }
        if (languages.size() > LANGUAGES_MAX) {
            throw new BadInput("file", file, "a form in at most " + LANGUAGES_MAX + " languages");
        }
        return List.copyOf(languages);
    }

    /// Empty for a column that names none.
    private static String language(String heading) {
        int at = heading.indexOf(BY_LANGUAGE);
        return at < 0 ? "" : heading.substring(at + BY_LANGUAGE.length()).strip();
    }

    private Map<String, List<XlsForm.Choice>> lists(List<String> languages) {
        var lists = new LinkedHashMap<String, List<XlsForm.Choice>>();
        if (sheets.of(XlsForm.CHOICES).size() > CHOICES_MAX) {
            throw new BadInput(XlsForm.CHOICES, null, "at most " + CHOICES_MAX + " lines");
        }
        for (var line : sheets.of(XlsForm.CHOICES)) {
            var list =
                    line.get("list_name").isEmpty() ? line.get("list name") : line.get("list_name");
            if (list.isEmpty()) {
                throw bad(XlsForm.CHOICES, line, null, "in a list: list_name is empty");
            }
            var name = name(XlsForm.CHOICES, line);
            var choices = lists.computeIfAbsent(list, fresh -> new ArrayList<>());
            if (choices.stream().anyMatch(other -> other.name().equals(name))) {
                throw bad(XlsForm.CHOICES, line, name, "once in the list " + list);
            }
            choices.add(new XlsForm.Choice(name, texts(XlsForm.CHOICES, line, LABEL, languages)));
        }
        return lists;
    }

    private List<XlsForm.Question> questions(
            List<String> languages, Map<String, List<XlsForm.Choice>> lists) {
        var questions = new ArrayList<XlsForm.Question>();
        var names = new HashSet<String>();
        if (sheets.of(XlsForm.SURVEY).size() > QUESTIONS_MAX) {
            throw new BadInput(XlsForm.SURVEY, null, "at most " + QUESTIONS_MAX + " lines");
        }
        for (var line : sheets.of(XlsForm.SURVEY)) {
            var name = name(XlsForm.SURVEY, line);
            if (TAKEN.contains(XlsForm.small(name)) || !names.add(XlsForm.small(name))) {
                throw bad(XlsForm.SURVEY, line, name, "a name that no other question has");
            }
            var words = line.get("type").split("\\s+", -1);
            var type = type(line, words);
            questions.add(
                    new XlsForm.Question(
                            type,
                            name,
                            required(line),
                            texts(XlsForm.SURVEY, line, LABEL, languages),
                            texts(XlsForm.SURVEY, line, HINT, languages),
                            type == XlsForm.Type.SELECT_ONE
                                    ? choices(line, words[1], lists)
                                    : List.of()));
        }
        return questions;
    }

    private static XlsForm.Type type(Line line, String[] words) {
        var type = XlsForm.Type.find(words[0]);
        int length = type.equals(Optional.of(XlsForm.Type.SELECT_ONE)) ? 2 : 1;
        if (type.isEmpty() || words.length != length) {
            throw bad(
                    XlsForm.SURVEY,
                    line,
                    line.get("type"),
                    "a type of these: text, note, integer, date, dateTime, geopoint, image,"
                            + " select_one LIST");
        }
        return type.get();
    }

    private static List<XlsForm.Choice> choices(
            Line line, String list, Map<String, List<XlsForm.Choice>> lists) {
        var choices = lists.get(list);
        if (choices == null) {
            throw bad(
                    XlsForm.SURVEY,
                    line,
                    list,
                    lists.isEmpty()
                            ? "a list of the sheet choices, which has none"
                            : "a list of the sheet choices: " + String.join(", ", lists.keySet()));
        }
        return choices;
    }

    private static boolean required(Line line) {
        var word = line.get("required");
        return switch (XlsForm.small(word)) {
            case "yes", "true", "true()" -> true;
            case "", "no", "false", "false()" -> false;
            default -> throw bad(XlsForm.SURVEY, line, word, "required: yes, no or empty");
        };
    }

    private static String name(String sheet, Line line) {
        var name = line.get("name");
        if (!NAME.matcher(name).matches()) {
            throw bad(
                    sheet,
                    line,
                    name,
                    "a name of at most 64 letters a to z, digits and _ . -, a letter first");
        }
        return name;
    }

    /// A text in each language; an empty map where it stands in none. Every label stands in one.
    private static Map<String, String> texts(
            String sheet, Line line, String what, List<String> languages) {
        var given = new LinkedHashMap<String, String>();
        for (var language : languages) {
            var heading = language.isEmpty() ? what : what + BY_LANGUAGE + language;
            var text = line.get(heading);
            if (!text.isEmpty()) {
                requireText(sheet, line, text);
                given.put(language, text);
            }
        }
        if (given.isEmpty()) {
            if (what.equals(LABEL)) {
                throw bad(sheet, line, null, "with a label in one language at least");
            }
            return given;
        }
        // The default language stands first.
        var first = given.values().iterator().next();
        languages.forEach(language -> given.putIfAbsent(language, first));
        return given;
    }

    private static String setting(Line line, String name, int lettersMax) {
        var text = line.get(name);
        if (text.isEmpty() || text.length() > lettersMax) {
            throw bad(
                    XlsForm.SETTINGS,
                    line,
                    text.isEmpty() ? null : text,
                    name + ", of at most " + lettersMax + " letters");
        }
        requireText(XlsForm.SETTINGS, line, text);
        return text;
    }

    /// Letters that XML cannot hold would make a form that no telephone reads.
    private static void requireText(String sheet, Line line, String text) {
        boolean whole = text.codePoints().allMatch(XForm::canStandInXml);
        if (!whole) {
            throw bad(sheet, line, text, "text without control characters");
        }
    }

    private static BadInput bad(String sheet, Line line, @Nullable String word, String allowed) {
        return new BadInput("sheet " + sheet + ", row " + line.number(), word, allowed);
    }
}

package org.vigie.exchange.openrosa;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.exchange.imports.Sheets;
import org.vigie.geo.BadInput;

/// A form as people write it: a workbook with the sheets `survey`, `choices` and `settings`.
///
/// What is not understood is refused with its sheet, row and word, never left out in silence: a
/// condition that does not hold, or a question that is not asked, may cost a warning. A label or a
/// hint that is empty in one language is the one of the default language; where that is empty too,
/// the first that is not.
///
/// Source: xlsform.org; of its types, those of [Type].
///
/// @param id by which telephones know the form
/// @param version of the form; telephones fetch it again when it changes
/// @param languages as written after `label::`, the default first; one empty name where the sheets
///   name none
public record XlsForm(
        String id, String version, String title, List<String> languages, List<Question> questions) {

    static final String SURVEY = "survey";
    static final String CHOICES = "choices";
    static final String SETTINGS = "settings";

    public XlsForm {
        languages = List.copyOf(languages);
        questions = List.copyOf(questions);
    }

    /// What a question asks for.
    public enum Type {
        TEXT("text", "string"),
        /// Nothing: it is only shown.
        NOTE("note", "string"),
        INTEGER("integer", "int"),
        DATE("date", "date"),
        DATE_TIME("dateTime", "dateTime"),
        GEOPOINT("geopoint", "geopoint"),
        SELECT_ONE("select_one", "string"),
        /// A photograph, which is sent beside the answers.
        IMAGE("image", "binary");

        private final String word;
        private final String binding;

        Type(String word, String binding) {
            this.word = word;
            this.binding = binding;
        }

        /// As a workbook has it.
        String word() {
            return word;
        }

        /// The type of its data in an XForm.
        String binding() {
            return binding;
        }

        static Optional<Type> find(String word) {
            return List.of(values()).stream()
                    .filter(type -> type.word.equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    /// A question of the form.
    ///
    /// @param label by language, in none empty
    /// @param hint by language; without any where there is none
    /// @param choices what can be chosen; none but for [Type#SELECT_ONE]
    public record Question(
            Type type,
            String name,
            boolean required,
            Map<String, String> label,
            Map<String, String> hint,
            List<Choice> choices) {

        public Question {
            label = Map.copyOf(label);
            hint = Map.copyOf(hint);
            choices = List.copyOf(choices);
        }
    }

    /// An answer that can be chosen.
    ///
    /// @param label by language, in none empty
    public record Choice(String name, Map<String, String> label) {

        public Choice {
            label = Map.copyOf(label);
        }
    }

    /// Reads a form.
    ///
    /// @param name of the file, for messages
    /// @throws BadInput when it is no form that can be handed out; the field names sheet and row
    public static XlsForm read(byte[] workbook, String name) throws IOException {
        var sheets = Sheets.read(workbook, name, List.of(SURVEY, CHOICES, SETTINGS));
        return new XlsFormReader(name, sheets).form();
    }

    /// The question of this name.
    public Optional<Question> find(String question) {
        return questions.stream().filter(asked -> asked.name().equals(question)).findFirst();
    }

    static String small(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}

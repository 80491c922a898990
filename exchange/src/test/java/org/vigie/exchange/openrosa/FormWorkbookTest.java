package org.vigie.exchange.openrosa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The form of a warning is what its tables say: a workbook cannot be reviewed, a table can. With
/// `-Dvigie.forms.write=true` it is written again.
class FormWorkbookTest {

    private static final Path FOLDER = Path.of("..", "missions", "forms");
    private static final Path WORKBOOK = FOLDER.resolve("warning.xlsx");

    private static final Map<String, String> WORDS =
            Map.of("words.bm.csv", "Bambara (bm)", "words.ffm.csv", "Fulfulde (ffm)");

    @Test
    void the_workbook_is_written_from_its_tables() throws IOException {
        var written = FormWorkbook.of(sheets());
        if (Boolean.getBoolean("vigie.forms.write")) {
            Files.write(WORKBOOK, written);
        }
        assertArrayEquals(written, Files.readAllBytes(WORKBOOK));
    }

    @Test
    void it_asks_at_most_eight_questions_and_for_a_photograph_each_in_french_and_english()
            throws IOException {
        var form = WarningForm.of(Files.readAllBytes(WORKBOOK), "warning.xlsx").form();
        assertEquals("vigie-warning", form.id());
        assertEquals(XlsForm.Type.IMAGE, form.questions().getLast().type());
        assertTrue(form.questions().size() <= 9, () -> "" + form.questions().size());
        assertEquals(List.of("Français (fr)", "English (en)"), form.languages().subList(0, 2));
        for (var row : table("survey.csv").subList(1, form.questions().size() + 1)) {
            assertFalse(row.get(3).isEmpty() || row.get(4).isEmpty(), row.toString());
            assertEquals(row.get(5).isEmpty(), row.get(6).isEmpty(), row.toString());
        }
    }

    /// A phrase that has changed since it was translated must not go on as it was.
    @Test
    void each_words_file_has_every_phrase_as_the_form_has_it() throws IOException {
        for (var file : WORDS.keySet()) {
            var phrases =
                    words(file).stream()
                            .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
                            .toList();
            assertEquals(phrases(), phrases, file);
        }
    }

    @Test
    void a_phrase_that_no_speaker_has_checked_is_not_translated() throws IOException {
        for (var file : WORDS.keySet()) {
            for (var row : words(file)) {
                assertEquals(
                        row.get(4).equals("to be checked by a speaker"),
                        row.get(3).isEmpty(),
                        row.toString());
            }
        }
    }

    private static Map<String, List<List<String>>> sheets() throws IOException {
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        sheets.put("survey", translated(table("survey.csv"), true));
        sheets.put("choices", translated(table("choices.csv"), false));
        sheets.put("settings", table("settings.csv"));
        return sheets;
    }

    /// With a column more for each language of a words file, and for its hints.
    private static List<List<String>> translated(List<List<String>> rows, boolean survey)
            throws IOException {
        var wider = new ArrayList<List<String>>();
        rows.forEach(row -> wider.add(new ArrayList<>(row)));
        for (var file : WORDS.keySet().stream().sorted().toList()) {
            var words =
                    words(file).stream()
                            .collect(Collectors.toMap(row -> row.get(0), row -> row.get(3)));
            for (var what : survey ? List.of("label", "hint") : List.of("label")) {
                wider.getFirst().add(what + "::" + WORDS.get(file));
                for (var row : wider.subList(1, wider.size())) {
                    var key = survey ? row.get(1) : row.get(0) + "/" + row.get(1);
                    row.add(words.getOrDefault(key + ":" + what, ""));
                }
            }
        }
        return wider;
    }

    private static List<String> phrases() throws IOException {
        var phrases = new ArrayList<String>();
        var survey = table("survey.csv");
        for (var row : survey.subList(1, survey.size())) {
            phrases.add(row.get(1) + ":label " + row.get(3) + " " + row.get(4));
            if (!row.get(5).isEmpty()) {
                phrases.add(row.get(1) + ":hint " + row.get(5) + " " + row.get(6));
            }
        }
        var choices = table("choices.csv");
        for (var row : choices.subList(1, choices.size())) {
            phrases.add(row.get(0) + "/" + row.get(1) + ":label " + row.get(2) + " " + row.get(3));
        }
        return phrases;
    }

    private static List<List<String>> words(String file) throws IOException {
        var rows = table(file);
        return rows.subList(1, rows.size());
    }

    private static List<List<String>> table(String file) throws IOException {
        try (var reader = CsvReader.builder().ofCsvRecord(FOLDER.resolve(file))) {
            return reader.stream().map(row -> row.getFields()).toList();
        }
    }
}

package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.out.Exports;
import org.vigie.exchange.out.OutFormat;
import org.vigie.exchange.out.Question;
import org.vigie.geo.BadInput;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Filter;
import org.vigie.record.Viewer;
import org.vigie.share.Tier;

class BadFilesTest {

    @TempDir Path folder;
    private final TestLedger ledger = new TestLedger();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id=                     | id               | ``         | must be given",
                "type_of_violence=4      | type_of_violence | 4          | must be 1 (state-based), 2 (non-state) or 3 (one-sided)",
                "type_of_violence=       | type_of_violence | ``         | must be given",
                "side_a=                 | side_a           | ``         | must be given",
                "side_b=                 | side_b           | ``         | must be given",
                "source_date=yesterday   | source_date      | yesterday  | must be a day such as 2008-02-29",
                "where_prec=8            | where_prec       | 8          | must be a whole number from 1 to 7",
                "where_prec=1.5          | where_prec       | 1.5        | must be a whole number from 1 to 7",
                "latitude=91             | latitude         | 91         | must be between -90 and 90 degrees",
                "latitude=200            | latitude         | 200        | must be between -90 and 90 degrees",
                "latitude=1e9999999      | latitude         | 1e9999999  | must be a number",
                "latitude=               | latitude         | ``         | must be given with the other",
                "longitude=-180.01       | longitude        | -180.01    | must be between -180 and 180 degrees",
                "longitude=18°33'        | longitude        | 18°33'     | must be a number",
                "date_prec=6             | date_prec        | 6          | must be a whole number from 1 to 5",
                "date_start=14/02/2020   | date_start       | 14/02/2020 | must be a day such as 2008-02-29",
                "date_start=2020-02-30   | date_start       | 2020-02-30 | must be a day such as 2008-02-29",
                "date_end=2020-02-13     | date_end         | 2020-02-13 | must be a day that is not before date_start, 2020-02-14",
                "date_end=               | date_end         | ``         | must be given with the other",
                "deaths_a=-1             | deaths_a         | -1         | must be a whole number, 0 or more",
                "deaths_b=x              | deaths_b         | x          | must be a number",
                "deaths_civilians=0.5    | deaths_civilians | 0.5        | must be a whole number, 0 or more",
                "deaths_unknown=NaN      | deaths_unknown   | NaN        | must be a number",
                "best=99999999999        | best             | 99999999999 | must be a whole number, 0 or more",
                "low=1 000               | low              | 1 000      | must be a number",
                "high=10-20              | high             | 10-20      | must be a number",
            })
    void a_cell_that_cannot_be_read_is_named_and_the_other_rows_go_on(
            String change, String field, String value, String reason) throws IOException {
        var imported = ledger.add(new GedText(folder).row(1).row(2, change).row(3).file());
        assertEquals(
                List.of(new Rejection(3, field, value.isEmpty() ? null : value, reason)),
                imported.rejections());
        assertEquals(2, imported.counts().added());
    }

    @Test
    void a_row_with_too_few_cells_is_rejected() throws IOException {
        var imported = ledger.add(file(new GedText(folder).row(1).text(",") + "2,3,Riders\n"));
        assertEquals(
                List.of(new Rejection(3, "row", "3 cells", "must be 22 cells")),
                imported.rejections());
    }

    @Test
    void the_line_of_a_rejection_counts_the_breaks_inside_quotes() throws IOException {
        var file =
                new GedText(folder)
                        .row(1, "source_headline=\"two\nlines\"")
                        .row(2, "best=many")
                        .file();
        assertEquals(4, ledger.add(file).rejections().getFirst().line());
    }

    @Test
    void only_the_first_thousand_rejections_are_listed_and_all_are_counted() throws IOException {
        var text = new GedText(folder);
        for (int id = 1; id <= 1001; id++) {
            text.row(id, "best=many");
        }
        var imported = ledger.add(text.file());
        assertEquals(1000, imported.rejections().size());
        assertEquals(1001, imported.counts().rejected());
    }

    @Test
    void an_empty_file_is_refused() {
        assertEquals("file", refused("").field());
    }

    @Test
    void a_header_alone_is_refused() {
        assertEquals(
                "a table with at least one row",
                refused(String.join(",", GedText.COLUMNS) + "\n").allowed());
    }

    @Test
    void a_file_of_no_known_format_is_refused_with_the_list_of_formats() {
        var refusal = refused("year,longitude,latitude,best\n2018,1,2,3\n");
        assertTrue(
                refusal.allowed().startsWith("one of: UCDP GED (columns id,"), refusal::getMessage);
    }

    @Test
    void a_binary_file_is_refused() {
        var refusal = refused(new GedText(folder).row(1, "side_a=\u0000\u0001").text(","));
        assertEquals("\"bad.csv, line 2\"", refusal.value());
    }

    @Test
    void bytes_that_are_no_utf8_are_refused_with_their_line() throws IOException {
        var text = new GedText(folder).row(1).row(2, "adm_1=Ouham-Pendé").text(",");
        var file =
                Files.write(folder.resolve("bad.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
        var refusal = assertThrows(BadInput.class, () -> ledger.add(file));
        assertEquals(
                "file must be text in UTF-8 (save the file as UTF-8), was \"bad.csv, line 3\"",
                refusal.getMessage());
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_refused_with_the_row_before_it() {
        var refusal =
                refused(new GedText(folder).row(1).text(",") + "2,3,\"Riders,Civilians\n3,3,x\n");
        assertEquals("\"bad.csv, the row after the one in line 2\"", refusal.value());
    }

    @Test
    void a_quotation_mark_in_the_header_that_is_never_closed_is_refused() {
        var text = new GedText(folder).row(1).text(",").replaceFirst("low\n", "low,\"note\n");
        assertEquals("\"bad.csv, line 1\"", refused(text).value());
    }

    @Test
    void a_line_longer_than_a_mebibyte_is_refused() {
        var refusal =
                refused(
                        new GedText(folder)
                                .row(1, "source_headline=" + "x".repeat(1 << 20))
                                .text(","));
        assertEquals("\"bad.csv, line 2\"", refusal.value());
    }

    @Test
    void a_header_with_one_name_twice_is_refused() {
        var text = new GedText(folder).row(1).text(",").replaceFirst("deaths_a", "low");
        assertEquals(
                "header must be a list of names in which none stands twice, was \"low\"",
                refused(text).getMessage());
    }

    /// Cut off within its last cell a file cannot be told from one that ends there; cut off
    /// anywhere else it is refused, and nothing of it is left.
    @Test
    void a_file_that_breaks_off_is_refused_wherever_it_does() throws IOException {
        var whole = new GedText(folder).row(1).row(2).row(3).text(",");
        int header = whole.indexOf('\n') + 1;
        for (int cut = header + 1; cut < whole.length(); cut++) {
            var line = whole.substring(whole.lastIndexOf('\n', cut - 1) + 1, cut);
            boolean within = !line.isEmpty() && line.split(",", -1).length < GedText.COLUMNS.size();
            if (within) {
                var refusal = refused(whole.substring(0, cut));
                assertEquals("whole, and here its last row breaks off", refusal.allowed());
            }
        }
        assertEquals(List.of(), ledger.entries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void another_encoding_is_named_as_what_it_is(String charset) throws IOException {
        var text = new GedText(folder).row(1).text(",");
        var file = Files.writeString(folder.resolve("bad.csv"), text, Charset.forName(charset));
        var refusal = assertThrows(BadInput.class, () -> ledger.add(file));
        assertEquals("text in UTF-8 (save the file as UTF-8)", refusal.allowed());
        assertEquals(List.of(), ledger.entries());
    }

    @Test
    void marks_quotes_and_line_breaks_within_cells_are_letters() throws IOException {
        var text =
                new GedText(folder).row(1, "source_headline=he said; \"go\"\nand went").text(",");
        var imported = ledger.add(file("\uFEFF" + text));
        assertEquals(List.of(), imported.rejections());
        assertEquals(
                "he said; \"go\"\nand went",
                ((IncidentReported) ledger.entries().get(1).body()).summary());
    }

    @Test
    void the_second_row_with_one_id_is_rejected_and_the_others_go_on() throws IOException {
        var imported = ledger.add(new GedText(folder).row(1).row(1, "best=9").row(2).file());
        assertEquals(
                List.of(
                        new Rejection(
                                3, "id", "1", "must stand only once, and stands in line 2 too")),
                imported.rejections());
        assertEquals(2, imported.counts().added());
    }

    /// Two releases, one pasted below the other: the second has a column less, and its own header.
    @Test
    void rows_of_another_vintage_are_rejected_one_by_one() throws IOException {
        var newer = new GedText(folder).row(1).text(",");
        var older =
                new GedText(folder)
                        .row(2)
                        .text(",")
                        .lines()
                        .map(line -> line.substring(line.indexOf(',') + 1))
                        .toList();
        var imported = ledger.add(file(newer + String.join("\n", older) + "\n"));
        assertEquals(
                List.of(
                        new Rejection(3, "row", "21 cells", "must be 22 cells"),
                        new Rejection(4, "row", "21 cells", "must be 22 cells")),
                imported.rejections());
        assertEquals(1, imported.counts().added());
    }

    @Test
    void a_header_within_the_table_is_rejected_as_a_row() throws IOException {
        var text = new GedText(folder).row(1).text(",");
        var imported = ledger.add(file(text + text.replace("\n1,", "\n2,")));
        assertEquals(1, imported.counts().rejected());
        assertEquals(3, imported.rejections().getFirst().line());
        assertEquals(2, imported.counts().added());
    }

    @ParameterizedTest
    @CsvSource({
        "event_type, Gossip",
        "inter1, Martians",
        "geo_precision, 4",
        "time_precision, 9",
        "timestamp, soon",
        "event_date, 31 February 2024",
        "fatalities, -3"
    })
    void a_code_of_acled_that_nobody_knows_is_named_with_its_column(String column, String code)
            throws IOException {
        var row = new TreeMap<>(ACLED);
        row.put(column, code);
        var file =
                file(
                        String.join(",", row.keySet())
                                + "\n"
                                + String.join(",", ACLED.values())
                                + "\n"
                                + String.join(",", row.values()).replace("OST1", "OST2")
                                + "\n");
        var rejection = ledger.add(file).rejections().getFirst();
        assertEquals(List.of(column, code), List.of(rejection.field(), "" + rejection.value()));
        assertEquals(3, rejection.line());
    }

    private static final TreeMap<String, String> ACLED =
            new TreeMap<>(
                    Map.of(
                            "event_id_cnty", "OST1",
                            "event_date", "2024-01-05",
                            "event_type", "Battles",
                            "actor1", "Riders",
                            "inter1", "2",
                            "geo_precision", "1",
                            "time_precision", "1",
                            "fatalities", "3",
                            "timestamp", "1707004800"));

    /// What a bad file brings in does not become a formula in somebody's spreadsheet.
    @Test
    void a_formula_in_a_cell_is_taken_as_text_and_given_out_as_text() throws IOException {
        ledger.add(
                new GedText(folder)
                        .row(1, "country=@SUM(1)", "adm_1=+1", "where_coordinates==1+1")
                        .row(2, "side_a==HYPERLINK(A1)")
                        .file());
        var question = new Question(Filter.ALL, TestLedger.LATER, TestLedger.LATER, false);
        var asked = new Exports.Asked(TestLedger.LATER, null, Viewer.owner());
        var prepared = Exports.prepare(Tier.RESTRICTED, question, ledger.ledger, asked);
        for (var format : List.of(OutFormat.CSV, OutFormat.HXL)) {
            var out = new ByteArrayOutputStream();
            Exports.write(Tier.RESTRICTED, format, prepared, out);
            var cells = new ArrayList<String>();
            CsvReader.builder()
                    .ofCsvRecord(out.toString(StandardCharsets.UTF_8))
                    .forEach(row -> cells.addAll(row.getFields()));
            assertTrue(cells.containsAll(List.of("'@SUM(1)", "'+1", "'=1+1")), cells::toString);
            assertEquals(
                    List.of(), cells.stream().filter(cell -> cell.matches("[=@+].*")).toList());
        }
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        var refusal = assertThrows(BadInput.class, () -> ledger.add(folder.resolve("nowhere.csv")));
        assertEquals("a file that is there", refusal.allowed());
    }

    @Test
    void a_refused_file_leaves_nothing_behind() throws IOException {
        refused(new GedText(folder).row(1).text(",") + "\"");
        assertEquals(List.of(), ledger.entries());
        assertEquals(0, ledger.incidents().size());
    }

    private BadInput refused(String text) {
        return assertThrows(BadInput.class, () -> ledger.add(file(text)));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("bad.csv"), text);
    }
}

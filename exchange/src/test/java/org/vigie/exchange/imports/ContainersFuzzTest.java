package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.exchange.TakenOrRefused;
import org.vigie.geo.BadInput;

/// What tables come in, below all formats: records of JSON, workbooks, the way a text is printed;
/// and the rule that says when the mission knew.
class ContainersFuzzTest {

    @FuzzTest
    void records_of_json_are_rows_or_are_refused(byte[] bytes) throws IOException {
        try (var records = new JsonRecords("any.json", new ByteArrayInputStream(bytes))) {
            int number = 0;
            for (var row = records.next(); row != null; row = records.next()) {
                assertEquals(++number, row.line());
                assertEquals(row.header().size(), row.cells().size());
            }
        } catch (BadInput refused) {
            assertTrue(List.of("file", "header").contains(refused.field()), refused::toString);
        }
    }

    static List<byte[]> workbooks() throws IOException {
        var file = Files.createTempFile("book", ".xlsx");
        try {
            return List.of(
                    Files.readAllBytes(Workbook.write(file, FORECASTS)),
                    Files.readAllBytes(Workbook.writeSheet(file, "")));
        } finally {
            Files.delete(file);
        }
    }

    @MethodSource("workbooks")
    @FuzzTest
    void a_workbook_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".xlsx");
    }

    static List<byte[]> parts() {
        var seeds = new ArrayList<byte[]>();
        for (var part : Workbook.parts(Workbook.rows(FORECASTS)).entrySet()) {
            seeds.add((part.getKey() + "\n" + part.getValue()).getBytes(StandardCharsets.UTF_8));
        }
        return seeds;
    }

    /// The archive is whole, one of its parts is not: the first line names the part.
    @MethodSource("parts")
    @FuzzTest
    void a_workbook_with_any_part_is_taken_or_refused(byte[] bytes) throws IOException {
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        var parts = Workbook.parts(Workbook.rows(FORECASTS));
        if (lines.length == 2 && parts.containsKey(lines[0])) {
            parts.put(lines[0], lines[1]);
        } else {
            parts.put("xl/sharedStrings.xml", lines[0]);
        }
        var file = Files.createTempFile("book", ".xlsx");
        try {
            TakenOrRefused.check(Files.readAllBytes(Workbook.write(file, parts)), ".xlsx");
        } finally {
            Files.delete(file);
        }
    }

    @FuzzTest
    void how_a_text_is_printed_is_kept_and_read_again(byte[] bytes) {
        var scan = new PrintingScan(',');
        scan.take(bytes, bytes.length);
        var printing = scan.printing();
        var options = new TreeMap<String, String>();
        printing.putInto(options);
        assertEquals(Optional.of(printing), Printing.of(options));
    }

    @FuzzTest
    void the_rule_of_knowing_is_read_as_it_is_printed_or_refused(byte[] bytes) {
        try {
            var rule = KnownAt.parse(new String(bytes, StandardCharsets.UTF_8));
            assertEquals(rule, KnownAt.parse(rule.toString()));
        } catch (BadInput refused) {
            assertEquals("known-at", refused.field());
        }
    }

    private static final List<List<String>> FORECASTS =
            List.of(
                    List.of("country", "admin1", "month", "year", "total_forecast"),
                    List.of("Ostrelle", "North", "March", "2024", "30"),
                    List.of("Ostrelle", "South", "4", "2024", "=day:45000"));
}

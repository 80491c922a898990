package org.vigie.exchange.ucdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.exchange.TestFiles;
import org.vigie.exchange.TestLedger;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Housekeeping.ImportOpened;

class GedColumnsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ged231_central_african_republic.csv", "ged231_sample1000.csv"})
    void every_row_can_be_written_again_letter_by_letter(String name) throws IOException {
        var file = TestFiles.find("ucdp/" + name);
        var ledger = new TestLedger();
        ledger.add(file);
        var again = new ArrayList<Map<String, String>>();
        var days = new PrintedDays("");
        for (var recorded : ledger.entries()) {
            if (recorded.body() instanceof ImportOpened opened) {
                days = PrintedDays.of(opened.options().getOrDefault("days", ""));
            }
            if (recorded.body() instanceof IncidentReported account) {
                again.add(GedColumns.of(account, recorded.entry().happenedOn(), days));
            }
        }
        assertEquals(printed(file), filled(again));
    }

    private static List<Map<String, String>> printed(java.nio.file.Path file) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(row -> row.getFieldsAsMap()).toList();
        }
    }

    /// With the empty cells, in the order of the file's columns.
    private static List<Map<String, String>> filled(List<Map<String, String>> rows)
            throws IOException {
        var names = printed(TestFiles.find("ucdp/ged231_sample1000.csv")).getFirst().keySet();
        return rows.stream()
                .map(row -> {
                    Map<String, String> whole = new LinkedHashMap<>();
                    names.forEach(name -> whole.put(name, row.getOrDefault(name, "")));
                    return whole;
                })
                .toList();
    }
}

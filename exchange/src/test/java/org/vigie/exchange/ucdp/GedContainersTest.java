package org.vigie.exchange.ucdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.TestFiles;
import org.vigie.exchange.TestLedger;
import org.vigie.geo.BadInput;
import tools.jackson.databind.ObjectMapper;

/// The real events of the Central African Republic in the shapes in which UCDP hands them out: the
/// values are UCDP's, the shape is made here by its API documentation.
class GedContainersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NUMBERS =
            Set.of("id", "type_of_violence", "best", "low", "high", "deaths_a", "where_prec");

    @TempDir Path folder;

    @Test
    void the_pages_of_the_interface_say_the_same_as_the_csv_file() throws IOException {
        var ledger = new TestLedger();
        var pages = new StringBuilder();
        var records = records();
        for (int from = 0; from < records.size(); from += 500) {
            var part = records.subList(from, Math.min(records.size(), from + 500));
            var page = new LinkedHashMap<String, Object>();
            page.put("TotalPages", 4);
            page.put("NextPageUrl", "");
            page.put("Result", part);
            pages.append(JSON.writeValueAsString(page)).append('\n');
        }
        ledger.add(TestFiles.find("ucdp/ged231_central_african_republic.csv"));
        var imported = ledger.add(Files.writeString(folder.resolve("pages.json"), pages));
        assertEquals(1848, imported.counts().read());
        assertEquals(1848, imported.counts().unchanged());
    }

    @Test
    void geojson_gives_every_event_its_place() throws IOException {
        var ledger = new TestLedger();
        var features = new ArrayList<Map<String, Object>>();
        for (var record : records()) {
            var properties = new LinkedHashMap<>(record);
            var point =
                    List.of(
                            Double.valueOf(text(properties.remove("longitude"))),
                            Double.valueOf(text(properties.remove("latitude"))));
            features.add(
                    Map.of(
                            "type",
                            "Feature",
                            "properties",
                            properties,
                            "geometry",
                            Map.of("type", "Point", "coordinates", point)));
        }
        var collection = Map.of("type", "FeatureCollection", "features", features);
        var file =
                Files.writeString(
                        folder.resolve("ged.geojson"), JSON.writeValueAsString(collection));
        assertEquals(1848, ledger.add(file).counts().added());
        assertEquals(
                0,
                ledger.incidents().list().stream()
                        .filter(row -> row.site().position() == null)
                        .count());
    }

    @Test
    void an_import_of_pages_can_be_undone() throws IOException {
        var ledger = new TestLedger();
        var page = JSON.writeValueAsString(Map.of("Result", records().subList(0, 10)));
        ledger.undo(ledger.add(Files.writeString(folder.resolve("page.json"), page)));
        assertEquals(0, ledger.incidents().size());
    }

    @Test
    void an_answer_without_events_is_of_no_known_format() throws IOException {
        var file = Files.writeString(folder.resolve("none.json"), "{\"Result\":[]}");
        assertEquals(
                "file", assertThrows(BadInput.class, () -> new TestLedger().add(file)).field());
    }

    private static String text(@Nullable Object value) {
        return java.util.Objects.requireNonNull(value).toString();
    }

    private static List<Map<String, Object>> records() throws IOException {
        var file = TestFiles.find("ucdp/ged231_central_african_republic.csv");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(row -> record(row.getFieldsAsMap())).toList();
        }
    }

    private static Map<String, Object> record(Map<String, String> row) {
        var record = new LinkedHashMap<String, Object>();
        row.forEach((name, text) ->
                record.put(
                        name,
                        NUMBERS.contains(name) && text.matches("\\d+")
                                ? Integer.valueOf(text)
                                : text));
        return record;
    }
}

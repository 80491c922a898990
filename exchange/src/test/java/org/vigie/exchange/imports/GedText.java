package org.vigie.exchange.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Small GED files for tests: one invented event to start from, changed cell by cell.
final class GedText {

    static final List<String> COLUMNS =
            List.of(
                    "id",
                    "type_of_violence",
                    "side_a",
                    "side_b",
                    "source_date",
                    "source_headline",
                    "where_prec",
                    "where_coordinates",
                    "adm_1",
                    "latitude",
                    "longitude",
                    "country",
                    "date_prec",
                    "date_start",
                    "date_end",
                    "deaths_a",
                    "deaths_b",
                    "deaths_civilians",
                    "deaths_unknown",
                    "best",
                    "high",
                    "low");

    private static final String FIRST =
            "1,3,Riders,Civilians,2020-02-20,Raid on Ardal,1,Ardal,North,12.5,-3.25,Ostrelle,1,"
                    + "2020-02-14,2020-02-14,0,0,8,0,8,12,8";

    private final Path folder;
    private final List<Map<String, String>> rows = new ArrayList<>();

    GedText(Path folder) {
        this.folder = folder;
    }

    /// One more row like the first, with this id and these cells changed: `best=9`.
    GedText row(int id, String... changes) {
        var row = new LinkedHashMap<String, String>();
        var cells = FIRST.split(",", -1);
        for (int place = 0; place < COLUMNS.size(); place++) {
            row.put(COLUMNS.get(place), cells[place]);
        }
        row.put("id", "" + id);
        for (var change : changes) {
            var parts = change.split("=", 2);
            row.put(parts[0], parts[1]);
        }
        rows.add(row);
        return this;
    }

    String text(String separator) {
        var lines = new ArrayList<String>();
        lines.add(String.join(separator, COLUMNS));
        rows.forEach(row ->
                lines.add(
                        row.values().stream()
                                .map(GedText::quoted)
                                .collect(Collectors.joining(separator))));
        return String.join("\n", lines) + "\n";
    }

    Path file() throws IOException {
        return file(text(","));
    }

    Path file(String text) throws IOException {
        for (int number = 1; ; number++) {
            var file = folder.resolve("ged" + number + ".csv");
            if (!Files.exists(file)) {
                return Files.writeString(file, text);
            }
        }
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains(";") || cell.contains("\"")
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}

package org.vigie.geo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Real files of others, which are not part of the project: found by the variable VIGIE_TEST_DATA,
/// or beside the repository. A test that cannot find them fails; it never passes silently.
public final class RealFiles {

    private static final String VARIABLE = "VIGIE_TEST_DATA";

    private RealFiles() {}

    private static Path file(String name) {
        var folder = System.getenv(VARIABLE);
        var root = Path.of("..", "..", "shared", "data");
        var file = (folder == null ? root : Path.of(folder)).resolve(name).toAbsolutePath();
        if (!Files.isRegularFile(file))
            throw new IllegalStateException(
                    "%s is not there: set %s to the folder that holds %s"
                            .formatted(file.normalize(), VARIABLE, name));
        return file;
    }

    public static List<String> lines(String name) {
        try {
            return Files.readAllLines(file(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// All rows of a CSV file (RFC 4180), the header first.
    static List<List<String>> csv(String name) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        var text = String.join("\n", lines(name)) + "\n";
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && text.charAt(i + 1) == '"') cell.append(text.charAt(i++));
            else if (c == '"') quoted = !quoted;
            else if (quoted || (c != ',' && c != '\n')) cell.append(c);
            else {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            }
        }
        return rows;
    }

    /// GeoNames of Mali without its administrative areas, which are [Areas]: 24,197 places, wells,
    /// hills and valleys. Columns: https://download.geonames.org/export/dump/readme.txt
    static List<Place> geoNamesOfMali() {
        return lines("geonames/ML.txt").stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> !cells[6].equals("A"))
                .map(RealFiles::place)
                .toList();
    }

    private static Place place(String[] cells) {
        return new Place(
                "geonames:" + cells[0],
                cells[1],
                Stream.of(cells[3].split(",", -1)).filter(alias -> !alias.isBlank()).toList(),
                new Position(Double.parseDouble(cells[4]), Double.parseDouble(cells[5])),
                PlacePrecision.EXACT,
                null,
                cells[7].toLowerCase(Locale.ROOT),
                Long.parseLong(cells[14]),
                "GeoNames, CC BY 4.0",
                false);
    }
}

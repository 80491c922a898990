package org.vigie.exchange.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.geo.BadInput;

/// The beginning of a file, by which its format is recognised. Forgiving: a byte order mark, quoted
/// names, and commas, semicolons or tabs make no difference.
///
/// @param file the file's name without its folders
/// @param head the first characters of a text
/// @param firstRows of a table that is no text: the names of the columns and the first row
public record Opening(String file, String head, Container container, List<List<String>> firstRows) {

    /// How much is looked at: more than the longest header and first row of any known file.
    private static final int BYTES_MAX = 1 << 18;

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final Pattern TAG =
            Pattern.compile("#[a-z][a-z0-9_+ ]*", Pattern.CASE_INSENSITIVE);
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// The beginning of a file that lies under its own name.
    public static Opening of(Path path) throws IOException {
        return of(path, SourceFile.nameOf(path));
    }

    /// The beginning of a file.
    ///
    /// @param name what the person calls it
    public static Opening of(Path path, String name) throws IOException {
        SourceFile.checkThere(path);
        byte[] bytes;
        try (var in = Files.newInputStream(path)) {
            bytes = in.readNBytes(BYTES_MAX);
        }
        return switch (Container.of(bytes)) {
            case TEXT -> {
                checkEncoding(name, bytes);
                yield ofText(name, new String(bytes, StandardCharsets.UTF_8));
            }
            case JSON -> new Opening(name, "", Container.JSON, ofJson(path, name));
            case WORKBOOK -> new Opening(name, "", Container.WORKBOOK, ofWorkbook(path, name));
        };
    }

    /// What spreadsheets save as "Unicode text" is UTF-16: it begins with its own mark, or has a
    /// zero beside each of its first letters, and UTF-32 three. Everything else is found out when
    /// the file is read.
    private static void checkEncoding(String name, byte[] bytes) {
        boolean marked = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF;
        int zeros = 0;
        for (int at = 0; at < Math.min(4, bytes.length); at++) {
            zeros += bytes[at] == 0 ? 1 : 0;
        }
        if (marked || zeros > 1) {
            throw new BadInput("file", name, "text in UTF-8 (save the file as UTF-8)");
        }
    }

    private static Opening ofText(String name, String head) {
        boolean marked = !head.isEmpty() && head.charAt(0) == BYTE_ORDER_MARK;
        return new Opening(name, marked ? head.substring(1) : head, Container.TEXT, List.of());
    }

    private static List<List<String>> ofJson(Path path, String name) throws IOException {
        try (var records = JsonRecords.open(path, name)) {
            var first = records.next();
            return first == null ? List.of() : List.of(first.header().names(), first.cells());
        }
    }

    private static List<List<String>> ofWorkbook(Path path, String name) throws IOException {
        try (var rows = WorkbookRows.open(path, name)) {
            var found = new ArrayList<List<String>>();
            found.add(rows.header().names());
            for (var row = rows.next(); row != null && found.size() < 3; row = rows.next()) {
                found.add(row.cells());
            }
            return found;
        }
    }

    /// Whether a row tells, in tags of the humanitarian exchange language (`#event+date`), what the
    /// columns are; such a row is no row of the table.
    static boolean areTags(List<String> cells) {
        var filled = cells.stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
        return !filled.isEmpty() && filled.stream().allMatch(cell -> TAG.matcher(cell).matches());
    }

    /// The row of tags below the names, empty when there is none.
    public List<String> tags() {
        var rows = rows(separator());
        return rows.size() > 1 && areTags(rows.get(1)) ? rows.get(1) : List.of();
    }

    /// The separator with which the first row has most cells.
    public char separator() {
        char best = SEPARATORS[0];
        for (char separator : SEPARATORS) {
            if (first(separator).size() > first(best).size()) {
                best = separator;
            }
        }
        return best;
    }

    /// The first row as the names of columns.
    public Header header() {
        return Header.of(first(separator()));
    }

    /// Whether the first row names all of these columns.
    public boolean names(String... columns) {
        Set<String> names = new HashSet<>();
        for (var cell : first(separator())) {
            names.add(cell.strip().toLowerCase(Locale.ROOT));
        }
        for (var column : columns) {
            if (!names.contains(column)) {
                return false;
            }
        }
        return true;
    }

    /// The second row by the names of the first; a row of empty cells when there is none that fits.
    public Row firstRow() {
        var header = header();
        var rows = rows(separator());
        int place = rows.size() > 1 && areTags(rows.get(1)) ? 2 : 1;
        boolean fits = rows.size() > place && rows.get(place).size() == header.size();
        var cells = fits ? rows.get(place) : java.util.Collections.nCopies(header.size(), "");
        return new Row(2, header, cells);
    }

    /// The first line cut at its tabs, quotation marks being letters; one empty cell when it is no
    /// text.
    public List<String> tabbed() {
        return List.of(head.lines().findFirst().orElse("").split("\t", -1));
    }

    private List<String> first(char separator) {
        var rows = rows(separator);
        return rows.isEmpty() ? List.of() : rows.getFirst();
    }

    private List<List<String>> rows(char separator) {
        if (container != Container.TEXT) {
            return firstRows;
        }
        var rows = new ArrayList<List<String>>();
        var reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .allowUnclosedQuote(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        try {
            for (CsvRecord row : reader.ofCsvRecord(head)) {
                rows.add(row.getFields());
                if (rows.size() == 3) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            return List.of(); // with this separator it is no table
        }
        return rows;
    }
}

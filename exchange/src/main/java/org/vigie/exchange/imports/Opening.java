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

/// The beginning of a file, by which its format is recognised. Forgiving: a byte order mark, quoted
/// names, and commas, semicolons or tabs make no difference.
///
/// @param file the file's name without its folders
/// @param head the first characters
public record Opening(String file, String head) {

    /// How much is looked at: more than the longest header and first row of any known file.
    private static final int BYTES_MAX = 1 << 18;

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public static Opening of(Path path) throws IOException {
        SourceFile.checkThere(path);
        byte[] bytes;
        try (var in = Files.newInputStream(path)) {
            bytes = in.readNBytes(BYTES_MAX);
        }
        var head = new String(bytes, StandardCharsets.UTF_8);
        boolean marked = !head.isEmpty() && head.charAt(0) == BYTE_ORDER_MARK;
        return new Opening(SourceFile.nameOf(path), marked ? head.substring(1) : head);
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
        boolean fits = rows.size() > 1 && rows.get(1).size() == header.size();
        var cells = fits ? rows.get(1) : java.util.Collections.nCopies(header.size(), "");
        return new Row(2, header, cells);
    }

    /// The first line cut at its tabs, quotation marks being letters.
    public List<String> tabbed() {
        return List.of(head.lines().findFirst().orElse("").split("\t", -1));
    }

    private List<String> first(char separator) {
        var rows = rows(separator);
        return rows.isEmpty() ? List.of() : rows.getFirst();
    }

    private List<List<String>> rows(char separator) {
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
                if (rows.size() == 2) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            return List.of(); // with this separator it is no table
        }
        return rows;
    }
}

package org.vigie.exchange.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.vigie.geo.BadInput;

/// A small workbook, whole: the lines of some of its sheets by name. For a form or a list of words;
/// a table of data is read row by row, by [Importer].
///
/// It refuses what no such workbook is: more than a megabyte, or what grows without measure when it
/// is unpacked ([ZipLimits]). Entities of XML are not resolved.
///
/// @param lines of each sheet that was asked for and is there, by the name asked for
public record Sheets(Map<String, List<Line>> lines) {

    /// Largest file, in bytes: a form has some twenty thousand.
    public static final int FILE_BYTES_MAX = 1 << 20;

    /// Largest when it is unpacked, in bytes, all parts together.
    private static final long UNPACKED_BYTES_MAX = 16L << 20;

    /// A form of more lines is none that anybody fills in.
    private static final int LINES_MAX = 2_000;

    private static final int COLUMNS_MAX = 60;

    /// Longest text of a cell, in letters.
    private static final int CELL_MAX = 2_000;

    public Sheets {
        lines = Map.copyOf(lines);
    }

    /// A line below the headings.
    ///
    /// @param number as a spreadsheet counts: the headings stand in the first that holds anything
    /// @param cells those that hold anything, by their heading as it is written, in its order
    public record Line(int number, Map<String, String> cells) {

        public Line {
            cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }

        /// What stands under a heading; empty where nothing does.
        public String get(String heading) {
            return cells.getOrDefault(heading, "");
        }
    }

    /// The lines of a sheet; none where there is no such sheet.
    public List<Line> of(String sheet) {
        return lines.getOrDefault(sheet, List.of());
    }

    /// Reads these sheets of a workbook.
    ///
    /// @param name of the file, for messages
    /// @param wanted names of sheets, in small letters; letter case does not matter in the file
    /// @throws BadInput when it is no workbook, or one that is far too large
    public static Sheets read(byte[] bytes, String name, List<String> wanted) throws IOException {
        if (bytes.length > FILE_BYTES_MAX) {
            throw new BadInput("file", name, "at most " + FILE_BYTES_MAX + " bytes");
        }
        // An archive is read by its list of parts, which stands at its end: a stream will not do.
        var file = Files.createTempFile("vigie-", ".xlsx");
        try {
            Files.write(file, bytes);
            ZipLimits.check(file, name, UNPACKED_BYTES_MAX);
            return opened(file, name, wanted);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Sheets opened(Path file, String name, List<String> wanted) throws IOException {
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            var sheets = new TreeMap<String, List<Line>>();
            for (var sheet : wanted) {
                var found = find(workbook, sheet);
                if (found.isPresent()) {
                    sheets.put(sheet, lines(found.get(), sheet));
                }
            }
            return new Sheets(sheets);
        } catch (BadInput e) {
            throw e;
        } catch (RuntimeException e) {
            throw WorkbookRows.damaged(name, e);
        } catch (IOException e) {
            if (ZipLimits.isDamage(e)) {
                throw WorkbookRows.damaged(name, e);
            }
            throw e;
        }
    }

    private static Optional<Sheet> find(ReadableWorkbook workbook, String name) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getName().strip().equalsIgnoreCase(name))
                .findFirst();
    }

    private static List<Line> lines(Sheet sheet, String name) throws IOException {
        var lines = new ArrayList<Line>();
        try (var rows = sheet.openStream()) {
            List<String> headings = List.of();
            for (var row : (Iterable<Row>) rows::iterator) {
                var texts = texts(row, name);
                if (texts.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (headings.isEmpty()) {
                    headings = headings(texts, name);
                } else {
                    lines.add(line(row.getRowNum(), headings, texts, name));
                }
                if (lines.size() > LINES_MAX) {
                    throw new BadInput(name, null, "a sheet of at most " + LINES_MAX + " lines");
                }
            }
        }
        return List.copyOf(lines);
    }

    private static List<String> headings(List<String> texts, String sheet) {
        for (int at = 0; at < texts.size(); at++) {
            var heading = texts.get(at);
            if (!heading.isEmpty() && texts.indexOf(heading) < at) {
                throw new BadInput(sheet, heading, "a sheet that has each heading once");
            }
        }
        return texts;
    }

    private static Line line(int number, List<String> headings, List<String> texts, String sheet) {
        var cells = new LinkedHashMap<String, String>();
        for (int at = 0; at < texts.size(); at++) {
            if (texts.get(at).isEmpty()) {
                continue;
            }
            var heading = at < headings.size() ? headings.get(at) : "";
            if (heading.isEmpty()) {
                throw new BadInput(
                        sheet + ", row " + number,
                        texts.get(at),
                        "empty: the column has no heading");
            }
            cells.put(heading, texts.get(at));
        }
        return new Line(number, cells);
    }

    private static List<String> texts(Row row, String sheet) {
        var texts = new ArrayList<String>();
        for (var cell : row) {
            if (texts.size() == COLUMNS_MAX) {
                throw new BadInput(sheet, null, "a sheet of at most " + COLUMNS_MAX + " columns");
            }
            var text = cell == null ? "" : WorkbookRows.text(cell).strip();
            if (text.length() > CELL_MAX) {
                throw new BadInput(
                        sheet + ", row " + row.getRowNum(),
                        text,
                        "at most " + CELL_MAX + " letters");
            }
            texts.add(text);
        }
        return texts;
    }
}

package org.vigie.exchange.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// The rows of the first sheet of an XLSX workbook, as text: a day is printed `2008-02-29`, a
/// number without an exponent, and a formula is what it last came to. The first row that holds
/// anything names the columns.
///
/// A workbook is a ZIP archive, so [ZipLimits] looks at it first.
final class WorkbookRows implements CutRows.Cutter {

    /// Text and text in brackets within a number's format say nothing of what it is.
    private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private static final Pattern DATE_LETTERS = Pattern.compile("[ymdhs]");

    /// Longest format of a number that a workbook may hold.
    private static final int FORMAT_LENGTH_MAX = 255;

    /// Longest number that is printed without an exponent: the largest that a cell can hold has 309
    /// digits.
    private static final int DIGITS_MAX = 400;

    private final String name;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Header header;
    private long cellsRead;

    private WorkbookRows(String name, ReadableWorkbook workbook, Stream<Row> stream) {
        this.name = name;
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        var first = nextRow();
        this.header = Header.of(first == null ? List.of() : texts(first, 0));
    }

    static WorkbookRows open(Path file, String name) throws IOException {
        ZipLimits.check(file, name);
        try {
            return opened(name, file);
        } catch (BadInput e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(name, e);
        } catch (IOException e) {
            if (ZipLimits.isDamage(e)) {
                throw damaged(name, e);
            }
            throw e;
        }
    }

    private static WorkbookRows opened(String name, Path file) throws IOException {
        var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        boolean open = false;
        try {
            var rows = new WorkbookRows(name, workbook, workbook.getFirstSheet().openStream());
            open = true;
            return rows;
        } finally {
            if (!open) {
                workbook.close();
            }
        }
    }

    Header header() {
        return header;
    }

    @Override
    public RowSource.@Nullable Cells next() {
        try {
            var row = nextRow();
            return row == null
                    ? null
                    : new RowSource.Cells(row.getRowNum(), header, texts(row, header.size()));
        } catch (BadInput e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(name, e);
        }
    }

    @Override
    public long bytesRead() {
        return cellsRead;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    /// Rows in which nothing stands are no rows.
    private @Nullable Row nextRow() {
        while (rows.hasNext()) {
            var row = rows.next();
            if (row.stream().anyMatch(cell -> cell != null && !text(cell).isBlank())) {
                return row;
            }
        }
        return null;
    }

    /// At least so many cells; what stands to the right of the last column is kept, so that the row
    /// is rejected and not cut.
    private List<String> texts(Row row, int width) {
        var texts = new ArrayList<String>(Collections.nCopies(width, ""));
        for (var cell : row) {
            if (cell == null) {
                continue;
            }
            var text = text(cell);
            if (text.isEmpty()) {
                continue;
            }
            while (texts.size() <= cell.getColumnIndex()) {
                texts.add("");
            }
            texts.set(cell.getColumnIndex(), text);
            cellsRead++;
        }
        return texts;
    }

    static String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case NUMBER -> number(cell);
            case STRING, BOOLEAN, ERROR, FORMULA -> {
                var value = cell.getValue();
                yield value == null ? "" : value.toString();
            }
        };
    }

    private static String number(Cell cell) {
        var number = cell.asNumber();
        if (Math.abs((long) number.scale()) + number.precision() > DIGITS_MAX) {
            return number.toString();
        }
        return isDate(cell) ? day(cell, number) : number.toPlainString();
    }

    /// The number itself where no calendar has such a day.
    private static String day(Cell cell, BigDecimal number) {
        try {
            var moment = cell.asDate();
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        } catch (DateTimeException e) {
            return number.toPlainString();
        }
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        if (format == null
                || format.length() > FORMAT_LENGTH_MAX
                || format.equalsIgnoreCase("general")) {
            return false;
        }
        var letters = NO_FORMAT.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return DATE_LETTERS.matcher(letters).find();
    }

    /// The reader throws whatever a damaged part leads it to: a number that is none, an index
    /// outside, a missing part.
    static BadInput damaged(String name, Exception e) {
        return new BadInput("file", name, "a whole XLSX workbook (or saved as CSV in UTF-8)", e);
    }
}

package org.vigie.exchange.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// The rows of a text file below its header, one at a time; memory does not grow with the file.
final class TextRows implements RowSource {

    /// Longest row, in characters: a quotation mark that is never closed would otherwise swallow
    /// the rest of the file into memory.
    private static final int ROW_LENGTH_MAX = 1 << 20;

    /// Stands for the quotation mark where there is none: no character of any text.
    private static final char NO_QUOTE = '\uFFFF';

    /// How often the listener hears, in rows.
    private static final int ROWS_BETWEEN_PROGRESS = 500;

    private final SourceFile file;
    private final Layout layout;
    private final Progress progress;
    private final MessageDigest sha256 = SourceFile.newDigest();
    private final Counting counting;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long lastLine;
    private long rowsRead;
    private int tagsRead;

    private TextRows(SourceFile file, Layout layout, Progress progress, InputStream bytes) {
        this.file = file;
        this.layout = layout;
        this.progress = progress;
        this.counting = new Counting(new DigestInputStream(bytes, sha256));
        this.reader =
                CsvReader.builder()
                        .fieldSeparator(layout.separator())
                        .quoteCharacter(layout.quoted() ? '"' : NO_QUOTE)
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .detectBomHeader(true)
                        .maxBufferSize(ROW_LENGTH_MAX)
                        .ofCsvRecord(counting, StandardCharsets.UTF_8);
        this.records = reader.iterator();
    }

    static TextRows open(SourceFile file, Layout layout, Progress progress) throws IOException {
        var bytes = Files.newInputStream(file.path());
        var source = new TextRows(file, layout, progress, bytes);
        progress.at(0, 0, file.bytes());
        boolean open = false;
        try {
            source.skipHeader();
            open = true;
            return source;
        } finally {
            if (!open) {
                source.close();
            }
        }
    }

    private void skipHeader() {
        try {
            if (layout.headed() && records.hasNext()) {
                records.next();
            }
        } catch (CsvParseException e) {
            throw unclosed("line 1", e);
        }
    }

    @Override
    public SourceFile file() {
        return file;
    }

    @Override
    public Layout layout() {
        return layout;
    }

    /// The next row, null at the end.
    ///
    /// @throws BadInput when quotation marks do not close, with the line of the last good row
    @Override
    public @Nullable Cells next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var row = records.next();
            if (rowsRead == 0 && layout.headed() && Opening.areTags(row.getFields())) {
                return skipTags();
            }
            lastLine = row.getStartingLineNumber();
            rowsRead++;
            if (rowsRead % ROWS_BETWEEN_PROGRESS == 0) {
                progress.at(rowsRead, counting.count, file.bytes());
            }
            return new Cells((int) lastLine, layout.header(), row.getFields());
        } catch (CsvParseException e) {
            throw unclosed("the row after the one in line " + lastLine, e);
        }
    }

    private BadInput unclosed(String where, CsvParseException e) {
        return new BadInput(
                "file",
                file.name() + ", " + where,
                "a table in which every quotation mark is closed",
                e);
    }

    /// The second row of a file made for the humanitarian exchange language tells what the columns
    /// are; it is no row of the table.
    private @Nullable Cells skipTags() {
        rowsRead = 0;
        tagsRead++;
        if (tagsRead > 1) {
            throw new BadInput("file", file.name(), "a table with one row of # tags at most");
        }
        return next();
    }

    @Override
    public void end() {
        progress.at(rowsRead, file.bytes(), file.bytes());
        if (rowsRead == 0) {
            throw new BadInput("file", file.name(), "a table with at least one row");
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(file.sha256())) {
            throw new BadInput("file", file.name(), "left alone while it is read");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}

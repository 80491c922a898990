package org.vigie.exchange.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// The rows of a file that is no text of lines; its hash is taken once more at the end, because
/// such a file is not read from its first byte to its last.
final class CutRows implements RowSource {

    /// How often the listener hears, in rows.
    private static final int ROWS_BETWEEN_PROGRESS = 500;

    /// Where rows are cut from.
    interface Cutter extends AutoCloseable {

        /// The next row, null at the end.
        @Nullable Cells next() throws IOException;

        /// About how many bytes of the file have been read.
        long bytesRead();

        @Override
        void close() throws IOException;
    }

    private final SourceFile file;
    private final Layout layout;
    private final Progress progress;
    private final Cutter cutter;
    private long rowsRead;

    CutRows(SourceFile file, Layout layout, Progress progress, Cutter cutter) {
        this.file = file;
        this.layout = layout;
        this.progress = progress;
        this.cutter = cutter;
        progress.at(0, 0, file.bytes());
    }

    @Override
    public SourceFile file() {
        return file;
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public @Nullable Cells next() throws IOException {
        var cells = cutter.next();
        if (cells == null) {
            return null;
        }
        if (rowsRead == 0 && Opening.areTags(cells.cells())) {
            cells = cutter.next();
            if (cells == null) {
                return null;
            }
        }
        rowsRead++;
        if (rowsRead % ROWS_BETWEEN_PROGRESS == 0) {
            progress.at(rowsRead, Math.min(cutter.bytesRead(), file.bytes()), file.bytes());
        }
        return cells;
    }

    @Override
    public void end() throws IOException {
        progress.at(rowsRead, file.bytes(), file.bytes());
        if (rowsRead == 0) {
            throw new BadInput("file", file.name(), "a table with at least one row");
        }
        if (!SourceFile.hash(file.path()).equals(file.sha256())) {
            throw new BadInput("file", file.name(), "left alone while it is read");
        }
    }

    @Override
    public void close() throws IOException {
        cutter.close();
    }
}

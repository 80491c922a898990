package org.vigie.exchange.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a file below its header, one at a time; memory does not grow with the file.
interface RowSource extends Closeable {

    /// One row as it stands in the file.
    ///
    /// @param line in a text the line on which the row begins, in JSON the number of the record, in
    ///   a workbook the number of the sheet's row
    /// @param header the names of these cells; records of JSON may name other columns each
    record Cells(int line, Header header, List<String> cells) {}

    static RowSource open(SourceFile file, Layout layout, Progress progress) throws IOException {
        return switch (file.container()) {
            case TEXT -> TextRows.open(file, layout, progress);
            case JSON ->
                    new CutRows(file, layout, progress, JsonRecords.open(file.path(), file.name()));
            case WORKBOOK ->
                    new CutRows(
                            file, layout, progress, WorkbookRows.open(file.path(), file.name()));
        };
    }

    SourceFile file();

    Layout layout();

    /// The next row, null at the end.
    ///
    /// @throws org.vigie.geo.BadInput when the file as a whole turns out to be damaged
    @Nullable Cells next() throws IOException;

    /// After the last row: the file must still be the one whose hash stands in the ledger, and have
    /// rows at all.
    void end() throws IOException;
}

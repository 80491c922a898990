package org.vigie.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A workbook with two sheets: the rows, and what they are (definition, both clocks, sources), so
/// that a copied file still says it.
final class XlsxOut {

    /// What the format holds on one sheet, the header included.
    private static final int ROWS_MAX = 1_048_576;

    /// Longest text that a cell of the format holds.
    private static final int CELL_MAX = 32_767;

    private XlsxOut() {}

    static void write(Prepared prepared, OutputStream out) throws IOException {
        var rows = prepared.release().rows();
        if (rows.size() >= ROWS_MAX) {
            throw new org.vigie.geo.BadInput(
                    "format", "xlsx", "csv for more than " + (ROWS_MAX - 1) + " rows");
        }
        try (var book = new Workbook(out, "Vigie", null)) {
            boolean exercise = prepared.question().exercise();
            var sheet = book.newWorksheet(exercise ? "EXERCISE incidents" : "incidents");
            header(sheet, exercise);
            for (int line = 0; line < rows.size(); line++) {
                for (int column = 0; column < Column.ALL.size(); column++) {
                    cell(
                            sheet,
                            line + 1,
                            column,
                            Column.ALL.get(column).value().apply(rows.get(line)));
                }
                if (exercise) {
                    sheet.value(line + 1, Column.ALL.size(), Column.EXERCISE_MARK);
                }
            }
            about(book.newWorksheet("about"), prepared);
        }
    }

    private static void header(Worksheet sheet, boolean exercise) {
        for (int column = 0; column < Column.ALL.size(); column++) {
            sheet.value(0, column, Column.ALL.get(column).name());
        }
        if (exercise) {
            sheet.value(0, Column.ALL.size(), Column.EXERCISE);
        }
        sheet.freezePane(0, 1);
    }

    private static void cell(Worksheet sheet, int line, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Integer number -> sheet.value(line, column, number);
            case Double number -> sheet.value(line, column, number);
            default -> sheet.value(line, column, text(value.toString()));
        }
    }

    private static String text(String value) {
        var harmless = SpreadsheetText.harmless(value);
        return harmless.length() > CELL_MAX ? harmless.substring(0, CELL_MAX - 1) + "…" : harmless;
    }

    private static void about(Worksheet sheet, Prepared prepared) {
        int line = 0;
        for (var said : Sidecar.about(prepared).entrySet()) {
            sheet.value(line, 0, said.getKey());
            sheet.value(line, 1, text(String.valueOf(said.getValue())));
            line++;
        }
    }
}

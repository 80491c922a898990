package org.vigie.exchange.out;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.register.RegisterSheet;

/// A register as CSV (RFC 4180: UTF-8, commas, CRLF). Lists are separated by `|`, as in mission
/// packs; text that a spreadsheet would take for a formula is made harmless.
///
/// It takes no tier: whoever gives it out folds the register from a picture of what is handled as
/// open, so that nothing but published facts can leave in it.
public final class SheetOut {

    private SheetOut() {}

    /// Writes the table; in an exercise every row says so.
    public static void csv(RegisterSheet sheet, boolean exercise, Writer out) throws IOException {
        try {
            var csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(out);
            csv.writeRecord(with(sheet.columns(), exercise, Column.EXERCISE));
            for (var row : sheet.rows()) {
                csv.writeRecord(
                        with(
                                row.stream().map(SheetOut::cell).toList(),
                                exercise,
                                Column.EXERCISE_MARK));
            }
            out.flush();
        } catch (UncheckedIOException e) {
            throw new IOException("the table cannot be written", e);
        }
    }

    private static List<String> with(List<String> cells, boolean exercise, String last) {
        if (!exercise) {
            return cells;
        }
        var more = new ArrayList<>(cells);
        more.add(last);
        return more;
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean truth -> truth ? "yes" : "no";
            case Number number -> number.toString();
            case List<?> several ->
                    SpreadsheetText.harmless(
                            several.stream().map(String::valueOf).collect(Collectors.joining("|")));
            default -> SpreadsheetText.harmless(value.toString());
        };
    }
}

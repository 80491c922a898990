package org.vigie.exchange.out;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.share.SharedRow;

/// CSV as RFC 4180 has it (UTF-8, commas, CRLF), with a row of HXL tags below the names or without.
final class CsvOut {

    private CsvOut() {}

    static void plain(Prepared prepared, OutputStream out) throws IOException {
        write(prepared, false, out);
    }

    static void hxl(Prepared prepared, OutputStream out) throws IOException {
        write(prepared, true, out);
    }

    private static void write(Prepared prepared, boolean tags, OutputStream out)
            throws IOException {
        boolean exercise = prepared.question().exercise();
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(
                    with(
                            Column.ALL.stream().map(Column::name).toList(),
                            exercise,
                            Column.EXERCISE));
            if (tags) {
                csv.writeRecord(
                        with(
                                Column.ALL.stream().map(Column::tag).toList(),
                                exercise,
                                Column.EXERCISE_TAG));
            }
            for (var row : prepared.release().rows()) {
                csv.writeRecord(with(cells(row), exercise, Column.EXERCISE_MARK));
            }
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

    private static List<String> cells(SharedRow row) {
        return Column.ALL.stream().map(column -> cell(column.value().apply(row))).toList();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> new BigDecimal(number.toString()).toPlainString();
            case Integer number -> number.toString();
            default -> SpreadsheetText.harmless(value.toString());
        };
    }
}

package org.vigie.exchange.packs;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.exchange.packs.Findings.Spot;
import org.vigie.geo.BadInput;

/// Reads one CSV file by its [Table]: every cell is checked against what its column allows; rows
/// with a cell that is not allowed are left out and named.
final class TableReader {

    private final Table table;
    private final Findings findings;
    private final Map<List<String>, Integer> seen = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    private TableReader(Table table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    /// @param rows that may be used
    /// @param ids of all rows, those with a fault too
    record Read(List<Row> rows, Set<String> ids) {}

    /// Empty when the table as a whole cannot be read.
    static Optional<Read> read(Table table, String text, Findings findings) {
        var reader = new TableReader(table, findings);
        return reader.read(text).map(rows -> new Read(rows, reader.ids));
    }

    private Optional<List<Row>> read(String text) {
        var records = records(text);
        if (records.isEmpty()) {
            findings.error(Spot.file(table.file()), "begin it with a row of column names");
            return Optional.empty();
        }
        var header = records.getFirst().getFields().stream().map(String::strip).toList();
        if (!headerFits(header, (int) records.getFirst().getStartingLineNumber())) {
            return Optional.empty();
        }
        var rows = new ArrayList<Row>();
        for (var record : records.subList(1, records.size())) {
            int line = (int) record.getStartingLineNumber();
            int key = header.indexOf(table.key().getFirst());
            if (key >= 0 && key < record.getFieldCount()) {
                ids.add(record.getField(key).strip());
            }
            if (record.getFieldCount() != header.size()) {
                findings.error(
                        Spot.line(table.file(), line),
                        "give it %s cells, as the first row has; it has %s (a comma inside a cell needs quotes)"
                                .formatted(header.size(), record.getFieldCount()));
                continue;
            }
            var cells = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), record.getField(i).strip());
            }
            var row = new Row(table, line, cells);
            if (fits(row)) {
                rows.add(row);
            }
        }
        return Optional.of(rows);
    }

    private List<CsvRecord> records(String text) {
        var records = new ArrayList<CsvRecord>();
        var reader =
                CsvReader.builder()
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        try {
            reader.ofCsvRecord(text).forEach(records::add);
        } catch (CsvParseException e) {
            int line = records.isEmpty() ? 1 : (int) records.getLast().getStartingLineNumber() + 1;
            findings.error(
                    Spot.line(table.file(), line),
                    "close every quotation mark; the table cannot be read from here on");
        }
        return records;
    }

    private boolean headerFits(List<String> header, int line) {
        boolean fits = true;
        for (var name : header) {
            if (table.find(name).isEmpty()) {
                findings.error(
                        new Spot(table.file(), line, name.isEmpty() ? "column" : name, name),
                        "remove this column or use one of " + columnNames());
                fits = false;
            }
        }
        if (new HashSet<>(header).size() < header.size()) {
            findings.error(Spot.line(table.file(), line), "name every column once");
            fits = false;
        }
        for (var column : table.columns()) {
            if (column.must() && !header.contains(column.name())) {
                findings.error(new Spot(table.file(), line, column.name(), ""), "add this column");
                fits = false;
            }
        }
        return fits;
    }

    private String columnNames() {
        return String.join(", ", table.columns().stream().map(Table.Column::name).toList());
    }

    private boolean fits(Row row) {
        boolean fits = true;
        for (var column : table.columns()) {
            var value = row.text(column.name());
            if (value.isEmpty()) {
                if (column.must()) {
                    findings.error(row.spot(column.name()), "fill this cell");
                    fits = false;
                }
                continue;
            }
            try {
                column.allowed().check(column.name(), value);
            } catch (BadInput e) {
                findings.error(row.spot(column.name()), e);
                fits = false;
            }
        }
        boolean alone = unique(row);
        return fits && alone;
    }

    private boolean unique(Row row) {
        var key = table.key().stream().map(row::text).toList();
        var earlier = seen.putIfAbsent(key, row.line());
        if (earlier == null) {
            return true;
        }
        var column = table.key().getFirst();
        findings.error(
                row.spot(column),
                "tell it apart from line %s: the same %s stands there"
                        .formatted(earlier, String.join(", ", table.key())));
        return false;
    }
}

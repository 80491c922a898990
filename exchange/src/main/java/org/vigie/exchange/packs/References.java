package org.vigie.exchange.packs;

import java.util.HashSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Looks up every id that points to another table.
final class References {

    private final PackTables tables;
    private final Findings findings;

    References(PackTables tables, Findings findings) {
        this.tables = tables;
        this.findings = findings;
    }

    void check() {
        for (var table : Tables.ALL) {
            for (var row : tables.rows(table)) {
                table.columns().forEach(column -> check(row, column));
            }
        }
        circles(Tables.AREAS_TABLE);
        circles(Tables.ACTORS);
    }

    private void check(Row row, Table.Column column) {
        switch (column.allowed()) {
            case Allowed.Ref ref -> {
                if (row.has(column.name())) {
                    check(row, column, ref, row.text(column.name()));
                }
            }
            case Allowed.ListOf(Allowed.Ref ref) ->
                    row.list(column.name()).forEach(part -> check(row, column, ref, part));
            case Allowed.ListOf list -> {}
            case Allowed.Text text -> {}
            case Allowed.Id id -> {}
            case Allowed.Day day -> {}
            case Allowed.Whole whole -> {}
            case Allowed.Decimal decimal -> {}
            case Allowed.Word word -> {}
            case Allowed.Ways ways -> {}
        }
    }

    private void check(Row row, Table.Column column, Allowed.Ref ref, String value) {
        boolean found =
                ref.words().contains(value)
                        || ref.tables().stream().anyMatch(file -> tables.knows(file, value));
        if (!found) {
            var words = ref.words().isEmpty() ? "" : ", or write " + String.join(", ", ref.words());
            findings.error(
                    row.spot(column.name()),
                    "add %s to %s%s".formatted(value, String.join(" or ", ref.tables()), words));
        }
    }

    /// Parents that lead back to where they began.
    private void circles(Table table) {
        var rows =
                tables.rows(table).stream()
                        .collect(Collectors.toMap(Row::id, Function.identity(), (one, two) -> one));
        for (var row : rows.values()) {
            var seen = new HashSet<String>();
            var up = row;
            while (up != null && seen.add(up.id())) {
                up = rows.get(up.text("parent"));
            }
            if (up != null && up.id().equals(row.id())) {
                findings.error(row.spot("parent"), "break the circle of parents");
            }
        }
    }
}

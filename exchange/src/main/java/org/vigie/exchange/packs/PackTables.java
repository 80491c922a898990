package org.vigie.exchange.packs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of all tables of a pack.
record PackTables(Map<String, List<Row>> byFile) {

    List<Row> rows(Table table) {
        return byFile.getOrDefault(table.file(), List.of());
    }

    Optional<Row> find(Table table, String id) {
        return rows(table).stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /// Rows by id, the first of each.
    Map<String, Row> byId(Table table) {
        var byId = new HashMap<String, Row>();
        rows(table).forEach(row -> byId.putIfAbsent(row.id(), row));
        return byId;
    }
}

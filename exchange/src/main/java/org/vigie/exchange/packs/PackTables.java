package org.vigie.exchange.packs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tables of a pack.
///
/// @param byFile rows that may be used
/// @param ids of all rows, those with a fault too, so that one fault is not reported at every row
///   that points to it; a table that could not be read at all is not in it
record PackTables(Map<String, List<Row>> byFile, Map<String, Set<String>> ids) {

    List<Row> rows(Table table) {
        return byFile.getOrDefault(table.file(), List.of());
    }

    Optional<Row> find(Table table, String id) {
        return rows(table).stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /// Whether the table has a row with this id, faulty or not; yes where nobody can tell.
    boolean knows(String file, String id) {
        var known = ids.get(file);
        return known == null || known.contains(id);
    }

    /// Rows by id, the first of each.
    Map<String, Row> byId(Table table) {
        var byId = new HashMap<String, Row>();
        rows(table).forEach(row -> byId.putIfAbsent(row.id(), row));
        return byId;
    }
}

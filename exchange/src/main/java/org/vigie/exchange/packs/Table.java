package org.vigie.exchange.packs;

import java.util.List;
import java.util.Optional;

/// The layout of one CSV file of a pack.
///
/// @param key columns that tell its rows apart; two rows with the same values are an error
record Table(String file, boolean required, List<String> key, List<Column> columns) {

    /// @param must whether the cell may not be empty
    record Column(String name, Allowed allowed, boolean must) {}

    Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    static Column must(String name, Allowed allowed) {
        return new Column(name, allowed, true);
    }

    static Column may(String name, Allowed allowed) {
        return new Column(name, allowed, false);
    }
}

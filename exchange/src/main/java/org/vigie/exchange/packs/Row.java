package org.vigie.exchange.packs;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of a table whose cells are allowed values.
///
/// @param cells by column, stripped; a column that the file does not have is not in it
record Row(Table table, int line, Map<String, String> cells) {

    /// The cell, empty when nothing is stated.
    String text(String column) {
        return cells.getOrDefault(column, "");
    }

    @Nullable String textOrNull(String column) {
        var text = text(column);
        return text.isEmpty() ? null : text;
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    List<String> list(String column) {
        return has(column)
                ? Arrays.stream(text(column).split("\\|", -1)).map(String::strip).toList()
                : List.of();
    }

    Optional<PackDate> day(String column) {
        return has(column) ? Optional.of(PackDate.parse(column, text(column))) : Optional.empty();
    }

    @Nullable Integer wholeOrNull(String column) {
        return has(column) ? Integer.valueOf(text(column)) : null;
    }

    int whole(String column) {
        return Integer.parseInt(text(column));
    }

    @Nullable Double decimalOrNull(String column) {
        return has(column) ? Double.valueOf(text(column)) : null;
    }

    boolean yes(String column) {
        return text(column).equals("yes");
    }

    String id() {
        return text(table.key().getFirst());
    }

    Findings.Spot spot(String column) {
        return new Findings.Spot(table.file(), line, column, text(column));
    }
}

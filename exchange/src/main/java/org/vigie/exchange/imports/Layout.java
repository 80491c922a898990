package org.vigie.exchange.imports;

import java.util.SortedMap;
import java.util.TreeMap;

/// How one file is to be read, found out from its beginning.
///
/// @param separator between the cells
/// @param quoted whether `"` surrounds cells; where it does not, a quotation mark is a letter like
///   any other
/// @param headed whether the first row names the columns
/// @param options what later writing needs to know of this file's habits, kept in the import's
///   entry
/// @param rows turns a row into what it says
public record Layout(
        char separator,
        boolean quoted,
        boolean headed,
        Header header,
        SortedMap<String, String> options,
        RowReader rows) {

    /// The same, with what was found out about the file's way of printing.
    Layout printedAs(Printing printing) {
        var more = new TreeMap<>(options);
        printing.putInto(more);
        return new Layout(separator, quoted, headed, header, more, rows);
    }

    /// Turns one row into what it says; throws [org.vigie.geo.BadInput] for a row that cannot be
    /// taken, with the name of the column as field.
    @FunctionalInterface
    public interface RowReader {
        Draft read(Row row);
    }
}

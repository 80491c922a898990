package org.vigie.exchange.imports;

import org.jspecify.annotations.Nullable;

/// A row that could not be taken. It stays in the kept file; whoever mends it imports the file
/// again.
///
/// @param line of the file where the row begins, counted from 1; the header is line 1
/// @param field the column, or `row` when the whole row is meant
/// @param value what the cell holds, shortened, on one line; null when it is missing
/// @param reason what it must be, in one clause
public record Rejection(int line, String field, @Nullable String value, String reason) {

    /// Longest value that is kept, in characters.
    static final int VALUE_LENGTH_MAX = 200;

    public Rejection {
        if (value != null) {
            value = shown(value);
        }
    }

    private static String shown(String value) {
        var cut =
                value.length() > VALUE_LENGTH_MAX
                        ? value.substring(0, VALUE_LENGTH_MAX) + "…"
                        : value;
        var shown = new StringBuilder(cut);
        for (int at = 0; at < shown.length(); at++) {
            if (Character.isISOControl(shown.charAt(at))) {
                shown.setCharAt(at, '␣');
            }
        }
        return shown.toString();
    }
}

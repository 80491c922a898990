package org.vigie.exchange.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geo.BadInput;

/// How a file prints its rows: what the entries cannot say of it, so that it can be written again
/// byte by byte. Kept among the options of the import's opening entry.
///
/// @param header the first row as it stands in the file, without its line end; with the row of HXL
///   tags below it, if there is one
/// @param quotes one letter for each column: `n` quoted where needed, `f` wherever something is in
///   it, `a` always
/// @param lineEnd between rows
/// @param ended whether a line end stands behind the last row too
/// @param marked whether the file begins with a byte order mark
/// @param unlike how many cells, line ends and empty lines do not follow this; with any, the file
///   cannot be written again byte by byte
public record Printing(
        String header,
        char separator,
        String quotes,
        String lineEnd,
        boolean ended,
        boolean marked,
        long unlike) {

    static final char AS_NEEDED = 'n';
    static final char FILLED = 'f';
    static final char ALWAYS = 'a';

    private static final String HEADER = "print-header";
    private static final String SEPARATOR = "print-separator";
    private static final String QUOTES = "print-quotes";
    private static final String LINE_END = "print-line-end";
    private static final String ENDED = "print-last-line-ended";
    private static final String MARKED = "print-byte-order-mark";
    private static final String UNLIKE = "print-unlike";

    /// What an import's options say of it; empty when that import did not look.
    public static Optional<Printing> of(Map<String, String> options) {
        var header = options.get(HEADER);
        var separator = options.get(SEPARATOR);
        var quotes = options.get(QUOTES);
        if (header == null || separator == null || quotes == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Printing(
                        header,
                        separator.charAt(0),
                        quotes,
                        lineEnd(options.getOrDefault(LINE_END, "lf")),
                        "yes".equals(options.get(ENDED)),
                        "yes".equals(options.get(MARKED)),
                        Long.parseLong(options.getOrDefault(UNLIKE, "0"))));
    }

    void putInto(Map<String, String> options) {
        options.put(HEADER, header);
        options.put(SEPARATOR, String.valueOf(separator));
        options.put(QUOTES, quotes);
        options.put(
                LINE_END,
                switch (lineEnd) {
                    case "\n" -> "lf";
                    case "\r\n" -> "crlf";
                    default -> "cr";
                });
        options.put(ENDED, ended ? "yes" : "no");
        options.put(MARKED, marked ? "yes" : "no");
        options.put(UNLIKE, String.valueOf(unlike));
    }

    private static String lineEnd(String word) {
        return switch (word) {
            case "lf" -> "\n";
            case "crlf" -> "\r\n";
            case "cr" -> "\r";
            default -> throw new BadInput(LINE_END, word, "lf, crlf or cr");
        };
    }

    /// Appends one row without its line end.
    ///
    /// @param cells in the order of the header
    public void row(List<String> cells, StringBuilder into) {
        for (int column = 0; column < cells.size(); column++) {
            if (column > 0) {
                into.append(separator);
            }
            var cell = cells.get(column);
            if (quoted(column, cell)) {
                into.append('"').append(cell.replace("\"", "\"\"")).append('"');
            } else {
                into.append(cell);
            }
        }
    }

    private boolean quoted(int column, String cell) {
        char rule = column < quotes.length() ? quotes.charAt(column) : AS_NEEDED;
        return switch (rule) {
            case ALWAYS -> true;
            case FILLED -> !cell.isEmpty();
            default -> needsQuotes(cell);
        };
    }

    private boolean needsQuotes(String cell) {
        for (int at = 0; at < cell.length(); at++) {
            char letter = cell.charAt(at);
            if (letter == separator || letter == '"' || letter == '\n' || letter == '\r') {
                return true;
            }
        }
        return false;
    }
}

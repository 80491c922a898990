package org.vigie.exchange.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;

/// One row of a file: its cells by the names of their columns. An empty cell says nothing, which is
/// not zero; a cell that says something else than its column allows is [BadInput] with the column
/// as field.
public final class Row {

    /// A day, alone or with a time of day after it: `2008-02-29`, `2008-02-29 00:00:00.000`.
    private static final Pattern DAY =
            Pattern.compile(
                    "(\\d{4})-(\\d{2})-(\\d{2})(?:[ T]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?");

    /// How most files that have a time of day write it.
    private static final String MIDNIGHT = " 00:00:00.000";

    private static final int DAY_LENGTH = 10;

    /// A whole number of so many digits is an `int`.
    private static final int DIGITS_OF_INT = 9;

    /// Longest number that is read, in characters: no figure of this field needs more.
    private static final int NUMBER_LENGTH_MAX = 40;

    private final int line;
    private final Header header;
    private final List<String> cells;

    public Row(int line, Header header, List<String> cells) {
        this.line = line;
        this.header = header;
        this.cells = List.copyOf(cells);
    }

    public int line() {
        return line;
    }

    /// The cell as printed, with its spaces; empty when the file has no such column.
    public String printed(String column) {
        int place = header.place(column);
        return place < 0 ? "" : cells.get(place);
    }

    /// The cell without the spaces around it.
    public String text(String column) {
        return printed(column).strip();
    }

    /// The cell, or null when it is empty.
    public @Nullable String textOrNull(String column) {
        var text = text(column);
        return text.isEmpty() ? null : text;
    }

    /// The cell, which must not be empty.
    public String needed(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            throw new BadInput(column, null, "given");
        }
        return text;
    }

    /// A whole number from `low` to `high`, null when empty; `3.0` is 3.
    public @Nullable Integer wholeNumber(String column, int low, int high) {
        var text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            int whole =
                    isShortWhole(text)
                            ? Integer.parseInt(text)
                            : parseNumber(column, text).intValueExact();
            if (whole >= low && whole <= high) {
                return whole;
            }
        } catch (ArithmeticException e) {
            throw new BadInput(column, text, allowed(low, high), e);
        }
        throw new BadInput(column, text, allowed(low, high));
    }

    /// Whether it is digits alone and few: almost every figure.
    private static boolean isShortWhole(String text) {
        boolean digits = text.length() <= DIGITS_OF_INT;
        for (int at = 0; digits && at < text.length(); at++) {
            digits = text.charAt(at) >= '0' && text.charAt(at) <= '9';
        }
        return digits;
    }

    /// A count of people or things, null when empty.
    public @Nullable Integer count(String column) {
        return wholeNumber(column, 0, Integer.MAX_VALUE);
    }

    /// A position, null when both cells are empty.
    public @Nullable Position position(String latitude, String longitude) {
        var north = number(latitude);
        var east = number(longitude);
        if (north == null && east == null) {
            return null;
        }
        if (north == null || east == null) {
            throw new BadInput(north == null ? latitude : longitude, null, "given with the other");
        }
        within(latitude, north, 90);
        within(longitude, east, 180);
        return new Position(north.doubleValue(), east.doubleValue());
    }

    /// A day, null when empty. A time of day is allowed and has no meaning.
    public @Nullable LocalDate day(String column) {
        var text = text(column);
        return text.isEmpty() ? null : parseDay(column, text);
    }

    /// Reads `2008-02-29`, with or without a time of day after it.
    public static LocalDate parseDay(String column, String text) {
        var allowed = "a day such as 2008-02-29";
        if (!isDay(text)) {
            throw new BadInput(column, text, allowed);
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(text, 0, 4, 10),
                    Integer.parseInt(text, 5, 7, 10),
                    Integer.parseInt(text, 8, DAY_LENGTH, 10));
        } catch (DateTimeException e) {
            throw new BadInput(column, text, allowed, e);
        }
    }

    /// The two usual forms are told without a pattern: there are three days in each of a million
    /// rows.
    private static boolean isDay(String text) {
        boolean bare = text.length() == DAY_LENGTH;
        boolean usual =
                bare
                        || (text.endsWith(MIDNIGHT)
                                && text.length() == DAY_LENGTH + MIDNIGHT.length());
        if (!usual) {
            return DAY.matcher(text).matches();
        }
        for (int at = 0; at < DAY_LENGTH; at++) {
            char letter = text.charAt(at);
            boolean digit = letter >= '0' && letter <= '9';
            boolean right = (at == 4 || at == 7) ? letter == '-' : digit;
            if (!right) {
                return false;
            }
        }
        return true;
    }

    /// Hands over each column's name and its cell as printed, in the order of the file.
    public void forEach(BiConsumer<String, String> reader) {
        for (int place = 0; place < header.size(); place++) {
            reader.accept(header.names().get(place), cells.get(place));
        }
    }

    private @Nullable BigDecimal number(String column) {
        var text = text(column);
        return text.isEmpty() ? null : parseNumber(column, text);
    }

    private static BigDecimal parseNumber(String column, String text) {
        var allowed = "a number";
        if (text.length() > NUMBER_LENGTH_MAX) {
            throw new BadInput(column, text, allowed);
        }
        try {
            var number = new BigDecimal(text);
            // An exponent of a million would be a number of a million digits.
            if (Math.abs(number.scale()) > NUMBER_LENGTH_MAX) {
                throw new BadInput(column, text, allowed);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new BadInput(column, text, allowed, e);
        }
    }

    private void within(String column, BigDecimal degrees, int limit) {
        if (degrees.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
            throw new BadInput(
                    column, text(column), "between -" + limit + " and " + limit + " degrees");
        }
    }

    private static String allowed(int low, int high) {
        return high == Integer.MAX_VALUE
                ? "a whole number, " + low + " or more"
                : "a whole number from " + low + " to " + high;
    }
}

package org.vigie.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A table for people: columns in line, numbers to the right with a comma at the thousands.
final class Table {

    /// A number, two of them with a hyphen, or one of which a part is not known.
    private static final Pattern NUMBERS =
            Pattern.compile("-?[0-9,]+(-[0-9,]+)?|[?]|[0-9,]+ [+] [0-9,]+ unknown");

    private static final String GAP = "  ";

    private final List<String> heads;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    Table(String... heads) {
        this.heads = List.of(heads);
    }

    @SuppressWarnings("NullAway") // an empty cell is null
    void add(@Nullable Object... cells) {
        rows.add(new ArrayList<>(java.util.Arrays.asList(cells)));
    }

    void print(PrintWriter out) {
        line(out, new ArrayList<>(heads));
        rows.forEach(row -> line(out, row));
    }

    private void line(PrintWriter out, List<? extends @Nullable Object> cells) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var text = text(cells.get(column));
            var space = " ".repeat(Math.max(0, width(column) - length(text)));
            line.append(column == 0 ? "" : GAP)
                    .append(toTheRight(column) ? space + text : text + space);
        }
        out.println(line.toString().stripTrailing());
    }

    private boolean toTheRight(int column) {
        return column > 0
                && !rows.isEmpty()
                && rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell == null || NUMBERS.matcher(text(cell)).matches());
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> length(text(row.get(column))))
                .reduce(length(heads.get(column)), Math::max);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
            default -> onOneLine(cell.toString());
        };
    }

    /// Texts of the record come from outside: none may move the cursor of a terminal.
    private static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]", "␣");
    }
}

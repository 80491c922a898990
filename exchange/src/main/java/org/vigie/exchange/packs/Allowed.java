package org.vigie.exchange.packs;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.force.WayText;
import org.vigie.geo.BadInput;

/// What a cell may hold when it is not empty.
sealed interface Allowed {

    /// Any text of one line or more.
    record Text() implements Allowed {}

    /// An id that never changes.
    record Id() implements Allowed {}

    /// A moment, day, month or year.
    record Day() implements Allowed {}

    /// A whole number, both ends included.
    record Whole(int low, int high) implements Allowed {}

    /// A decimal number, both ends included.
    record Decimal(double low, double high) implements Allowed {}

    /// One of these words.
    record Word(List<String> words) implements Allowed {}

    /// An id of one of these tables, or one of these words.
    record Ref(List<String> tables, List<String> words) implements Allowed {}

    /// Several of the same, separated by `|`.
    record ListOf(Allowed each) implements Allowed {}

    /// Ways in which a unit moves, with `|` between them.
    record Ways() implements Allowed {}

    Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,79}");
    Pattern WHOLE = Pattern.compile("-?\\d{1,10}");
    Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    /// Refuses a value that is not allowed. References are looked up later, when all tables are
    /// read.
    default void check(String field, String value) {
        switch (this) {
            case Text text -> {}
            case Id id ->
                    require(
                            ID.matcher(value).matches(),
                            field,
                            value,
                            "an id: letters, digits and hyphens");
            case Day day -> PackDate.parse(field, value);
            case Whole(int low, int high) -> whole(field, value, low, high);
            case Decimal(double low, double high) -> decimal(field, value, low, high);
            case Word(var words) ->
                    require(
                            words.contains(value),
                            field,
                            value,
                            "one of " + String.join(", ", words));
            case Ref ref -> {}
            case Ways ways -> WayText.parse(field, value, null);
            case ListOf(var each) -> {
                for (var part : value.split("\\|", -1)) {
                    require(!part.isBlank(), field, value, "a list separated by | without gaps");
                    each.check(field, part.strip());
                }
            }
        }
    }

    static int whole(String field, String value, int low, int high) {
        var allowed = "a whole number from %s to %s".formatted(low, high);
        require(WHOLE.matcher(value).matches(), field, value, allowed);
        long number = Long.parseLong(value);
        require(number >= low && number <= high, field, value, allowed);
        return (int) number;
    }

    static double decimal(String field, String value, double low, double high) {
        var allowed = "a decimal number from %s to %s".formatted(low, high);
        require(DECIMAL.matcher(value).matches(), field, value, allowed);
        double number = Double.parseDouble(value);
        require(number >= low && number <= high, field, value, allowed);
        return number;
    }

    private static void require(boolean met, String field, @Nullable String value, String allowed) {
        if (!met) {
            throw new BadInput(field, value, allowed);
        }
    }

    /// One of these words.
    static String oneOf(String field, String word, List<String> words) {
        if (!words.contains(word)) {
            throw new BadInput(field, word, "one of " + String.join(", ", words));
        }
        return word;
    }

    /// The constant whose word this is.
    static <E extends Enum<E>> E constant(Class<E> type, String field, String word) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(IncidentWords.constant(word))) {
                return constant;
            }
        }
        throw new BadInput(field, word, "one of " + words(type));
    }

    private static String words(Class<? extends Enum<?>> type) {
        return java.util.Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}

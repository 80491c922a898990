package org.vigie.exchange.mapped;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.geo.BadInput;

/// On which line of a mapping each field stands, so that a refusal can name it.
///
/// @param numbers of the lines, counted from 1, by field
/// @param twice fields that stand on more than one line, with the later line
record MappingLines(Map<String, Integer> numbers, Map<String, Integer> twice) {

    static MappingLines of(String text) {
        var numbers = new TreeMap<String, Integer>();
        var twice = new TreeMap<String, Integer>();
        boolean continued = false;
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var plain = line.strip();
            boolean beginning = !continued && !plain.isEmpty();
            boolean remark = beginning && (plain.startsWith("#") || plain.startsWith("!"));
            if (beginning && !remark && numbers.putIfAbsent(field(plain), number) != null) {
                twice.put(field(plain), number);
            }
            continued = !remark && goesOn(plain);
        }
        return new MappingLines(numbers, twice);
    }

    /// Of two lines for one field nobody could say which is meant.
    void refuseTwice() {
        twice.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .ifPresent(field -> {
                    throw new BadInput(
                            "mapping, line " + field.getValue(),
                            field.getKey(),
                            "a field that stands on no other line");
                });
    }

    /// How a refusal calls the place: `mapping, line 7`, or `mapping` where the field stands
    /// nowhere.
    String place(String field) {
        return Optional.ofNullable(numbers.get(field))
                .map(number -> "mapping, line " + number)
                .orElse("mapping");
    }

    /// What stands before the first `=`, `:` or space, as properties have it.
    private static String field(String line) {
        var field = new StringBuilder();
        boolean escaped = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (!escaped && (letter == '=' || letter == ':' || Character.isWhitespace(letter))) {
                break;
            }
            escaped = !escaped && letter == '\\';
            if (!escaped) {
                field.append(letter);
            }
        }
        return field.toString();
    }

    /// An odd number of strokes at the end carries the line on.
    private static boolean goesOn(String line) {
        int strokes = 0;
        for (int at = line.length() - 1; at >= 0 && line.charAt(at) == '\\'; at--) {
            strokes++;
        }
        return strokes % 2 == 1;
    }
}

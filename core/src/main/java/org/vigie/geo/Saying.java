package org.vigie.geo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Something to be said to a person, as a value: which wording, and what goes into its places. The
/// core says why without knowing any language; whoever shows it renders it ([#plain] in English).
///
/// @param values texts, numbers, times, other sayings or wordings, or lists of them
public record Saying(Wording wording, List<Object> values) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("d MMM HH:mm'Z'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /// A code that stands for something, such as a unit, an area, a source or a capability: a head
    /// that knows its name shows that instead.
    public record Term(String code) {

        @Override
        public String toString() {
            return code;
        }

        /// Several codes, in their order.
        public static List<Term> all(Collection<String> codes) {
            return codes.stream().map(Term::new).toList();
        }
    }

    public Saying {
        values = List.copyOf(values);
    }

    public static Saying of(Wording wording, Object... values) {
        return new Saying(wording, List.of(values));
    }

    /// In plain English.
    public String plain() {
        return filled(wording.english());
    }

    @Override
    public String toString() {
        return plain();
    }

    private String filled(String pattern) {
        var said = new StringBuilder();
        int from = 0;
        for (int at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', from)) {
            int end = pattern.indexOf('}', at);
            int place = Integer.parseInt(pattern, at + 1, end, 10);
            said.append(pattern, from, at).append(plain(values.get(place)));
            from = end + 1;
        }
        return said.append(pattern, from, pattern.length()).toString();
    }

    private static String plain(Object value) {
        return switch (value) {
            case Wording wording -> wording.english();
            case Duration length -> Long.toString(length.toMinutes());
            case Instant moment -> clock(moment);
            case Double number -> number(number);
            case Collection<?> several ->
                    several.stream().map(Saying::plain).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /// `14 Feb 06:31Z`.
    public static String clock(Instant moment) {
        return CLOCK.format(moment);
    }

    /// A number with two digits behind the point, or with none when it is whole.
    public static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }
}

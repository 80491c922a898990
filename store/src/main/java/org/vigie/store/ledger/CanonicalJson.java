package org.vigie.store.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// Writes values in the one form that is hashed: JSON without white space, keys sorted by UTF-16
/// code unit, numbers as ECMAScript prints them, only the escapes that JSON demands (RFC 8785, JSON
/// Canonicalization Scheme).
///
/// A record is an object of its components; a component that is null is left out. Enum constants
/// are lower case with hyphens, times are UTC with milliseconds, days are `2020-02-13`.
final class CanonicalJson {

    private static final Map<Class<?>, List<Component>> COMPONENTS = new ConcurrentHashMap<>();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);

    private CanonicalJson() {}

    static String of(@Nullable Object value) {
        var json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    /// `HOST_REFUSED` is written `host-refused`.
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Times are kept to the millisecond; finer ones are cut, never rounded up into the future.
    static Instant cut(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }

    private record Component(String name, Method accessor) {}

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> string(text);
            case Character letter -> string(letter.toString());
            case Boolean bool -> out.append(bool);
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(number.longValue());
            case Double number -> out.append(number(number));
            case Instant moment -> string(DateTimeFormatter.ISO_INSTANT.format(cut(moment)));
            case LocalDate day -> string(DAY.format(day));
            case UUID id -> string(id.toString());
            case Enum<?> constant -> string(code(constant));
            case Collection<?> list -> array(list);
            case Map<?, ?> map -> map(map);
            case Record group -> group(group);
            default ->
                    throw new IllegalStateException(
                            "no canonical form for " + value.getClass().getName());
        }
    }

    private void array(Collection<?> list) {
        out.append('[');
        boolean first = true;
        for (var item : list) {
            if (!first) {
                out.append(',');
            }
            first = false;
            write(item);
        }
        out.append(']');
    }

    private void map(Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        for (var member : map.entrySet()) {
            sorted.put((String) member.getKey(), member.getValue());
        }
        out.append('{');
        boolean first = true;
        for (var member : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(member.getKey());
            out.append(':');
            write(member.getValue());
        }
        out.append('}');
    }

    private void group(Record group) {
        out.append('{');
        boolean first = true;
        for (var component :
                COMPONENTS.computeIfAbsent(group.getClass(), CanonicalJson::components)) {
            var value = value(component, group);
            if (value == null) {
                continue;
            }
            if (!first) {
                out.append(',');
            }
            first = false;
            string(component.name);
            out.append(':');
            write(value);
        }
        out.append('}');
    }

    private static List<Component> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> new Component(component.getName(), component.getAccessor()))
                .sorted(Comparator.comparing(Component::name))
                .toList();
    }

    private static @Nullable Object value(Component component, Record group) {
        try {
            return component.accessor.invoke(group);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(group.getClass() + " must be public to be recorded", e);
        }
    }

    /// As ECMAScript's Number::toString; not a number and infinities have no JSON form.
    static String number(double number) {
        if (!Double.isFinite(number)) {
            throw new BadInput("number", number, "finite");
        }
        if (number == 0) {
            return "0";
        }
        double size = Math.abs(number);
        var exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (size >= 1e-6 && size < 1e21) {
            return exact.toPlainString();
        }
        var digits = exact.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - exact.scale();
        return (number < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e"
                + (exponent < 0 ? "-" : "+")
                + Math.abs(exponent);
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else if (Character.isSurrogate(c) && !paired(text, i)) {
                        throw new BadInput(
                                "text", text, "valid Unicode (it holds half of a character)");
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int index) {
        char c = text.charAt(index);
        return Character.isHighSurrogate(c)
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
}

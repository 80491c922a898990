package org.vigie.store.ledger;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// Writes values in the one form that is hashed: JSON without white space, keys sorted by UTF-16
/// code unit, numbers as ECMAScript prints them, only the escapes that JSON demands (RFC 8785, JSON
/// Canonicalization Scheme).
///
/// A record is an object of its components; a component that is null is left out. Enum constants
/// are lower case with hyphens, times are UTC with milliseconds, days are `2020-02-13`.
final class CanonicalJson {

    private static final ClassValue<Component[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected Component[] computeValue(Class<?> type) {
                    return components(type);
                }
            };
    private static final ThreadLocal<ByteSink> SCRATCH =
            ThreadLocal.withInitial(() -> new ByteSink(2_048));
    private static final Map<Enum<?>, String> CODES = new ConcurrentHashMap<>();
    private static final String HEX = "0123456789abcdef";

    private static final long DAY_SECONDS = 86_400;
    private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9_999, 12, 31).toEpochDay();

    private final ByteSink out;

    private CanonicalJson(ByteSink out) {
        this.out = out;
    }

    static String of(@Nullable Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /// In UTF-8.
    static byte[] bytes(@Nullable Object value) {
        var out = SCRATCH.get();
        out.cut(0);
        write(out, value);
        return out.copy();
    }

    static void write(ByteSink out, @Nullable Object value) {
        new CanonicalJson(out).write(value);
    }

    /// `HOST_REFUSED` is written `host-refused`.
    static String code(Enum<?> constant) {
        return CODES.computeIfAbsent(
                constant, one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// Times are kept to the millisecond; finer ones are cut, never rounded up into the future.
    static Instant cut(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }

    /// @param member the name as it is written, with quotation marks and colon
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Component(byte[] member, Function<Object, @Nullable Object> accessor) {}

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.put("null");
            case String text -> string(text);
            case Character letter -> string(letter.toString());
            case Boolean bool -> out.put(bool.toString());
            case Integer number -> out.put(number.toString());
            case Long number -> out.put(number.toString());
            case Double number -> out.put(number(number));
            case Instant moment -> instant(cut(moment));
            case LocalDate day -> string(day.toString());
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
        out.put('[');
        boolean first = true;
        for (var item : list) {
            if (!first) {
                out.put(',');
            }
            first = false;
            write(item);
        }
        out.put(']');
    }

    private void map(Map<?, ?> map) {
        boolean sorted = map instanceof SortedMap<?, ?> inOrder && inOrder.comparator() == null;
        out.put('{');
        boolean first = true;
        for (var member : (sorted ? map : new TreeMap<>(map)).entrySet()) {
            if (!first) {
                out.put(',');
            }
            first = false;
            string((String) member.getKey());
            out.put(':');
            write(member.getValue());
        }
        out.put('}');
    }

    private void group(Record group) {
        out.put('{');
        boolean first = true;
        for (var component : COMPONENTS.get(group.getClass())) {
            var value = component.accessor.apply(group);
            if (value == null) {
                continue;
            }
            if (!first) {
                out.put(',');
            }
            first = false;
            out.put(component.member);
            write(value);
        }
        out.put('}');
    }

    private static Component[] components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .sorted(Comparator.comparing(RecordComponent::getName))
                .map(component ->
                        new Component(
                                ('"' + component.getName() + "\":")
                                        .getBytes(StandardCharsets.UTF_8),
                                accessor(type, component)))
                .toArray(Component[]::new);
    }

    /// Calls the accessor as compiled code does: reflection costs more than the writing.
    @SuppressWarnings("unchecked") // the factory makes what it is asked for
    private static Function<Object, @Nullable Object> accessor(
            Class<?> type, RecordComponent component) {
        try {
            var lookup = MethodHandles.lookup();
            var handle = lookup.unreflect(component.getAccessor());
            var made =
                    LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            handle,
                            handle.type().wrap());
            // The proxy is called once, only because invoking a handle may throw anything.
            return (Function<Object, @Nullable Object>)
                    MethodHandleProxies.asInterfaceInstance(Supplier.class, made.getTarget()).get();
        } catch (IllegalAccessException | LambdaConversionException e) {
            throw new IllegalStateException(type + " must be public to be recorded", e);
        }
    }

    /// As `DateTimeFormatter.ISO_INSTANT` prints it.
    private void instant(Instant moment) {
        long day = Math.floorDiv(moment.getEpochSecond(), DAY_SECONDS);
        if (day < FIRST_DAY || day > LAST_DAY) {
            string(DateTimeFormatter.ISO_INSTANT.format(moment));
            return;
        }
        int second = (int) Math.floorMod(moment.getEpochSecond(), DAY_SECONDS);
        out.put('"').put(LocalDate.ofEpochDay(day).toString()).put('T');
        out.putTwoDigits(second / 3_600).put(':').putTwoDigits(second / 60 % 60).put(':');
        out.putTwoDigits(second % 60);
        int millis = moment.getNano() / 1_000_000;
        if (millis > 0) {
            out.put('.').put('0' + millis / 100).putTwoDigits(millis % 100);
        }
        out.put('Z').put('"');
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
        out.put('"');
        int length = text.length();
        for (int i = out.putPlain(text, 0); i < length; i = out.putPlain(text, i + 1)) {
            char c = text.charAt(i);
            if (c < 0x80) {
                escaped(c);
            } else {
                i += wide(text, i);
            }
        }
        out.put('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> out.put("\\\"");
            case '\\' -> out.put("\\\\");
            case '\b' -> out.put("\\b");
            case '\f' -> out.put("\\f");
            case '\n' -> out.put("\\n");
            case '\r' -> out.put("\\r");
            case '\t' -> out.put("\\t");
            default -> out.put("\\u00").put(HEX.charAt(c >> 4)).put(HEX.charAt(c & 15));
        }
    }

    /// A character beyond ASCII in UTF-8; how many more of Java's characters it took.
    private int wide(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x800) {
            out.put(0xC0 | (c >> 6)).put(0x80 | (c & 0x3F));
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            out.put(0xE0 | (c >> 12)).put(0x80 | ((c >> 6) & 0x3F)).put(0x80 | (c & 0x3F));
            return 0;
        }
        boolean pair =
                Character.isHighSurrogate(c)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1));
        if (!pair) {
            throw new BadInput("text", text, "valid Unicode (it holds half of a character)");
        }
        int whole = text.codePointAt(at);
        out.put(0xF0 | (whole >> 18)).put(0x80 | ((whole >> 12) & 0x3F));
        out.put(0x80 | ((whole >> 6) & 0x3F)).put(0x80 | (whole & 0x3F));
        return 1;
    }
}

package org.vigie.store.ledger;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.vigie.record.Body;
import org.vigie.record.Kinds;

/// A body of each kind, with something in each of its members: a kind that is added tomorrow has
/// its sample without a word written here.
final class SampleBody {

    private SampleBody() {}

    static List<Body> all() {
        return Kinds.all().values().stream().map(type -> (Body) value(type)).toList();
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return List.of(value(arguments[0]));
            }
            return new TreeMap<>(Map.of("key", value(arguments[1])));
        }
        var raw = (Class<?>) type;
        return raw.isRecord() ? whole(raw) : raw.isEnum() ? constant(raw) : simple(raw);
    }

    private static Object whole(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(part -> part.getType()).toArray(Class<?>[]::new);
        var values = Arrays.stream(components).map(part -> value(part.getGenericType())).toArray();
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private static Object constant(Class<?> type) {
        var constants = type.getEnumConstants();
        return constants[constants.length - 1];
    }

    private static Object simple(Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.String" -> "tést 🕊";
            case "char" -> 'B';
            case "int", "java.lang.Integer" -> 5;
            case "long", "java.lang.Long" -> 7L;
            case "double", "java.lang.Double" -> 12.5;
            case "boolean", "java.lang.Boolean" -> true;
            case "java.time.Instant" -> Instant.parse("2024-05-01T06:00:00.123Z");
            case "java.time.LocalDate" -> LocalDate.of(2024, 5, 1);
            case "java.util.UUID" -> new UUID(0x018f000000007000L, 0x8000000000000001L);
            default -> throw new IllegalStateException("no sample of " + type);
        };
    }
}

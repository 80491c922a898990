package org.vigie.store.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads what [CanonicalJson] wrote back into records. A member that is missing becomes null, an
/// empty list or map, zero or false; a member that the record does not have is dropped by the
/// record and kept by the entry, whose text never changes.
final class JsonReader {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private JsonReader() {}

    /// The text does not fit the record: written by a newer version, or not ours.
    static final class Misfit extends Exception {
        private static final long serialVersionUID = 1L;

        Misfit(String message) {
            super(message);
        }
    }

    private record Shape(Constructor<?> constructor, List<RecordComponent> components) {}

    static <T> T read(byte[] json, Class<T> type) throws Misfit {
        return read(json, type, Set.of());
    }

    /// @param without members that are passed over
    static <T> T read(byte[] json, Class<T> type, Set<String> without) throws Misfit {
        var value = bind(tree(json, without), type);
        if (value == null) {
            throw new Misfit("null is no " + type.getSimpleName());
        }
        return type.cast(value);
    }

    /// Objects as maps, arrays as lists, numbers as Long or Double.
    private static @Nullable Object tree(byte[] json, Set<String> without) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return node(parser, without);
        }
    }

    private static @Nullable Object node(JsonParser parser, Set<String> without) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    parser.nextToken();
                    if (without.contains(name)) {
                        parser.skipChildren();
                    } else {
                        members.put(name, node(parser, without));
                    }
                }
                yield members;
            }
            case START_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(parser, without));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static @Nullable Object bind(@Nullable Object node, Type type) throws Misfit {
        if (type instanceof ParameterizedType generic) {
            return bindGeneric(node, generic);
        }
        var raw = (Class<?>) type;
        if (node == null) {
            return missing(raw);
        }
        if (raw.isRecord()) {
            return bindRecord(node, raw);
        }
        if (raw.isEnum()) {
            return bindEnum(node, raw);
        }
        return switch (raw.getName()) {
            case "java.lang.String" -> node.toString();
            case "char" -> node.toString().charAt(0);
            case "int", "java.lang.Integer" -> (int) number(node).longValue();
            case "long", "java.lang.Long" -> number(node).longValue();
            case "double", "java.lang.Double" -> number(node).doubleValue();
            case "boolean", "java.lang.Boolean" -> node.equals(true);
            case "java.time.Instant" -> Instant.parse(node.toString());
            case "java.time.LocalDate" -> LocalDate.parse(node.toString());
            case "java.util.UUID" -> UUID.fromString(node.toString());
            default -> throw new IllegalStateException("no reader for " + raw.getName());
        };
    }

    private static Object bindGeneric(@Nullable Object node, ParameterizedType type) throws Misfit {
        if (type.getRawType() == List.class) {
            var items = new ArrayList<Object>();
            for (var item : node instanceof List<?> list ? list : List.of()) {
                items.add(required(bind(item, type.getActualTypeArguments()[0]), "item"));
            }
            return List.copyOf(items);
        }
        if (type.getRawType() == Map.class || type.getRawType() == SortedMap.class) {
            SortedMap<String, Object> members = new TreeMap<>();
            for (var member : (node instanceof Map<?, ?> map ? map : Map.of()).entrySet()) {
                var value = bind(member.getValue(), type.getActualTypeArguments()[1]);
                members.put((String) member.getKey(), required(value, "member"));
            }
            return Collections.unmodifiableSortedMap(members);
        }
        throw new IllegalStateException("no reader for " + type);
    }

    private static Object bindRecord(Object node, Class<?> type) throws Misfit {
        if (!(node instanceof Map<?, ?> members)) {
            throw new Misfit(type.getSimpleName() + " must be an object");
        }
        var shape = SHAPES.computeIfAbsent(type, JsonReader::shape);
        var values = new @Nullable Object[shape.components.size()];
        for (int i = 0; i < values.length; i++) {
            var component = shape.components.get(i);
            values[i] = bind(members.get(component.getName()), component.getGenericType());
        }
        try {
            return shape.constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new Misfit(type.getSimpleName() + ": " + e.getCause());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(type.getName() + " must be public to be recorded", e);
        }
    }

    private static Shape shape(Class<?> type) {
        var components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            return new Shape(type.getConstructor(types), List.of(components));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " must be public to be recorded", e);
        }
    }

    private static Object bindEnum(Object node, Class<?> type) throws Misfit {
        var name = node.toString().toUpperCase(Locale.ROOT).replace('-', '_');
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new Misfit(type.getSimpleName() + " has no " + node);
    }

    private static @Nullable Object missing(Class<?> type) {
        return switch (type.getName()) {
            case "int" -> 0;
            case "long" -> 0L;
            case "double" -> 0.0;
            case "boolean" -> false;
            case "char" -> ' ';
            default -> null;
        };
    }

    private static Number number(Object node) throws Misfit {
        if (node instanceof Number number) {
            return number;
        }
        throw new Misfit("expected a number, found " + node);
    }

    private static Object required(@Nullable Object value, String what) throws Misfit {
        if (value == null) {
            throw new Misfit("null " + what);
        }
        return value;
    }
}

package org.vigie.store.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads what [CanonicalJson] wrote back into records. A member that is missing becomes an empty
/// list or map, zero or false, or null where the record allows it; a member that the record does
/// not have is dropped by the record and kept by the entry, whose text never changes.
///
/// How a type is read is worked out once; reading then goes straight from the text to the records.
final class JsonReader {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ClassValue<Binder> RECORDS =
            new ClassValue<>() {
                @Override
                protected Binder computeValue(Class<?> type) {
                    return new RecordBinder(type);
                }
            };

    private JsonReader() {}

    /// The text does not fit the record: written by a newer version, or not ours.
    static final class Misfit extends Exception {
        private static final long serialVersionUID = 1L;

        Misfit(String message) {
            super(message);
        }
    }

    static <T> T read(byte[] json, Class<T> type) throws Misfit {
        return read(json, type, Set.of());
    }

    /// @param without members that are passed over
    static <T> T read(byte[] json, Class<T> type, Set<String> without) throws Misfit {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return type.cast(RECORDS.get(type).read(parser, without));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new Misfit(type.getSimpleName() + ": " + e.getMessage());
        }
    }

    /// Reads one value, whose first token is the current one and not null.
    private interface Binder {
        Object read(JsonParser parser, Set<String> without) throws Misfit;

        /// What stands for a value that is missing or null.
        default @Nullable Object missing() {
            return null;
        }
    }

    private static Binder binder(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new ListBinder(binder(arguments[0]));
            }
            if (generic.getRawType() == Map.class || generic.getRawType() == SortedMap.class) {
                return new MapBinder(binder(arguments[1]));
            }
            throw new IllegalStateException("no reader for " + type);
        }
        var raw = (Class<?>) type;
        if (raw.isRecord()) {
            return (parser, without) -> RECORDS.get(raw).read(parser, without);
        }
        return raw.isEnum() ? new EnumBinder(raw) : scalar(raw);
    }

    private static Binder scalar(Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.String" -> (parser, without) -> text(parser);
            case "char" -> orElse((parser, without) -> letter(parser), ' ');
            case "int" -> orElse((parser, without) -> wholeInt(parser), 0);
            case "long" -> orElse((parser, without) -> whole(parser), 0L);
            case "double" -> orElse((parser, without) -> decimal(parser), 0.0);
            case "boolean" -> orElse((parser, without) -> truth(parser), false);
            case "java.lang.Integer" -> (parser, without) -> wholeInt(parser);
            case "java.lang.Long" -> (parser, without) -> whole(parser);
            case "java.lang.Double" -> (parser, without) -> decimal(parser);
            case "java.lang.Boolean" -> (parser, without) -> truth(parser);
            case "java.time.Instant" -> (parser, without) -> moment(text(parser));
            case "java.time.LocalDate" -> (parser, without) -> LocalDate.parse(text(parser));
            case "java.util.UUID" -> (parser, without) -> UUID.fromString(text(parser));
            default -> throw new IllegalStateException("no reader for " + type.getName());
        };
    }

    private static Binder orElse(Binder binder, Object missing) {
        return new Binder() {
            @Override
            public Object read(JsonParser parser, Set<String> without) throws Misfit {
                return binder.read(parser, without);
            }

            @Override
            public Object missing() {
                return missing;
            }
        };
    }

    private static String text(JsonParser parser) throws Misfit {
        if (!parser.currentToken().isScalarValue()) {
            throw new Misfit("expected a text, found " + parser.currentToken());
        }
        return parser.getString();
    }

    /// To the millisecond: nothing finer is ever written, so whatever is finer is not ours.
    private static Instant moment(String text) throws Misfit {
        var moment = Instant.parse(text);
        if (!moment.equals(CanonicalJson.cut(moment))) {
            throw new Misfit("expected a time without anything finer than milliseconds");
        }
        return moment;
    }

    private static char letter(JsonParser parser) throws Misfit {
        var text = text(parser);
        if (text.length() != 1) {
            throw new Misfit("expected one letter, found " + text.length());
        }
        return text.charAt(0);
    }

    private static long whole(JsonParser parser) throws Misfit {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new Misfit("expected a whole number, found " + parser.currentToken());
        }
        return parser.getLongValue();
    }

    private static int wholeInt(JsonParser parser) throws Misfit {
        long number = whole(parser);
        if (number != (int) number) {
            throw new Misfit("expected a smaller number, found " + number);
        }
        return (int) number;
    }

    private static double decimal(JsonParser parser) throws Misfit {
        if (!parser.currentToken().isNumeric()) {
            throw new Misfit("expected a number, found " + parser.currentToken());
        }
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new Misfit("expected a number that a double can hold");
        }
        return number;
    }

    private static boolean truth(JsonParser parser) throws Misfit {
        if (!parser.currentToken().isBoolean()) {
            throw new Misfit("expected true or false, found " + parser.currentToken());
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    private record ListBinder(Binder item) implements Binder {
        @Override
        public Object read(JsonParser parser, Set<String> without) throws Misfit {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw new Misfit("expected a list, found " + parser.currentToken());
            }
            var items = new ArrayList<Object>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.VALUE_NULL) {
                    throw new Misfit("null item");
                }
                items.add(item.read(parser, without));
            }
            return List.copyOf(items);
        }

        @Override
        public Object missing() {
            return List.of();
        }
    }

    private record MapBinder(Binder value) implements Binder {
        @Override
        public Object read(JsonParser parser, Set<String> without) throws Misfit {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new Misfit("expected an object, found " + parser.currentToken());
            }
            SortedMap<String, Object> members = new TreeMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_NULL) {
                    throw new Misfit("null member");
                }
                members.put(name, value.read(parser, without));
            }
            return Collections.unmodifiableSortedMap(members);
        }

        @Override
        public Object missing() {
            return Collections.emptySortedMap();
        }
    }

    private static final class EnumBinder implements Binder {

        private final String type;
        private final Map<String, Object> constants = new HashMap<>();

        EnumBinder(Class<?> type) {
            this.type = type.getSimpleName();
            for (var constant : type.getEnumConstants()) {
                constants.put(CanonicalJson.code((Enum<?>) constant), constant);
            }
        }

        @Override
        public Object read(JsonParser parser, Set<String> without) throws Misfit {
            var code = text(parser);
            var constant = constants.get(code);
            if (constant == null) {
                throw new Misfit(type + " has no " + code);
            }
            return constant;
        }
    }

    private static final class RecordBinder implements Binder {

        private final String type;
        private final Constructor<?> constructor;
        private final Map<String, Integer> places = new HashMap<>();
        private final Binder[] binders;
        private final boolean[] needed;

        RecordBinder(Class<?> type) {
            this.type = type.getSimpleName();
            var components = type.getRecordComponents();
            var types = new Class<?>[components.length];
            binders = new Binder[components.length];
            needed = new boolean[components.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = components[i].getType();
                places.put(components[i].getName(), i);
                binders[i] = binder(components[i].getGenericType());
                needed[i] =
                        binders[i].missing() == null
                                && !components[i]
                                        .getAnnotatedType()
                                        .isAnnotationPresent(Nullable.class);
            }
            try {
                constructor = type.getConstructor(types);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " must be public to be recorded", e);
            }
        }

        @Override
        public Object read(JsonParser parser, Set<String> without) throws Misfit {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new Misfit(type + " must be an object");
            }
            var values = new @Nullable Object[binders.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = binders[i].missing();
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                var place = places.get(name);
                var token = parser.nextToken();
                if (place == null || without.contains(name)) {
                    parser.skipChildren();
                } else if (token != JsonToken.VALUE_NULL) {
                    values[place] = binders[place].read(parser, without);
                }
            }
            for (int i = 0; i < values.length; i++) {
                if (needed[i] && values[i] == null) {
                    throw new Misfit(type + " lacks a member");
                }
            }
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw new Misfit(type + ": " + e.getCause());
            } catch (InstantiationException | IllegalAccessException e) {
                throw new IllegalStateException(type + " must be public to be recorded", e);
            }
        }
    }
}

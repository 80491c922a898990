package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// One object of a JSON file from outside, read whole: what is missing or of another kind is
/// refused with its name.
///
/// @param values by name; lists, maps, texts, numbers, truth values
record JsonTree(Map<String, @Nullable Object> values) {

    /// A certificate of 200 bases is a few megabytes.
    private static final long BYTES_MAX = 200_000_000;

    /// Deeper than any file of ours, so that a file of brackets does not fill the stack.
    private static final int DEPTH_MAX = 8;

    static JsonTree read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new BadInput("size of " + file, Files.size(file), "at most " + BYTES_MAX);
        }
        return of(Files.readAllBytes(file));
    }

    static JsonTree of(byte[] json) {
        try (var parser =
                new JsonFactory().createParser(ObjectReadContext.empty(), json, 0, json.length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadInput("file", null, "one JSON object");
            }
            return new JsonTree(object(parser, 1));
        } catch (JacksonException unreadable) {
            throw new BadInput("file", unreadable.getOriginalMessage(), "JSON", unreadable);
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, int depth) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            object.put(name, value(parser, parser.nextToken(), depth));
        }
        return object;
    }

    private static List<@Nullable Object> list(JsonParser parser, int depth) {
        var list = new ArrayList<@Nullable Object>();
        for (var token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            list.add(value(parser, token, depth));
        }
        return list;
    }

    private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token, int depth) {
        if (token == null || depth > DEPTH_MAX) {
            throw new BadInput("file", null, "whole JSON, not deeper than " + DEPTH_MAX);
        }
        return switch (token) {
            case START_OBJECT -> object(parser, depth + 1);
            case START_ARRAY -> list(parser, depth + 1);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new BadInput("file", token, "JSON");
        };
    }

    String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw refused(name, "a text");
    }

    double number(String name) {
        if (values.get(name) instanceof Double number) {
            return number;
        }
        throw refused(name, "a number");
    }

    int whole(String name) {
        return whole(name, values.get(name));
    }

    private static int whole(String name, @Nullable Object value) {
        if (value instanceof Double number
                && number == Math.rint(number)
                && Math.abs(number) <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw new BadInput(name, value, "a whole number");
    }

    JsonTree object(String name) {
        if (values.get(name) instanceof Map<?, ?> object) {
            return new JsonTree(named(object));
        }
        throw refused(name, "an object");
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> object) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        object.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    List<JsonTree> list(String name) {
        var list = new ArrayList<JsonTree>();
        for (var one : all(name)) {
            if (!(one instanceof Map<?, ?> object)) {
                throw new BadInput(name, one, "a list of objects");
            }
            list.add(new JsonTree(named(object)));
        }
        return list;
    }

    double[] numbers(String name) {
        var all = all(name);
        var numbers = new double[all.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(all.get(i) instanceof Double number)) {
                throw new BadInput(name, all.get(i), "a list of numbers");
            }
            numbers[i] = number;
        }
        return numbers;
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var one : all(name)) {
            if (!(one instanceof String text)) {
                throw new BadInput(name, one, "a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    int[] wholes(String name) {
        return wholes(name, all(name));
    }

    private static int[] wholes(String name, List<?> all) {
        var numbers = new int[all.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = whole(name, all.get(i));
        }
        return numbers;
    }

    List<List<Integer>> lists(String name) {
        var lists = new ArrayList<List<Integer>>();
        for (var one : all(name)) {
            if (!(one instanceof List<?> list)) {
                throw new BadInput(name, one, "a list of lists");
            }
            lists.add(java.util.Arrays.stream(wholes(name, list)).boxed().toList());
        }
        return lists;
    }

    private List<?> all(String name) {
        if (values.get(name) instanceof List<?> list) {
            return list;
        }
        throw refused(name, "a list");
    }

    private BadInput refused(String name, String allowed) {
        return new BadInput(name, values.get(name), allowed);
    }
}

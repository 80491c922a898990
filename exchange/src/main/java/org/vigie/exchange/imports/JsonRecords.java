package org.vigie.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// The records of a JSON file, in the shapes in which event data are handed out:
///
/// - pages, one after another, each an object with its records in `Result` (UCDP), `data` (ACLED,
///   ViEWS) or `features` (GeoJSON);
/// - one array of records;
/// - one record after another, as in JSON lines.
///
/// Of a GeoJSON feature the properties are the columns, in whatever order its members stand; a
/// point gives `longitude` and `latitude` where the properties do not, and a feature without a
/// point has them empty. What is nested deeper is kept as its JSON. `null` is an empty cell.
final class JsonRecords implements CutRows.Cutter {

    private static final Set<String> RECORDS = Set.of("Result", "data", "features");

    private static final Pattern POINT =
            Pattern.compile("\"coordinates\":\\[([-+.0-9eE]+),([-+.0-9eE]+)(?:,[-+.0-9eE]+)?\\]");

    /// Longest record, in characters: a row of GED with all its sources has a few thousand.
    private static final int RECORD_LENGTH_MAX = 1 << 20;

    /// Most columns of one record: the widest known table has 49.
    private static final int COLUMNS_MAX = 1_000;

    /// Objects in objects: a polygon with holes has five.
    private static final int LEVELS_MAX = 100;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CHARSET_DETECTION) // it is UTF-8
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(RECORD_LENGTH_MAX)
                                    .maxNestingDepth(LEVELS_MAX)
                                    .build())
                    .build();

    /// A byte order mark in UTF-8.
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// Members of a feature itself that are no columns.
    private static final Set<String> OF_FEATURE = Set.of("type", "id");

    private final String name;
    private final JsonParser parser;
    private Header header = Header.of(List.of());
    private int number;

    /// Whether the parser stands inside an array of records.
    private boolean inArray;

    /// Whether that array stands inside a page.
    private boolean inPage;

    JsonRecords(String name, InputStream bytes) throws IOException {
        this.name = name;
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), withoutMark(bytes));
    }

    private static InputStream withoutMark(InputStream bytes) throws IOException {
        var rest = new PushbackInputStream(bytes, MARK.length);
        var first = rest.readNBytes(MARK.length);
        if (!Arrays.equals(first, MARK)) {
            rest.unread(first);
        }
        return rest;
    }

    static JsonRecords open(Path file, String name) throws IOException {
        return new JsonRecords(name, Files.newInputStream(file));
    }

    @Override
    public RowSource.@Nullable Cells next() throws IOException {
        try {
            var record = record();
            return record == null ? null : cells(record);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (StreamConstraintsException e) {
            throw tooLarge();
        } catch (JacksonException e) {
            throw new BadInput(
                    "file",
                    name + ", after record " + number,
                    "whole and well-formed JSON, and here it breaks off or is damaged",
                    e);
        }
    }

    @Override
    public long bytesRead() {
        return parser.currentLocation().getByteOffset();
    }

    @Override
    public void close() {
        parser.close();
    }

    private RowSource.Cells cells(Map<String, String> record) {
        number++;
        var names = List.copyOf(record.keySet());
        if (!names.equals(header.names())) {
            header = Header.of(names);
        }
        return new RowSource.Cells(number, header, List.copyOf(record.values()));
    }

    private @Nullable Map<String, String> record() throws IOException {
        while (true) {
            var token = parser.nextToken();
            if (inArray) {
                if (token == JsonToken.END_ARRAY) {
                    inArray = false;
                    if (inPage) {
                        restOfPage();
                    }
                } else if (token == JsonToken.START_OBJECT) {
                    return object(false);
                } else {
                    throw wrong("an array of objects");
                }
            } else if (token == null) {
                return null;
            } else if (token == JsonToken.START_ARRAY) {
                inArray = true;
            } else if (token == JsonToken.START_OBJECT) {
                var alone = object(true);
                if (!inArray) {
                    return alone;
                }
            } else {
                throw wrong("objects, or an array of them");
            }
        }
    }

    /// What stands in a page behind its records says nothing of them.
    private void restOfPage() {
        inPage = false;
        for (var token = parser.nextToken(); ; token = parser.nextToken()) {
            if (token == JsonToken.END_OBJECT || token == null) {
                return;
            }
            parser.nextToken();
            parser.skipChildren();
        }
    }

    /// Reads an object to its end; a page only to where its records begin.
    private Map<String, String> object(boolean mayBePage) throws IOException {
        var own = new LinkedHashMap<String, String>();
        Map<String, String> properties = null;
        String shape = null;
        int length = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var column = parser.currentName();
            var token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && mayBePage && RECORDS.contains(column)) {
                inArray = true;
                inPage = true;
                return own;
            }
            if (column.equals("properties") && token == JsonToken.START_OBJECT) {
                checkOnce(column, properties);
                properties = properties();
            } else if (column.equals("geometry") && token == JsonToken.START_OBJECT) {
                checkOnce(column, shape);
                shape = nested();
                length += shape.length();
            } else if (!column.equals("geometry") || token != JsonToken.VALUE_NULL) {
                length += add(own, column, token);
            }
            checkSize(own, length);
        }
        return joined(own, properties, shape);
    }

    private Map<String, String> properties() throws IOException {
        var properties = new LinkedHashMap<String, String>();
        int length = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var column = parser.currentName();
            length += add(properties, column, parser.nextToken());
            checkSize(properties, length);
        }
        return properties;
    }

    /// The columns of a record, or of a feature.
    private static Map<String, String> joined(
            Map<String, String> own,
            @Nullable Map<String, String> properties,
            @Nullable String shape) {
        var record = new LinkedHashMap<>(own);
        if (properties != null) {
            record.keySet().removeAll(OF_FEATURE);
            properties.forEach((column, text) -> checkOnce(column, record.put(column, text)));
        }
        if (shape != null) {
            addShape(record, shape);
        }
        if (properties != null) {
            addIfAbsent(record, "longitude", "");
            addIfAbsent(record, "latitude", "");
        }
        return record;
    }

    /// A point gives its coordinates, longitude first; every other shape is kept as it is.
    private static void addShape(Map<String, String> record, String shape) {
        var point = POINT.matcher(shape);
        if (point.find() && shape.contains("\"Point\"")) {
            addIfAbsent(record, "longitude", point.group(1));
            addIfAbsent(record, "latitude", point.group(2));
        } else {
            addIfAbsent(record, "geometry", shape);
        }
    }

    /// Columns are found without regard to case.
    private static void addIfAbsent(Map<String, String> record, String column, String text) {
        if (record.keySet().stream().noneMatch(column::equalsIgnoreCase)) {
            record.put(column, text);
        }
    }

    private static void checkOnce(String column, @Nullable Object before) {
        if (before != null) {
            throw new BadInput("header", column, "a list of names in which none stands twice");
        }
    }

    private void checkSize(Map<String, String> record, int length) {
        if (length > RECORD_LENGTH_MAX || record.size() > COLUMNS_MAX) {
            throw tooLarge();
        }
    }

    private BadInput tooLarge() {
        return new BadInput(
                "file",
                name + ", record " + (number + 1),
                "made of records of at most %s characters, %s columns and %s levels"
                        .formatted(RECORD_LENGTH_MAX, COLUMNS_MAX, LEVELS_MAX));
    }

    private int add(Map<String, String> record, String column, JsonToken token) throws IOException {
        var text =
                switch (token) {
                    case VALUE_NULL -> "";
                    case START_OBJECT, START_ARRAY -> nested();
                    default -> parser.getString();
                };
        checkOnce(column, record.put(column, text));
        return column.length() + text.length();
    }

    /// The JSON of what is nested, as long as a record may be.
    private String nested() {
        var text =
                new StringWriter() {
                    @Override
                    public void write(char[] letters, int from, int length) {
                        if (getBuffer().length() + length > RECORD_LENGTH_MAX) {
                            throw tooLarge();
                        }
                        super.write(letters, from, length);
                    }
                };
        try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private BadInput wrong(String allowed) {
        return new BadInput("file", name + ", after record " + number, allowed);
    }
}

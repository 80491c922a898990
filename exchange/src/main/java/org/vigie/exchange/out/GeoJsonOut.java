package org.vigie.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.vigie.share.SharedRow;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// GeoJSON as RFC 7946 has it: one feature a row, in longitude and latitude of WGS 84. A row
/// without a point has the geometry null.
public final class GeoJsonOut {

    private GeoJsonOut() {}

    static void write(Prepared prepared, OutputStream out) throws IOException {
        boolean exercise = prepared.question().exercise();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeName("features");
            json.writeStartArray();
            for (var row : prepared.release().rows()) {
                feature(json, row, exercise);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /// Writes one feature.
    public static void feature(JsonGenerator json, SharedRow row, boolean exercise) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        if (row.incident() != null) {
            json.writeStringProperty("id", row.incident().toString());
        }
        json.writeName("geometry");
        var position = row.findPosition();
        if (position.isPresent()) {
            json.writeStartObject();
            json.writeStringProperty("type", "Point");
            json.writeName("coordinates");
            json.writeStartArray();
            json.writeNumber(position.get().longitude());
            json.writeNumber(position.get().latitude());
            json.writeEndArray();
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        json.writeName("properties");
        json.writeStartObject();
        for (var column : Column.ALL) {
            if (!column.type().equals(Double.class)) {
                json.writeName(column.name());
                value(json, column.value().apply(row));
            }
        }
        if (exercise) {
            json.writeStringProperty(Column.EXERCISE, Column.EXERCISE_MARK);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Integer number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }
}

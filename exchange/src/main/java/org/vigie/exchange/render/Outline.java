package org.vigie.exchange.render;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A line of the base map: the border of an area, or a river.
///
/// @param code the area's code in the mission pack; empty for a river
/// @param level 0 for the country, 1 for its first-level areas; -1 for a river
/// @param lines closed rings of an area (holes too), or the parts of a river
public record Outline(String code, String name, int level, List<List<Position>> lines) {

    public Outline {
        lines = lines.stream().map(List::copyOf).toList();
    }

    public boolean river() {
        return level < 0;
    }

    /// Reads a mission pack's `map.geojson`: features with `code`, `name` and `level`, or with
    /// `kind` = `river`. Polygons, lines and their multiples are understood, other shapes are left
    /// out.
    public static List<Outline> read(InputStream geojson) throws IOException {
        try {
            var outlines = new ArrayList<Outline>();
            for (var feature : new JsonMapper().readTree(geojson).path("features")) {
                var properties = feature.path("properties");
                boolean river = properties.path("kind").asString("").equals("river");
                outlines.add(
                        new Outline(
                                properties.path("code").asString(""),
                                properties.path("name").asString(""),
                                river ? -1 : properties.path("level").asInt(0),
                                lines(feature.path("geometry"))));
            }
            return List.copyOf(outlines);
        } catch (JacksonException e) {
            throw new BadInput("map.geojson", e.getOriginalMessage(), "GeoJSON (RFC 7946)", e);
        }
    }

    private static List<List<Position>> lines(JsonNode geometry) {
        var lines = new ArrayList<List<Position>>();
        var coordinates = geometry.path("coordinates");
        switch (geometry.path("type").asString("")) {
            case "LineString" -> lines.add(line(coordinates));
            case "MultiLineString", "Polygon" -> coordinates.forEach(ring -> lines.add(line(ring)));
            case "MultiPolygon" ->
                    coordinates.forEach(part -> part.forEach(ring -> lines.add(line(ring))));
            default -> {}
        }
        return lines;
    }

    private static List<Position> line(JsonNode coordinates) {
        var line = new ArrayList<Position>();
        for (var point : coordinates) {
            line.add(new Position(point.path(1).asDouble(), point.path(0).asDouble()));
        }
        return line;
    }
}

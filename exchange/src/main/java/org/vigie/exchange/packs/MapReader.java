package org.vigie.exchange.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.vigie.exchange.packs.Findings.Spot;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads `map.geojson`: polygons of areas and schematic lines.
final class MapReader {

    static final String FILE = "map.geojson";

    /// The page of a low-bandwidth base carries the map whole.
    private static final int BYTES_MAX = 60 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Findings findings;

    private MapReader(Findings findings) {
        this.findings = findings;
    }

    static List<MapShape> read(byte[] bytes, Findings findings) {
        if (bytes.length > BYTES_MAX) {
            findings.warning(
                    Spot.file(FILE),
                    "simplify the shapes: a map of more than 60 KB is slow on a field link");
        }
        try {
            return new MapReader(findings).shapes(JSON.readTree(bytes));
        } catch (JacksonException e) {
            findings.error(
                    new Spot(
                            FILE,
                            e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                            "",
                            ""),
                    "make it readable JSON: " + e.getOriginalMessage());
            return List.of();
        }
    }

    private List<MapShape> shapes(JsonNode root) {
        if (!root.path("type").asString("").equals("FeatureCollection")) {
            findings.error(Spot.file(FILE), "make it a GeoJSON FeatureCollection");
            return List.of();
        }
        var shapes = new ArrayList<MapShape>();
        int number = 0;
        for (var feature : root.path("features")) {
            number++;
            try {
                shapes.add(shape(feature));
            } catch (BadInput e) {
                findings.error(new Spot(FILE, 0, "feature " + number, e.field()), e);
            }
        }
        return shapes;
    }

    private static MapShape shape(JsonNode feature) {
        var properties = feature.path("properties");
        var geometry = feature.path("geometry");
        var coordinates = geometry.path("coordinates");
        var type = geometry.path("type").asString("");
        var paths = new ArrayList<List<Position>>();
        switch (type) {
            case "Polygon", "MultiLineString" -> coordinates.forEach(path -> paths.add(path(path)));
            case "MultiPolygon" ->
                    coordinates.forEach(polygon -> polygon.forEach(ring -> paths.add(path(ring))));
            case "LineString" -> paths.add(path(coordinates));
            default ->
                    throw new BadInput(
                            "geometry",
                            type,
                            "a Polygon, MultiPolygon, LineString or MultiLineString");
        }
        boolean area = type.endsWith("Polygon");
        var code = properties.path("code").asString("");
        if (area && code.isEmpty()) {
            throw new BadInput("code", null, "the code of an area in areas.csv");
        }
        return new MapShape(
                area ? MapShape.AREA : properties.path("kind").asString("line"),
                code,
                properties.path("name").asString(""),
                properties.path("level").isNumber()
                        ? properties.path("level").numberValue().toString()
                        : properties.path("level").asString(""),
                alsoCovers(properties.path("alsoCovers")),
                properties.path("schematic").asBoolean(false),
                paths);
    }

    /// A list, or one text with `|` between the codes.
    private static List<String> alsoCovers(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(code -> code.asString(""))
                    .toList();
        }
        var text = node.asString("");
        return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
    }

    private static List<Position> path(JsonNode points) {
        var path = new ArrayList<Position>();
        for (var point : points) {
            if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
                throw new BadInput("coordinates", point.toString(), "[longitude, latitude]");
            }
            path.add(new Position(point.path(1).doubleValue(), point.path(0).doubleValue()));
        }
        if (path.size() < 2) {
            throw new BadInput("coordinates", points.toString(), "at least two points");
        }
        return path;
    }
}

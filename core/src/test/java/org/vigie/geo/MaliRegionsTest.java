package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/// The areas with the real shapes of Mali's nine first-order areas before 2012 (Natural Earth).
final class MaliRegionsTest {

    private static final Pattern FEATURE =
            Pattern.compile("\"coordinates\": \\[\\[(.*?)\\]\\]\\}, \"properties\": \\{(.*?)\\}");
    private static final Pattern RING_END = Pattern.compile("\\]\\], \\[");
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final Pattern NAME = Pattern.compile("\"name\": \"([^\"]*)\"");
    private static final Pattern POINT = Pattern.compile("\\[(-?[0-9.]+), (-?[0-9.]+)\\]");

    private static final Areas REGIONS = Areas.of(read());

    /// The codes that GeoNames uses for them.
    private static final Map<String, String> GEONAMES_CODES =
            Map.of(
                    "01", "Bamako",
                    "03", "Kayes",
                    "04", "Mopti",
                    "05", "Ségou",
                    "06", "Sikasso",
                    "07", "Koulikoro",
                    "08", "Timbuktu",
                    "09", "Gao",
                    "10", "Kidal");

    @Test
    void the_towns_lie_where_they_should() {
        assertEquals(Optional.of("Mopti"), regionOf(new Position(14.52742, -4.09344)));
        assertEquals(Optional.of("Mopti"), regionOf(new Position(13.96014, -3.57019)));
        assertEquals(Optional.of("Kidal"), regionOf(new Position(20.20126, 1.01186)));
        assertEquals(Optional.of("Gao"), regionOf(new Position(15.9182, 2.4022)));
        assertEquals(Optional.empty(), regionOf(new Position(13.51366, 2.1098)));
    }

    @Test
    void a_region_is_found_as_ucdp_writes_it() {
        assertEquals(
                List.of("Ségou"), REGIONS.named("Segou region").stream().map(Area::name).toList());
    }

    /// Why a source's own word beats geometry: of 14,242 populated places for which GeoNames names
    /// one of these regions, the shape says another region, or none, for 298.
    @Test
    void shapes_and_words_disagree_for_one_place_in_fifty() {
        int told = 0;
        int same = 0;
        for (var line : RealFiles.lines("geonames/ML.txt")) {
            var cells = line.split("\t", -1);
            var named = Optional.ofNullable(GEONAMES_CODES.get(cells[10]));
            if (!cells[6].equals("P") || named.isEmpty()) continue;
            told++;
            var at = new Position(Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
            if (regionOf(at).equals(named)) same++;
        }
        assertEquals(List.of(14_242, 13_944), List.of(told, same));
    }

    private static Optional<String> regionOf(Position position) {
        return REGIONS.findContaining(position, "1").map(Area::name);
    }

    /// This file alone: nine polygons, one of them with a hole.
    private static List<Area> read() {
        var text = String.join("", RealFiles.lines("places/natural_earth_admin1_mali.geojson"));
        return FEATURE.matcher(text).results().map(m -> area(m.group(1), m.group(2))).toList();
    }

    private static Area area(String rings, String properties) {
        var name = NAME.matcher(properties).results().findFirst().orElseThrow().group(1);
        var polygons =
                RING_END.splitAsStream(rings).map(MaliRegionsTest::ring).toArray(LinearRing[]::new);
        var holes = Arrays.copyOfRange(polygons, 1, polygons.length);
        var shape = SHAPES.createPolygon(polygons[0], holes);
        var written = name.replace("\\u00e9", "é");
        return new Area("NE-" + written, written, "1", null, List.of(), shape);
    }

    private static LinearRing ring(String points) {
        return SHAPES.createLinearRing(
                POINT.matcher(points + "]")
                        .results()
                        .map(m -> new Coordinate(number(m.group(1)), number(m.group(2))))
                        .toArray(Coordinate[]::new));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}

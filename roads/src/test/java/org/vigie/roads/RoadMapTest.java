package org.vigie.roads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geo.BadInput;
import org.vigie.geo.Outline;
import org.vigie.geo.Position;
import org.vigie.geo.RoadWays.Way;
import org.vigie.geo.TravelWords;

/// Roads that nobody has: a synthetic map of four towns on a river, where one bridge is missing.
class RoadMapTest {

    private static final Position WEST = new Position(14, -4);
    private static final Position EAST = new Position(14, -3);
    private static final Position ISLAND = new Position(14.6, -3.5);

    /// West to east: a tar road with a bridge, and a track over the north that is longer. A stub
    /// that joins nothing lies at the island.
    private static final String MAP =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <osm version="0.6" generator="synthetic, for a test">
            <node id="1" lat="14.0" lon="-4.0"/>
            <node id="2" lat="14.0" lon="-3.55"/>
            <node id="3" lat="14.0" lon="-3.45"/>
            <node id="4" lat="14.0" lon="-3.0"/>
            <node id="5" lat="14.3" lon="-3.5"/>
            <node id="6" lat="14.6" lon="-3.5"/>
            <node id="7" lat="14.6" lon="-3.4"/>
            <way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="surface" v="asphalt"/></way>
            <way id="11"><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="bridge" v="yes"/>BRIDGE</way>
            <way id="12"><nd ref="3"/><nd ref="4"/><tag k="highway" v="primary"/></way>
            <way id="13"><nd ref="1"/><nd ref="5"/><nd ref="4"/><tag k="highway" v="track"/><tag k="surface" v="sand"/></way>
            <way id="14"><nd ref="6"/><nd ref="7"/><tag k="highway" v="track"/></way>
            <way id="15"><nd ref="1"/><nd ref="4"/><tag k="highway" v="path"/></way>
            </osm>
            """;

    @TempDir private Path folder;

    @Test
    void the_fastest_road_is_told_by_surface_and_by_what_the_map_does_not_say() throws IOException {
        var way = along(map("").find(WEST, EAST, List.of()));
        double km = WEST.distanceKm(EAST);
        assertEquals(km, way.pavedKm(), 0.5);
        assertEquals(0, way.trackKm());
        assertEquals(way.pavedKm() - WEST.distanceKm(new Position(14, -3.55)), way.unsaidKm(), 0.5);
        assertEquals(0, way.offRoadKm(), 0.01);
    }

    @Test
    void where_the_bridge_is_missing_or_closed_the_way_leads_around() throws IOException {
        for (var tag :
                List.of(
                        "<tag k=\"access\" v=\"no\"/>",
                        "<tag k=\"motor_vehicle\" v=\"no\"/>",
                        "<tag k=\"impassable\" v=\"yes\"/>")) {
            var way = along(map(tag).find(WEST, EAST, List.of()));
            assertEquals(0, way.pavedKm());
            assertTrue(way.trackKm() > WEST.distanceKm(EAST) * 1.1, way.toString());
        }
        var without = MAP.replaceAll("<way id=\"11\".*\n", "");
        assertEquals(0, along(read("gone.osm", without).find(WEST, EAST, List.of())).pavedKm());
    }

    @Test
    void a_closed_area_is_driven_around_and_where_both_ways_are_closed_there_is_none()
            throws IOException {
        var bridge = Outline.parse("area", "CIRCLE (-3.5 14, 2)");
        var way = along(map("").find(WEST, EAST, List.of(bridge)));
        assertEquals(0, way.pavedKm());
        var belt = Outline.parse("area", "POLYGON ((-3.6 13, -3.4 13, -3.4 15, -3.6 15))");
        assertEquals(TravelWords.NO_ROAD_OPEN, why(map("").find(WEST, EAST, List.of(belt))));
    }

    @Test
    void a_place_off_the_road_is_joined_in_a_straight_line_and_one_far_from_any_is_not()
            throws IOException {
        var way = along(map("").find(WEST, new Position(13.95, -3), List.of()));
        assertEquals(EAST.distanceKm(new Position(13.95, -3)), way.offRoadKm(), 0.05);
        assertEquals(
                TravelWords.NO_ROAD_NEAR, why(map("").find(WEST, new Position(13, -3), List.of())));
        assertEquals(TravelWords.NO_ROAD_BETWEEN, why(map("").find(WEST, ISLAND, List.of())));
    }

    @Test
    void the_straight_line_from_an_end_to_its_road_does_not_lead_through_a_closed_area()
            throws IOException {
        var aside = new Position(13.95, -3.2);
        var between = Outline.parse("area", "CIRCLE (-3.2 13.975, 1)");
        assertInstanceOf(Way.Along.class, map("").find(WEST, aside, List.of()));
        assertEquals(TravelWords.NO_ROAD_OPEN, why(map("").find(WEST, aside, List.of(between))));
        assertEquals(TravelWords.NO_ROAD_OPEN, why(map("").find(aside, WEST, List.of(between))));
    }

    @Test
    void a_stub_that_joins_nothing_is_passed_over_where_a_road_that_does_is_near()
            throws IOException {
        var stub =
                MAP.replace(
                                "<way id=\"10\">",
                                "<node id=\"8\" lat=\"14.02\" lon=\"-3.0\"/><node id=\"9\""
                                        + " lat=\"14.02\" lon=\"-2.99\"/><way id=\"10\">")
                        .replace(
                                "</osm>",
                                "<way id=\"16\"><nd ref=\"8\"/><nd ref=\"9\"/><tag k=\"highway\""
                                        + " v=\"service\"/></way></osm>");
        var way = along(read("stub.osm", stub).find(WEST, new Position(14.02, -3), List.of()));
        // To the sand track of the north, which passes nearer than the end of the tar road.
        assertEquals(1.89, way.offRoadKm(), 0.01);
    }

    @Test
    void a_binary_extract_reads_as_the_same_roads() throws IOException {
        var file = folder.resolve("map.osm.pbf");
        SyntheticPbf.write(file);
        var way = along(RoadMap.read(file).find(WEST, EAST, List.of()));
        assertEquals(WEST.distanceKm(EAST), way.pavedKm(), 0.5);
        var bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 20));
        assertTrue(refused(file).contains("cut off, damaged or holds no road"), refused(file));
    }

    @Test
    void a_file_that_is_cut_off_is_none_or_has_no_road_is_refused_with_what_to_do()
            throws IOException {
        var cut = write("cut.osm", MAP.substring(0, MAP.length() / 2));
        assertTrue(
                refused(cut).contains("cut off, damaged or holds no road; fetch it again"),
                refused(cut));
        var other = write("other.osm", "id,name\n1,Sévaré\n");
        assertTrue(refused(other).contains("an OpenStreetMap extract, FILE.osm or FILE.osm.pbf"));
        var named = write("map.osm.pbf", MAP);
        assertTrue(refused(named).contains("an OpenStreetMap extract"));
        var zip = write("map.zip", MAP);
        assertTrue(refused(zip).contains("an OpenStreetMap extract"));
        var empty = write("empty.osm", "<?xml version=\"1.0\"?><osm version=\"0.6\"></osm>");
        assertTrue(refused(empty).contains("cut off, damaged or holds no road"), refused(empty));
        assertTrue(refused(folder.resolve("nowhere.osm")).contains("a file that is there"));
    }

    @Test
    void a_binary_extract_that_claims_to_unpack_to_gigabytes_is_refused_before_anybody_makes_room()
            throws IOException {
        var file = folder.resolve("big.osm.pbf");
        SyntheticPbf.write(file, Integer.MAX_VALUE);
        assertTrue(
                refused(file)
                        .contains(
                                "block 2 claims 2147483647 bytes unpacked, more than the 32 MiB of"
                                        + " the format"),
                refused(file));
        assertTrue(refused(file).contains("big.osm.pbf"));
        var head =
                Files.write(
                        folder.resolve("head.osm.pbf"), "\u007f\0\0\0  OSMHeader".getBytes(UTF_8));
        assertTrue(
                refused(head).contains("block 1 claims a head of 2130706432 bytes"), refused(head));
    }

    @Property(tries = 2_000)
    void no_bytes_break_the_look_at_the_blocks(@ForAll byte[] bytes) throws IOException {
        var problem = PbfBlocks.problem(new ByteArrayInputStream(bytes));
        assertTrue(bytes.length == 0 || bytes.length >= 4 || problem != null);
    }

    @Test
    void a_node_that_lies_nowhere_on_earth_is_refused_with_its_line() throws IOException {
        for (var latitude : List.of("NaN", "Infinity", "-91", "1e300", "north")) {
            var file = write("nan.osm", MAP.replace("lat=\"14.3\"", "lat=\"" + latitude + "\""));
            var said =
                    "line 7: node 5 has lat=\"" + latitude + "\", which is not within 90 degrees";
            assertTrue(refused(file).contains(said), refused(file));
        }
        var far = write("far.osm", MAP.replace("lon=\"-3.4\"", "lon=\"180.5\""));
        assertTrue(refused(far).contains("node 7 has lon=\"180.5\""), refused(far));
    }

    private String refused(Path file) {
        return String.valueOf(assertThrows(BadInput.class, () -> RoadMap.read(file)).getMessage());
    }

    private RoadMap map(String bridge) throws IOException {
        return read("map.osm", MAP.replace("BRIDGE", bridge));
    }

    private RoadMap read(String name, String text) throws IOException {
        return RoadMap.read(write(name, text.replace("BRIDGE", "")));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Way.Along along(Way way) {
        return assertInstanceOf(Way.Along.class, way, way.toString());
    }

    private static Object why(Way way) {
        return assertInstanceOf(Way.Absent.class, way, way.toString()).why().wording();
    }
}

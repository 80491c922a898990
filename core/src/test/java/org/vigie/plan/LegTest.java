package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Outline;
import org.vigie.geo.RoadWays;
import org.vigie.geo.Saying;
import org.vigie.geo.TravelWords;

/// Along a made-up map: a tar road of 120 km that is closed where any area is, and then a track.
class LegTest {

    private static final RoadWays MAP =
            (from, to, closed) ->
                    closed.isEmpty()
                            ? new RoadWays.Way.Along(120, 0, 20, 0)
                            : new RoadWays.Way.Along(0, 150, 0, 2);

    private static final RoadWays EMPTY =
            (from, to, closed) -> new RoadWays.Way.Absent(Saying.of(TravelWords.NO_ROAD_NEAR, 10));

    private static final Board BOARD =
            Board.of(
                    "place Village 14 -3",
                    "at 2022-03-10T08:00:00Z",
                    "base Base 14 -4",
                    "unit company Base INFANTRY road 40-60 30-60",
                    "unit wings Base TRANSPORT_HELICOPTER helicopter 200-240 30-60 seats=12");

    @Test
    void who_drives_goes_along_the_map_and_the_answer_says_so() {
        var can = can("company", MAP, Limits.NONE);
        assertEquals(120, can.km());
        assertTrue(
                said(can)
                        .contains(
                                "by the road map: 120 km on tar, 0 km on other roads, 0 km off the road to"
                                        + " reach them; of 20 km the map does not say the surface, and the"
                                        + " class of road was taken for it"),
                said(can).toString());
        assertEquals(30 + 120, can.earliest().toMinutes(), "notice, then 120 km at 60 km/h");
        assertEquals(60 + 180, can.latest().toMinutes(), "notice, then 120 km at 40 km/h");
    }

    @Test
    void who_flies_does_not_follow_roads() {
        assertEquals(can("wings", RoadWays.NONE, Limits.NONE), can("wings", MAP, Limits.NONE));
    }

    @Test
    void where_the_map_has_no_road_the_straight_line_is_taken_and_the_answer_says_why() {
        var without = can("company", RoadWays.NONE, Limits.NONE);
        var can = can("company", EMPTY, Limits.NONE);
        assertEquals(without.earliest(), can.earliest());
        assertEquals(without.latest(), can.latest());
        assertTrue(
                said(can)
                        .contains(
                                "by straight line and detour, not by the road map: no road within 10 km of"
                                        + " one of the ends"),
                said(can).toString());
    }

    @Test
    void a_closed_area_is_driven_around_by_the_map_and_stops_nobody_who_has_a_road() {
        var closed =
                new Limits(
                        List.of(
                                new ClosedArea(
                                        new UUID(1, 1),
                                        "ground",
                                        "vehicle",
                                        "Square",
                                        "authorities",
                                        null,
                                        "",
                                        Instant.parse("2022-03-01T00:00:00Z"),
                                        null,
                                        Outline.parse("area", "CIRCLE (-3.5 14, 5)"),
                                        null)),
                        List.of());
        assertInstanceOf(Reach.Cannot.class, reach("company", RoadWays.NONE, closed));
        assertInstanceOf(Reach.Cannot.class, reach("company", EMPTY, closed));
        assertEquals(152, can("company", MAP, closed).km());
    }

    @Test
    void off_the_road_to_reach_it_nobody_drives_as_on_tar_nor_in_a_straight_line() {
        RoadWays ends = (from, to, shut) -> new RoadWays.Way.Along(11, 0, 0, 19);
        var can = can("company", ends, Limits.NONE);
        var tar =
                can(
                        "company",
                        (from, to, shut) -> new RoadWays.Way.Along(11, 0, 0, 0),
                        Limits.NONE);
        long offRoad = can.earliest().minus(tar.earliest()).toMinutes();
        assertTrue(offRoad >= 19 * 60 / 25, "19 km at 25 km/h or slower, in " + offRoad);
        assertTrue(
                said(can).stream().anyMatch(one -> one.contains("off the road")),
                said(can).toString());
        var stated =
                Board.of(
                        "place Village 14 -3",
                        "at 2022-03-10T08:00:00Z",
                        "base Base 14 -4",
                        "unit company Base INFANTRY road 40-60 30-60 ways=road_off-road_30-40");
        var own =
                assertInstanceOf(
                        Reach.Can.class,
                        Reach.of(
                                stated.unit("company"),
                                stated.task().under(stated.task().conditions().withRoads(ends))));
        assertTrue(own.earliest().compareTo(can.earliest()) < 0);
    }

    @Test
    void the_range_is_held_against_the_road_where_the_map_knows_it() {
        var board =
                Board.of(
                        "place Village 14 -3",
                        "at 2022-03-10T08:00:00Z",
                        "base Base 14 -4",
                        "unit company Base INFANTRY road 40-60 30-60 range=115");
        var unit = board.unit("company");
        assertInstanceOf(Reach.Can.class, Reach.of(unit, board.task()), "a line of 108 km");
        var task = board.task().under(board.task().conditions().withRoads(MAP));
        var cannot = assertInstanceOf(Reach.Cannot.class, Reach.of(unit, task), "120 km by road");
        assertEquals("range", cannot.first().rule());
    }

    @Test
    void a_long_road_has_the_halts_of_one_journey() {
        RoadWays far = (from, to, shut) -> new RoadWays.Way.Along(300, 300, 0, 0);
        var can = can("company", far, Limits.NONE);
        assertEquals(60 + 15 * 60 + 12 * 60, can.latest().toMinutes(), "15 h, one night");
    }

    private static List<String> said(Reach.Can can) {
        return can.assumptions().stream().map(Saying::plain).toList();
    }

    private static Reach.Can can(String unit, RoadWays roads, Limits limits) {
        return assertInstanceOf(Reach.Can.class, reach(unit, roads, limits));
    }

    private static Reach reach(String unit, RoadWays roads, Limits limits) {
        var task = BOARD.task();
        return Reach.of(
                BOARD.unit(unit),
                task.under(task.conditions().withLimits(limits).withRoads(roads)));
    }
}

package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Outline;
import org.vigie.geo.Position;
import org.vigie.geo.RoadWays;
import org.vigie.geo.Saying;
import org.vigie.geo.TravelWords;

/// Areas that close the roads of a made-up map: a tar road that bends to the north between a base
/// and a place in the east, and, where a test lays it, a track that bends to the south.
class ClosedRoadsTest {

    private static final Board BOARD =
            Board.of(
                    "place Village 14 -3",
                    "at 2022-03-10T08:00:00Z",
                    "base Base 14 -4",
                    "unit company Base INFANTRY road 40-60 10-20",
                    "unit trucks Base INFANTRY road 30-50 10-20 ways=road_paved_20-25");

    private static final Road NORTH =
            new Road(List.of(base(), new Position(14.5, -3.5), place()), true);
    private static final Road SOUTH =
            new Road(List.of(base(), new Position(13.7, -3.5), place()), false);

    private static final String ON_THE_LINE = "CIRCLE (-3.5 14, 5)";
    private static final String NORTHERN = "CIRCLE (-3.5 14.5, 5)";
    private static final String SOUTHERN = "CIRCLE (-3.5 13.7, 5)";

    @Test
    void a_closure_that_begins_on_the_way_is_not_driven_around_through_itself() {
        var limits = limits(area("2022-03-10T08:30:00Z", NORTHERN));
        var cannot = assertInstanceOf(Reach.Cannot.class, reach("company", map(NORTH), limits));
        assertEquals(PlanWords.CLOSES_MEANWHILE, cannot.first().why().wording());
    }

    @Test
    void a_driver_keeps_away_from_what_will_close_before_the_arrival() {
        var limits = limits(area("2022-03-10T08:30:00Z", NORTHERN));
        var can = can("company", map(NORTH, SOUTH), limits);
        assertEquals(SOUTH.km(), can.km(), 0.1);
        var open = can("company", map(NORTH, SOUTH), Limits.NONE);
        assertEquals(NORTH.km(), open.km(), 0.1);
        assertTrue(can.earliest().compareTo(open.earliest()) >= 0);
    }

    @Test
    void what_closes_the_road_before_the_latest_arrival_is_said() {
        var open = can("company", map(NORTH), Limits.NONE);
        var between = open.earliest().plus(open.latest()).dividedBy(2);
        var begins = BOARD.task().when().plus(between).toString();
        var can = can("company", map(NORTH), limits(area(begins, NORTHERN)));
        assertEquals(PlanWords.CLOSES_BEFORE_LATEST, can.assumptions().getFirst().wording());
    }

    @Test
    void where_the_only_road_is_closed_nobody_drives_although_the_straight_line_is_open() {
        var limits = limits(area("2022-03-01T00:00:00Z", NORTHERN));
        var cannot = assertInstanceOf(Reach.Cannot.class, reach("company", map(NORTH), limits));
        assertEquals(1, cannot.objections().size());
        assertEquals(begun(NORTHERN), cannot.first().closed());
        assertTrue(
                cannot.first()
                        .why()
                        .plain()
                        .startsWith("no road of the map from Base leads around a closed area: "),
                cannot.first().why().plain());
    }

    @Test
    void of_several_closed_areas_those_are_named_that_keep_the_roads_closed() {
        var both = limits(area("2022-03-01T00:00:00Z", NORTHERN), begun(SOUTHERN));
        assertEquals(2, cannot("company", map(NORTH, SOUTH), both).objections().size());
        var one = limits(begun(NORTHERN), begun("CIRCLE (-8 14, 5)"));
        assertEquals(1, cannot("company", map(NORTH), one).objections().size());
        assertInstanceOf(
                Reach.Can.class, reach("company", map(NORTH, SOUTH), limits(begun(ON_THE_LINE))));
    }

    @Property(tries = 300)
    void closing_an_area_never_makes_anybody_earlier(
            @ForAll @DoubleRange(min = 13.4, max = 14.8) double latitude,
            @ForAll @DoubleRange(min = -4.2, max = -2.8) double longitude,
            @ForAll @IntRange(min = 1, max = 40) int km,
            @ForAll @IntRange(min = -60, max = 300) int minutes,
            @ForAll @IntRange(min = 0, max = 3) int roads) {
        var begins = BOARD.task().when().plus(Duration.ofMinutes(minutes)).toString();
        var circle = "CIRCLE (" + longitude + " " + latitude + ", " + km + ")";
        var map =
                switch (roads) {
                    case 0 -> RoadWays.NONE;
                    case 1 -> map(NORTH);
                    case 2 -> map(SOUTH);
                    default -> map(NORTH, SOUTH);
                };
        for (var unit : List.of("company", "trucks")) {
            if (reach(unit, map, limits(area(begins, circle))) instanceof Reach.Can shut) {
                var open = can(unit, map, Limits.NONE);
                assertTrue(open.earliest().compareTo(shut.earliest()) <= 0);
                assertTrue(open.latest().compareTo(shut.latest()) <= 0);
            }
        }
    }

    private record Road(List<Position> points, boolean paved) {

        double km() {
            double km = 0;
            for (int i = 1; i < points.size(); i++) {
                km += points.get(i - 1).distanceKm(points.get(i));
            }
            return km;
        }

        boolean open(List<List<Position>> closed) {
            for (int i = 1; i < points.size(); i++) {
                var a = points.get(i - 1);
                var b = points.get(i);
                if (closed.stream().anyMatch(outline -> Outline.crosses(outline, a, b))) {
                    return false;
                }
            }
            return true;
        }

        RoadWays.Way way() {
            return new RoadWays.Way.Along(paved ? km() : 0, paved ? 0 : km(), 0, 0);
        }
    }

    /// The first of the roads that is open.
    private static RoadWays map(Road... roads) {
        return (from, to, closed) ->
                List.of(roads).stream()
                        .filter(road -> road.open(closed))
                        .findFirst()
                        .map(Road::way)
                        .orElse(new RoadWays.Way.Absent(Saying.of(TravelWords.NO_ROAD_OPEN, 10)));
    }

    private static Position base() {
        return new Position(14, -4);
    }

    private static Position place() {
        return new Position(14, -3);
    }

    private static ClosedArea begun(String outline) {
        return area("2022-03-01T00:00:00Z", outline);
    }

    private static ClosedArea area(String from, String outline) {
        return Closing.from(from, Closing.area("ground", "vehicle", outline));
    }

    private static Limits limits(ClosedArea... areas) {
        return new Limits(new ArrayList<>(List.of(areas)), List.of());
    }

    private static Reach.Can can(String unit, RoadWays roads, Limits limits) {
        return assertInstanceOf(Reach.Can.class, reach(unit, roads, limits));
    }

    private static Reach.Cannot cannot(String unit, RoadWays roads, Limits limits) {
        return assertInstanceOf(Reach.Cannot.class, reach(unit, roads, limits));
    }

    private static Reach reach(String unit, RoadWays roads, Limits limits) {
        var task = BOARD.task();
        return Reach.of(
                BOARD.unit(unit),
                task.under(task.conditions().withLimits(limits).withRoads(roads)));
    }
}

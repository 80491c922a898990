package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Mode;
import org.vigie.geo.RoadWays;
import org.vigie.geo.Route;
import org.vigie.geo.RouteState;
import org.vigie.geo.RouteState.Danger;
import org.vigie.geo.RouteState.Season;
import org.vigie.geo.RouteState.Surface;
import org.vigie.geo.SpeedRange;
import org.vigie.geo.TravelTime;

class UnitWayTest {

    private static final String PLACE = "place Village 14 -3";
    private static final String AT = "at 2022-08-10T08:00:00Z";
    private static final String BASE = "base Base 14 -3.5";

    @Test
    void a_speed_stated_for_the_rains_takes_the_place_of_the_factor_for_the_rains() {
        var board = board("condition rains", "road track rains 20-30");
        var can = assertInstanceOf(Reach.Can.class, board.reach("company"));
        var task = board.task();
        var dry = new RouteState(Surface.TRACK, Season.DRY, Danger.CALM, false);
        var way =
                TravelTime.of(
                        Route.between(
                                        java.util.Objects.requireNonNull(
                                                board.unit("company").base().position()),
                                        task.place(),
                                        Mode.ROAD,
                                        dry)
                                .at(new SpeedRange(20, 30)));
        assertEquals(Duration.ofMinutes(30).plus(way.earliest()), can.earliest());
        assertEquals(Duration.ofMinutes(60).plus(way.latest()), can.latest());
        assertTrue(
                can.assumptions().stream()
                        .anyMatch(one ->
                                one.plain()
                                        .equals(
                                                "company goes by road on a track in the rains, 20 to 30"
                                                        + " km/h, as stated: in place of what is assumed"
                                                        + " where this names the same")),
                can.assumptions().toString());
    }

    @Test
    void a_speed_stated_for_the_dry_season_is_slowed_by_the_assumed_factor_in_the_rains() {
        var dry = board("condition rains", "road track dry 40-60");
        var usual = board("condition rains", "");
        assertEquals(
                earliest(usual.reach("company")),
                earliest(dry.reach("company")),
                "the usual speed is 40-60 too");
    }

    @Test
    void the_way_that_says_most_about_the_state_counts() {
        var state = new RouteState(Surface.TRACK, Season.RAINS, Danger.CALM, true);
        var ways =
                List.of(
                        way(null, null, null, 1),
                        way(Surface.TRACK, Season.DRY, null, 2),
                        way(Surface.TRACK, Season.RAINS, null, 3),
                        way(Surface.TRACK, Season.RAINS, true, 4),
                        way(Surface.PAVED, Season.RAINS, true, 5));
        var best = UnitWay.best(ways, Mode.ROAD, state).orElseThrow();
        assertEquals(new SpeedRange(4, 4), best.speed());
        assertEquals(new RouteState(Surface.TRACK, Season.DRY, Danger.CALM, false), best.state());
        assertTrue(UnitWay.best(ways, Mode.FOOT, state).isEmpty());
    }

    @Test
    void a_unit_goes_by_the_fastest_of_its_ways_that_the_rules_allow() {
        var board =
                Board.of(
                        PLACE,
                        AT,
                        BASE,
                        "condition ground-refused",
                        "unit company Base INFANTRY road 40-60 30-60 ways=foot_3-5");
        assertInstanceOf(Reach.Cannot.class, board.reach("company"));
        var near =
                Board.of(
                        PLACE,
                        AT,
                        "base Base 14 -3.02",
                        "condition contested",
                        "unit company Base INFANTRY road 1-2 30-60 ways=foot_4-6");
        var can = assertInstanceOf(Reach.Can.class, near.reach("company"));
        assertEquals(Mode.FOOT, can.unit().mode());
        assertTrue(
                can.assumptions().stream()
                        .anyMatch(
                                one -> one.plain().startsWith("company goes on foot, 4 to 6 km/h")),
                can.assumptions().toString());
    }

    @Test
    void a_flight_out_and_back_that_is_longer_than_a_crew_may_fly_is_refused_and_priced() {
        var board =
                Board.of(
                        PLACE,
                        AT,
                        "need casevac",
                        "base Hangar 14 -8",
                        "unit wings Hangar TRANSPORT_HELICOPTER helicopter 200-240 30-60"
                                + " can=casevac seats=12 crew=5");
        var cannot = assertInstanceOf(Reach.Cannot.class, board.reach("wings"));
        assertEquals("crew", cannot.first().rule());
        assertTrue(
                cannot.first()
                        .why()
                        .plain()
                        .startsWith("there, 30 minutes on the ground and back take "),
                cannot.first().why().plain());
        assertTrue(cannot.first().why().plain().endsWith("a crew may fly 300 minutes a day"));
        var price = Prices.of(board.units(), board.options()).of(board.unit("wings")).getFirst();
        assertEquals(PlanWords.RULE_ALLOWS, price.words().wording());
        assertEquals(
                PlanWords.BOUND, LowerBound.of(board.units(), board.task()).saying().wording());
    }

    @Test
    void a_crew_that_has_the_hours_flies() {
        var board =
                Board.of(
                        PLACE,
                        AT,
                        "base Hangar 14 -4",
                        "unit wings Hangar TRANSPORT_HELICOPTER helicopter 200-240 30-60"
                                + " seats=12 crew=2");
        assertInstanceOf(Reach.Can.class, board.reach("wings"));
    }

    @Property(tries = 200)
    void one_more_way_never_makes_a_unit_later_nor_beats_the_lower_bound(
            @ForAll @IntRange(min = 1, max = 60) int low,
            @ForAll @IntRange(min = 0, max = 40) int more,
            @ForAll @IntRange(min = 1, max = 400) int km) {
        var base = "base Base " + (14 - km / 111.2) + " -3";
        var unit = "unit company Base INFANTRY road 20-30 30-60";
        var usual = Board.of(PLACE, AT, base, unit);
        var ways = Board.of(PLACE, AT, base, unit + " ways=foot_" + low + "-" + (low + more));
        assertTrue(
                earliest(ways.reach("company")).compareTo(earliest(usual.reach("company"))) <= 0);
        var bound = LowerBound.of(ways.units(), ways.task()).earliest();
        assertTrue(bound != null && bound.compareTo(earliest(ways.reach("company"))) <= 0);
    }

    @Property(tries = 300)
    void the_order_in_which_ways_were_stated_changes_no_arrival(
            @ForAll @Size(min = 2, max = 6) List<@From("statedWays") String> ways,
            @ForAll("surfaces") Surface surface,
            @ForAll Season season,
            @ForAll boolean mapped) {
        for (var means : List.of("road 20-30", "foot 3-5", "helicopter 200-240")) {
            var there = reach(means, ways, surface, season, mapped);
            var back = reach(means, ways.reversed(), surface, season, mapped);
            assertEquals(there.earliest(), back.earliest());
            assertEquals(there.latest(), back.latest());
        }
    }

    @Test
    void a_speed_that_was_stated_for_tar_counts_on_tar_alone() {
        var ways = List.of("road_paved_90-100", "road_track_10-15");
        var along = reach("foot 3-5", ways, Surface.TRACK, Season.DRY, true);
        assertEquals(Mode.ROAD, along.unit().mode());
        // 20 km on tar, 20 on a track and 10 off the road, at best.
        assertTrue(along.earliest().compareTo(Duration.ofMinutes(30 + 12 + 80 + 24)) >= 0);
    }

    @Provide
    Arbitrary<String> statedWays() {
        var means = Arbitraries.of("road", "foot");
        var surfaces = Arbitraries.of("", "_paved", "_track", "_off-road");
        var seasons = Arbitraries.of("", "_dry", "_rains");
        var speeds = Arbitraries.integers().between(1, 90);
        return Combinators.combine(means, surfaces, seasons, speeds)
                .as((mean, surface, season, kmh) ->
                        mean + surface + season + "_" + kmh + "-" + (kmh + 5));
    }

    @Provide
    Arbitrary<Surface> surfaces() {
        return Arbitraries.of(Surface.values());
    }

    private static Reach.Can reach(
            String means, List<String> ways, Surface surface, Season season, boolean mapped) {
        var board =
                Board.of(
                        PLACE,
                        AT,
                        BASE,
                        "unit company Base INFANTRY "
                                + means
                                + " 30-60 ways="
                                + String.join("|", ways));
        var conditions =
                board.task()
                        .conditions()
                        .withRoute(new RouteState(surface, season, Danger.CALM, false));
        RoadWays map = (from, to, shut) -> new RoadWays.Way.Along(20, 20, 0, 10);
        return assertInstanceOf(
                Reach.Can.class,
                Reach.of(
                        board.unit("company"),
                        board.task().under(mapped ? conditions.withRoads(map) : conditions)));
    }

    private static Duration earliest(Reach reach) {
        return assertInstanceOf(Reach.Can.class, reach).earliest();
    }

    private static Board board(String condition, String ways) {
        return Board.of(
                PLACE,
                AT,
                BASE,
                condition,
                "unit company Base INFANTRY road 40-60 30-60"
                        + (ways.isEmpty() ? "" : " ways=" + ways.replace(' ', '_')));
    }

    private static UnitWay way(
            @Nullable Surface surface,
            @Nullable Season season,
            @Nullable Boolean escorted,
            int kmh) {
        return new UnitWay(Mode.ROAD, surface, season, escorted, new SpeedRange(kmh, kmh));
    }
}

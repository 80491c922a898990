package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vigie.plan.Closing.area;
import static org.vigie.plan.Closing.with;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClosedAreaTest {

    /// Two bases on one line with the place, and one of them behind the closed square.
    private static final Board BOARD =
            Board.of(
                    "place Village 14 -3",
                    "at 2022-03-10T08:00:00Z",
                    "need infantry",
                    "base Far 14 -5",
                    "base Near 14.4 -3",
                    "unit drivers Far INFANTRY road 40-60 30-60 can=infantry",
                    "unit pilots Far TRANSPORT_HELICOPTER helicopter 200-240 30-60 can=infantry"
                            + " seats=12",
                    "unit walkers Near INFANTRY foot 4-5 30-60 can=infantry");

    private static final String ON_THE_WAY =
            "POLYGON ((-4.2 13.8, -3.8 13.8, -3.8 14.2, -4.2 14.2))";
    private static final String AROUND = "CIRCLE (-3 14, 10)";

    @Test
    void
            a_unit_does_not_go_to_a_closed_place_and_the_reason_says_by_whom_until_when_and_a_way_out() {
        var closed = area("area", "other", AROUND);
        var cannot = assertInstanceOf(Reach.Cannot.class, reach("walkers", closed));
        assertEquals(
                "Village is closed: Square, closed area, by authorities, from 1 Mar 00:00Z until"
                        + " further notice: operations; a person may ask for it to be lifted",
                cannot.first().why().plain());
        assertEquals(closed, cannot.first().closed());
    }

    @Test
    void a_flight_does_not_lead_through_closed_airspace_and_a_drive_may() {
        var airspace = area("flight", "helicopter", ON_THE_WAY);
        var cannot = assertInstanceOf(Reach.Cannot.class, reach("pilots", airspace));
        assertTrue(
                cannot.first()
                        .why()
                        .plain()
                        .startsWith("the straight way from Far leads through a closed area: "));
        assertInstanceOf(Reach.Can.class, reach("drivers", airspace));
        assertInstanceOf(Reach.Can.class, reach("walkers", airspace));
    }

    @Test
    void a_way_that_is_closed_on_the_ground_is_open_in_the_air() {
        var road = area("ground", "vehicle", ON_THE_WAY);
        assertInstanceOf(Reach.Cannot.class, reach("drivers", road));
        assertInstanceOf(Reach.Can.class, reach("pilots", road));
        assertInstanceOf(Reach.Can.class, reach("walkers", road));
    }

    @Test
    void a_closed_base_lets_nobody_out() {
        var base = area("flight", "other", "CIRCLE (-5 14, 5)");
        var cannot = assertInstanceOf(Reach.Cannot.class, reach("pilots", base));
        assertTrue(cannot.first().why().plain().startsWith("its base Far is closed: "));
    }

    @Test
    void what_lifting_a_closed_area_would_gain_is_priced_in_minutes() {
        var airspace = area("flight", "helicopter", ON_THE_WAY);
        var task = task(airspace);
        var options = Options.forTask(BOARD.units(), task);
        var price = Prices.of(BOARD.units(), options).of(BOARD.unit("pilots")).getFirst();
        var open = Options.forTask(BOARD.units(), task()).findSoonest().orElseThrow();
        var shut = options.findSoonest().orElseThrow();
        assertEquals("pilots", open.codes());
        assertEquals("drivers", shut.codes());
        assertEquals(shut.earliest().minus(open.earliest()).toMinutes(), price.earliestMinutes());
        assertEquals(airspace, price.rule().closed());
        assertEquals(
                price.earliestMinutes(),
                Price.ofLimits(BOARD.units(), task).orElseThrow().earliestMinutes());
    }

    @Test
    void what_nothing_can_beat_is_worked_out_with_everything_open() {
        var airspace = area("flight", "helicopter", ON_THE_WAY);
        assertEquals(
                LowerBound.of(BOARD.units(), task()), LowerBound.of(BOARD.units(), task(airspace)));
    }

    @Test
    void what_closes_between_the_order_and_the_arrival_stops_whoever_is_on_the_way_then() {
        var closes = Closing.from("2022-03-10T08:40:00Z", area("area", "other", AROUND));
        var cannot = assertInstanceOf(Reach.Cannot.class, reach("pilots", closes));
        assertTrue(
                cannot.first()
                        .why()
                        .plain()
                        .contains(
                                "(it begins at 10 Mar 08:40Z, after the order and before the"
                                        + " earliest arrival at 10 Mar 09:2"),
                cannot.first().why().plain());
    }

    @Test
    void what_closes_before_the_latest_arrival_is_said_and_stops_nobody() {
        var can = assertInstanceOf(Reach.Can.class, reach("pilots"));
        var between = can.earliest().plus(can.latest()).dividedBy(2);
        var closes =
                Closing.from(
                        BOARD.task().when().plus(between).toString(),
                        area("area", "other", AROUND));
        var warned = assertInstanceOf(Reach.Can.class, reach("pilots", closes));
        assertEquals(can.earliest(), warned.earliest());
        assertTrue(warned.assumptions().getFirst().plain().startsWith("closes at 10 Mar "));
    }

    @Test
    void helicopters_fetch_nobody_across_closed_airspace() {
        var board =
                Board.of(
                        "place Village 14 -3",
                        "at 2022-03-10T08:00:00Z",
                        "need infantry",
                        "base Hangar 16 -3",
                        "base Camp 14 -5",
                        "unit wings Hangar TRANSPORT_HELICOPTER helicopter 200-240 30-60"
                                + " can=transport-helicopter seats=12",
                        "unit troop Camp INFANTRY road 40-60 30-60 can=infantry caveat=needs-lift");
        assertEquals("troop+wings", soonest(board));
        assertEquals("nobody", soonest(board, area("flight", "other", ON_THE_WAY)));
        assertEquals(
                "nobody",
                soonest(
                        board,
                        area("flight", "aeroplane", ON_THE_WAY.replace("-3.8", "-2.9")),
                        area("flight", "helicopter", "CIRCLE (-4 15, 40)")));
    }

    /// The helicopters are there early, and the infantry that they cannot go without comes late.
    @Test
    void who_goes_together_is_stopped_by_what_closes_before_all_of_them_are_there() {
        var board =
                Board.of(
                        "place Village 14 -3",
                        "at 2022-03-10T08:00:00Z",
                        "need infantry",
                        "base Hangar 14.5 -3",
                        "base Camp 14 -4",
                        "unit wings Hangar INFANTRY helicopter 200-240 30-60 can=infantry|air"
                                + " caveat=needs-escort:ground",
                        "unit trucks Camp OTHER road 40-60 30-60 can=ground");
        var wings = assertInstanceOf(Reach.Can.class, board.reach("wings"));
        var together = Options.forTask(board.units(), board.task()).findSoonest().orElseThrow();
        assertEquals("trucks+wings", together.codes());
        assertTrue(wings.earliest().compareTo(together.earliest()) < 0);
        var between = wings.earliest().plus(together.earliest()).dividedBy(2);
        var sky = area("flight", "helicopter", AROUND);
        var start = board.task().when();
        assertEquals("nobody", soonest(board, Closing.from(start.plus(between).toString(), sky)));
        var after = together.earliest().plusMinutes(1);
        assertEquals(
                "trucks+wings", soonest(board, Closing.from(start.plus(after).toString(), sky)));
    }

    @Test
    void a_limit_that_nobody_drew_stops_who_goes_to_the_place_that_it_names_and_else_is_noted() {
        var named = area("area", "other", "");
        var here =
                new ClosedArea(
                        named.id(),
                        "area",
                        "other",
                        "village",
                        "",
                        null,
                        "",
                        named.from(),
                        null,
                        List.of(),
                        null);
        assertInstanceOf(Reach.Cannot.class, reach("walkers", here));
        assertInstanceOf(Reach.Can.class, reach("walkers", named));
        var notes = Options.forTask(BOARD.units(), task(named)).notes();
        assertEquals(PlanWords.LIMIT_REACH_UNKNOWN, notes.getLast().wording());
    }

    @Test
    void a_limit_on_visas_or_on_other_assets_stops_nobody() {
        assertInstanceOf(Reach.Can.class, reach("pilots", area("visa", "other", AROUND)));
        assertInstanceOf(Reach.Can.class, reach("pilots", area("flight", "drone", AROUND)));
        assertInstanceOf(Reach.Can.class, reach("walkers", area("ground", "boat", AROUND)));
    }

    @Property(tries = 300)
    void opening_an_area_never_makes_anything_later(
            @ForAll @DoubleRange(min = 13, max = 15) double latitude,
            @ForAll @DoubleRange(min = -6, max = -2) double longitude,
            @ForAll @IntRange(min = 1, max = 200) int km,
            @ForAll @IntRange(min = -120, max = 600) int minutes) {
        var text = "CIRCLE (" + longitude + " " + latitude + ", " + km + ")";
        var closed =
                Closing.from(
                        BOARD.task().when().plus(Duration.ofMinutes(minutes)).toString(),
                        area("area", "other", text));
        var open = Options.forTask(BOARD.units(), task()).findSoonest().orElseThrow();
        Options.forTask(BOARD.units(), task(closed))
                .findSoonest()
                .ifPresent(shut -> assertTrue(open.earliest().compareTo(shut.earliest()) <= 0));
        Price.ofLimits(BOARD.units(), task(closed))
                .map(Price::earliestMinutes)
                .ifPresent(gain -> assertTrue(gain >= 0));
    }

    private static String soonest(Board board, ClosedArea... closed) {
        return Options.forTask(board.units(), with(board.task(), closed))
                .findSoonest()
                .map(Option::codes)
                .orElse("nobody");
    }

    private static Reach reach(String unit, ClosedArea... closed) {
        return Reach.of(BOARD.unit(unit), task(closed));
    }

    private static Task task(ClosedArea... closed) {
        return with(BOARD.task(), closed);
    }
}

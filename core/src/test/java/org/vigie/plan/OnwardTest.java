package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vigie.plan.Closing.area;
import static org.vigie.plan.Closing.with;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Position;
import org.vigie.record.Forces.ClearanceOutcome;

/// From the village at 14 N 3 W to a hospital fifty kilometres north of it.
class OnwardTest {

    private static final Position HOSPITAL = new Position(14.45, -3);
    private static final Onward.Stay STAY =
            new Onward.Stay(Duration.ofMinutes(10), Duration.ofMinutes(30));

    /// On the way on, and not on the way to the village.
    private static final String NORTH = "CIRCLE (-3 14.25, 5)";

    private static Board board(String... units) {
        var lines =
                new java.util.ArrayList<>(
                        List.of(
                                "place Village 14 -3",
                                "at 2022-03-10T08:00:00Z",
                                "base Camp 14 -4",
                                "base Hangar 14 -5"));
        lines.addAll(Arrays.asList(units));
        return Board.of(lines);
    }

    @Test
    void it_leaves_when_the_last_of_them_is_there_and_has_stayed() {
        var board =
                board(
                        "unit wings Hangar OTHER helicopter 200-240 30-60"
                                + " caveat=needs-escort:ground",
                        "unit trucks Camp OTHER road 40-60 30-60 can=ground");
        var going = going(board.units(), board.task(), "wings");
        var onward = onward(going, board.task()).orElseThrow();
        var flight =
                new Leg(going.unit(), board.task(), board.task().conditions().way(false))
                        .estimate(board.task().place(), HOSPITAL);
        assertEquals(
                going.with().earliest().plus(STAY.least()).plus(flight.earliest()),
                onward.earliest());
        assertEquals(
                going.with().latest().plus(STAY.most()).plus(flight.latest()), onward.latest());
    }

    @Test
    void who_was_flown_in_has_no_vehicle_there_and_who_flew_goes_on() {
        var board =
                board(
                        "unit medics Camp OTHER road 40-60 30-60 caveat=needs-lift",
                        "unit wings Hangar TRANSPORT_HELICOPTER helicopter 200-240 30-60"
                                + " can=transport-helicopter seats=12");
        var medics = going(board.units(), board.task(), "medics");
        assertEquals("medics+wings", medics.with().codes());
        assertEquals(Optional.empty(), onward(medics, board.task()));
        var wings = going(board.units(), board.task(), "wings");
        assertTrue(onward(wings, board.task()).isPresent());
    }

    @Test
    void who_drove_alone_goes_on_faster_than_who_must_stay_in_the_column() {
        var free = board("unit medics Camp OTHER road 40-60 30-60");
        var escorted =
                board(
                        "unit medics Camp OTHER road 40-60 30-60 caveat=needs-escort:ground",
                        "unit trucks Camp OTHER road 40-60 30-60 can=ground");
        var alone = way(going(free.units(), free.task(), "medics"), free.task());
        var column = way(going(escorted.units(), escorted.task(), "medics"), escorted.task());
        assertTrue(alone.compareTo(column) < 0, alone + " against " + column);
    }

    @Test
    void what_closes_on_the_way_on_before_the_arrival_stops_it_and_what_closes_after_does_not() {
        var board = board("unit wings Hangar OTHER helicopter 200-240 30-60");
        var open = onward(going(board.units(), board.task(), "wings"), board.task()).orElseThrow();
        var arrival = board.task().when().plus(open.earliest());
        assertEquals(Optional.empty(), flies(board, arrival.minusSeconds(60)));
        assertEquals(Optional.of(open.earliest()), flies(board, arrival.plusSeconds(60)));
    }

    @Test
    void a_flight_that_the_host_state_refused_at_the_hospital_does_not_go_on_to_it() {
        var board = board("unit wings Hangar OTHER helicopter 200-240 30-60");
        var task = board.task();
        assertEquals(Optional.empty(), refused(board, task, HOSPITAL));
        assertTrue(refused(board, task, new Position(16, -3)).isPresent());
    }

    private static Optional<Onward> refused(Board board, Task task, Position where) {
        var word =
                new HostAnswer(
                        "NV 1",
                        "flight",
                        "helicopter",
                        "",
                        where,
                        List.of(),
                        Instant.parse("2022-03-01T00:00:00Z"),
                        null,
                        ClearanceOutcome.REFUSED,
                        null,
                        "",
                        1);
        var limited =
                task.under(task.conditions().withLimits(new Limits(List.of(), List.of(word))));
        return onward(going(board.units(), limited, "wings"), limited);
    }

    @Test
    void who_moves_by_day_only_does_not_go_on_into_the_night() {
        var late =
                Board.of(
                        "place Village 14 -3",
                        "at 2022-03-10T16:30:00Z",
                        "base Camp 14 -3.1",
                        "unit wings Camp OTHER helicopter 200-240 30-60 by-day");
        var going = going(late.units(), late.task(), "wings");
        var longStay = new Onward.Stay(Duration.ofHours(2), Duration.ofHours(3));
        var onward = Onward.of(going, late.task(), HOSPITAL, longStay).orElseThrow();
        var dawn = Instant.parse("2022-03-11T05:30:00Z");
        assertTrue(
                late.task().when().plus(onward.earliest()).isAfter(dawn),
                onward.earliest().toString());
    }

    @Test
    void who_would_go_further_in_all_than_there_and_back_does_not_go_on() {
        var near = board("unit wings Hangar OTHER helicopter 200-240 30-60 range=240");
        assertTrue(onward(going(near.units(), near.task(), "wings"), near.task()).isPresent());
        var far = new Position(18, -3);
        assertEquals(
                Optional.empty(),
                Onward.of(going(near.units(), near.task(), "wings"), near.task(), far, STAY));
    }

    @Test
    void a_crew_whose_hours_do_not_last_for_all_of_it_does_not_go_on() {
        var tired = board("unit wings Hangar OTHER helicopter 200-240 30-60 crew=3");
        var rested = board("unit wings Hangar OTHER helicopter 200-240 30-60 crew=6");
        var longStay = new Onward.Stay(Duration.ofMinutes(70), Duration.ofMinutes(90));
        var going = going(tired.units(), tired.task(), "wings");
        assertTrue(onward(going, tired.task()).isPresent());
        assertEquals(Optional.empty(), Onward.of(going, tired.task(), HOSPITAL, longStay));
        var fresh = going(rested.units(), rested.task(), "wings");
        assertTrue(Onward.of(fresh, rested.task(), HOSPITAL, longStay).isPresent());
    }

    @Test
    void the_hours_of_a_crew_count_the_way_to_fetch_those_who_come_along() {
        var board =
                Board.of(
                        "place Village 14 -3",
                        "at 2022-03-10T08:00:00Z",
                        "base Hangar 14 -5",
                        "base Beyond 14 -1",
                        "unit guards Beyond OTHER road 40-60 30-60 can=ground caveat=needs-lift",
                        "unit wings Hangar TRANSPORT_HELICOPTER helicopter 200-240 30-60"
                                + " can=transport-helicopter seats=12 crew=5"
                                + " caveat=needs-escort:ground");
        var going = going(board.units(), board.task(), "wings");
        assertEquals("guards+wings", going.with().codes());
        assertTrue(onward(going, board.task()).isPresent());
        var longStay = new Onward.Stay(Duration.ofMinutes(100), Duration.ofMinutes(110));
        assertEquals(Optional.empty(), Onward.of(going, board.task(), HOSPITAL, longStay));
    }

    @Test
    void whom_another_helicopter_brings_counts_in_no_hours_or_range_of_the_one_that_goes_on() {
        var place =
                List.of(
                        "place Village 14 -3",
                        "at 2022-03-10T08:00:00Z",
                        "base Hangar 14 -3.5",
                        "base Beyond 14 2",
                        "unit guards Beyond OTHER road 40-60 30-60 can=ground caveat=needs-lift",
                        "unit others Beyond TRANSPORT_HELICOPTER helicopter 200-240 5-10"
                                + " can=transport-helicopter seats=12");
        var wings =
                "unit wings Hangar TRANSPORT_HELICOPTER helicopter 200-240 300-360"
                        + " can=transport-helicopter seats=12 caveat=needs-escort:ground ";
        for (var limit : List.of("crew=2", "range=80")) {
            var lines = new java.util.ArrayList<>(place);
            lines.add(wings + limit);
            var board = Board.of(lines);
            var going = going(board.units(), board.task(), "wings");
            assertEquals("guards+others+wings", going.with().codes());
            assertTrue(onward(going, board.task()).isPresent(), limit);
        }
    }

    @Test
    void who_cannot_go_on_to_any_surgery_is_named_and_who_can_is_not() {
        var board =
                board(
                        "unit Tired Hangar OTHER helicopter 200-240 30-60 can=casevac range=240",
                        "unit Rested Hangar OTHER helicopter 200-240 300-360 can=casevac range=900");
        var table = new Base("table", "Table", new Position(18, -3), 2);
        var task = board.task();
        var register = new Register(task.day(), List.of(table), board.units(), List.of());
        var casualty = org.vigie.plan.medical.Casualty.ofPatrol(task);
        var tired =
                new Register(task.day(), List.of(table), List.of(board.unit("Tired")), List.of());
        var said = said(tired, casualty);
        assertTrue(said.contains("Tired cannot go on from there to any surgery"), said);
        assertTrue(!said(register, casualty).contains("Rested cannot go on"));
    }

    private static String said(Register register, org.vigie.plan.medical.Casualty casualty) {
        return org.vigie.plan.medical.MedicalChain.surgery(register, casualty).reasons().stream()
                .map(one -> one.plain())
                .collect(java.util.stream.Collectors.joining("; "));
    }

    @Test
    void who_refuelled_where_it_fetched_somebody_goes_on_as_far_from_there_as_its_range_lasts() {
        var units =
                List.of(
                        "unit guards Beyond OTHER road 40-60 30-60 can=ground caveat=needs-lift",
                        "unit wings Hangar TRANSPORT_HELICOPTER helicopter 200-240 30-60"
                                + " can=transport-helicopter seats=12 range=330"
                                + " caveat=needs-escort:ground");
        var board =
                Board.of(
                        "place Village 14 -3",
                        "at 2022-03-10T08:00:00Z",
                        "base Hangar 14 -5",
                        "base Beyond 14 1",
                        units.get(0),
                        units.get(1));
        var going = going(board.units(), board.task(), "wings");
        assertEquals("guards+wings", going.with().codes());
        assertTrue(onward(going, board.task()).isPresent());
        var further = new Position(17, -3);
        assertEquals(Optional.empty(), Onward.of(going, board.task(), further, STAY));
    }

    private static Optional<Duration> flies(Board board, Instant closing) {
        var closed = Closing.from(closing.toString(), area("flight", "helicopter", NORTH));
        var task = with(board.task(), closed);
        return onward(going(board.units(), task, "wings"), task).map(Onward::earliest);
    }

    /// From leaving at best to the hospital at best.
    private static Duration way(Ways.Going going, Task task) {
        return onward(going, task)
                .orElseThrow()
                .earliest()
                .minus(going.with().earliest())
                .minus(STAY.least());
    }

    private static Optional<Onward> onward(Ways.Going going, Task task) {
        return Onward.of(going, task, HOSPITAL, STAY);
    }

    private static Ways.Going going(List<Unit> units, Task task, String unit) {
        return Ways.of(units, task).parties().stream()
                .filter(one -> one.unit().code().equals(unit))
                .findFirst()
                .orElseThrow();
    }
}

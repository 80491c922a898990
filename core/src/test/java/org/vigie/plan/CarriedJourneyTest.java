package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.record.Forces.CaveatKind;
import org.vigie.record.Responses.Reason;

/// Soldiers on foot who wait at a camp and are judged by the flight that carries them, never by the
/// walk that they do not make.
final class CarriedJourneyTest {

    private static final String MORNING = "at 2022-03-10T08:00:00Z";
    private static final String WALKERS =
            "unit Soldiers Camp infantry foot 4-5 10-20 can=infantry caveat=needs-lift";
    private static final String PILOTS =
            "unit Pilots Airport transport-helicopter helicopter 180-230 10-20 seats=12";
    private static final String SURGEONS =
            "unit Surgeons Airport surgical foot 4-5 10-20 can=surgery caveat=needs-lift";
    private static final String EVERYWHERE =
            "POLYGON ((-3.45 13.95, -3.35 13.95, -3.35 14.05, -3.45 14.05, -3.45 13.95))";

    @Test
    void who_is_carried_is_in_time_when_the_helicopter_is_and_not_when_the_walk_would_be() {
        assertEquals(
                "Pilots+Soldiers",
                board("need infantry", "within 90", WALKERS, PILOTS)
                        .options()
                        .options()
                        .getFirst()
                        .codes());
    }

    @Test
    void a_refusal_of_movement_on_the_ground_does_not_stop_who_is_carried_through_the_air() {
        var board = board("need infantry", "condition ground-refused", WALKERS, PILOTS);
        assertEquals("Pilots+Soldiers", board.options().options().getFirst().codes());
    }

    @Test
    void what_closes_after_the_landing_and_before_the_walk_would_be_over_stops_nobody() {
        var board = board("need infantry", WALKERS, PILOTS);
        var options = closing(board, "2022-03-10T12:00:00Z", "area");
        assertEquals("Pilots+Soldiers", options.options().getFirst().codes());
    }

    @Test
    void what_closes_before_the_landing_stops_who_is_carried() {
        var board = board("need infantry", WALKERS, PILOTS);
        var options = closing(board, "2022-03-10T08:15:00Z", "ground");
        assertEquals(List.of(), options.options());
        assertEquals("closed", only(options, "Soldiers").rule());
    }

    @Test
    void what_closes_between_the_earliest_and_the_latest_landing_is_said_at_place_and_pick_up() {
        var board = board("need infantry", WALKERS, PILOTS.replace("10-20", "10-600"));
        var late = closing(board, "2022-03-10T12:00:00Z", "flight").options().getFirst();
        assertTrue(
                late.assumptions().stream()
                        .anyMatch(one -> one.plain().contains("before the latest arrival at")),
                late.assumptions()::toString);
        var camp =
                Closing.from(
                        "2022-03-10T12:00:00Z",
                        Closing.area(
                                "flight",
                                "helicopter",
                                "POLYGON ((-3.95 14.25, -3.85 14.25, -3.85 14.35, -3.95 14.35, -3.95 14.25))"));
        var waiting =
                Options.forTask(board.units(), Closing.with(board.task(), camp))
                        .options()
                        .getFirst();
        assertTrue(
                waiting.assumptions().stream()
                        .anyMatch(one -> one.plain().contains("before the latest pick-up at")),
                waiting.assumptions()::toString);
    }

    @Test
    void an_escort_that_is_carried_is_reckoned_by_its_flight_before_it_is_given_up() {
        var board =
                board(
                        "need infantry",
                        "unit Column Camp infantry road 30-40 10-20 can=infantry caveat=needs-escort:escort",
                        "unit Slow Camp police road 30-40 300-400 can=escort",
                        "unit Quick Camp police foot 3-5 10-20 can=escort caveat=needs-lift",
                        PILOTS);
        assertEquals("Column+Pilots+Quick", board.options().options().getFirst().codes());
    }

    @Test
    void another_escort_from_the_base_of_those_who_must_be_fetched_too_is_not_given_up() {
        var board =
                board(
                        "need infantry surgery",
                        "unit Column Camp infantry road 30-40 10-20 can=infantry caveat=needs-escort:escort",
                        "unit Near Camp police foot 3-5 10-20 can=escort caveat=needs-lift",
                        "unit Far Airport police foot 3-5 10-20 can=escort caveat=needs-lift",
                        SURGEONS,
                        PILOTS);
        assertEquals("Column+Far+Pilots+Surgeons", board.options().options().getFirst().codes());
        assertTrue(board.options().apart().isEmpty());
    }

    @Test
    void a_further_way_by_helicopter_without_any_helicopter_takes_away_no_road() {
        var road = "unit Soldiers Camp infantry road 30-40 10-20 seats=0 can=infantry";
        var alone = board("need infantry", road).options().options().getFirst();
        var more =
                board("need infantry", road + " ways=helicopter_180-230")
                        .options()
                        .options()
                        .getFirst();
        assertEquals(alone.earliest(), more.earliest());
        var slow =
                board(
                                "need infantry",
                                road + " ways=helicopter_180-230",
                                PILOTS.replace("10-20", "600-700"))
                        .options();
        assertEquals("Soldiers", slow.options().getFirst().codes());
        var quick =
                board("need infantry", road + " ways=helicopter_180-230", PILOTS)
                        .options()
                        .options()
                        .getFirst();
        assertEquals("Pilots+Soldiers", quick.codes());
        assertTrue(quick.earliest().compareTo(alone.earliest()) < 0);
    }

    @Test
    void how_somebody_moves_is_no_rule_that_has_a_price() {
        var board = board("need infantry", WALKERS + " caveat=max-km:200", PILOTS);
        assertEquals(List.of(), Price.ofCaveats(board.units(), board.task()));
    }

    @Test
    void whoever_could_go_and_is_in_no_option_is_told_why() {
        var board =
                board(
                        "need infantry surgery",
                        "unit First Camp infantry road 30-40 10-20 can=infantry",
                        "unit Second Camp infantry road 25-35 10-20 can=infantry",
                        "unit Third Camp infantry road 24-34 10-20 can=infantry",
                        "unit Late Camp infantry road 24-34 900-910 can=infantry",
                        "unit Doctors Camp surgical road 20-30 10-20 can=surgery");
        var options = board.options();
        assertTrue(told(options, "Third").contains("not needed"), told(options, "Third"));
        assertTrue(told(options, "Late").contains("left out as later"), told(options, "Late"));
        assertTrue(options.excluded().stream().allMatch(Reach.Cannot::couldGo));
        var apart = board("need infantry surgery", WALKERS, SURGEONS, PILOTS).options();
        assertTrue(apart.apart().isPresent());
        var left = apart.uncovered().equals(List.of("infantry")) ? "Soldiers" : "Surgeons";
        assertTrue(told(apart, left).contains("not together"), told(apart, left));
    }

    @Test
    void who_would_be_sooner_by_a_helicopter_that_fetches_others_is_not_called_unneeded() {
        var options =
                board(
                                "need infantry surgery",
                                "unit Column Far infantry road 20-30 10-20 can=infantry",
                                WALKERS,
                                SURGEONS,
                                PILOTS)
                        .options();
        assertEquals("Column+Pilots+Surgeons", options.options().getFirst().codes());
        assertTrue(told(options, "Soldiers").contains("not together"), told(options, "Soldiers"));
    }

    @Test
    void dusk_on_the_way_is_night_for_who_flies_and_for_who_drives() {
        var flying =
                board(
                        "need infantry",
                        "within 300",
                        "at 2022-03-10T18:10:00Z",
                        WALKERS,
                        PILOTS + " by-day");
        var why = only(flying.options(), "Soldiers");
        assertEquals(Reason.WEATHER_OR_NIGHT, why.reason(), why::toString);
        var driving =
                board(
                        "need infantry",
                        "within 400",
                        "at 2022-03-10T16:00:00Z",
                        "unit Column Far infantry road 30-40 10-20 can=infantry by-day");
        var night = only(driving.options(), "Column");
        assertEquals("night", night.rule(), night::toString);
        var price = Prices.of(driving.units(), driving.options()).of(driving.unit("Column"));
        assertEquals(PlanWords.RULE_ALLOWS, price.getFirst().words().wording(), price::toString);
    }

    @Test
    void where_pilots_and_soldiers_both_move_by_day_only_both_are_said() {
        var board =
                board(
                        "need infantry",
                        "within 300",
                        "at 2022-03-10T18:10:00Z",
                        WALKERS + " by-day",
                        PILOTS + " by-day");
        var rules = cannot(board.options(), "Soldiers").objections();
        assertEquals(List.of("night", "night"), rules.stream().map(Objection::rule).toList());
        assertEquals(1, rules.stream().filter(one -> one.whose() != null).count());
    }

    @Test
    void pilots_fly_by_night_to_soldiers_who_move_by_day_only_and_leave_with_them_at_dawn() {
        var order = "at 2022-03-10T02:00:00Z";
        var board =
                board(
                        "need infantry",
                        order,
                        "base Distant 15.80 -3.40",
                        "base Near 14.10 -3.40",
                        "within 300",
                        WALKERS.replace("Camp", "Near") + " by-day",
                        PILOTS.replace("Airport", "Distant"));
        var soonest = board.options().options().getFirst();
        var soldiers =
                soonest.units().stream()
                        .filter(can -> can.unit().code().equals("Soldiers"))
                        .findFirst()
                        .orElseThrow();
        var dawn = soldiers.notBefore();
        assertTrue(dawn != null, soldiers::toString);
        var there = board.task().when().plus(soldiers.earliest());
        assertTrue(
                there.isBefore(dawn.plus(Duration.ofMinutes(5))),
                () -> "light at " + dawn + ", there at " + there);
        var because = soldiers.notBeforeBecause();
        assertTrue(because != null, soldiers::toString);
        assertEquals("it does not move by night", because.plain());
        var pilotsByDay =
                board(
                                "need infantry",
                                order,
                                "base Distant 15.80 -3.40",
                                "base Near 14.10 -3.40",
                                WALKERS.replace("Camp", "Near"),
                                PILOTS.replace("Airport", "Distant") + " by-day")
                        .options()
                        .options()
                        .getFirst();
        assertTrue(
                pilotsByDay.earliest().compareTo(soonest.earliest().plusMinutes(40)) > 0,
                pilotsByDay::toString);
    }

    @Test
    void two_bases_of_one_name_are_told_apart_by_their_codes() {
        var camp = new Base("camp-1", "Camp", new org.vigie.geo.Position(14.30, -3.90));
        var other = new Base("camp-2", "Camp", new org.vigie.geo.Position(14.30, -3.40));
        var board = board("need infantry surgery", WALKERS, SURGEONS, PILOTS);
        var units =
                List.of(
                        board.unit("Pilots"),
                        board.unit("Soldiers").another("Soldiers", "Soldiers", camp),
                        board.unit("Surgeons").another("Surgeons", "Surgeons", other));
        var why = Options.forTask(units, board.task()).apart().orElseThrow().plain();
        assertTrue(why.contains("Camp (camp-1) and Camp (camp-2)"), why);
    }

    @Test
    void of_two_rules_on_who_carries_it_both_hold_in_whatever_order() {
        var board = board("need infantry", WALKERS, PILOTS, PILOTS.replace("Pilots", "Boats"));
        var soldiers = board.unit("Soldiers");
        var lift = new Caveat("c-1", "Soldiers", CaveatKind.NEEDS_LIFT, "", true, "assumed");
        var boat = new Caveat("c-2", "Soldiers", CaveatKind.NEEDS_LIFT, "boats", true, "assumed");
        for (var order : List.of(List.of(lift, boat), List.of(boat, lift))) {
            var units = List.of(soldiers.withCaveats(order), board.unit("Pilots"));
            var options = Options.forTask(units, board.task());
            assertEquals(List.of(), options.options());
            assertEquals(
                    "does not go without boats and transport-helicopter, and nobody who could be"
                            + " that can go",
                    only(options, "Soldiers").why().plain());
        }
    }

    @Test
    void who_would_be_carried_is_named_where_it_is_not_the_one_that_cannot_go() {
        var far =
                board(
                                "need infantry",
                                PILOTS + " range=40 caveat=needs-escort:escort",
                                "unit Guards Far police foot 3-5 10-20 can=escort caveat=needs-lift")
                        .options();
        for (var one : cannot(far, "Pilots").objections()) {
            assertTrue(
                    one.why()
                            .plain()
                            .startsWith("Pilots would carry Guards, which would go with it:"),
                    one::toString);
        }
    }

    @Test
    void a_carrier_on_the_road_drives_and_the_speed_is_said_to_be_its_own() {
        var board =
                board(
                        "need infantry",
                        "unit Soldiers Camp infantry foot 4-5 10-20 can=infantry caveat=needs-lift:trucks",
                        "unit Trucks Airport other road 30-40 10-20 can=trucks seats=40");
        var said =
                board.options().options().getFirst().assumptions().stream()
                        .map(one -> one.plain())
                        .toList();
        assertTrue(
                said.stream().anyMatch(one -> one.contains("Trucks goes 54 km on the ground")),
                said::toString);
        assertTrue(said.stream().noneMatch(one -> one.contains("flies")), said::toString);
        assertTrue(
                said.stream()
                        .filter(one -> one.contains("speed of the unit"))
                        .allMatch(one -> one.startsWith("Trucks: ")),
                said::toString);
    }

    @Test
    void every_caveat_that_stops_it_is_shown_and_what_stops_it_without_them_is_said() {
        var board =
                board("need infantry", "unit Column Far infantry road 30-40 10-20 can=infantry");
        var column = board.unit("Column");
        var both =
                column.withCaveats(
                        List.of(
                                new Caveat("c-1", "Column", CaveatKind.MAX_KM, "50", true, "x"),
                                new Caveat("c-2", "Column", CaveatKind.MAX_KM, "60", false, "x")));
        var cannot = cannot(Options.forTask(List.of(both), board.task()), "Column");
        assertEquals(2, cannot.objections().size(), cannot::toString);
        var late =
                board(
                        "need infantry",
                        "within 30",
                        "unit Column Far infantry road 30-40 10-20 can=infantry");
        var price = Prices.of(late.units(), late.options()).of(late.unit("Column")).getFirst();
        assertEquals(PlanWords.RULE_STILL_BECAUSE, price.words().wording(), price::toString);
        assertFalse(price.words().plain().contains("another"), price::toString);
    }

    @Test
    void what_is_left_when_an_escort_cannot_go_is_searched_again() {
        var options =
                board(
                                "need infantry",
                                "unit Column Camp infantry road 30-40 10-20 can=infantry caveat=needs-escort:escort",
                                "unit Best Camp police road 30-40 10-20 can=escort",
                                "unit Next Camp police road 30-40 300-360 can=escort")
                        .options();
        assertEquals(
                List.of("Best+Column", "Column+Next"),
                options.options().stream().map(Option::codes).toList());
        assertTrue(
                options.options().getLast().earliest().compareTo(Duration.ofHours(5)) > 0,
                options::toString);
    }

    private static Options closing(Board board, String moment, String kind) {
        var area = Closing.from(moment, Closing.area(kind, "other", EVERYWHERE));
        return Options.forTask(board.units(), Closing.with(board.task(), area));
    }

    private static String told(Options options, String unit) {
        return only(options, unit).why().plain();
    }

    private static Objection only(Options options, String unit) {
        var cannot = cannot(options, unit);
        assertEquals(1, cannot.objections().size(), cannot::toString);
        return cannot.first();
    }

    private static Reach.Cannot cannot(Options options, String unit) {
        return options.excluded().stream()
                .filter(one -> one.unit().code().equals(unit))
                .findFirst()
                .orElseThrow(() -> new AssertionError(unit + " is not left out: " + options));
    }

    private static Board board(String... lines) {
        return Board.of(
                new ArrayList<>(
                        Stream.concat(
                                        Stream.of(
                                                "place Village 14.00 -3.40",
                                                MORNING,
                                                "base Airport 14.30 -3.40",
                                                "base Camp 14.30 -3.90",
                                                "base Far 14.90 -4.20"),
                                        Stream.of(lines))
                                .toList()));
    }
}

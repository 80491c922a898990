package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.geo.Mode;
import org.vigie.geo.Position;
import org.vigie.geo.Route;
import org.vigie.geo.Saying;
import org.vigie.geo.SpeedRange;
import org.vigie.geo.TravelTime;
import org.vigie.record.Responses.Reason;

class ReachTest {

    private static final String[] DAY = {
        "place Ogossagou 13.96 -3.57",
        "at 2020-02-14T10:00:00Z",
        "base Bankass 14.07 -3.52",
        "base Gao 16.27 -0.05"
    };

    private static Board board(String... more) {
        var lines = new java.util.ArrayList<>(List.of(DAY));
        Collections.addAll(lines, more);
        return Board.of(lines);
    }

    private static Reach.Can can(Board board, String unit) {
        return assertInstanceOf(Reach.Can.class, board.reach(unit));
    }

    @Test
    void an_arrival_is_notice_and_the_way() {
        var board = board("unit QRF Bankass infantry road 20-35 30-60");
        var route =
                Route.between(
                        new Position(14.07, -3.52),
                        board.task().place(),
                        Mode.ROAD,
                        Conditions.EASY.route());
        var way = TravelTime.of(route.at(new SpeedRange(20, 35)));
        var can = can(board, "QRF");
        assertEquals(way.earliest().plusMinutes(30), can.earliest());
        assertEquals(way.latest().plusMinutes(60), can.latest());
    }

    @Test
    void asking_the_capital_runs_beside_the_notice_at_best_and_after_it_at_worst() {
        var board =
                board(
                        "unit Free Bankass infantry road 20-35 30-60",
                        "unit Asks Bankass infantry road 20-35 30-60 caveat=ask-capital:120-600");
        var free = can(board, "Free");
        var asks = can(board, "Asks");
        assertEquals(Duration.ofMinutes(90), asks.earliest().minus(free.earliest()));
        assertEquals(Duration.ofHours(10), asks.latest().minus(free.latest()));
    }

    @Test
    void every_assumption_stands_beside_the_range() {
        var can =
                can(
                        board(
                                "unit Asks Bankass infantry road 20-35 30-60 caveat=ask-capital:0h-6h"),
                        "Asks");
        var said = can.assumptions().stream().map(Saying::plain).toList();
        assertTrue(said.contains("Asks: notice to move 30 to 60 minutes (assumed)"));
        assertTrue(said.contains("asks its capital first (national caveat): 0 to 360 minutes"));
        assertTrue(said.contains("speed of the unit: 20 to 35 km/h (its own)"));
    }

    @Test
    void a_convoy_by_day_halts_for_the_night() {
        var board =
                board(
                        "unit Night Gao infantry road 20-35 30-60",
                        "unit Day Gao infantry road 20-35 30-60 caveat=day-only");
        assertTrue(
                can(board, "Day").earliest().minus(can(board, "Night").earliest()).toHours() >= 10);
    }

    @Test
    void a_helicopter_that_cannot_land_in_light_waits_for_the_next_dawn() {
        var board =
                Board.of(
                        "place Ogossagou 13.96 -3.57",
                        "at 2020-02-14T18:00:00Z",
                        "base Gao 16.27 -0.05",
                        "unit Helo Gao transport-helicopter helicopter 180-230 15-30 seats=20 by-day");
        var dawn = can(board, "Helo").notBefore();
        assertEquals(
                java.time.LocalDate.parse("2020-02-15"),
                dawn == null ? null : dawn.atZone(java.time.ZoneOffset.UTC).toLocalDate());
    }

    @Test
    void bombs_under_the_road_do_not_delay_a_helicopter() {
        var calm = board("unit Helo Bankass attack-helicopter helicopter 180-230 15-30 seats=2");
        var bombs =
                board(
                        "condition bombs",
                        "unit Helo Bankass attack-helicopter helicopter 180-230 15-30 seats=2");
        assertEquals(can(calm, "Helo").latest(), can(bombs, "Helo").latest());
    }

    @Test
    void too_late_because_the_capital_is_asked_is_said_so() {
        var board =
                board(
                        "within 200",
                        "unit Asks Bankass infantry road 20-35 30-60 caveat=ask-capital:240-1440");
        var cannot = assertInstanceOf(Reach.Cannot.class, board.reach("Asks"));
        assertEquals(Reason.CAPITAL_ASKED, cannot.first().reason());
    }

    @Test
    void too_late_by_night_is_logged_as_night() {
        var board =
                Board.of(
                        "place Ogossagou 13.96 -3.57",
                        "at 2020-02-14T01:00:00Z",
                        "within 200",
                        "base Bankass 14.07 -3.52",
                        "unit Coy Bankass infantry road 20-35 30-60 by-day");
        var cannot = assertInstanceOf(Reach.Cannot.class, board.reach("Coy"));
        assertEquals(Reason.WEATHER_OR_NIGHT, cannot.first().reason());
    }

    @Test
    void an_escorted_unit_moves_at_the_pace_of_a_column() {
        var board =
                board(
                        "unit Alone Gao surgical road 20-35 30-60",
                        "unit Escorted Gao surgical road 20-35 30-60 caveat=needs-escort");
        assertTrue(can(board, "Escorted").latest().compareTo(can(board, "Alone").latest()) > 0);
    }

    @Test
    void a_caveat_without_its_number_is_refused() {
        assertThrows(BadInput.class, () -> Board.caveat("QRF", "max-km:far"));
        assertThrows(BadInput.class, () -> Board.caveat("QRF", "ask-capital:some time"));
        assertThrows(BadInput.class, () -> Board.caveat("QRF", "area-only"));
    }

    @Test
    void more_units_than_a_mission_has_are_refused() {
        var unit = board("unit QRF Bankass infantry road 20-35 30-60").unit("QRF");
        var task = board().task();
        assertThrows(
                BadInput.class,
                () -> Options.forTask(Collections.nCopies(Options.UNITS_MAX + 1, unit), task));
    }

    @Test
    void somebody_who_is_lifted_arrives_after_the_helicopters_have_come() {
        var board =
                board(
                        "unit SF Bankass quick-reaction helicopter 180-230 15-15 seats=0 can=sf",
                        "unit Lift Gao transport-helicopter helicopter 180-230 60-60 seats=20",
                        "need sf");
        var option = board.options().findSoonest().orElseThrow();
        assertTrue(option.earliest().compareTo(can(board, "SF").earliest()) > 0);
        assertTrue(option.earliest().compareTo(can(board, "Lift").earliest()) > 0);
    }

    @Test
    void advice_says_that_it_is_advice() {
        assertTrue(board().options().notes().getFirst().plain().startsWith("Advice"));
    }

    @Test
    void going_with_the_host_force_calls_for_due_diligence() {
        assertEquals(2, board("condition host-force").options().notes().size());
    }

    @Test
    void the_price_of_a_refused_clearance_is_said_in_minutes() {
        var board =
                board(
                        "unit Air Gao quick-reaction helicopter 200-200 60-60 seats=20",
                        "unit Road Gao infantry road 20-35 60-60");
        var price = Price.ofFlightClearance(board.units(), board.task());
        var sooner = can(board, "Road").earliest().minus(can(board, "Air").earliest()).toMinutes();
        assertEquals(sooner, price.earliestMinutes());
        assertTrue(
                price.saying()
                        .plain()
                        .startsWith(
                                "A refused clearance for flights costs "
                                        + sooner
                                        + " minutes at best"));
    }

    @Test
    void a_clearance_that_nobody_needs_costs_nothing() {
        var board = board("unit Road Gao infantry road 20-35 60-60");
        assertEquals(
                "A refused clearance for flights costs no time: the same option comes first.",
                Price.ofFlightClearance(board.units(), board.task()).saying().plain());
    }

    /// The detachment left some time after the calls of the evening, was near at about 04:00 and
    /// there at about 08:00 (Human Rights Watch, 18 March 2020; head of MINUSMA, March 2020).
    @Test
    void the_night_of_ogossagou_lies_within_the_range() {
        var board =
                Board.of(
                        "place Ogossagou 13.96014 -3.57019",
                        "at 2020-02-13T18:00:00Z",
                        "condition bombs",
                        "base Sevare 14.52742 -4.09344",
                        "unit Detachment Sevare infantry road 8-35 60-240");
        var can = can(board, "Detachment");
        assertTrue(can.earliest().toHours() < 10, "before 04:00");
        assertTrue(can.latest().toHours() > 14, "after 08:00");
    }

    @Test
    void whoever_escorts_the_helicopter_that_carries_them_arrives_when_it_brings_them() {
        var board =
                Board.of(
                        "place Village 16.50 -2.00",
                        "at 2020-02-13T10:00:00Z",
                        "need infantry",
                        "base Airport 16.25 -0.05",
                        "base Camp 16.70 -3.00",
                        "unit Lift Airport transport-helicopter helicopter 180-230 60-60 caveat=needs-escort:infantry",
                        "unit Soldiers Camp infantry helicopter 180-230 15-15 seats=0 can=infantry");
        var party = board.options().findSoonest().orElseThrow();
        var bare =
                Board.of(
                                "place Village 16.50 -2.00",
                                "at 2020-02-13T10:00:00Z",
                                "need infantry",
                                "base Airport 16.25 -0.05",
                                "base Camp 16.70 -3.00",
                                "unit Lift Airport transport-helicopter helicopter 180-230 60-60",
                                "unit Soldiers Camp infantry helicopter 180-230 15-15 seats=0 can=infantry")
                        .options()
                        .findSoonest()
                        .orElseThrow();
        assertEquals("Lift+Soldiers", party.codes());
        assertEquals(bare.earliest(), party.earliest());
        assertEquals(bare.latest(), party.latest());
        // An hour's notice, then over the camp: never as soon as straight to the village.
        assertTrue(party.earliest().compareTo(Duration.ofMinutes(60 + 80)) > 0, party::toString);
    }

    @Test
    void one_helicopter_does_not_fetch_from_two_bases_at_once() {
        var lines =
                List.of(
                        "place Village 14.00 -3.40",
                        "at 2020-02-13T10:00:00Z",
                        "base Airport 14.30 -3.40",
                        "base East 14.30 -3.00",
                        "base West 14.30 -3.80",
                        "unit Lift Airport transport-helicopter helicopter 180-230 15-15",
                        "unit Soldiers East infantry helicopter 180-230 15-15 seats=0 can=infantry",
                        "unit Police West police helicopter 180-230 15-15 seats=0 can=police");
        var both = new java.util.ArrayList<>(lines);
        both.add("need infantry police");
        assertTrue(Board.of(both).options().findSoonest().isEmpty());
        var apart = Board.of(both).options();
        assertEquals(List.of("infantry"), apart.uncovered());
        assertEquals("Lift+Police", apart.partial().getFirst().codes());
        assertEquals(
                "Each of these needs could be met, but not all together: Lift would have to fetch"
                        + " from East and West, and a second flight is not worked out.",
                apart.apart().orElseThrow().plain());
        var second = new java.util.ArrayList<>(both);
        second.add("unit Other Airport transport-helicopter helicopter 180-230 40-40");
        assertEquals(
                "Lift+Other+Police+Soldiers",
                Board.of(second).options().findSoonest().orElseThrow().codes());
        var one = new java.util.ArrayList<>(lines);
        one.add("need infantry");
        assertEquals("Lift+Soldiers", Board.of(one).options().findSoonest().orElseThrow().codes());
    }

    @Test
    void a_helicopter_that_cannot_get_to_those_whom_it_is_to_carry_carries_nobody() {
        var lines =
                List.of(
                        "place Village 14.00 -3.40",
                        "at 2020-02-13T10:00:00Z",
                        "need infantry",
                        "base Airport 14.30 -3.40",
                        "base Far 14.30 0.50",
                        "unit Soldiers Far infantry helicopter 180-230 15-15 seats=0 can=infantry");
        var weak = new java.util.ArrayList<>(lines);
        weak.add("unit Lift Airport transport-helicopter helicopter 180-230 15-15 range=150");
        assertTrue(Board.of(weak).options().findSoonest().isEmpty());
        var strong = new java.util.ArrayList<>(lines);
        strong.add("unit Lift Airport transport-helicopter helicopter 180-230 15-15 range=600");
        assertTrue(Board.of(strong).options().findSoonest().isPresent());
    }

    @Test
    void who_is_carried_on_foot_by_a_helicopter_that_flies_by_day_lands_in_light() {
        var board =
                Board.of(
                        "place Village 14.00 -3.40",
                        "at 2020-02-13T17:50:00Z",
                        "need infantry",
                        "base Airport 14.30 -1.40",
                        "unit Lift Airport transport-helicopter helicopter 180-230 15-15 by-day",
                        "unit Soldiers Airport infantry foot 4-5 15-15 can=infantry caveat=needs-lift:");
        var soonest = board.options().findSoonest().orElseThrow();
        var there = board.task().when().plus(soonest.earliest());
        var flight = Duration.ofMinutes(55);
        var dawn = org.vigie.geo.DaylightHours.nextDawn(board.task().place(), board.task().when());
        assertTrue(!there.isBefore(dawn.orElseThrow().plus(flight)), there::toString);
    }
}

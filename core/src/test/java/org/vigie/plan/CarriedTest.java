package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.record.Responses.Reason;

/// Soldiers who wait 60 km from the village and go by helicopter only; pilots who stand elsewhere.
final class CarriedTest {

    private static final List<String> GROUND =
            List.of(
                    "place Village 14.00 -3.40",
                    "need infantry",
                    "base Airport 14.30 -3.40",
                    "base Camp 14.30 -3.90",
                    "unit Soldiers Camp infantry helicopter 180-230 15-15 seats=0 can=infantry");

    private static final String MORNING = "at 2020-02-13T08:00:00Z";
    private static final String PILOTS =
            "unit Pilots Airport transport-helicopter helicopter 180-230 60-60 seats=12";

    @Test
    void the_range_of_who_would_carry_them_is_the_reason_and_has_its_price() {
        // The village and back is 67 km, which they could do.
        var board = board(MORNING, PILOTS + " range=48");
        var why = why(board);
        assertEquals("range", why.rule());
        assertEquals(
                "Pilots would carry it: from Camp to Village and home is 97 km, and it flies 96 km"
                        + " without refuelling",
                why.why().plain());
        assertCosts(board, why);
    }

    @Test
    void the_hours_of_the_crew_who_would_carry_them_are_the_reason_and_have_their_price() {
        var board = board(MORNING, PILOTS + " crew=1");
        var why = why(board);
        assertEquals("crew", why.rule());
        assertTrue(
                why.why().plain().startsWith("Pilots would carry it: fetching, the way, 30 min"),
                why.why()::plain);
        assertCosts(board, why);
    }

    @Test
    void the_night_in_which_they_cannot_be_fetched_in_time_is_the_reason_and_has_its_price() {
        var board = board("at 2020-02-13T19:00:00Z", "within 180", PILOTS + " by-day");
        // Pilots by day only are late for themselves, and say so.
        assertEquals("night", reason(board, "Pilots").rule());
        var soldiers = board("at 2020-02-13T19:00:00Z", "within 180", PILOTS).options();
        assertEquals(1, soldiers.options().size());
        var byDay =
                Board.of(
                        lines(
                                GROUND.subList(0, 4),
                                "at 2020-02-13T19:00:00Z",
                                "within 180",
                                "unit Soldiers Camp infantry helicopter 180-230 15-15 seats=0 by-day can=infantry",
                                PILOTS));
        var why = reason(byDay, "Soldiers");
        assertEquals(Reason.WEATHER_OR_NIGHT, why.reason());
        assertCosts(byDay, why);
    }

    @Test
    void too_late_by_the_way_around_is_said_with_the_moment() {
        var board = board(MORNING, "within 80", PILOTS);
        var why = why(board);
        assertEquals("time", why.rule());
        assertTrue(
                why.why().plain().startsWith("Pilots would carry it: there at 13 Feb 09:32Z"),
                why.why()::plain);
        assertCosts(board, why);
    }

    @Test
    void the_capital_of_the_pilots_that_makes_them_late_is_the_reason() {
        // The pilots alone would be in time, with the way around they are not.
        var board =
                board(
                        MORNING,
                        "within 85",
                        PILOTS.replace("60-60", "15-15") + " caveat=ask-capital:60-120");
        var why = why(board);
        assertEquals(Reason.CAPITAL_ASKED, why.reason(), why.why()::plain);
        assertCosts(board, why);
    }

    @Test
    void a_closed_area_on_the_way_to_fetch_them_is_the_reason_and_has_its_price() {
        var board = board("at 2022-03-10T08:00:00Z", PILOTS);
        var task =
                Closing.with(
                        board.task(),
                        Closing.area(
                                "flight",
                                "helicopter",
                                "POLYGON ((-3.70 14.28, -3.60 14.28, -3.60 14.32, -3.70 14.32, -3.70 14.28))"));
        var options = Options.forTask(board.units(), task);
        var why = only(options, "Soldiers");
        assertEquals("closed", why.rule());
        assertTrue(
                why.why()
                        .plain()
                        .startsWith(
                                "Pilots would carry it: the straight way from Airport to Camp leads"
                                        + " through a closed area: Square"),
                why.why()::plain);
        assertTrue(why.closed() != null, why::toString);
        var price = Prices.of(board.units(), options).of(board.unit("Soldiers")).getFirst();
        assertTrue(
                price.words().plain().startsWith("as things stand nobody has all of it; without"),
                price.words()::plain);
    }

    @Test
    void pilots_who_may_not_go_so_far_do_not_fetch_from_further_than_that() {
        // The village is 33 km from the airport, the camp 54.
        var board = board(MORNING, PILOTS + " caveat=max-km:40");
        var why = why(board);
        assertEquals(Reason.CAVEAT, why.reason());
        assertEquals(
                "Pilots would carry it: no further than 40 km from its base (national caveat), and"
                        + " Camp is 54 km away",
                why.why().plain());
        assertCosts(board, why);
        assertEquals(1, board(MORNING, PILOTS + " caveat=max-km:60").options().options().size());
    }

    @Test
    void nobody_who_could_carry_them_is_still_said_so() {
        var why = why(board(MORNING));
        assertEquals(
                "does not go without transport-helicopter, and nobody who could be that can go",
                why.why().plain());
    }

    @Test
    void a_carrier_that_lacks_its_own_escort_is_named() {
        var why = why(board(MORNING, PILOTS + " caveat=needs-escort:gunships"));
        assertEquals(
                "Pilots would go with it: does not go without gunships, and nobody who could be"
                        + " that can go",
                why.why().plain());
    }

    @Test
    void nothing_beats_the_bound_where_those_who_would_carry_them_are_to_be_carried_themselves() {
        var board =
                Board.of(
                        lines(
                                GROUND.subList(0, 4),
                                MORNING,
                                "unit Soldiers Camp infantry foot 4-5 15-15 can=infantry caveat=needs-lift",
                                PILOTS + " caveat=needs-lift"));
        var price = Prices.of(board.units(), board.options()).of(board.unit("Pilots")).getFirst();
        var freed =
                Options.forTask(
                                List.of(board.unit("Soldiers"), board.unit("Pilots").alone()),
                                board.task())
                        .findSoonest()
                        .orElseThrow();
        assertEquals(
                "what it costs cannot be told: it must be carried, which is how it moves and no"
                        + " rule that somebody could lift",
                price.words().plain());
        var bound = LowerBound.of(board.units(), board.task()).earliest();
        assertTrue(
                bound != null && bound.compareTo(freed.earliest()) <= 0, () -> bound + " " + freed);
    }

    private static void assertCosts(Board board, Objection why) {
        var options = board.options();
        assertEquals(List.of(), options.options());
        var price = Prices.of(board.units(), options).of(board.unit("Soldiers")).getFirst();
        assertEquals(why, price.rule());
        assertTrue(
                price.words().plain().startsWith("as things stand nobody has all of it; without"),
                price.words()::plain);
    }

    private static Objection why(Board board) {
        return reason(board, "Soldiers");
    }

    private static Objection reason(Board board, String unit) {
        return only(board.options(), unit);
    }

    private static Objection only(Options options, String unit) {
        var cannot =
                options.excluded().stream()
                        .filter(one -> one.unit().code().equals(unit))
                        .findFirst()
                        .orElseThrow();
        assertEquals(1, cannot.objections().size(), cannot::toString);
        return cannot.first();
    }

    private static Board board(String... more) {
        return Board.of(lines(GROUND, more));
    }

    private static List<String> lines(List<String> ground, String... more) {
        return new ArrayList<>(Stream.concat(ground.stream(), Stream.of(more)).toList());
    }
}

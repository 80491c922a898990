package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Outline;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Forces;
import org.vigie.record.Forces.ClearanceOutcome;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Responses.Reason;
import org.vigie.record.Site;
import org.vigie.record.Viewer;

/// What of the restriction register holds for a task, by both clocks.
class LimitsTest {

    private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");
    private static final String SQUARE = "POLYGON ((-4 13, -2 13, -2 15, -4 15))";
    private static final Board BOARD =
            Board.of(
                    "place Village 14 -3",
                    "at 2022-03-10T08:00:00Z",
                    "base Far 14 -5",
                    "unit drivers Far INFANTRY road 40-60 30-60",
                    "unit drones Far ISR fixed-wing 200-240 30-60 can=isr",
                    "unit pilots Far TRANSPORT_HELICOPTER helicopter 200-240 30-60 seats=12"
                            + " caveat=host-clearance");

    private final MemoryLedger ledger =
            new MemoryLedger(() -> Instant.parse("2026-01-01T00:00:00Z"));
    private long number;

    @Test
    void a_limit_counts_from_when_it_was_known_until_it_was_lifted() {
        closes("2022-03-05T00:00:00Z", "area", "other", null);
        add(
                "2022-03-20T00:00:00Z",
                subject("limit"),
                new Forces.RestrictionLifted("operations are over"));
        assertInstanceOf(Reach.Can.class, reach("drivers", "2022-03-04T00:00:00Z"));
        assertInstanceOf(Reach.Cannot.class, reach("drivers", "2022-03-06T00:00:00Z"));
        assertInstanceOf(Reach.Cannot.class, reach("drivers", "2022-03-21T00:00:00Z"));
        var later =
                Limits.of(
                        ledger.asOf(END, END, Viewer.owner()),
                        Instant.parse("2022-03-21T00:00:00Z"));
        assertEquals(Limits.NONE, later);
    }

    @Test
    void a_limit_that_ran_out_before_the_order_stops_nobody() {
        closes("2022-03-05T00:00:00Z", "area", "other", "2022-03-10T07:59:00Z");
        assertInstanceOf(Reach.Can.class, reach("drivers", "2022-03-10T08:00:00Z"));
    }

    @Test
    void a_refused_clearance_with_a_period_stops_those_whom_it_is_about() {
        asks("drone", "drones", "NV 1");
        says("2022-03-03T00:00:00Z", "drones", ClearanceOutcome.REFUSED, "no reconnaissance");
        assertEquals(
                List.of(
                        "the host state's word in the register: refused on 2022-03-03 (NV 1): no"
                                + " reconnaissance"),
                whyNot("drones"));
        assertInstanceOf(Reach.Can.class, reach("drivers", "2022-03-10T08:00:00Z"));
    }

    @Test
    void a_granted_clearance_of_the_register_lets_fly_where_one_is_needed() {
        assertEquals(
                List.of(
                        "the host state's clearance for the flight is needed and not asked for yet"),
                whyNot("pilots"));
        asks("helicopter", "helicopters", "NV 2");
        says("2022-03-03T00:00:00Z", "helicopters", ClearanceOutcome.GRANTED, "");
        assertInstanceOf(Reach.Can.class, reach("pilots", "2022-03-10T08:00:00Z"));
        assertInstanceOf(Reach.Cannot.class, reach("pilots", "2022-03-02T00:00:00Z"));
    }

    @Test
    void of_two_words_for_the_same_time_the_later_one_counts_and_both_are_said() {
        asks("helicopter", "first", "NV 3");
        asks("helicopter", "second", "NV 4");
        says("2022-03-03T00:00:00Z", "first", ClearanceOutcome.GRANTED, "");
        says("2022-03-05T00:00:00Z", "second", ClearanceOutcome.REFUSED, "closed sky");
        assertInstanceOf(Reach.Can.class, reach("pilots", "2022-03-04T00:00:00Z"));
        assertEquals(
                List.of(
                        "the host state's word in the register: refused on 2022-03-05 (NV 4): closed"
                                + " sky; against granted on 2022-03-03 (NV 3): the later word"
                                + " counts, ask which holds"),
                whyNot("pilots"));
        says("2022-03-06T00:00:00Z", "second", ClearanceOutcome.GRANTED, "");
        var can = assertInstanceOf(Reach.Can.class, reach("pilots", "2022-03-10T08:00:00Z"));
        assertEquals(
                "the host state's word in the register: granted on 2022-03-06 (NV 4); against"
                        + " refused on 2022-03-05 (NV 4): closed sky: the later word counts,"
                        + " ask which holds",
                can.assumptions().getFirst().plain());
    }

    @Test
    void the_order_in_which_a_list_has_its_rows_does_not_decide_which_word_is_the_later() {
        asks("helicopter", "first", "NV 3");
        asks("helicopter", "second", "NV 4");
        says("2022-03-05T00:00:00Z", "second", ClearanceOutcome.REFUSED, "closed sky");
        says("2022-03-03T00:00:00Z", "first", ClearanceOutcome.GRANTED, "");
        assertEquals(1, whyNot("pilots").size());
    }

    @Test
    void what_the_question_takes_as_granted_is_so_and_the_answer_says_that_the_register_differs() {
        asks("helicopter", "first", "NV 3");
        says("2022-03-03T00:00:00Z", "first", ClearanceOutcome.REFUSED, "");
        var task = task("2022-03-10T08:00:00Z");
        var granted = task.under(task.conditions().withFlight(Clearance.GRANTED));
        var can = assertInstanceOf(Reach.Can.class, Reach.of(BOARD.unit("pilots"), granted));
        assertEquals(PlanWords.ANSWER_OVERRULED, can.assumptions().getFirst().wording());
    }

    @Test
    void a_refusal_that_begins_before_the_earliest_arrival_stops_who_would_be_in_the_air() {
        asks("helicopter", "granted", "NV 5");
        says("2022-03-02T00:00:00Z", "granted", ClearanceOutcome.GRANTED, "");
        asks("helicopter", "later", "NV 6", SQUARE, "2022-03-10T08:05:00Z", null);
        says("2022-03-03T00:00:00Z", "later", ClearanceOutcome.REFUSED, "");
        var why = whyNot("pilots");
        assertEquals(1, why.size());
        assertTrue(
                why.getFirst()
                        .contains(
                                "(that is so at 10 Mar 08:05Z, after the order and before the"
                                        + " earliest arrival at 10 Mar "),
                why.getFirst());
        assertTrue(why.getFirst().contains("refused on 2022-03-03 (NV 6)"), why.getFirst());
    }

    @Test
    void a_grant_that_runs_out_before_the_earliest_arrival_lets_nobody_fly() {
        asks("helicopter", "short", "NV 7", SQUARE, "2022-03-01T00:00:00Z", "2022-03-10T08:05:00Z");
        says("2022-03-02T00:00:00Z", "short", ClearanceOutcome.GRANTED, "");
        var why = whyNot("pilots");
        assertTrue(
                why.getFirst()
                        .startsWith(
                                "the host state's clearance for the flight is needed and not asked"
                                        + " for yet (that is so at 10 Mar 08:05Z"),
                why.getFirst());
    }

    @Test
    void a_grant_that_runs_out_before_the_latest_arrival_is_said_and_stops_nobody() {
        asks("helicopter", "whole", "NV 8");
        says("2022-03-02T00:00:00Z", "whole", ClearanceOutcome.GRANTED, "");
        var open = assertInstanceOf(Reach.Can.class, reach("pilots", "2022-03-02T00:00:00Z"));
        says("2022-03-03T00:00:00Z", "whole", ClearanceOutcome.WITHDRAWN, "");
        var between = open.earliest().plus(open.latest()).dividedBy(2);
        var ends = BOARD.task().when().plus(between).toString();
        asks("helicopter", "short", "NV 9", SQUARE, "2022-03-01T00:00:00Z", ends);
        says("2022-03-03T00:00:00Z", "short", ClearanceOutcome.GRANTED, "");
        var can = assertInstanceOf(Reach.Can.class, reach("pilots", "2022-03-10T08:00:00Z"));
        assertEquals(PlanWords.WORD_CHANGES_BEFORE_LATEST, can.assumptions().getFirst().wording());
    }

    @Test
    void a_grant_in_part_lets_nobody_go_unless_an_officer_says_so() {
        asks("helicopter", "part", "NV 10");
        says("2022-03-03T00:00:00Z", "part", ClearanceOutcome.PARTLY_GRANTED, "two of four");
        assertEquals(
                List.of(
                        "the host state's word in the register: granted in part on 2022-03-03 (NV"
                                + " 10): two of four; which part is not known here, so it counts as"
                                + " not granted unless an officer says that it is"),
                whyNot("pilots"));
        var task = task("2022-03-10T08:00:00Z");
        var granted = task.under(task.conditions().withFlight(Clearance.GRANTED));
        assertInstanceOf(Reach.Can.class, Reach.of(BOARD.unit("pilots"), granted));
    }

    @Test
    void a_refusal_over_the_base_stops_the_take_off_though_the_place_is_granted() {
        asks("helicopter", "place", "NV 11");
        says("2022-03-05T00:00:00Z", "place", ClearanceOutcome.GRANTED, "");
        assertInstanceOf(Reach.Can.class, reach("pilots", "2022-03-10T08:00:00Z"));
        asks("helicopter", "base", "NV 12", "CIRCLE (-5 14, 20)", "2022-03-01T00:00:00Z", null);
        says("2022-03-03T00:00:00Z", "base", ClearanceOutcome.REFUSED, "");
        assertEquals(
                List.of("the host state's word in the register: refused on 2022-03-03 (NV 12)"),
                whyNot("pilots"));
    }

    @Test
    void an_area_that_the_host_state_refused_is_closed_by_it_under_its_note() {
        asks("area", "other", "refused", "NV/20-1", zone(SQUARE, "2022-03-01T00:00:00Z", null));
        says("2022-03-03T00:00:00Z", "refused", ClearanceOutcome.REFUSED, "");
        var why = whyNot("drivers");
        assertTrue(
                why.getFirst().contains("by the host state, note NV/20-1, from "), why.toString());
    }

    @Test
    void a_grant_that_runs_out_before_those_who_are_carried_arrive_carries_nobody() {
        var board =
                Board.of(
                        "place Village 14 -3",
                        "at 2022-03-10T08:00:00Z",
                        "need infantry",
                        "base Far 14 -5",
                        "base Side 14.9 -5",
                        "unit pilots Far TRANSPORT_HELICOPTER helicopter 200-240 30-60 seats=12"
                                + " caveat=host-clearance",
                        "unit soldiers Side INFANTRY helicopter 200-240 15-30 seats=0"
                                + " can=infantry");
        asks("helicopter", "short", "NV 9", SQUARE, "2022-03-01T00:00:00Z", "2022-03-10T09:40:00Z");
        says("2022-03-02T00:00:00Z", "short", ClearanceOutcome.GRANTED, "");
        assertInstanceOf(Reach.Can.class, reach("pilots", "2022-03-10T08:00:00Z"));
        var why = whyNobody(board, "soldiers");
        assertTrue(
                why.startsWith(
                        "pilots would carry it: the host state's clearance for the flight is needed and not"
                                + " asked for yet (that is so at 10 Mar 09:40Z"),
                why);
        asks("helicopter", "long", "NV 10", SQUARE, "2022-03-01T00:00:00Z", "2022-03-10T14:00:00Z");
        says("2022-03-03T00:00:00Z", "long", ClearanceOutcome.GRANTED, "");
        assertEquals(
                "pilots+soldiers",
                Options.forTask(board.units(), limited(board.task()))
                        .findSoonest()
                        .orElseThrow()
                        .codes());
    }

    @Test
    void a_flight_that_is_refused_where_it_would_fetch_somebody_fetches_nobody() {
        var board =
                Board.of(
                        "place Village 14 -3",
                        "at 2022-03-10T08:00:00Z",
                        "need infantry",
                        "base Far 14 -5",
                        "base Side 14.9 -5",
                        "unit pilots Far TRANSPORT_HELICOPTER helicopter 200-240 30-60 seats=12",
                        "unit soldiers Side INFANTRY helicopter 200-240 15-30 seats=0"
                                + " can=infantry");
        assertEquals(1, Options.forTask(board.units(), limited(board.task())).options().size());
        asks("helicopter", "side", "NV 13", "CIRCLE (-5 14.9, 10)", "2022-03-01T00:00:00Z", null);
        says("2022-03-03T00:00:00Z", "side", ClearanceOutcome.REFUSED, "");
        var task = limited(board.task());
        assertEquals(
                "the host state's word in the register: refused on 2022-03-03 (NV 13)",
                whyNobody(board, "soldiers"));
        var granted = task.under(task.conditions().withFlight(Clearance.GRANTED));
        assertEquals(1, Options.forTask(board.units(), granted).options().size());
    }

    /// Nobody can go; the one reason of this unit, which is the host state's.
    private String whyNobody(Board board, String unit) {
        var options = Options.forTask(board.units(), limited(board.task()));
        assertEquals(List.of(), options.options());
        var cannot =
                options.excluded().stream()
                        .filter(one -> one.unit().code().equals(unit))
                        .findFirst()
                        .orElseThrow();
        assertEquals(1, cannot.objections().size());
        assertEquals(Reason.HOST_REFUSED, cannot.first().reason());
        return cannot.first().why().plain();
    }

    private Task limited(Task task) {
        var picture = ledger.asOf(task.when(), END, Viewer.owner());
        return task.under(task.conditions().withLimits(Limits.of(picture, task.when())));
    }

    private List<String> whyNot(String unit) {
        return assertInstanceOf(Reach.Cannot.class, reach(unit, "2022-03-10T08:00:00Z"))
                .objections()
                .stream()
                .map(objection -> objection.why().plain())
                .toList();
    }

    private Reach reach(String unit, String known) {
        return Reach.of(BOARD.unit(unit), task(known));
    }

    private Task task(String known) {
        var task = BOARD.task();
        var picture = ledger.asOf(Instant.parse(known), END, Viewer.owner());
        return task.under(task.conditions().withLimits(Limits.of(picture, task.when())));
    }

    private void closes(String moment, String kind, String asset, @Nullable String to) {
        add(
                moment,
                subject("limit"),
                new Forces.RestrictionImposed(
                        kind,
                        asset,
                        Site.named("Square"),
                        "authorities",
                        "",
                        new Forces.Zone(
                                Outline.parse("area", SQUARE),
                                Instant.parse(moment),
                                to == null ? null : Instant.parse(to))));
    }

    /// For all of March, in the square.
    private void asks(String asset, String id, String note) {
        asks(asset, id, note, SQUARE, "2022-03-01T00:00:00Z", "2022-04-01T00:00:00Z");
    }

    private void asks(
            String asset,
            String id,
            String note,
            String outline,
            String from,
            @Nullable String to) {
        asks("flight", asset, id, note, zone(outline, from, to));
    }

    private void asks(String kind, String asset, String id, String note, Forces.Zone zone) {
        add(
                "2022-03-01T00:00:00Z",
                subject(id),
                new Forces.ClearanceAsked(
                        kind,
                        asset,
                        Site.named("Square"),
                        null,
                        "",
                        new Forces.ClearanceTerms("force", "", 72, note, "", zone, "")));
    }

    private static Forces.Zone zone(String outline, String from, @Nullable String to) {
        return new Forces.Zone(
                Outline.parse("area", outline),
                Instant.parse(from),
                to == null ? null : Instant.parse(to));
    }

    private void says(String moment, String id, ClearanceOutcome outcome, String reason) {
        add(moment, subject(id), new Forces.ClearanceDecided(outcome, reason));
    }

    private void add(String moment, UUID subject, Body body) {
        number++;
        var known = Instant.parse(moment);
        ledger.append(
                List.of(
                        new Entry(
                                Ids.subject("test", "entry " + number),
                                subject,
                                Happened.at(known),
                                known,
                                "test",
                                Component.FORCE,
                                Handling.MISSION,
                                new Origin("form", null, null, 0),
                                null,
                                body)));
    }

    private static UUID subject(String id) {
        return Ids.subject("clearance", id);
    }
}

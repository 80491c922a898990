package org.vigie.restrict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vigie.record.Forces.ClearanceOutcome.GRANTED;
import static org.vigie.record.Forces.ClearanceOutcome.NO_ANSWER;
import static org.vigie.record.Forces.ClearanceOutcome.REFUSED;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.Happened;
import org.vigie.restrict.Restrictions.By;

class RestrictionsTest {

    /// Two drones asked for in the east, one refused after two days, one without an answer yet.
    private final TestRequests told =
            new TestRequests()
                    .asks("2022-11-01T10:00:00Z", "a", "East")
                    .asks("2022-11-02T10:00:00Z", "b", "East")
                    .answers("2022-11-03T10:00:00Z", "a", REFUSED, "no reason given");

    @Test
    void what_nobody_decided_is_pending_and_not_refused() {
        var tally = Restrictions.of(told.picture()).tally();
        assertEquals(2, tally.asked());
        assertEquals(1, tally.refused());
        assertEquals(1, tally.pending());
        assertEquals(Optional.of(new BigDecimal("0.500")), tally.refusedShare());
        assertEquals(Optional.of(new BigDecimal("2.0")), tally.median());
        assertEquals(1, tally.timed());
    }

    @Test
    void a_decision_is_not_in_the_picture_before_the_mission_knew_it() {
        var before = Restrictions.of(told.picture("2022-11-03T09:59:00Z")).tally();
        assertEquals(2, before.pending());
        assertEquals(0, before.refused());
    }

    @Test
    void what_the_system_took_later_is_not_in_what_it_held_then() {
        told.recordedOn("2026-02-01T00:00:00Z").answers("2022-11-04T10:00:00Z", "b", GRANTED, "");
        var held = told.picture("2023-01-01T00:00:00Z", Instant.parse("2026-01-15T00:00:00Z"));
        assertEquals(1, Restrictions.of(held).tally().pending());
        assertEquals(0, Restrictions.of(told.picture()).tally().pending());
    }

    @Test
    void without_a_request_there_is_no_share_and_no_median() {
        var tally = Restrictions.of(new TestRequests().picture()).tally();
        assertEquals(Optional.empty(), tally.refusedShare());
        assertEquals(Optional.empty(), tally.median());
    }

    @Test
    void what_nobody_stated_is_counted_as_such_and_stands_last() {
        told.asks("2022-12-01T10:00:00Z", "c", "")
                .answers("2022-12-02T10:00:00Z", "c", REFUSED, "");
        assertEquals(
                List.of("East", ""),
                Restrictions.of(told.picture()).by(By.SECTOR).stream()
                        .map(Restrictions.Line::key)
                        .toList());
    }

    @Test
    void a_month_without_a_request_on_record_has_no_line() {
        told.asks("2023-02-01T10:00:00Z", "c", "East");
        assertEquals(
                List.of("2022-11", "2023-02"),
                Restrictions.of(told.picture()).by(By.MONTH).stream()
                        .map(Restrictions.Line::key)
                        .toList());
    }

    @Test
    void no_answer_counts_apart_and_is_in_no_median() {
        told.answers("2022-12-01T10:00:00Z", "b", NO_ANSWER, "");
        var tally = Restrictions.of(told.picture()).tally();
        assertEquals(1, tally.noAnswer());
        assertEquals(1, tally.timed());
    }

    @Test
    void two_words_about_one_day_contradict_each_other_and_the_last_one_counts() {
        told.answers("2022-11-03T18:00:00Z", "a", GRANTED, "");
        var tally = Restrictions.of(told.picture()).tally();
        assertEquals(1, tally.contradicted());
        assertEquals(1, tally.granted());
        assertEquals(0, tally.refused());
    }

    @Test
    void a_refusal_that_is_granted_on_a_later_day_contradicts_nothing() {
        told.answers("2022-11-09T18:00:00Z", "a", GRANTED, "");
        var tally = Restrictions.of(told.picture()).tally();
        assertEquals(0, tally.contradicted());
        assertEquals(1, tally.granted());
    }

    @Test
    void a_period_holds_both_its_days() {
        var day = LocalDate.of(2022, 11, 2);
        assertEquals(1, Restrictions.of(told.picture()).between(day, day).tally().asked());
        assertThrows(
                BadInput.class,
                () -> Restrictions.of(told.picture()).between(day, day.minusDays(1)));
    }

    @Test
    void a_decision_before_the_request_says_why_it_cannot_be() {
        var problem =
                assertThrows(
                        BadInput.class,
                        () ->
                                Clearances.checkOrder(
                                        "decided",
                                        Happened.on(LocalDate.of(2022, 11, 2)),
                                        Happened.on(LocalDate.of(2022, 11, 1))));
        assertEquals(
                "decided must be not before it was asked for, 2022-11-02, was 2022-11-01",
                problem.getMessage());
        Clearances.checkOrder(
                "decided",
                Happened.at(Instant.parse("2022-11-02T15:00:00Z")),
                Happened.on(LocalDate.of(2022, 11, 2)));
    }

    @Test
    void a_request_is_found_by_its_note_verbale() {
        told.asks("2022-12-01T10:00:00Z", "c", "West", "NV/2022/17");
        assertTrue(Restrictions.of(told.picture()).findByNote("nv/2022/17 ").isPresent());
        assertTrue(Restrictions.of(told.picture()).findByNote("").isEmpty());
    }
}

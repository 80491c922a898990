package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.Erased;
import org.vigie.record.Facts;
import org.vigie.record.Filter;
import org.vigie.record.Handling;
import org.vigie.record.IncidentKind;
import org.vigie.record.Kinds;
import org.vigie.record.Known;
import org.vigie.record.Milestone;
import org.vigie.record.Responses.Reason;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;

class ResponseRateTest {

    private static final Story TWO_MONTHS =
            Story.of(
                    "2020-02-13T18:00:00Z report call-1 Ogossagou/Mopti phone critical",
                    "2020-02-13T18:30:00Z alert one Ogossagou/Mopti critical call-1",
                    "2020-02-13T19:00:00Z order patrol one force physical",
                    "2020-02-14T05:00:00Z incident attack Ogossagou/Mopti one-sided",
                    "2020-02-14T08:00:00Z response patrol on-scene",
                    "2020-02-14T09:00:00Z link one attack",
                    "2020-03-02T10:00:00Z report call-2 Ber/Tombouctou intelligence high",
                    "2020-03-02T10:30:00Z alert two Ber/Tombouctou high call-2",
                    "2020-03-02T11:00:00Z order talks two civil-affairs dialogue",
                    "2020-03-02T12:00:00Z order flight two force physical",
                    "2020-03-02T15:00:00Z response flight not-possible weather-or-night",
                    "2020-03-03T10:00:00Z report call-3 Nowhere intelligence low");

    @Test
    void every_figure_opens_the_things_that_it_counts() {
        var rate = ResponseRate.of(TWO_MONTHS.picture());
        assertEquals(
                new Figure(Measure.WARNINGS_ANSWERED, List.of(Story.id("call-1")), List.of(4L)),
                rate.warnings().answered());
    }

    @Test
    void what_nobody_can_read_any_longer_is_said_and_in_no_figure() throws java.io.IOException {
        var told = new SmallLedger();
        told.write(
                SmallLedger.subject("a"),
                new Erased(Kinds.of(Warnings.ReportReceived.class)),
                null,
                Handling.PROTECTION);
        told.write(
                SmallLedger.subject("b"),
                new Erased(Kinds.of(Facts.IncidentReported.class)),
                null,
                Handling.PROTECTION);
        var here = told.here();
        var rate = ResponseRate.of(told.ledger.asOf(here.known(), here.recorded(), Viewer.owner()));
        assertEquals(1, rate.unreadable());
        assertEquals(0, rate.warnings().received().n());
    }

    @Test
    void an_order_before_the_first_warning_hides_no_later_one() {
        var rate =
                ResponseRate.of(
                        Story.of(
                                        "2020-02-13T18:00:00Z report call-1 Ogossagou/Mopti phone critical",
                                        "2020-02-13T18:30:00Z alert one Ogossagou/Mopti critical call-1",
                                        "2020-02-13T12:00:00Z order patrol one force physical",
                                        "2020-02-13T19:00:00Z order flight one force physical")
                                .picture());
        var task = rate.step(Milestone.TASK);
        assertEquals(60L, task.medianMinutes());
        assertEquals(List.of(Story.id("one")), task.beforeWarning());
    }

    @Test
    void a_definition_says_that_done_counts_as_an_arrival() {
        assertTrue(Measure.WARNINGS_ANSWERED.definition().contains("done counts as arrived"));
        assertTrue(
                ResponseRate.of(TWO_MONTHS.picture())
                        .step(Milestone.ARRIVE)
                        .definition()
                        .contains("done counts as arrived"));
    }

    @Test
    void a_share_of_nothing_is_nothing_and_not_zero() {
        var rate = ResponseRate.of(Story.of().picture());
        assertTrue(rate.warnings().rate().percent().isEmpty());
    }

    @Test
    void what_was_learned_later_is_not_in_an_earlier_rate() {
        var rate = ResponseRate.of(TWO_MONTHS.asKnownAt("2020-02-14T00:00:00Z"));
        assertEquals(
                List.of(1, 0, 1, 0),
                List.of(
                        rate.warnings().received().n(),
                        rate.warnings().answered().n(),
                        rate.warnings().open().n(),
                        rate.attacks().known().n()));
    }

    @Test
    void a_filter_keeps_the_warnings_of_its_days() {
        var march =
                new Filter(
                        LocalDate.parse("2020-03-01"),
                        LocalDate.parse("2020-03-31"),
                        null,
                        null,
                        null,
                        null);
        var rate = ResponseRate.of(TWO_MONTHS.picture(), march);
        assertEquals(
                List.of(2, 0), List.of(rate.warnings().received().n(), rate.attacks().known().n()));
    }

    @Test
    void a_rate_by_kind_of_incident_is_refused() {
        var kind = new Filter(null, null, null, null, IncidentKind.ONE_SIDED, null);
        assertThrows(BadInput.class, () -> ResponseRate.of(TWO_MONTHS.picture(), kind));
    }

    @Test
    void a_rate_by_actor_is_refused() {
        var actor = new Filter(null, null, null, "fama", null, null);
        assertThrows(BadInput.class, () -> ResponseRate.of(TWO_MONTHS.picture(), actor));
    }

    @Test
    void by_area_the_unknown_comes_last() {
        var groups =
                ResponseRate.by(
                        TWO_MONTHS.picture(), Filter.ALL, ResponseRate.Grouping.AREA, Known.NONE);
        assertEquals(
                List.of("Mopti 1", "Tombouctou 1", "unknown 1"),
                groups.stream()
                        .map(group -> group.key() + " " + group.rate().warnings().received().n())
                        .toList());
    }

    @Test
    void months_add_up_to_the_whole() {
        var groups =
                ResponseRate.by(
                        TWO_MONTHS.picture(), Filter.ALL, ResponseRate.Grouping.MONTH, Known.NONE);
        assertEquals(
                List.of("2020-02 1/1", "2020-03 0/2"),
                groups.stream()
                        .map(group ->
                                group.key()
                                        + " "
                                        + group.rate().warnings().answered().n()
                                        + "/"
                                        + group.rate().warnings().received().n())
                        .toList());
    }

    @Test
    void an_attack_of_another_month_still_says_that_the_answer_came_too_late() {
        var story =
                Story.of(
                        "2020-02-29T22:00:00Z report call Koro phone high",
                        "2020-02-29T22:10:00Z alert one Koro high call",
                        "2020-03-01T02:00:00Z incident attack Koro one-sided",
                        "2020-03-01T03:00:00Z order patrol one force physical",
                        "2020-03-01T06:00:00Z response patrol on-scene",
                        "2020-03-01T07:00:00Z link one attack");
        var february =
                ResponseRate.by(
                                story.picture(),
                                Filter.ALL,
                                ResponseRate.Grouping.MONTH,
                                Known.NONE)
                        .getFirst();
        assertEquals(1, february.rate().warnings().afterAttack().n());
    }

    @Test
    void each_component_stands_with_what_it_did() {
        assertEquals(
                List.of(
                        "civil-affairs ordered 1 arrived 0 not-possible 0 running 1",
                        "force ordered 2 arrived 1 not-possible 1 running 0"),
                ResponseRate.of(TWO_MONTHS.picture()).byComponent().stream()
                        .map(ResponseRateTest::words)
                        .toList());
    }

    @Test
    void each_tier_stands_with_what_it_did() {
        assertEquals(
                List.of(
                        "dialogue ordered 1 arrived 0 not-possible 0 running 1",
                        "physical ordered 2 arrived 1 not-possible 1 running 0"),
                ResponseRate.of(TWO_MONTHS.picture()).byTier().stream()
                        .map(ResponseRateTest::words)
                        .toList());
    }

    @Test
    void each_lane_says_how_many_of_its_reports_led_to_an_order_and_how_fast() {
        assertEquals(
                List.of("intelligence 1 of 2 after 60", "phone 1 of 1 after 60"),
                ResponseRate.of(TWO_MONTHS.picture()).byLane().stream()
                        .map(lane ->
                                lane.lane()
                                        + " "
                                        + lane.actedOn().n()
                                        + " of "
                                        + lane.received().n()
                                        + " after "
                                        + lane.toOrder().medianMinutes())
                        .toList());
    }

    @Test
    void a_reason_carries_the_responses_that_gave_it() {
        var reasons = ResponseRate.of(TWO_MONTHS.picture()).byReason();
        assertEquals(
                List.of(Reason.WEATHER_OR_NIGHT),
                reasons.stream().map(ResponseGroup.ForReason::reason).toList());
        assertEquals(List.of(Story.id("flight")), reasons.getFirst().notPossible().ids());
    }

    @Test
    void levels_of_force_that_never_occurred_are_listed_too() {
        assertEquals(5, ResponseRate.of(TWO_MONTHS.picture()).byForce().size());
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
        var rate = ResponseRate.of(acknowledgedAfter(10, 20, 40, 90).picture());
        assertEquals(30L, rate.step(Milestone.ACKNOWLEDGE).medianMinutes());
    }

    @Test
    void the_90th_percentile_is_by_nearest_rank() {
        var rate =
                ResponseRate.of(acknowledgedAfter(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12).picture());
        assertEquals(11L, rate.step(Milestone.ACKNOWLEDGE).p90Minutes());
    }

    @Test
    void every_measure_has_a_code_of_its_own() {
        assertEquals(
                Measure.values().length,
                Stream.of(Measure.values()).map(Measure::code).distinct().count());
    }

    private static Story acknowledgedAfter(int... minutes) {
        var story = Story.of();
        for (int i = 0; i < minutes.length; i++) {
            var day = String.format(Locale.ROOT, "2020-01-%02d", i + 1);
            story.tell(day + "T08:00:00Z report call-" + i + " Koro phone high");
            story.tell(day + "T08:00:00Z alert a" + i + " Koro high call-" + i);
            story.tell(
                    String.format(
                            Locale.ROOT,
                            "%sT%02d:%02d:00Z step a%d acknowledged",
                            day,
                            8 + minutes[i] / 60,
                            minutes[i] % 60,
                            i));
        }
        return story;
    }

    private static String words(ResponseGroup group) {
        return String.format(
                Locale.ROOT,
                "%s ordered %d arrived %d not-possible %d running %d",
                group.key(),
                group.ordered().n(),
                group.arrived().n(),
                group.notPossible().n(),
                group.running().n());
    }
}

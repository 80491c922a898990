package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Report;

/// A second call that was put behind an alert which was open already.
class JoinedReportTest {

    private final Story story =
            Story.of(
                    "2020-02-13T18:00:00Z report first Ogossagou/Mopti phone critical",
                    "2020-02-13T18:10:00Z alert one Ogossagou/Mopti critical first",
                    "2020-02-13T18:20:00Z order patrol one force physical",
                    "2020-02-13T18:30:00Z report on-the-way Ogossagou/Mopti phone critical",
                    "2020-02-13T19:00:00Z response patrol on-scene",
                    "2020-02-13T19:30:00Z report there Ogossagou/Mopti sms critical",
                    "2020-02-13T20:00:00Z response patrol done",
                    "2020-02-13T21:00:00Z report gone Ogossagou/Mopti radio critical");

    @Test
    void a_call_without_an_alert_is_open() {
        assertEquals(ids("first"), answered());
        assertEquals(ids("on-the-way", "there", "gone"), open());
    }

    @Test
    void who_comes_after_the_call_or_is_still_there_answers_it_and_who_was_gone_does_not() {
        story.tell("2020-02-13T21:05:00Z join on-the-way one");
        story.tell("2020-02-13T21:05:00Z join there one");
        story.tell("2020-02-13T21:05:00Z join gone one");
        assertEquals(ids("first", "on-the-way", "there"), answered());
        assertEquals(ids("gone"), open());
        assertEquals(ids("gone"), rate().warnings().open().ids());
        // A second patrol comes for it.
        story.tell("2020-02-13T21:10:00Z order second one force physical");
        story.tell("2020-02-13T22:00:00Z response second on-scene");
        assertEquals(ids("first", "on-the-way", "there", "gone"), answered());
    }

    @Test
    void the_alert_has_it_and_its_clock_is_that_of_its_earliest_warning() {
        story.tell("2020-02-13T21:05:00Z join there one");
        var alert = alert();
        assertEquals(ids("first", "there"), alert.reports().stream().map(Report::id).toList());
        assertEquals("2020-02-13T18:00:00Z", alert.warnedAt().toString());
        assertEquals(List.of(false, true), alert.reports().stream().map(alert::joined).toList());
    }

    @Test
    void what_is_taken_out_again_waits_again() {
        story.tell("2020-02-13T21:05:00Z join there one");
        story.tell("2020-02-13T21:06:00Z join there one parted");
        assertEquals(ids("first"), answered());
        assertEquals(ids("first"), alert().reports().stream().map(Report::id).toList());
        assertEquals(ids("on-the-way", "there", "gone"), open());
    }

    @Test
    void on_what_an_alert_was_opened_stays_behind_it() {
        story.tell("2020-02-13T21:05:00Z join first one parted");
        assertEquals(ids("first"), alert().reports().stream().map(Report::id).toList());
        assertEquals(ids("first"), answered());
    }

    @Test
    void in_a_picture_of_before_it_joined_it_is_open() {
        story.tell("2020-02-13T21:05:00Z join there one");
        var before = ResponseRate.of(story.asKnownAt("2020-02-13T21:04:00Z"));
        assertEquals(ids("on-the-way", "there", "gone"), before.warnings().open().ids());
    }

    private Alert alert() {
        return Alerts.of(story.picture()).alerts().getFirst();
    }

    private ResponseRate rate() {
        return ResponseRate.of(story.picture());
    }

    private List<UUID> answered() {
        return rate().warnings().answered().ids();
    }

    private List<UUID> open() {
        return rate().warnings().open().ids();
    }

    private static List<UUID> ids(String... names) {
        return List.of(names).stream().map(Story::id).toList();
    }
}

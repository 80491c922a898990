package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Story MOURA =
            Story.of(
                    "2022-03-27 incident attack Moura one-sided recorded=2022-03-27T00:00:00Z",
                    "2022-03-27T12:00:00Z known attack social-media outside",
                    "2022-03-29T09:00:00Z report word Moura open-source critical",
                    "2022-03-29T10:00:00Z alert case Moura critical word",
                    "2022-03-29T11:00:00Z order flight case force physical",
                    "2022-03-29T11:05:00Z known attack human-rights mission",
                    "2022-03-30T08:00:00Z ask clearance flight",
                    "2022-04-13T08:00:00Z clearance clearance refused",
                    "2022-04-13T09:00:00Z response flight not-possible host-refused",
                    "2022-04-01T08:00:00Z known attack mission mission recorded=2022-06-30T00:00:00Z",
                    "2023-05-12T08:00:00Z link case attack");

    private static Timeline timeline(Story story, String subject) {
        return Timeline.of(story.picture(), Story.id(subject)).orElseThrow();
    }

    @Test
    void the_case_is_told_in_the_order_in_which_it_was_so() {
        assertEquals(
                List.of(
                        "HAPPENED press",
                        "KNEW social-media",
                        "WARNED open-source",
                        "DECIDED operations-centre",
                        "DECIDED force",
                        "KNEW human-rights",
                        "ASKED_HOST operations-centre",
                        "KNEW mission",
                        "HOST_ANSWERED operations-centre",
                        "DID operations-centre",
                        "SAID operations-centre"),
                timeline(MOURA, "attack").lines().stream()
                        .map(line -> line.act() + " " + line.who())
                        .toList());
    }

    @Test
    void it_is_the_same_case_from_whichever_end_it_is_opened() {
        assertEquals(timeline(MOURA, "attack").lines(), timeline(MOURA, "word").lines());
        assertEquals(timeline(MOURA, "attack").lines(), timeline(MOURA, "case").lines());
    }

    @Test
    void what_was_written_down_later_is_marked() {
        assertEquals(
                List.of("mission"),
                timeline(MOURA, "case").lines().stream()
                        .filter(Timeline.Line::backDated)
                        .map(Timeline.Line::who)
                        .toList());
    }

    @Test
    void how_late_somebody_knew_is_a_range_because_the_beginning_is_known_to_the_day() {
        var outside = timeline(MOURA, "attack").knowledge().getFirst();
        assertEquals("social-media", outside.who());
        assertEquals(Duration.ofHours(-12), outside.atLeast());
        assertEquals(Duration.ofHours(12), outside.atMost());
    }

    @Test
    void the_mission_knew_with_the_first_report_that_came_in() {
        var knew = timeline(MOURA, "attack").findMissionKnew().orElseThrow();
        assertEquals(Instant.parse("2022-03-29T09:00:00Z"), knew.since().first());
    }

    @Test
    void contested_knowledge_is_shown_and_is_not_what_the_mission_knew() {
        var story =
                Story.of(
                        "2022-03-27T04:00:00Z incident attack Moura one-sided",
                        "2022-03-28T08:00:00Z known attack force mission",
                        "2022-03-29T08:00:00Z known attack human-rights mission",
                        "2022-04-07T08:00:00Z contest attack 1 force");
        var timeline = timeline(story, "attack");
        assertEquals(
                List.of(true, false),
                timeline.knowledge().stream().map(Knowledge::contested).toList());
        assertEquals("human-rights", timeline.findMissionKnew().orElseThrow().who());
    }

    @Test
    void a_warning_before_the_attack_has_a_latency_below_zero() {
        var story =
                Story.of(
                        "2020-02-13T18:00:00Z report call Ogossagou phone critical",
                        "2020-02-14T05:00:00Z incident attack Ogossagou one-sided",
                        "2020-02-14T09:00:00Z link call attack");
        assertEquals(
                Duration.ofHours(-11), timeline(story, "attack").knowledge().getFirst().atLeast());
    }

    @Test
    void what_the_picture_does_not_have_has_no_timeline() {
        assertTrue(Timeline.of(MOURA.picture(), Story.id("another")).isEmpty());
    }
}

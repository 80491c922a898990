package org.vigie.exchange.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.record.Milestone;
import org.vigie.share.Tier;
import org.vigie.warn.DueList;
import org.vigie.warn.DueList.Item;
import org.vigie.warn.DueList.Kind;

class DueCalendarTest {

    private static final UUID ALERT = UUID.fromString("3f2a1c9d-0000-5000-8000-000000000001");
    private static final Instant STAMP = Instant.parse("2031-03-01T06:00:00Z");
    private static final DueList LIST =
            new DueList(
                    List.of(
                            new Item(
                                    Kind.ALERT,
                                    ALERT,
                                    Milestone.VERIFY,
                                    Instant.parse("2031-03-01T05:30:00Z"),
                                    "a.diallo"),
                            new Item(
                                    Kind.THREAT,
                                    ALERT,
                                    null,
                                    Instant.parse("2031-03-04T00:00:00Z"),
                                    "")));

    private static String written(Language language, boolean exercise) {
        return DueCalendar.of(
                Tier.RESTRICTED,
                LIST,
                new DueCalendar.Edition(Words.of(language), STAMP, exercise));
    }

    @Test
    void an_event_says_what_is_due_of_which_number_and_when_and_nothing_more() {
        assertEquals(
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Vigie//Watch//EN
                CALSCALE:GREGORIAN
                METHOD:PUBLISH
                BEGIN:VEVENT
                UID:3f2a1c9d-0000-5000-8000-000000000001-verify@vigie.org
                DTSTAMP:20310301T060000Z
                DTSTART:20310301T053000Z
                SUMMARY:overdue – Alert 3f2a1c9d: verify
                CLASS:CONFIDENTIAL
                TRANSP:TRANSPARENT
                END:VEVENT
                BEGIN:VEVENT
                UID:3f2a1c9d-0000-5000-8000-000000000001-threat@vigie.org
                DTSTAMP:20310301T060000Z
                DTSTART:20310304T000000Z
                SUMMARY:Threat file 3f2a1c9d: to be judged again
                CLASS:CONFIDENTIAL
                TRANSP:TRANSPARENT
                END:VEVENT
                END:VCALENDAR
                """
                        .replace("\n", "\r\n"),
                written(Language.EN, false));
    }

    @Test
    void in_french_and_of_an_exercise_it_says_so() {
        assertTrue(
                written(Language.FR, true)
                        .contains("SUMMARY:EXERCICE – en retard – Alerte 3f2a1c9d"),
                () -> written(Language.FR, true));
    }

    @Test
    void it_leaves_to_nobody_outside() {
        var edition = new DueCalendar.Edition(Words.of(Language.EN), STAMP, false);
        for (var tier : List.of(Tier.PUBLIC, Tier.PARTNER, Tier.HOST)) {
            assertThrows(BadInput.class, () -> DueCalendar.of(tier, LIST, edition));
        }
    }
}

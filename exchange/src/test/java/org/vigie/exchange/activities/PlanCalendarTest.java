package org.vigie.exchange.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.calendar.CalendarText;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.plan.activity.Plan;
import org.vigie.record.Viewer;
import org.vigie.share.Tier;

class PlanCalendarTest {

    private static final Instant STAMP = Instant.parse("2031-03-01T00:00:00Z");

    @TempDir private Path folder;

    @Test
    void an_activity_is_an_event_with_its_times_its_place_and_its_component() throws IOException {
        var plan = plan("Hollow Quarry", "planned");
        assertEquals(
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Vigie//Plan//EN
                CALSCALE:GREGORIAN
                METHOD:PUBLISH
                BEGIN:VEVENT
                UID:%s@vigie.org
                DTSTAMP:20310301T000000Z
                DTSTART:20310303T090000Z
                DTEND:20310303T120000Z
                SEQUENCE:1
                SUMMARY:visit – Hollow Quarry (civil affairs\\, CA-1)
                LOCATION:Hollow Quarry
                CATEGORIES:civil affairs
                STATUS:TENTATIVE
                CLASS:CONFIDENTIAL
                END:VEVENT
                END:VCALENDAR
                """
                        .formatted(plan.activities().getFirst().id())
                        .replace("\n", "\r\n"),
                written(plan, Language.EN));
        assertTrue(written(plan, Language.FR).contains("SUMMARY:visite – Hollow Quarry"));
    }

    @Test
    void what_was_called_off_stays_in_it_as_cancelled() throws IOException {
        assertTrue(written(plan("Quarry", "called-off"), Language.EN).contains("STATUS:CANCELLED"));
        assertTrue(written(plan("Quarry", "held"), Language.EN).contains("STATUS:CONFIRMED"));
    }

    @Test
    void a_long_line_is_folded_between_letters_and_reads_again_as_it_was() throws IOException {
        var name = "Ségou–Moûra ".repeat(20).strip();
        var text = written(plan(name, "planned"), Language.EN);
        for (var line : text.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\uFFFD"), line);
        }
        assertTrue(text.replace("\r\n ", "").contains("LOCATION:" + name));
    }

    @Test
    void no_text_of_the_record_begins_a_line_of_its_own() {
        assertEquals(
                "a\\, b\\; c\\\\d\\nEND:VCALENDAR e",
                CalendarText.escaped("a, b; c\\d\r\nEND:VCALENDAR\u0007e"));
    }

    @Test
    void nobody_outside_the_mission_has_it_and_an_exercise_says_so() throws IOException {
        var plan = plan("Quarry", "planned");
        var edition = new PlanCalendar.Edition(Words.of(Language.EN), STAMP, true);
        for (var tier : Tier.values()) {
            if (tier.leavesTheMission()) {
                assertThrows(BadInput.class, () -> PlanCalendar.of(tier, plan, edition));
            }
        }
        assertTrue(
                PlanCalendar.of(Tier.RESTRICTED, plan, edition)
                        .contains("SUMMARY:EXERCISE – visit"));
    }

    private static String written(Plan plan, Language language) {
        return PlanCalendar.of(
                Tier.RESTRICTED, plan, new PlanCalendar.Edition(Words.of(language), STAMP, false));
    }

    private Plan plan(String place, String state) throws IOException {
        var ledger = new TestLedger();
        ledger.add(
                Files.writeString(
                        folder.resolve("plan.csv"),
                        "activity,kind,owner,from,to,place,state\n"
                                + "CA-1,visit,civil-affairs,2031-03-03T09:00Z,2031-03-03T12:00Z,\"%s\",%s\n"
                                        .formatted(place, state)));
        return Plan.of(ledger.ledger.asOf(TestLedger.LATER, TestLedger.LATER, Viewer.owner()));
    }
}

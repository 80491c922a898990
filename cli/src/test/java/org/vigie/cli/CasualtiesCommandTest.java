package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.record.Body;
import org.vigie.record.Casualties.CasualtyOpened;
import org.vigie.record.Casualties.CasualtyStepped;
import org.vigie.record.Casualties.Step;
import org.vigie.record.Casualties.Who;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Origin;

/// Casualties at the command line.
class CasualtiesCommandTest {

    private static final Instant HURT = Instant.parse("2021-03-14T08:00:00Z");
    private static final UUID ALERT = Ids.subject("alert", "a");

    private final CommandRun vigie = new CommandRun();

    private static Entry entry(int number, int minutes, Body body) {
        var at = HURT.plus(Duration.ofMinutes(minutes));
        return new Entry(
                Ids.subject("entry", number + "/" + body),
                Ids.subject("casualty", ALERT + "/" + number),
                Happened.at(at),
                at,
                "Duty medic",
                Component.FORCE,
                Handling.PROTECTION,
                new Origin("form", null, null, 0),
                null,
                body);
    }

    private void write() throws IOException {
        var entries = new ArrayList<Entry>();
        for (int number = 1; number <= 2; number++) {
            var who = number == 1 ? Who.MISSION : Who.CIVILIAN;
            entries.add(entry(number, 0, new CasualtyOpened(ALERT, number, who)));
            entries.add(entry(number, 9 * number, new CasualtyStepped(Step.FIRST_AID, "")));
        }
        assertEquals(0, vigie.run("casualties").exitCode()); // opens the ledger
        vigie.ledger().append(entries);
    }

    @Test
    void each_casualty_has_its_clocks_and_civilians_are_a_class_of_their_own() throws IOException {
        write();
        var text = vigie.run("casualties").out();
        assertTrue(text.contains("met (9 min)"), text);
        assertTrue(text.contains("not-met (18 min)"), text);
        assertTrue(
                text.contains("civilian, injured-to-first-aid: median 18 min, longest 18 min, n 1"),
                text);
        var one = vigie.run("casualties", "--who", "civilian", "--json").out();
        assertTrue(one.contains("\"n\":1"), one);
        assertTrue(one.contains("\"few\":true"), one);
    }

    @Test
    void at_an_earlier_clock_the_step_was_not_known_and_the_clock_ran() throws IOException {
        write();
        var text = vigie.run("casualties", "--as-of", "2021-03-14T08:05Z").out();
        assertTrue(text.contains("running"), text);
        assertTrue(!text.contains("met (9 min)"), text);
    }

    @Test
    void a_class_or_an_alert_that_is_none_is_refused_with_what_is_allowed() {
        var who = vigie.run("casualties", "--who", "friends");
        assertEquals(PlainErrors.REFUSED, who.exitCode());
        assertTrue(who.err().contains("mission, civilian, host-force"), who.err());
        var alert = vigie.run("casualties", "--alert", "7");
        assertEquals(PlainErrors.REFUSED, alert.exitCode());
        assertTrue(alert.err().contains("the id of an alert"), alert.err());
    }

    @Test
    void the_short_id_that_is_printed_is_an_alert_and_columns_say_what_they_time()
            throws IOException {
        write();
        var text = vigie.run("casualties", "--alert", ALERT.toString().substring(0, 8)).out();
        assertTrue(text.contains("met (9 min)"), text);
        assertTrue(text.contains("first aid (10 min)"), text);
        assertTrue(text.contains("surgery (120 min)"), text);
    }

    @Test
    void of_a_moment_before_any_it_says_that_none_was_known_then() throws IOException {
        write();
        var text = vigie.run("casualties", "--as-of", "2020-01-01").out();
        assertTrue(text.contains("no casualty was known then"), text);
    }

    @Test
    void an_empty_ledger_says_where_they_are_written_down() {
        var result = vigie.run("casualties");
        assertTrue(result.out().contains("no casualty is written down"), result.out());
        assertEquals(List.of(), List.of(result.err()).stream().filter(s -> !s.isEmpty()).toList());
    }
}

package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.force.Fatalities;
import org.vigie.record.Ids;
import org.vigie.record.Viewer;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// Members of the mission who died, in the browser, and the gate before them.
@SuppressWarnings("NullAway.Init")
class FatalitiesPagesTest {

    private static final int BYTES_MAX = 30 * 1024;
    private static final String PAGE = "/lite/fatalities";

    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        demo.bases();
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_death_that_is_told_is_shown_and_counted() {
        assertEquals(303, death("kin-told", "2026-03-10").status());
        var english = server.get(PAGE + "?lang=en").body();
        assertTrue(english.contains("Deaths: 1 · by a malicious act 1"), english);
        assertTrue(english.contains("Chad"), english);
        assertTrue(english.contains("No rate"), english);
        var french = server.get(PAGE + "?lang=fr");
        assertTrue(french.body().contains("Décès : 1 · par acte hostile 1"), french.body());
        assertTrue(french.bytes() <= BYTES_MAX, "" + french.bytes());
    }

    @Test
    void before_it_is_told_no_page_count_search_export_or_feed_has_it() {
        assertEquals(303, death("kin-told", "").status());
        var held = demo.ledger().history(SUBJECT, Viewer.keeper()).getFirst();
        for (var page :
                List.of(
                        PAGE,
                        PAGE + "?mission=all",
                        "/lite",
                        "/lite/registers",
                        "/lite/sources",
                        "/lite/imports",
                        "/lite/changes",
                        "/lite/watch",
                        "/lite/brief",
                        "/lite/search?q=M-77",
                        "/lite/search?q=TCD",
                        "/lite/export",
                        "/lite/registers/sources.csv",
                        "/lite/registers/strength.csv",
                        "/lite/subjects/" + SUBJECT,
                        "/lite/entries/" + held.seq(),
                        "/lite/entries/" + held.entry().id())) {
            var answer = server.get(page);
            assertFalse(answer.body().contains("mission-fatality"), page);
            assertFalse(answer.body().contains("2026-03-09"), page);
            assertFalse(answer.body().contains("Deaths: 1"), page);
            assertFalse(answer.body().contains("1 death"), page);
            // The address that was asked for may be said again, nothing else.
            assertFalse(
                    answer.body()
                            .replace("q=M-77", "")
                            .replace("value=\"M-77\"", "")
                            .contains("M-77/"),
                    page);
        }
        assertEquals(404, server.get("/lite/entries/" + held.seq()).status());
        assertEquals(404, server.get("/lite/subjects/" + SUBJECT).status());
        assertTrue(server.get(PAGE).body().contains("No death is on record"));
    }

    @Test
    void once_somebody_says_that_they_were_told_it_is_there() {
        death("kin-told", "");
        assertEquals(422, told("M-78", "2026-03-10").status());
        var early = told("M-77", "2026-01-01");
        assertEquals(422, early.status());
        assertTrue(early.body().contains("not before the day of the death"), early.body());
        assertEquals(303, told("M-77", "2026-03-10").status());
        assertEquals(1, fatalities().deaths().size());
        assertEquals("Military", fatalities().deaths().getFirst().said().personnel());
        assertTrue(server.get(PAGE).body().contains("Deaths: 1"));
    }

    @Test
    void a_form_sent_twice_is_written_once_also_where_nobody_may_see_it() {
        var form = form(Map.of("kin-told", ""));
        assertEquals(303, server.post(PAGE, form).status());
        assertEquals(303, server.post(PAGE, form).status());
        assertEquals(1, demo.ledger().history(SUBJECT, Viewer.keeper()).size());
    }

    @Test
    void what_was_typed_stands_there_again_with_what_is_wrong() {
        var again = death("nationality", "Chad", "death-day", "yesterday");
        assertEquals(422, again.status());
        assertTrue(again.body().contains("three letters"), again.body());
        assertTrue(again.body().contains("value=\"M-77\""), again.body());
        assertEquals(0, fatalities().deaths().size());
    }

    private static final java.util.UUID SUBJECT = Ids.subject("un-fatalities", "M-77/TCD");

    private Running.Answer death(String... fields) {
        var more = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            more.put(fields[i], fields[i + 1]);
        }
        return server.post(PAGE, form(more));
    }

    private Map<String, String> form(Map<String, String> fields) {
        var form = new HashMap<>(TYPED);
        form.put("id", server.get(PAGE).formId("death"));
        form.putAll(fields);
        return form;
    }

    private static final Map<String, String> TYPED =
            Map.of(
                    "act", "death",
                    "casualty-id", "M-77",
                    "death-day", "2026-03-09",
                    "mission-acronym", "MISAM",
                    "nationality", "tcd",
                    "personnel", "military",
                    "death-cause", "malicious-act");

    private Running.Answer told(String casualty, String day) {
        return server.post(
                PAGE,
                Map.of(
                        "act",
                        "told",
                        "id",
                        server.get(PAGE).formId("told"),
                        "casualty-id",
                        casualty,
                        "nationality",
                        "TCD",
                        "kin-told",
                        day));
    }

    private Fatalities fatalities() {
        return Fatalities.of(demo.ledger().asOf(Demo.NOW, Demo.NOW, Viewer.owner()));
    }
}

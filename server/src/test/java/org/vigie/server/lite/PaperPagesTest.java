package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Watchkeeping;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// The situation report and the flash report in the browser.
@SuppressWarnings("NullAway.Init")
class PaperPagesTest {

    private static final int BYTES_MAX = 30 * 1024;
    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final String SITREP = "/lite/sitrep?day=2026-03-15";
    private static final String FLASH = "/lite/flash?alert=" + ALERT;

    private Demo demo;
    private Running server;
    private int number;

    @BeforeEach
    void start() {
        demo = new Demo();
        demo.bases();
        for (int i = 0; i < 30; i++) {
            demo.add(
                    i == 0 ? ALERT : Ids.subject("alert", "" + i),
                    null,
                    new Warnings.AlertOpened(
                            "Raid feared " + i,
                            Site.named("Hollow Quarry"),
                            Warnings.Severity.HIGH,
                            "herders",
                            ActorClass.MILITIA,
                            List.of()));
        }
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String get(String path) {
        var page = server.get(path);
        assertEquals(200, page.status(), page.body());
        assertTrue(page.bytes() <= BYTES_MAX, path + ": " + page.bytes());
        return page.body();
    }

    private Running.Answer word(String path, String part, String text, int versions) {
        var form = new HashMap<String, String>();
        form.put("id", Ids.fresh(Demo.NOW, new java.util.Random(++number)).toString());
        form.put("act", part);
        form.put("duty-text", text);
        form.put("versions", "" + versions);
        return server.post(path, form);
    }

    private int written() {
        var now = Demo.NOW.plusSeconds(60);
        return demo.ledger()
                .asOf(now, now, Viewer.officer("x"))
                .entries(Watchkeeping.PaperWorded.class)
                .size();
    }

    @Test
    void the_report_of_a_day_shows_its_figures_with_what_they_count_in_both_languages() {
        var page = get(SITREP + "&lang=en");
        assertTrue(page.contains("<th>Alerts opened</th><td class=\"n\">30</td>"), page);
        assertTrue(page.contains("by an officer, on this day"), page);
        assertTrue(page.contains("Within the mission only."), page);
        assertTrue(page.contains("/lite/sitrep/sitrep.docx?day=2026-03-15"), page);
        var french = get(SITREP + "&lang=fr");
        assertTrue(french.contains("Rapport de situation (SITREP) · MISAM"), french);
        assertTrue(get("/lite/watch").contains("href=\"/lite/sitrep\""));
    }

    @Test
    void words_of_an_officer_are_an_entry_stand_apart_and_keep_their_versions() {
        assertEquals(303, word(SITREP, "highlights", "A quiet <day>.", 0).status());
        assertEquals(303, word(SITREP, "highlights", "A raid was feared.", 1).status());
        var page = get(SITREP + "&lang=en");
        assertTrue(page.contains("<p>A raid was feared.</p>"), page);
        assertTrue(page.contains("version 2"), page);
        assertTrue(page.contains("Earlier versions"), page);
        assertTrue(page.contains("A quiet &lt;day&gt;."), page);
        assertEquals(2, written());
    }

    @Test
    void of_two_who_change_the_same_words_the_second_is_told_and_nothing_is_lost() {
        word(SITREP, "highlights", "The first.", 0);
        assertEquals(409, word(SITREP, "highlights", "The second.", 0).status());
        assertEquals(1, written());
        assertTrue(get(SITREP).contains("The first."));
    }

    @Test
    void words_that_lead_to_somebody_come_back_and_are_not_kept() {
        var refused = word(SITREP, "outlook", "call 70 11 22 47", 0);
        assertEquals(422, refused.status());
        assertTrue(refused.body().contains("call 70 11 22 47"));
        assertEquals(0, written());
        assertEquals(404, word(SITREP, "event", "no such part", 0).status());
    }

    @Test
    void the_flash_report_of_an_alert_says_what_is_known_and_is_given_as_three_files() {
        word(FLASH, "comment", "Likely tonight.", 0);
        var page = get(FLASH + "&lang=en");
        assertTrue(page.contains("Raid feared 0"), page);
        assertTrue(page.contains("Likely tonight."), page);
        assertTrue(get("/lite/alerts/" + ALERT).contains(FLASH), "the alert leads to it");
        for (var as : List.of("html", "pdf", "docx")) {
            var file = server.get("/lite/flash/flash." + as + "?alert=" + ALERT);
            assertEquals(200, file.status());
            assertTrue(
                    file.header("content-disposition")
                            .contains("flash-" + ALERT.toString().substring(0, 8) + "." + as));
        }
        assertEquals(404, server.get("/lite/flash/flash.exe?alert=" + ALERT).status());
        assertEquals(404, server.get("/lite/flash?alert=" + UUID.randomUUID()).status());
    }

    @Test
    void a_day_to_come_or_no_day_is_refused_and_a_page_of_the_past_has_no_form() {
        assertEquals(400, server.get("/lite/sitrep?day=2026-03-17").status());
        assertEquals(400, server.get("/lite/sitrep?day=yesterday").status());
        assertFalse(get(SITREP + "&known=2026-03-15T06:00").contains("name=\"duty-text\""));
    }

    @Test
    void who_sees_nothing_of_the_watch_is_given_none_of_its_words() {
        word(SITREP, "highlights", "A raid was feared.", 0);
        var visitor = server.get(SITREP, Map.of("Cookie", "vigie-officer=OUTSIDE.visitor")).body();
        assertFalse(visitor.contains("A raid was feared."), visitor);
        assertFalse(visitor.contains(">30<"), visitor);
    }
}

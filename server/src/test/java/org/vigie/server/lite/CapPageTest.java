package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Housekeeping.Exported;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// An alert as a message, in the browser.
@SuppressWarnings("NullAway.Init")
class CapPageTest {

    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final String PAGE = "/lite/alerts/" + ALERT + "/cap";
    private static final int BYTES_MAX = 30 * 1024;

    private final Random chance = new Random(3);
    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        demo.add(
                ALERT,
                null,
                new Warnings.AlertOpened(
                        "Raid feared",
                        Site.named("Hollow Quarry"),
                        Warnings.Severity.HIGH,
                        "herders at the quarry",
                        ActorClass.STATE,
                        List.of()));
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<Exported> exported() throws IOException {
        var found = new ArrayList<Exported>();
        demo.ledger()
                .read(
                        Set.of("exported"),
                        Viewer.owner(),
                        recorded -> found.add((Exported) recorded.body()));
        return found;
    }

    private Map<String, String> form(String tier, Map<String, String> more) {
        var values = new TreeMap<>(more);
        values.put("id", Ids.fresh(Demo.NOW, chance).toString());
        values.put("tier", tier);
        return values;
    }

    private Map<String, String> asProtection() {
        var officer = Map.of("post", "Protection adviser 1", "component", "protection");
        var cookie = server.post("/lite/officer", officer).header("set-cookie");
        return server.withCookie(cookie.substring(0, cookie.indexOf(';')));
    }

    @Test
    void the_page_of_the_alert_leads_to_it_but_not_in_the_past() {
        assertTrue(server.get("/lite/alerts/" + ALERT).body().contains(PAGE));
        var past = server.get("/lite/alerts/" + ALERT + "?known=2026-03-15T05:30:00Z");
        assertFalse(past.body().contains(PAGE + "\""), past.body());
    }

    @Test
    void within_the_mission_the_button_gives_the_file_and_the_ledger_knows() throws IOException {
        assertTrue(server.get(PAGE).bytes() < BYTES_MAX);
        var answer = server.post(PAGE, form("restricted", Map.of()));
        assertEquals(200, answer.status());
        assertEquals("application/cap+xml", answer.header("content-type"));
        assertTrue(answer.body().contains("<senderName>MISAM</senderName>"), answer.body());
        assertTrue(answer.body().contains("<headline>Raid feared</headline>"), answer.body());
        assertEquals("restricted", exported().getFirst().tier());
        assertTrue(server.get(PAGE).body().contains("This message left already"));
    }

    @Test
    void what_leaves_the_mission_is_decided_by_protection_alone() throws IOException {
        var page = server.get(PAGE + "?tier=partner").body();
        assertFalse(page.contains("class=\"do\""), page);
        var answer = server.post(PAGE, form("partner", Map.of("why", "the clinic must close")));
        assertEquals(409, answer.status());
        assertEquals(List.of(), exported());
    }

    @Test
    void nobody_gives_the_host_state_a_message_about_itself() throws IOException {
        var page = server.get(PAGE + "?tier=host", asProtection()).body();
        assertFalse(page.contains("class=\"do\""), page);
        assertTrue(page.contains("It is not warned of itself"), page);
        var answer = server.post(PAGE, form("host", Map.of("why", "they ask")), asProtection());
        assertEquals(409, answer.status());
        assertEquals(List.of(), exported());
    }

    @Test
    void a_protection_officer_lets_it_leave_by_name_with_a_reason() throws IOException {
        var without = server.post(PAGE, form("partner", Map.of()), asProtection());
        assertEquals(422, without.status());
        assertEquals(List.of(), exported());
        var given =
                server.post(
                        PAGE,
                        form("partner", Map.of("why", "the clinic must close")),
                        asProtection());
        assertEquals(200, given.status(), given.body());
        assertFalse(given.body().contains("Quarry"), given.body());
        assertEquals("the clinic must close", exported().getFirst().reason());
    }

    @Test
    void an_unknown_alert_and_an_unknown_tier_are_said() {
        assertEquals(404, server.get("/lite/alerts/" + Ids.subject("x", "y") + "/cap").status());
        assertEquals(400, server.get(PAGE + "?tier=all").status());
    }
}

package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Component;
import org.vigie.record.Deaths;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Housekeeping.Exported;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// A brief for readers outside the mission, on the page.
@SuppressWarnings("NullAway.Init")
class BriefTierTest {

    private static final String PERIOD = "/lite/brief?from=2025-10-01&to=2025-10-31";

    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        for (int i = 0; i < 7; i++) {
            incident(i, ActorClass.ARMED_GROUP);
        }
        incident(7, ActorClass.STATE);
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void within_the_mission_the_brief_is_as_it_was_and_its_files_are_links() {
        var page = server.get(PERIOD).body();
        assertTrue(page.contains("Within the mission only."), page);
        assertTrue(page.contains("Village 3"), page);
        assertTrue(page.contains("/lite/brief/brief.pdf"), page);
    }

    @Test
    void for_the_public_the_risk_stands_above_and_no_village_below() {
        var page = server.get(PERIOD + "&tier=public").body();
        assertTrue(page.indexOf("id=\"risk\"") > 0, page);
        assertTrue(page.indexOf("id=\"risk\"") < page.indexOf("For the public."), page);
        assertTrue(page.contains("held back: a state is said to have attacked"), page);
        assertFalse(page.contains("Village "), page);
        assertFalse(page.contains("Group 1"), page);
        assertFalse(page.contains("/lite/brief/brief.pdf"), page);
    }

    @Test
    void a_copy_is_given_on_a_second_click_and_stands_in_the_ledger() throws IOException {
        var file = give("public", Map.of("as", "html"));
        assertEquals(200, file.status());
        assertTrue(file.header("content-disposition").contains("brief.html"));
        assertTrue(file.body().contains("<td class=\"r\">7</td>"), file.body());
        assertFalse(file.body().contains("Village"), file.body());
        var entry = exported().getFirst();
        assertEquals("brief-html", entry.format());
        assertEquals("public", entry.tier());
        assertEquals(7, entry.rows());
        assertEquals(1, entry.heldBack());
    }

    @Test
    void a_protection_officer_lets_what_accuses_a_state_leave_by_name() throws IOException {
        var half = give("partner", Map.of("as", "pdf", "decided-by", "A. Diallo"));
        assertEquals(422, half.status());
        assertEquals(List.of(), exported());
        var decided = Map.of("as", "pdf", "decided-by", "A. Diallo", "decided-why", "published");
        var file = give("partner", decided);
        assertEquals("application/pdf", file.header("content-type"));
        assertEquals(8, exported().getFirst().rows());
        assertEquals("A. Diallo", exported().getFirst().decidedBy());
    }

    @Test
    void an_address_of_a_file_gives_no_restricted_brief_under_another_tier() {
        for (var file : List.of("brief.html", "brief.pdf")) {
            var address = "/lite/brief/" + file + "?from=2025-10-01&to=2025-10-31";
            assertEquals(200, server.get(address + "&tier=restricted").status());
            assertEquals(400, server.get(address + "&tier=public").status());
            assertEquals(400, server.get(address + "&tier=nobody").status());
        }
    }

    @Test
    void nothing_for_the_public_or_the_host_state_is_asked_of_another_moment() {
        for (var page : List.of(PERIOD + "&tier=", "/lite/export?tier=")) {
            for (var tier : List.of("public", "host")) {
                assertEquals(200, server.get(page + tier).status());
                assertEquals(400, server.get(page + tier + "&known=2026-03-01").status());
                assertEquals(400, server.get(page + tier + "&recorded=2026-03-01").status());
            }
            assertEquals(200, server.get(page + "partner&known=2026-03-01").status());
        }
    }

    @Test
    void an_actor_or_a_village_is_not_asked_for_in_public() {
        assertEquals(400, server.get(PERIOD + "&tier=public&actor=Group+1").status());
        assertEquals(400, server.get(PERIOD + "&tier=host&area=Village+3").status());
        assertEquals(200, server.get(PERIOD + "&tier=public&area=Delta").status());
    }

    private Running.Answer give(String tier, Map<String, String> more) {
        var page = server.get(PERIOD + "&tier=" + tier);
        var form = new HashMap<>(Map.of("from", "2025-10-01", "to", "2025-10-31"));
        form.put("id", page.formId());
        form.put("tier", tier);
        form.putAll(more);
        return server.post("/lite/brief", form);
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

    private void incident(int i, ActorClass attacker) {
        demo.ledger()
                .append(
                        List.of(
                                new Entry(
                                        Ids.fresh(Demo.NOW, new java.util.Random(i)),
                                        Ids.subject("demo-events", "t" + i),
                                        Happened.on(LocalDate.of(2025, 10, 3 + i)),
                                        null,
                                        "test",
                                        Component.OUTSIDE,
                                        Handling.OPEN,
                                        Origin.hand(),
                                        null,
                                        new Facts.IncidentReported(
                                                "demo-events",
                                                "t" + i,
                                                IncidentKind.ONE_SIDED,
                                                "",
                                                new Site(
                                                        "Village " + i,
                                                        new Position(6.1, 18.2),
                                                        PlacePrecision.EXACT,
                                                        null,
                                                        "Delta",
                                                        null,
                                                        "Samara"),
                                                List.of(
                                                        new Involved(
                                                                Involved.Role.ATTACKER,
                                                                "Group 1",
                                                                attacker)),
                                                Deaths.of(Figures.exactly(i)),
                                                null,
                                                "",
                                                new TreeMap<>()))));
    }
}

package org.vigie.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.out.Exports;
import org.vigie.exchange.out.Question;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Deaths;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Filter;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.SignedIn;
import org.vigie.server.picture.Desk;
import org.vigie.share.Tier;
import org.vigie.store.access.AccountRole;

/// One report and one incident that are protection-marked, in a ledger with others that are not;
/// who may see them does, and who may not finds them nowhere.
@SuppressWarnings("NullAway.Init")
class WhatRolesSeeTest {

    /// In no other entry.
    private static final String MARK = "Zanzibarrow";

    private static final UUID REPORT = Ids.subject("test", "report");
    private static final UUID INCIDENT = Ids.subject("test", "incident");

    private static Desk desk;
    private static SignedIn vigie;
    private static SignedIn.Browser watch;
    private static SignedIn.Browser force;

    @BeforeAll
    static void start() throws IOException {
        var demo = new Demo();
        demo.bases();
        demo.incidents(5);
        var site = Site.at(MARK, new Position(6.1, 18.2), PlacePrecision.EXACT);
        demo.ledger()
                .append(
                        List.of(
                                protectedEntry(
                                        REPORT,
                                        new Warnings.ReportReceived(
                                                "radio",
                                                site,
                                                MARK + " women were followed to the well",
                                                MARK,
                                                MARK,
                                                Warnings.Severity.HIGH,
                                                ActorClass.ARMED_GROUP,
                                                Grade.UNJUDGED,
                                                false)),
                                protectedEntry(INCIDENT, incident(site))));
        desk = demo.desk();
        vigie = SignedIn.on(desk);
        watch = vigie.browser("w.keita", AccountRole.WATCH);
        force = vigie.browser("f.sow", AccountRole.FORCE);
    }

    private static Facts.IncidentReported incident(Site site) {
        return new Facts.IncidentReported(
                "demo-events",
                "marked",
                IncidentKind.ONE_SIDED,
                "",
                site,
                List.of(
                        new Involved(Involved.Role.SIDE_A, "Group " + MARK, ActorClass.ARMED_GROUP),
                        new Involved(Involved.Role.SIDE_B, "Civilians", ActorClass.CIVILIANS)),
                new Deaths(new Figures(7, 7, 7), 7, null, null, null),
                LocalDate.of(2026, 3, 1),
                MARK + " happened.",
                Map.of());
    }

    private static Entry protectedEntry(UUID subject, Body body) {
        return new Entry(
                subject,
                subject,
                Happened.on(LocalDate.of(2026, 3, 10)),
                null,
                "protection officer",
                Component.PROTECTION,
                Handling.PROTECTION,
                Origin.hand(),
                null,
                body);
    }

    @AfterAll
    static void stop() throws IOException {
        vigie.close();
    }

    @Test
    void who_may_see_the_marked_entries_finds_them() {
        assertTrue(watch.get("/lite/reports/" + REPORT).body().contains(MARK));
        assertTrue(watch.get("/lite/incidents/" + INCIDENT).body().contains(MARK));
        assertTrue(watch.get("/lite/watch").body().contains(MARK));
        assertTrue(watch.get("/feeds/incidents.atom").body().contains(MARK));
        assertTrue(watch.get("/ogc/collections/incidents/items").body().contains(MARK));
    }

    @Test
    void who_may_not_finds_them_under_no_address_of_their_own() {
        for (var path :
                List.of(
                        "/lite/reports/" + REPORT,
                        "/lite/incidents/" + INCIDENT,
                        "/lite/entries/" + REPORT,
                        "/lite/entries/" + INCIDENT,
                        "/lite/subjects/" + REPORT,
                        "/ogc/collections/incidents/items/" + INCIDENT)) {
            var answer = force.get(path);
            assertTrue(List.of(404, 200).contains(answer.status()), path + answer.status());
            assertFalse(answer.body().contains(MARK), path);
            assertEquals(
                    answer.status(),
                    force.get(path.replaceFirst("[0-9a-f-]{36}", Ids.subject("no", "one") + ""))
                            .status(),
                    "as if there were none: " + path);
        }
    }

    @Test
    void no_page_to_which_a_link_leads_shows_them() {
        var seen =
                new Crawl(force)
                        .from(
                                Crawl.begin(MARK),
                                (path, body) -> {
                                    var asked =
                                            body.replace("q=" + MARK, "")
                                                    .replace("area=" + MARK, "");
                                    if (!path.contains(MARK)) {
                                        assertFalse(asked.contains(MARK), path);
                                    } else {
                                        assertFalse(body.contains("followed to the well"), path);
                                        assertFalse(body.contains(REPORT.toString()), path);
                                    }
                                    assertFalse(body.contains(INCIDENT.toString()), path);
                                });
        assertTrue(seen.size() > 40, seen.toString());
    }

    @Test
    void no_count_counts_them() {
        assertTrue(
                count(watch, "/ogc/collections/incidents/items").contains("\"numberMatched\":6"));
        assertTrue(
                count(force, "/ogc/collections/incidents/items").contains("\"numberMatched\":5"));
        for (var path : List.of("/lite?from=2026-03-10&to=2026-03-10", "/lite/counts")) {
            assertFalse(
                    force.get(path).body().contains("2026-03-10</th>"), "the day of it: " + path);
        }
    }

    private static String count(SignedIn.Browser browser, String path) {
        return browser.get(path).body();
    }

    @Test
    void no_file_holds_them() throws IOException {
        for (var tier : Tier.values()) {
            assertEquals(0, marked(tier, AccountRole.FORCE.viewer("f.sow")), tier.code());
        }
        assertEquals(1, marked(Tier.RESTRICTED, AccountRole.WATCH.viewer("w.keita")));
        assertEquals(0, marked(Tier.PARTNER, AccountRole.WATCH.viewer("w.keita")));
        var brief = "/lite/brief/brief.html?from=2020-01-01&to=2026-12-31";
        assertFalse(force.get(brief).body().contains(MARK), "the brief");
        var asked = force.get("/lite/export?tier=restricted");
        var sent =
                force.post(
                        "/lite/export",
                        Map.of("id", asked.formId(), "format", "csv", "tier", "restricted"));
        assertEquals(200, sent.status(), sent.body());
    }

    private static long marked(Tier tier, Viewer viewer) throws IOException {
        var question = new Question(Filter.ALL, Demo.NOW, Demo.NOW, false);
        return Exports.prepare(
                        tier, question, desk.real(), new Exports.Asked(Demo.NOW, null, viewer))
                .release()
                .rows()
                .stream()
                .filter(row -> row.toString().contains(MARK))
                .count();
    }

    /// Pages that show words and notes of the watch.
    private static final List<String> WORDED =
            List.of("/lite/sitrep?day=2026-03-14", "/lite/log", "/lite/handover", "/lite/watch");

    @Test
    void who_may_not_see_words_of_the_watch_is_told_so_and_not_whether_there_are_any() {
        var before = WORDED.stream().map(WhatRolesSeeTest::shown).toList();
        for (var page : before) {
            assertTrue(page.contains("not shown to this role"), page);
            assertFalse(page.contains("Nobody has written"), page);
            assertFalse(page.contains("Nobody has handed"), page);
            assertFalse(page.contains("Nothing on the watch"), page);
            assertFalse(page.contains("name=\"duty-text\""), page);
            assertFalse(page.contains("name=\"watch-note\""), page);
            assertFalse(page.contains("name=\"handover-words\""), page);
        }
        assertEquals(303, words(watch, 0).status());
        assertEquals(303, note(watch).status());
        assertEquals(303, handover(watch).status());
        assertEquals(before, WORDED.stream().map(WhatRolesSeeTest::shown).toList());
        var docx = force.get("/lite/sitrep/sitrep.html?day=2026-03-14").body();
        assertTrue(docx.contains("Words of officers are not shown to this role."), docx);
        assertTrue(watch.get("/lite/sitrep?day=2026-03-14").body().contains(MARK));
    }

    /// What stands on a page for who sees nothing of it, but for what differs from form to form.
    private static String shown(String path) {
        var answer = force.get(path);
        assertEquals(200, answer.status(), path);
        return answer.body().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
    }

    @Test
    void who_may_not_see_words_of_the_watch_writes_none_and_learns_nothing_by_trying() {
        for (var answer : List.of(words(force, 0), words(force, 3), note(force), handover(force))) {
            assertEquals(403, answer.status(), answer.body());
            assertTrue(
                    answer.body().contains("Who may not read them cannot write any"),
                    answer.body());
        }
    }

    private static Running.Answer words(SignedIn.Browser who, int versions) {
        return who.post(
                "/lite/sitrep?day=2026-03-14",
                Map.of(
                        "id",
                        fresh(),
                        "act",
                        "highlights",
                        "duty-text",
                        MARK + " was quiet.",
                        "versions",
                        "" + versions));
    }

    private static Running.Answer note(SignedIn.Browser who) {
        return who.post("/lite/log", Map.of("id", fresh(), "watch-note", MARK + " is dry"));
    }

    private static Running.Answer handover(SignedIn.Browser who) {
        return who.post("/lite/handover", Map.of("id", fresh(), "handover-words", MARK));
    }

    private static String fresh() {
        return Ids.fresh(Demo.NOW, new java.util.Random()).toString();
    }

    @Test
    void a_stranger_who_slips_past_the_door_sees_nothing() {
        assertEquals(0, Officer.STRANGER.viewer().handlingBits());
    }
}

package org.vigie.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.ActorClass;
import org.vigie.record.Component;
import org.vigie.record.Deaths;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Grade;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Threats;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.SignedIn;
import org.vigie.store.access.AccountRole;

/// Things in two regions, and somebody of each watch: who is bound to one region finds nothing of
/// the other, and is told on every page that there may be more elsewhere.
@SuppressWarnings("NullAway.Init")
class WhatAreasSeeTest {

    /// In entries about the north alone.
    private static final String MARK = "Zanzibarrow";

    /// In those about the delta alone.
    private static final String OURS = "Deltaquay";

    private static final UUID INCIDENT = Ids.subject("test", "incident");
    private static final UUID REPORT = Ids.subject("test", "report");
    private static final UUID ALERT = Ids.subject("test", "alert");
    private static final UUID RESPONSE = Ids.subject("test", "response");
    private static final UUID THREAT = Ids.subject("test", "threat");

    private static SignedIn vigie;
    private static SignedIn.Browser delta;
    private static SignedIn.Browser nord;
    private static SignedIn.Browser whole;
    private static SignedIn.Browser lost;

    @BeforeAll
    static void start() throws IOException {
        var demo = new Demo();
        demo.bases();
        things(demo, MARK, "Nord", "");
        things(demo, OURS, "Delta", "ours");
        vigie = SignedIn.on(Demo.inRegions(demo.desk()));
        delta = vigie.browser("d.camara", AccountRole.WATCH, "SM2");
        nord = vigie.browser("n.sow", AccountRole.WATCH, "Nord");
        whole = vigie.browser("w.keita", AccountRole.WATCH);
        lost = vigie.browser("l.toure", AccountRole.WATCH, "Atlantis");
    }

    @AfterAll
    static void stop() throws IOException {
        vigie.close();
    }

    private static UUID id(UUID subject, String set) {
        return set.isEmpty() ? subject : Ids.subject(set, subject.toString());
    }

    private static void things(Demo demo, String mark, String area, String set) {
        var site = new Site(mark, null, PlacePrecision.EXACT, null, area, null, "Samara");
        var group = new Involved(Involved.Role.SIDE_A, "Group " + mark, ActorClass.ARMED_GROUP);
        demo.add(
                id(INCIDENT, set),
                Happened.on(LocalDate.of(2026, 3, 10)),
                new Facts.IncidentReported(
                        "demo-events",
                        "marked " + mark,
                        IncidentKind.ONE_SIDED,
                        "",
                        site,
                        List.of(group),
                        new Deaths(new Figures(7, 7, 7), 7, null, null, null),
                        LocalDate.of(2026, 3, 1),
                        mark + " happened.",
                        Map.of()));
        demo.add(
                id(REPORT, set),
                null,
                new Warnings.ReportReceived(
                        "radio",
                        site,
                        mark + " women were followed to the well",
                        mark,
                        mark,
                        Warnings.Severity.HIGH,
                        ActorClass.ARMED_GROUP,
                        Grade.UNJUDGED,
                        false));
        demo.add(
                id(ALERT, set),
                null,
                new Warnings.AlertOpened(
                        mark + " is threatened",
                        site,
                        Warnings.Severity.HIGH,
                        mark,
                        ActorClass.ARMED_GROUP,
                        List.of(id(REPORT, set))));
        demo.add(
                id(RESPONSE, set),
                null,
                new Responses.OrderGiven(
                        id(ALERT, set),
                        Component.FORCE,
                        Responses.Tier.PHYSICAL,
                        Responses.Action.PATROL,
                        List.of("1st"),
                        "chief " + mark,
                        mark));
        demo.add(
                id(RESPONSE, set),
                null,
                new Responses.ResponseStepped(
                        Responses.Step.MOVING, null, Responses.ForceLevel.NONE, mark));
        demo.add(
                id(THREAT, set),
                null,
                new Threats.ThreatIdentified(site, mark, mark, ActorClass.ARMED_GROUP));
    }

    @Test
    void who_is_bound_to_a_region_sees_what_lies_in_it() {
        for (var path :
                List.of(
                        "/lite/incidents/" + id(INCIDENT, "ours"),
                        "/lite/reports/" + id(REPORT, "ours"),
                        "/lite/alerts/" + id(ALERT, "ours"),
                        "/lite/threats/" + id(THREAT, "ours"),
                        "/lite/search?q=" + OURS,
                        "/feeds/incidents.atom?tier=restricted")) {
            var page = delta.get(path);
            assertEquals(200, page.status(), path);
            assertTrue(page.body().contains(OURS), path);
        }
        assertTrue(nord.get("/lite/alerts/" + ALERT).body().contains(MARK));
        assertTrue(whole.get("/lite/alerts/" + ALERT).body().contains(MARK));
    }

    @Test
    void what_lies_elsewhere_is_under_no_address_of_its_own() {
        for (var path :
                List.of(
                        "/lite/incidents/" + INCIDENT,
                        "/lite/reports/" + REPORT,
                        "/lite/alerts/" + ALERT,
                        "/lite/alerts/" + ALERT + "/reach",
                        "/lite/flash?alert=" + ALERT,
                        "/lite/threats/" + THREAT,
                        "/lite/subjects/" + RESPONSE,
                        "/lite/subjects/" + REPORT,
                        "/ogc/collections/incidents/items/" + INCIDENT)) {
            var answer = delta.get(path);
            assertTrue(List.of(404, 200).contains(answer.status()), path + answer.status());
            assertFalse(answer.body().contains(MARK), path);
            var none = path.replaceFirst("[0-9a-f-]{36}", Ids.subject("no", "one") + "");
            assertEquals(
                    answer.status(), delta.get(none).status(), "as if there were none: " + path);
        }
    }

    @Test
    void no_page_to_which_a_link_leads_shows_it() {
        var hidden = Set.of(INCIDENT, REPORT, ALERT, RESPONSE, THREAT);
        for (var browser : List.of(delta, lost)) {
            var seen =
                    new Crawl(browser)
                            .from(
                                    Crawl.begin(MARK),
                                    (path, body) -> {
                                        var asked =
                                                body.replace("q=" + MARK, "")
                                                        .replace("area=" + MARK, "");
                                        if (!path.contains(MARK)) {
                                            assertFalse(asked.contains(MARK), path);
                                        }
                                        assertFalse(body.contains(MARK + " women"), path);
                                        hidden.forEach(
                                                id -> assertFalse(body.contains(id + ""), path));
                                    });
            assertTrue(seen.size() > 40, seen.toString());
        }
    }

    @Test
    void counts_and_files_hold_only_what_lies_in_the_area() {
        var items = "/ogc/collections/incidents/items";
        assertTrue(whole.get(items).body().contains("\"numberMatched\":2"));
        assertTrue(delta.get(items).body().contains("\"numberMatched\":1"));
        assertTrue(lost.get(items).body().contains("\"numberMatched\":0"));
        var asked = delta.get("/lite/export?tier=restricted");
        var form = Map.of("id", asked.formId(), "format", "csv", "tier", "restricted");
        var file = delta.post("/lite/export", form);
        assertEquals(200, file.status(), file.body());
        assertFalse(file.body().contains(MARK));
    }

    @Test
    void the_stream_of_the_watch_tells_of_the_area_alone() throws Exception {
        assertTrue(told(whole).contains("\"open\":2"), told(whole));
        assertTrue(told(delta).contains("\"open\":1"), told(delta));
        assertTrue(told(lost).contains("\"open\":0"), told(lost));
    }

    /// The first that a screen hears.
    private static String told(SignedIn.Browser browser) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var asked =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:" + vigie.server().port() + "/live"))
                            .header("Cookie", browser.cookie)
                            .build();
            var answer = client.send(asked, HttpResponse.BodyHandlers.ofLines());
            var first = answer.body().filter(line -> line.startsWith("data:")).findFirst();
            client.shutdownNow();
            return first.orElseThrow();
        }
    }

    @Test
    void nothing_is_written_about_what_lies_elsewhere() {
        var form = Map.of("id", Ids.fresh(Demo.NOW, new java.util.Random()) + "", "act", "take");
        assertEquals(404, delta.post("/lite/reports/" + REPORT, form).status());
        assertEquals(404, delta.post("/lite/alerts/" + ALERT, form).status());
        assertEquals(404, delta.post("/lite/threats/" + THREAT, form).status());
    }

    @Test
    void a_watch_is_given_and_signed_by_who_sees_all_of_it() {
        var id = Ids.fresh(Demo.NOW, new java.util.Random()) + "";
        var words = Map.of("id", id, "handover-words", "mind " + MARK, "handover-to", "d.camara2");
        var given = whole.post("/lite/handover", words);
        assertEquals(303, given.status(), given.body());
        var path = given.header("location").replaceFirst("\\?.*", "");
        var page = delta.get(path);
        assertEquals(200, page.status());
        assertTrue(page.body().contains("is not shown to an account with an area"), page.body());
        assertFalse(page.body().contains("No words beside"), page.body());
        assertTrue(page.body().contains("your account sees one area"), page.body());
        var form =
                Map.of(
                        "id",
                        Ids.fresh(Demo.NOW, new java.util.Random()) + "",
                        "act",
                        "sign",
                        "seen",
                        Demo.NOW.toString());
        assertEquals(403, delta.post(path, form).status());
        assertEquals(403, delta.post("/lite/handover", words).status());
    }

    @Test
    void who_reports_what_lies_elsewhere_is_told_that_it_is_kept() {
        var form =
                new java.util.HashMap<>(
                        Map.of(
                                "id", Ids.fresh(Demo.NOW, new java.util.Random()) + "",
                                "where", "the ferry at " + MARK,
                                "threat", "shots heard",
                                "risk", "traders",
                                "severity", "high",
                                "lane", "phone",
                                "reliability", "F",
                                "credibility", "6",
                                "back", "no"));
        var answer = delta.post("/lite/report", form);
        assertEquals(200, answer.status(), answer.body());
        assertTrue(answer.body().contains("It is recorded, and the watch has it"), answer.body());
        assertTrue(whole.get("/lite/watch").body().contains("the ferry at " + MARK));
        assertFalse(delta.get("/lite/watch").body().contains("the ferry"));
    }

    @Test
    void every_page_says_that_there_may_be_more_elsewhere() {
        var said = "You see only what lies in Delta";
        for (var path : List.of("/lite", "/lite/watch", "/lite/search?q=x", "/lite/nothing")) {
            assertTrue(delta.get(path).body().contains(said), path);
            assertFalse(whole.get(path).body().contains("You see only"), path);
        }
        assertTrue(delta.get("/lite/account").body().contains("Your area is Delta"));
        assertTrue(lost.get("/lite/watch").body().contains("none that this mission knows"));
    }
}

package org.vigie.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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
import org.vigie.record.Entry;
import org.vigie.record.Filter;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.SignedIn;
import org.vigie.server.picture.Desk;
import org.vigie.share.Tier;
import org.vigie.store.access.AccountRole;

/// A report with a photograph and an alert on it: where the photograph is found, and by whom.
@SuppressWarnings("NullAway.Init")
class WhoSeesPhotographsTest {

    private static final UUID REPORT = Ids.subject("photo-test", "report");
    private static final UUID ALERT = Ids.subject("photo-test", "alert");
    private static final UUID PHOTOGRAPH = Ids.subject("photo-test", "photograph");
    private static final String HASH = "feedface".repeat(8);

    private static final Site KADU =
            new Site("Kadu", null, PlacePrecision.EXACT, null, "Delta", null, "Samara");

    /// What is said of the photograph and of nothing else.
    private static final List<String> MARKS =
            List.of("6.54321", "18.76543", "04:44:44", HASH, "image/jpeg", "/photographs/");

    /// Where it belongs.
    private static final Pattern OWN = Pattern.compile("/lite/(reports|entries|subjects)/.*");

    private static Desk desk;
    private static SignedIn vigie;
    private static SignedIn.Browser watch;

    @BeforeAll
    static void start() throws IOException {
        var demo = new Demo();
        demo.bases();
        demo.incidents(5);
        demo.ledger()
                .append(
                        List.of(
                                entry(REPORT, REPORT, Handling.PROTECTION, report()),
                                entry(
                                        ALERT,
                                        ALERT,
                                        Handling.MISSION,
                                        new Warnings.AlertOpened(
                                                "Kadu",
                                                KADU,
                                                Warnings.Severity.HIGH,
                                                "families",
                                                ActorClass.ARMED_GROUP,
                                                List.of(REPORT)))));
        var bytes = photograph();
        demo.ledger()
                .attach(
                        entry(
                                PHOTOGRAPH,
                                REPORT,
                                Handling.PROTECTION,
                                new Warnings.ReportAttached(
                                        "image/jpeg",
                                        bytes.length,
                                        HASH,
                                        640,
                                        480,
                                        new Position(6.54321, 18.76543),
                                        "2026-03-09T04:44:44")),
                        bytes);
        desk = Demo.inRegions(demo.desk());
        vigie = SignedIn.on(desk);
        watch = vigie.browser("w.keita", AccountRole.WATCH);
    }

    @AfterAll
    static void stop() throws IOException {
        vigie.close();
    }

    @Test
    void who_sees_protection_marked_entries_sees_it_and_the_audit_says_who_opened_it()
            throws IOException {
        var page = watch.get("/lite/reports/" + REPORT).body();
        for (var mark : List.of("6.54321, 18.76543", "04:44:44", "/photographs/")) {
            assertTrue(page.contains(mark), mark);
        }
        assertFalse(page.contains("<script"), page);
        for (var path : List.of(path(), path() + "/preview")) {
            var answer = watch.get(path);
            assertEquals(200, answer.status());
            assertEquals("image/jpeg", answer.header("content-type"));
            assertEquals("no-store", answer.header("cache-control"));
        }
        assertTrue(watch.get("/lite/alerts/" + ALERT).body().contains("one photograph"));
        var audit = vigie.browser("o.sy", AccountRole.OVERSIGHT).get("/lite/audit").body();
        assertTrue(audit.contains(path() + "<"), audit);
        assertTrue(audit.contains(path() + "/preview"), audit);
    }

    @Test
    void whoever_may_not_finds_none_under_any_address() throws IOException {
        for (var role :
                List.of(AccountRole.FORCE, AccountRole.ANALYSIS, AccountRole.ADMINISTRATOR)) {
            var other = vigie.browser("x." + role.code(), role);
            var nothing = path().replace(PHOTOGRAPH.toString(), new UUID(1, 2).toString());
            for (var end : List.of("", "/preview", "?recorded=2026-03-15T05:30", "?lang=fr")) {
                var answer = other.get(path() + end);
                assertEquals(404, answer.status(), role + end);
                assertEquals(
                        other.get(nothing + end).body().replaceAll("[0-9a-f]{8}-[0-9a-f-]+", ""),
                        answer.body().replaceAll("[0-9a-f]{8}-[0-9a-f-]+", ""));
            }
            for (var page :
                    List.of(
                            "/lite/reports/" + REPORT,
                            "/lite/entries/" + PHOTOGRAPH,
                            "/lite/subjects/" + REPORT,
                            "/lite/alerts/" + ALERT,
                            "/lite/log",
                            "/lite/search?q=6.54321",
                            "/lite/search?q=" + HASH)) {
                var body = other.get(page).body();
                // A search says back what was sought.
                assertEquals("", marks(sought(page, body)), page);
                assertFalse(body.contains("one photograph"), page);
                assertFalse(body.contains("photograph of a report"), page);
            }
        }
        assertTrue(List.of(302, 303, 401).contains(vigie.server().get(path()).status()));
    }

    @Test
    void an_account_with_an_area_sees_the_photographs_of_its_area_alone() throws IOException {
        var there = vigie.browser("d.camara", AccountRole.WATCH, "SM2");
        var elsewhere = vigie.browser("n.sow", AccountRole.WATCH, "Nord");
        for (var end : List.of("", "/preview")) {
            assertEquals(200, there.get(path() + end).status());
            assertEquals(404, elsewhere.get(path() + end).status());
        }
        assertEquals(404, elsewhere.get("/lite/reports/" + REPORT).status());
        assertEquals(404, elsewhere.get("/lite/entries/" + PHOTOGRAPH).status());
    }

    @Test
    void nothing_of_it_is_in_a_search_an_export_a_feed_a_message_or_a_paper() throws IOException {
        var begin =
                List.of(
                        "/lite/alerts/" + ALERT + "/cap",
                        "/lite/flash?alert=" + ALERT,
                        "/lite/flash/flash.html?alert=" + ALERT,
                        "/lite/sitrep?day=2026-03-10",
                        "/lite/sitrep/sitrep.html?day=2026-03-10",
                        "/lite/brief/brief.html?from=2020-01-01&to=2026-12-31",
                        "/lite/search?q=6.54321",
                        "/lite/search?q=jpeg",
                        "/lite/search?q=feedface",
                        "/lite/watch",
                        "/lite/log",
                        "/lite/export?tier=restricted",
                        "/feeds/incidents.atom?tier=restricted",
                        "/ogc/collections/incidents/items?tier=restricted&limit=10000");
        var seen =
                new Crawl(watch)
                        .from(
                                begin,
                                (path, body) -> {
                                    if (!OWN.matcher(path).matches()) {
                                        assertEquals("", marks(sought(path, body)), path);
                                    }
                                });
        assertTrue(seen.size() > 40, seen.toString());
        for (var tier : Tier.values()) {
            var question = new Question(Filter.ALL, Demo.NOW, Demo.NOW, false);
            var asked = new Exports.Asked(Demo.NOW, null, AccountRole.WATCH.viewer("w.keita"));
            var rows = Exports.prepare(tier, question, desk.real(), asked).release().rows();
            assertEquals("", marks(rows.toString()), tier.code());
        }
    }

    private static String sought(String path, String body) {
        int at = path.indexOf("q=");
        return at < 0 ? body : body.replace(path.substring(at + 2), "");
    }

    private static String marks(String body) {
        return String.join(", ", MARKS.stream().filter(body::contains).toList());
    }

    private static String path() {
        return "/lite/reports/" + REPORT + "/photographs/" + PHOTOGRAPH;
    }

    private static Warnings.ReportReceived report() {
        return new Warnings.ReportReceived(
                "openrosa",
                KADU,
                "shots at the well",
                "families",
                "shots at the well",
                Warnings.Severity.HIGH,
                ActorClass.ARMED_GROUP,
                Grade.UNJUDGED,
                false);
    }

    private static Entry entry(UUID id, UUID subject, Handling handling, Body body) {
        return new Entry(
                id,
                subject,
                Happened.at(Demo.NOW.minusSeconds(86_400 * 5)),
                null,
                "protection officer",
                Component.PROTECTION,
                handling,
                Origin.hand(),
                null,
                body);
    }

    private static byte[] photograph() throws IOException {
        try (var stream =
                WhoSeesPhotographsTest.class.getResourceAsStream(
                        "/org/vigie/server/lanes/photograph.jpg")) {
            if (stream == null) {
                throw new AssertionError("no photograph.jpg");
            }
            return stream.readAllBytes();
        }
    }
}

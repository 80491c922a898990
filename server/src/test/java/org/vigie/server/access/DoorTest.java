package org.vigie.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.SignedIn;
import org.vigie.store.access.AccountRole;
import org.vigie.store.access.Audit;
import org.vigie.store.access.Sessions;

/// What is closed to whom: strangers, other sites, ended sessions, other roles.
@SuppressWarnings("NullAway.Init")
class DoorTest {

    private static SignedIn vigie;
    private static Running server;

    @BeforeAll
    static void start() throws IOException {
        vigie = SignedIn.on(Demo.with(3));
        server = vigie.server();
        vigie.browser("m.first", AccountRole.ADMINISTRATOR);
    }

    /// What others got wrong before is forgotten.
    @BeforeEach
    void tomorrow() {
        vigie.pass(Duration.ofDays(2));
    }

    @AfterAll
    static void stop() throws IOException {
        vigie.close();
    }

    @Test
    void nothing_but_sign_in_link_and_style_answers_a_stranger() {
        for (var page :
                List.of(
                        "/lite",
                        "/lite/",
                        "/lite/watch",
                        "/lite/counts",
                        "/lite/search?q=Village",
                        "/lite/export",
                        "/lite/brief/brief.pdf",
                        "/lite/audit",
                        "/lite/account",
                        "/lite/help",
                        "/lite/nothing-here",
                        "/lite/style-000000000000.css.",
                        "/lite/sign-in/",
                        "/lite/sign-in.",
                        "/lite/sign-in%2f",
                        "/lite/sign-in;x=1",
                        "/lite/sign-in/../watch",
                        "/lite/setup/..",
                        "/lite/%73ign-in")) {
            var answer = server.get(page);
            assertTrue(List.of(303, 400).contains(answer.status()), page + " " + answer.status());
            assertTrue(
                    answer.status() == 400 || answer.header("location").startsWith("/lite/sign-in"),
                    page);
            assertFalse(answer.body().contains("Village"), page);
            assertFalse(answer.body().contains("MISAM"), page);
        }
        for (var other :
                List.of(
                        "/ogc",
                        "/ogc/collections/incidents/items",
                        "/feeds/incidents.atom",
                        "/error",
                        "/actuator",
                        "/favicon.ico",
                        "/LITE",
                        "//lite",
                        "/lite;x/watch",
                        "/api")) {
            assertEquals(401, server.get(other).status(), other);
        }
        assertEquals(200, server.get("/lite/sign-in").status());
        var style = server.get("/lite/sign-in").body().split("stylesheet\" href=\"", 2)[1];
        assertEquals(200, server.get(style.substring(0, style.indexOf('"'))).status());
    }

    /// A lane asks for its own key, and that is all that answers there.
    @Test
    void a_lane_is_reached_without_a_session_and_no_way_leads_from_it_to_a_page()
            throws IOException {
        assertEquals(401, server.post("/intake/sms-mopti", Map.of("text", "x")).status());
        assertTrue(
                server.post("/intake/sms-mopti", Map.of("text", "x"))
                        .body()
                        .contains("no open lane"));
        for (var way :
                List.of(
                        "/intake/../lite/watch",
                        "/intake/a/../../lite/watch",
                        "/intake/./../lite/watch",
                        "/intake/%2e%2e/lite/watch",
                        "/intake/a;x/../../lite/watch",
                        "/intake//lite/watch",
                        "/intake/..;/lite/watch")) {
            var answer = server.raw(way, "");
            assertFalse(answer.startsWith("HTTP/1.1 200"), way + " " + answer);
            assertFalse(answer.contains("MISAM"), way);
        }
    }

    @Test
    void the_stream_of_the_watch_wants_a_session() {
        assertEquals(401, server.get("/live").status());
    }

    @Test
    void every_method_is_closed() {
        for (var method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")) {
            var answer = server.send(method, "/lite/watch", Map.of("Origin", server.origin()));
            assertTrue(List.of(401, 405).contains(answer.status()), method + " " + answer.status());
        }
        var head = server.send("HEAD", "/lite/watch", Map.of());
        assertEquals(303, head.status());
        var put = server.send("PUT", "/lite/sign-in", Map.of("Origin", server.origin()));
        assertEquals(405, put.status());
        assertFalse(put.body().contains("MISAM"), put.body());
        assertFalse(put.body().contains("/lite/search"), put.body());
    }

    @Test
    void odd_addresses_open_nothing() throws IOException {
        for (var path :
                List.of(
                        "/lite/sign-in/../watch",
                        "/lite/sign-in/%2e%2e/watch",
                        "/lite/sign-in/..%2fwatch",
                        "/lite/sign-in;/../watch",
                        "/lite/./watch",
                        "/./lite/watch",
                        "//lite/watch",
                        "/lite//watch",
                        "/lite/watch/.",
                        "http://127.0.0.1/lite/watch",
                        "/lite/sign-in\\..\\watch")) {
            var answer = server.raw(path, "");
            assertFalse(answer.startsWith("HTTP/1.1 200"), path + answer);
            assertFalse(answer.contains("MISAM"), path);
        }
    }

    @Test
    void a_stranger_is_told_neither_the_mission_nor_the_pages() {
        var page = server.get("/lite/sign-in").body();
        assertFalse(page.contains("MISAM"), page);
        assertFalse(page.contains("/lite/search"), page);
        assertFalse(page.contains("<script"), page);
    }

    @Test
    void the_post_in_an_old_cookie_counts_for_nothing() throws IOException {
        var watch = vigie.browser("f.sow", AccountRole.FORCE);
        var both = Map.of("Cookie", watch.cookie + "; vigie-officer=LEADERSHIP.chief");
        var page = server.get("/lite/watch", both).body();
        assertTrue(page.contains(">f.sow</a>"), page);
        assertFalse(page.contains("chief"), page);
        assertEquals(
                303,
                server.get("/lite/watch", Map.of("Cookie", "vigie-officer=LEADERSHIP.chief"))
                        .status());
    }

    @Test
    void a_form_without_its_sessions_token_writes_nothing() throws IOException {
        var one = vigie.browser("n.one", AccountRole.WATCH);
        var other = vigie.browser("n.two", AccountRole.WATCH);
        var form = new HashMap<>(Map.of("act", "x", "id", "x"));
        assertEquals(403, one.postAsIs("/lite/watch", form).status());
        form.put("vigie-form", other.formToken());
        assertEquals(403, one.postAsIs("/lite/watch", form).status());
        assertEquals(403, one.postAsIs("/lite/account", Map.of()).status());
        assertEquals(200, one.get("/lite").status(), "and so nobody is signed out by a stranger");
        form.put("vigie-form", one.formToken());
        assertNotEquals(403, one.postAsIs("/lite/watch", form).status());
    }

    @Test
    void every_form_that_posts_carries_the_token_and_no_address_does() throws IOException {
        var browser = vigie.browser("o.forms", AccountRole.WATCH);
        var token = browser.formToken();
        for (var path :
                List.of(
                        "/lite/watch",
                        "/lite/report",
                        "/lite/imports",
                        "/lite/imports/new",
                        "/lite/export",
                        "/lite/brief",
                        "/lite/queries/new?name=x",
                        "/lite/force/new",
                        "/lite/plan/new",
                        "/lite/restrictions/new",
                        "/lite/fatalities",
                        "/lite/account")) {
            var body = browser.get(path).body();
            long posting = body.split("method=\"post\"", -1).length - 1L;
            long carrying =
                    body.split("name=\"vigie-form\" value=\"" + token + "\"", -1).length - 1L;
            assertEquals(posting, carrying, path);
            assertFalse(body.matches("(?s).*href=\"[^\"]*vigie-form.*"), path);
            assertFalse(body.contains(browser.cookie.substring(14)), path);
        }
    }

    @Test
    void a_file_without_the_forms_token_is_not_taken() throws IOException {
        var browser = vigie.browser("p.file", AccountRole.WATCH);
        var refused =
                server.upload(
                        "/lite/imports/new",
                        Map.of("id", "x"),
                        new Running.Chosen("a.csv", "a,b\n1,2\n"),
                        Map.of("Cookie", browser.cookie));
        assertEquals(422, refused.status());
        assertTrue(refused.body().contains("of your session"), refused.body());
    }

    @Test
    void a_form_that_says_to_hold_a_file_is_no_way_around_the_token() throws IOException {
        var browser = vigie.browser("p.round", AccountRole.WATCH);
        for (var path :
                List.of("/lite/account?act=everywhere", "/lite/watch?id=x", "/lite/report")) {
            var refused =
                    server.upload(path, Map.of("id", "x"), null, Map.of("Cookie", browser.cookie));
            assertEquals(403, refused.status(), path);
        }
        assertEquals(200, browser.get("/lite").status());
    }

    @Test
    void a_file_that_waits_is_for_whoever_brought_it_and_who_may_see_marked_entries()
            throws IOException {
        var browser = vigie.browser("p.mine", AccountRole.FORCE);
        var other = vigie.browser("p.other", AccountRole.POLICE);
        var watch = vigie.browser("p.watch", AccountRole.WATCH);
        var id = browser.get("/lite/imports/new").formId();
        var sent =
                server.upload(
                        "/lite/imports/new",
                        Map.of(
                                "id",
                                id,
                                "vigie-form",
                                browser.formToken(),
                                "known-at",
                                "now",
                                "handling",
                                "protection"),
                        new Running.Chosen("mine.csv", "what,when\nZanzibarrow,2026-01-01\n"),
                        Map.of("Cookie", browser.cookie));
        assertEquals(303, sent.status(), sent.body());
        var path = "/lite/imports/" + id;
        assertTrue(browser.get(path).body().contains("mine.csv"));
        assertTrue(watch.get(path).body().contains("mine.csv"));
        assertEquals(404, other.get(path).status());
        assertFalse(other.get(path).body().contains("mine.csv"));
        assertFalse(other.get("/lite/imports").body().contains("mine.csv"));
        assertEquals(409, other.post(path, Map.of("act", "stop", "id", id)).status());
    }

    @Test
    void two_tabs_are_one_session_and_signing_out_ends_both() throws IOException {
        var tab = vigie.browser("q.tabs", AccountRole.WATCH);
        var token = tab.formToken();
        assertEquals(token, tab.formToken());
        var elsewhere = vigie.browser(vigie.signIn("q.tabs", SignedIn.PASSWORD));
        var out = tab.post("/lite/account", Map.of());
        assertEquals(303, out.status());
        assertTrue(out.header("set-cookie").contains("Max-Age=0"), out.headers().toString());
        assertEquals(303, tab.get("/lite").status());
        assertEquals(200, elsewhere.get("/lite").status());
        var third = vigie.browser(vigie.signIn("q.tabs", SignedIn.PASSWORD));
        third.post("/lite/account", Map.of("act", "everywhere"));
        assertEquals(303, elsewhere.get("/lite").status());
        assertEquals(303, third.get("/lite").status());
    }

    @Test
    void a_session_ends_by_itself_and_what_was_being_typed_is_given_back() throws IOException {
        var browser = vigie.browser("r.idle", AccountRole.WATCH);
        var token = browser.formToken();
        vigie.pass(Sessions.IDLE_MAX);
        var late =
                browser.postAsIs(
                        "/lite/report",
                        Map.of(
                                "vigie-form", token,
                                "id", "00000000-0000-0000-0000-000000000000",
                                "what", "Forty men <b>left</b> Kadu on foot"));
        assertEquals(401, late.status());
        assertTrue(late.body().contains("Forty men &lt;b&gt;left&lt;/b&gt; Kadu"), late.body());
        assertFalse(late.body().contains(token), late.body());
        assertTrue(late.header("content-security-policy").startsWith("default-src 'none'"));
        assertEquals(303, browser.get("/lite").status());
    }

    @Test
    void who_is_locked_is_out_at_once() throws IOException {
        var browser = vigie.browser("s.out", AccountRole.WATCH);
        assertEquals(200, browser.get("/lite").status());
        vigie.access().accounts().lock("s.out", vigie.now());
        assertEquals(303, browser.get("/lite").status());
        assertEquals(422, vigie.signIn("s.out", SignedIn.PASSWORD).status());
    }

    @Test
    void oversight_reads_who_looked_at_what_and_nobody_else_does() throws IOException {
        var watch = vigie.browser("u.watch", AccountRole.WATCH);
        watch.get("/lite/search?q=well%20of%20Kadu");
        var oversight = vigie.browser("u.over", AccountRole.OVERSIGHT);
        var page = oversight.get("/lite/audit?account=u.watch").body();
        assertTrue(page.contains("/lite/search?q=well%20of%20Kadu"), page);
        assertTrue(page.contains("signed in"), page);
        assertFalse(page.contains("<td>u.over"), page);
        var day = oversight.get("/lite/audit?day=1999-01-01").body();
        assertTrue(day.contains("There is no such line"), day);
        assertEquals(400, oversight.get("/lite/audit?day=tomorrow").status());
        assertEquals(400, oversight.get("/lite/audit?first=-1").status());
        assertEquals(403, watch.get("/lite/audit").status());
        assertFalse(watch.get("/lite").body().contains("/lite/audit"));
        assertTrue(oversight.get("/lite").body().contains("/lite/audit"));
        assertEquals(403, oversight.post("/lite/watch", Map.of("id", "x")).status());
        assertEquals(303, oversight.post("/lite/account", Map.of()).status());
    }

    @Test
    void the_audit_holds_no_password_no_token_and_no_code() throws IOException {
        var token = vigie.link("v.secret", AccountRole.WATCH);
        vigie.setUp(token, "v.secret");
        var browser = vigie.browser(vigie.signIn("v.secret", SignedIn.PASSWORD));
        browser.get("/lite/setup?token=" + token);
        browser.get("/lite/account");
        var form = browser.formToken();
        var lines = vigie.access().audit().list(new Audit.Asked(null, null, 0, 10_000)).toString();
        assertTrue(lines.contains("v.secret"));
        for (var secret : List.of(token, SignedIn.PASSWORD, form, browser.cookie.substring(14))) {
            assertFalse(lines.contains(secret), secret);
        }
    }
}

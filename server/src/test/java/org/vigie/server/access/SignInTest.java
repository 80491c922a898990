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
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.SignedIn;
import org.vigie.store.access.AccountRole;
import org.vigie.store.access.Attempts;

/// Links, passwords, codes and cookies: signing in by the pages.
@SuppressWarnings("NullAway.Init")
class SignInTest {

    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-9-]{19})</code>");

    private static SignedIn vigie;
    private static Running server;

    @BeforeAll
    static void start() throws IOException {
        vigie = SignedIn.on(Demo.with(3));
        server = vigie.server();
        assertEquals(200, server.get("/lite").status(), "no account, no sign-in");
        assertEquals(
                403,
                server.get("/lite", Map.of("X-Forwarded-For", "10.1.2.3")).status(),
                "no account, no proxy");
        var first = vigie.access().accounts().firstLink(vigie.now());
        assertTrue(server.get("/lite/setup?token=" + first).body().contains("first administrator"));
        var done = vigie.setUp(first, "m.first");
        assertEquals(200, done.status(), done.body());
        assertEquals(10, RECOVERY.matcher(done.body()).results().count());
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
    void who_signs_in_sees_what_they_asked_for_and_writes_under_their_name() throws IOException {
        var watch = vigie.browser("w.keita", AccountRole.WATCH);
        assertEquals(200, watch.get("/lite/watch").status());
        assertTrue(watch.get("/lite/watch").body().contains(">w.keita</a>"));
        var page = watch.get("/lite/report");
        var sent =
                watch.post(
                        "/lite/report",
                        Map.of(
                                "id", page.formId(),
                                "where", "Bali",
                                "threat", "armed men gathering",
                                "risk", "families of Bali",
                                "severity", "high",
                                "lane", "phone",
                                "reliability", "B",
                                "credibility", "2",
                                "back", "no"));
        assertEquals(303, sent.status(), sent.body());
        var receipt = watch.get(sent.header("location")).body();
        assertTrue(receipt.contains("w.keita"), receipt);
        assertEquals(303, watch.get("/lite/officer").status());
        var posed = watch.post("/lite/officer", Map.of("post", "chief", "component", "leadership"));
        assertEquals("", posed.header("set-cookie"));
    }

    @Test
    void the_cookie_is_for_this_site_alone_and_for_no_script() throws IOException {
        vigie.setUp(vigie.link("c.ba", AccountRole.POLICE), "c.ba");
        var cookie = vigie.signIn("c.ba", SignedIn.PASSWORD).header("set-cookie");
        assertTrue(cookie.startsWith("vigie-session="), cookie);
        assertTrue(cookie.contains("; Path=/; HttpOnly; SameSite=Strict"), cookie);
        vigie.pass(Duration.ofSeconds(30));
        var form =
                Map.of("name", "c.ba", "password", SignedIn.PASSWORD, "code", vigie.code("c.ba"));
        var behind =
                server.post(
                        "/lite/sign-in",
                        form,
                        Map.of("Origin", server.origin(), "X-Forwarded-Proto", "https"));
        assertTrue(behind.header("set-cookie").contains("; Secure"), behind.headers().toString());
    }

    @Test
    void a_token_that_was_there_before_is_no_session_and_signing_in_makes_a_new_one()
            throws IOException {
        vigie.setUp(vigie.link("d.fix", AccountRole.WATCH), "d.fix");
        var planted = "vigie-session=" + "A".repeat(43);
        assertEquals(303, server.get("/lite", Map.of("Cookie", planted)).status());
        vigie.pass(Duration.ofSeconds(30));
        var signedIn =
                server.post(
                        "/lite/sign-in",
                        Map.of(
                                "name",
                                "d.fix",
                                "password",
                                SignedIn.PASSWORD,
                                "code",
                                vigie.code("d.fix")),
                        server.withCookie(planted));
        assertEquals(303, signedIn.status());
        var fresh = signedIn.header("set-cookie").split(";", 2)[0];
        assertNotEquals(planted, fresh);
        assertEquals(303, server.get("/lite", Map.of("Cookie", planted)).status());
        assertEquals(200, server.get("/lite", Map.of("Cookie", fresh)).status());
        var two = Map.of("Cookie", planted + "; " + fresh);
        assertEquals(303, server.get("/lite", two).status(), "two cookies are none");
    }

    @Test
    void a_code_counts_once() throws IOException {
        vigie.setUp(vigie.link("e.once", AccountRole.WATCH), "e.once");
        assertEquals(
                422,
                server.post(
                                "/lite/sign-in",
                                Map.of(
                                        "name",
                                        "e.once",
                                        "password",
                                        SignedIn.PASSWORD,
                                        "code",
                                        vigie.code("e.once")))
                        .status(),
                "the code of the set-up has been used");
        assertEquals(303, vigie.signIn("e.once", SignedIn.PASSWORD).status());
        var form =
                Map.of(
                        "name",
                        "e.once",
                        "password",
                        SignedIn.PASSWORD,
                        "code",
                        vigie.code("e.once"));
        assertEquals(422, server.post("/lite/sign-in", form).status());
    }

    @Test
    void of_eight_sign_ins_with_one_code_at_the_same_moment_one_succeeds() throws IOException {
        vigie.setUp(vigie.link("g.race", AccountRole.WATCH), "g.race");
        vigie.access().accounts().unlock("g.race");
        vigie.pass(Duration.ofMinutes(10));
        var form =
                Map.of(
                        "name",
                        "g.race",
                        "password",
                        SignedIn.PASSWORD,
                        "code",
                        vigie.code("g.race"));
        long in =
                IntStream.range(0, 8)
                        .parallel()
                        .filter(i -> server.post("/lite/sign-in", form).status() == 303)
                        .count();
        assertEquals(1, in);
    }

    @Test
    void a_recovery_code_stands_for_the_telephone_once() throws IOException {
        var done = vigie.setUp(vigie.link("h.lost", AccountRole.WATCH), "h.lost");
        var codes = RECOVERY.matcher(done.body());
        assertTrue(codes.find());
        var form =
                Map.of(
                        "name",
                        "h.lost",
                        "password",
                        SignedIn.PASSWORD,
                        "code",
                        codes.group(1).toUpperCase(java.util.Locale.ROOT));
        assertEquals(303, server.post("/lite/sign-in", form).status());
        assertEquals(422, server.post("/lite/sign-in", form).status());
    }

    @Test
    void the_answer_never_tells_whether_there_is_such_an_account() throws IOException {
        vigie.setUp(vigie.link("i.there", AccountRole.WATCH), "i.there");
        vigie.pass(Duration.ofDays(1));
        for (int i = 0; i <= Attempts.FREE; i++) {
            var there = vigie.signIn("i.there", "not the password " + i);
            vigie.pass(Duration.ofMinutes(5));
            var absent = vigie.signIn("i.absent", "not the password " + i);
            vigie.pass(Duration.ofMinutes(5));
            assertEquals(there.status(), absent.status());
            assertEquals(
                    there.body().replaceAll("\\d+ seconds", "N seconds"),
                    absent.body()
                            .replaceAll("\\d+ seconds", "N seconds")
                            .replace("i.absent", "i.there"));
            assertFalse(there.body().contains("not the password"));
        }
    }

    @Test
    void after_five_failures_even_the_right_password_waits() throws IOException {
        vigie.setUp(vigie.link("j.wait", AccountRole.WATCH), "j.wait");
        vigie.pass(Duration.ofDays(1));
        for (int i = 0; i < Attempts.FREE; i++) {
            var form = Map.of("name", "j.wait", "password", "wrong " + i, "code", "000000");
            assertEquals(422, server.post("/lite/sign-in", form).status());
        }
        var right =
                Map.of(
                        "name",
                        "j.wait",
                        "password",
                        SignedIn.PASSWORD,
                        "code",
                        vigie.code("j.wait"));
        var waits = server.post("/lite/sign-in", right);
        assertEquals(429, waits.status());
        assertTrue(waits.body().contains("30 seconds"), waits.body());
        vigie.pass(Attempts.WAIT);
        assertEquals(303, vigie.signIn("j.wait", SignedIn.PASSWORD).status());
    }

    @Test
    void a_link_that_was_used_shows_nothing_more() throws IOException {
        var token = vigie.link("k.link", AccountRole.WATCH);
        var page = server.get("/lite/setup?token=" + token).body();
        assertTrue(page.contains("<svg role=\"img\""), page);
        assertEquals(200, vigie.setUp(token, "k.link").status());
        var again = server.get("/lite/setup?token=" + token);
        assertEquals(410, again.status());
        assertFalse(again.body().contains("<svg role"), again.body());
        var form =
                Map.of(
                        "token", token,
                        "name", "k.link",
                        "password", "another password 9",
                        "again", "another password 9",
                        "code", vigie.code("k.link"));
        assertEquals(410, server.post("/lite/setup", form).status());
        assertEquals(410, server.get("/lite/setup").status());
        assertEquals(410, server.get("/lite/setup?token=" + "A".repeat(43)).status());
    }

    @Test
    void what_was_mistyped_at_the_set_up_is_told_and_the_link_stays_good() throws IOException {
        var token = vigie.link("l.typo", AccountRole.WATCH);
        var form =
                new HashMap<>(
                        Map.of(
                                "token", token,
                                "name", "l.typo",
                                "password", "password1234",
                                "again", "password12345",
                                "code", "12"));
        var refused = server.post("/lite/setup", form);
        assertEquals(422, refused.status());
        assertTrue(refused.body().contains("many people choose this one"), refused.body());
        assertTrue(refused.body().contains("the two are not the same"), refused.body());
        assertTrue(refused.body().contains("not the code that belongs"), refused.body());
        assertFalse(refused.body().contains("password1234"), refused.body());
        assertEquals(200, vigie.setUp(token, "l.typo").status());
    }

    @Test
    void after_signing_in_somebody_goes_on_to_a_page_of_ours_and_nowhere_else() throws IOException {
        vigie.setUp(vigie.link("t.next", AccountRole.WATCH), "t.next");
        var wanted = server.get("/lite/search?q=a%20b&lang=fr").header("location");
        assertEquals("/lite/sign-in?next=%2Flite%2Fsearch%3Fq%3Da%2520b%26lang%3Dfr", wanted);
        assertTrue(
                server.get(wanted)
                        .body()
                        .contains("name=\"next\" value=\"/lite/search?q=a%20b&amp;lang=fr\""));
        assertEquals("/lite/search?q=a%20b&lang=fr", next("/lite/search?q=a%20b&lang=fr"));
        for (var elsewhere :
                List.of(
                        "https://example.org",
                        "//example.org",
                        "/lite//example.org",
                        "/\\example.org",
                        "/ogc",
                        "/lite\r\nSet-Cookie: a=b",
                        "javascript:alert(1)",
                        "/lite/sign-in?next=x",
                        "/liter")) {
            assertEquals("/lite/watch", next(elsewhere), elsewhere);
        }
    }

    private static String next(String wanted) {
        vigie.pass(Duration.ofSeconds(30));
        return server.post(
                        "/lite/sign-in",
                        Map.of(
                                "name",
                                "t.next",
                                "password",
                                SignedIn.PASSWORD,
                                "code",
                                vigie.code("t.next"),
                                "next",
                                wanted))
                .header("location");
    }
}

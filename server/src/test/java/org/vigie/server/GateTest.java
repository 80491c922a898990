package org.vigie.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class GateTest {

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.on(Demo.with(3));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_page_may_load_nothing_but_its_style_sheet_and_run_nothing() {
        var policy = server.get("/lite").header("content-security-policy");
        assertTrue(policy.startsWith("default-src 'none'; style-src 'self';"), policy);
        assertFalse(policy.contains("script-src"), policy);
    }

    @Test
    void a_page_is_not_stored_not_sniffed_and_not_told_to_others() {
        var page = server.get("/lite");
        assertEquals("no-store", page.header("cache-control"));
        assertEquals("nosniff", page.header("x-content-type-options"));
        assertEquals("no-referrer", page.header("referrer-policy"));
        assertEquals("DENY", page.header("x-frame-options"));
    }

    @Test
    void an_error_is_protected_too() {
        var page = server.get("/lite/nothing-here");
        assertEquals(404, page.status());
        assertTrue(page.header("content-security-policy").startsWith("default-src 'none'"));
    }

    @Test
    void what_the_container_refuses_is_answered_in_our_words_behind_our_headers()
            throws IOException {
        for (var path :
                List.of(
                        "/lite/%ZZ",
                        "/lite/%00", "/lite?q=%ZZ|", "/lite/" + "a".repeat(9_000), "/lite/a\\b")) {
            var answer = raw(path);
            var shown = path.substring(0, Math.min(20, path.length())) + ": " + answer;
            assertTrue(answer.startsWith("HTTP/1.1 4"), shown);
            assertTrue(answer.contains("Content-Security-Policy: default-src 'none'"), shown);
            assertTrue(answer.contains("X-Content-Type-Options: nosniff"), shown);
            assertFalse(answer.contains("Tomcat"), shown);
            assertFalse(answer.contains("<h1>HTTP Status"), shown);
            assertTrue(answer.contains("Rien n'a été écrit"), shown);
        }
    }

    private static String raw(String path) throws IOException {
        var address = URI.create(server.origin());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            var request =
                    "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void another_name_for_this_machine_is_refused() throws IOException {
        assertTrue(server.statusLineFor("evil.example").contains("403"));
        assertTrue(server.statusLineFor("127.0.0.1.evil.example:80").contains("403"));
    }

    @Test
    void the_names_of_this_machine_are_accepted() throws IOException {
        assertTrue(server.statusLineFor("localhost:8470").contains("200"));
        assertTrue(server.statusLineFor("127.0.0.1").contains("200"));
        assertTrue(server.statusLineFor("[::1]:8470").contains("200"));
    }

    @Test
    void a_write_from_a_page_of_another_site_is_refused() {
        var form = Map.of("id", "x");
        var elsewhere = Map.of("Origin", "https://evil.example");
        assertEquals(403, server.post("/lite/report", form, elsewhere).status());
        var browser = Map.of("Origin", "null", "Sec-Fetch-Site", "cross-site");
        assertEquals(403, server.post("/lite/report", form, browser).status());
        assertEquals(403, server.post("/lite/report", form, Map.of("Origin", "null")).status());
        var samePort = Map.of("Sec-Fetch-Site", "same-site");
        assertEquals(403, server.post("/lite/report", form, samePort).status());
    }

    @Test
    void a_write_from_our_own_page_passes_the_gate() {
        var ours = Map.of("Origin", "null", "Sec-Fetch-Site", "same-origin");
        assertEquals(400, server.post("/lite/report", Map.of("id", "x"), ours).status());
    }

    @Test
    void the_style_sheet_is_small_and_kept_for_ever() {
        var page = server.get("/lite").body();
        int from = page.indexOf("/lite/style-");
        var style = server.get(page.substring(from, page.indexOf('"', from)));
        assertEquals(200, style.status());
        assertTrue(style.bytes() <= 12 * 1024, () -> style.bytes() + " bytes");
        assertTrue(style.header("cache-control").contains("immutable"));
    }

    @Test
    void the_brief_brings_its_own_style_and_no_other_page_loads_it() {
        var page = server.get("/lite/brief").body();
        int from = page.indexOf("/lite/brief-");
        var style = server.get(page.substring(from, page.indexOf('"', from)));
        assertEquals(200, style.status());
        assertTrue(style.body().contains(".brief"), style.body());
        assertTrue(style.header("cache-control").contains("immutable"));
        assertEquals(-1, server.get("/lite").body().indexOf("/lite/brief-"));
    }
}

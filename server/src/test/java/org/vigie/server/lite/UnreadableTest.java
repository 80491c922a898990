package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// Addresses and forms that no page of ours makes: refused as such, never a slip of ours.
@SuppressWarnings("NullAway.Init")
class UnreadableTest {

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
    void a_clock_far_outside_history_is_bad_input() {
        for (var moment : List.of("-999999999-01-01T00:00", "0000-01-01", "-9999-01-01T00:00")) {
            for (var clock : List.of("known", "recorded")) {
                assertEquals(400, server.get("/lite?" + clock + "=" + moment).status(), moment);
            }
        }
    }

    @Test
    void a_day_that_no_calendar_holds_is_bad_input_and_the_page_says_so() {
        for (var day : List.of("-999999999-01-01", "%2B999999999-12-31", "1899-12-31")) {
            for (var page :
                    List.of(
                            "/lite/sitrep?day=",
                            "/lite?from=",
                            "/lite?to=",
                            "/lite/response?from=",
                            "/lite/brief?to=",
                            "/lite/brief?since=",
                            "/lite/changes?since=",
                            "/lite/log?since=",
                            "/lite/log?until=",
                            "/lite/force?on=",
                            "/lite/registers/leadership?on=",
                            "/lite/export?from=",
                            "/ogc/collections/incidents/items?from=",
                            "/ogc/collections/incidents/items?since=",
                            "/feeds/incidents.atom?to=")) {
                var answer = server.get(page + day);
                boolean refused = answer.status() == 400 || answer.status() == 404;
                assertTrue(refused, page + day + " " + answer.status());
            }
            var open = server.get("/ogc/collections/incidents/items?datetime=" + day);
            assertTrue(open.status() < 500, "an archive may ask for all of time: " + day);
        }
        var said = server.get("/lite/sitrep?day=-999999999-01-01").body();
        assertTrue(said.contains("1900 to 9999"), said);
    }

    @Test
    void text_that_is_no_utf_8_is_bad_input() {
        assertEquals(400, server.get("/lite?area=%F0%9F").status());
        assertEquals(400, server.get("/lite?area=%ED%A0%80").status());
    }

    @Test
    void a_form_of_another_sort_or_without_end_is_bad_input() {
        var another = Map.of("Content-Type", "multipart/form-data");
        assertEquals(400, server.post("/lite/report", Map.of("id", "x"), another).status());
        var many = new HashMap<String, String>();
        for (int i = 0; i < 20_000; i++) {
            many.put("a" + i, "1");
        }
        assertEquals(400, server.post("/lite/report", many).status());
    }

    @Test
    void the_page_for_errors_asked_for_without_one_is_not_here() {
        assertEquals(404, server.get("/error").status());
    }
}

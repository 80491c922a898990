package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.server.Demo;
import org.vigie.server.Running;

@SuppressWarnings("NullAway.Init")
class PagesTest {

    private static final int BYTES_MAX = 30 * 1024;

    /// Both clocks, a language and an area in every link: the heaviest that a page gets.
    private static final String HEAVY =
            "known=2026-03-15T05:30&recorded=2026-03-15T05:31&lang=fr&area=Delta&from=2024-01-01"
                    + "&to=2026-12-31";

    private static final List<String> PAGES =
            List.of(
                    "/lite",
                    "/lite/counts?by=cell",
                    "/lite/watch",
                    "/lite/report",
                    "/lite/response",
                    "/lite/response?by=sector",
                    "/lite/response?by=lane",
                    "/lite/casevac",
                    "/lite/casevac?spot=14.5,-4.2&weather=grounded&light=night",
                    "/lite/brief",
                    "/lite/brief?in=nl",
                    "/lite/brief?tier=partner",
                    "/lite/brief?tier=public",
                    "/lite/changes",
                    "/lite/changes?since=2000-01-01",
                    "/lite/registers",
                    "/lite/force",
                    "/lite/force/new",
                    "/lite/force/generation",
                    "/lite/fatalities",
                    "/lite/posture",
                    "/lite/posture?a=inf@alpha&moves=2",
                    "/lite/actors",
                    "/lite/mandate",
                    "/lite/strength",
                    "/lite/accords",
                    "/lite/surveys",
                    "/lite/sources",
                    "/lite/search?q=group",
                    "/lite/queries",
                    "/lite/imports",
                    "/lite/imports/new",
                    "/lite/export?tier=public&format=hxl",
                    "/lite/verify",
                    "/lite/entries/5",
                    "/lite/help",
                    "/lite/officer");

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.on(Demo.with(2000));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_page_answers_in_both_languages() {
        for (var page : PAGES) {
            for (var language : List.of("en", "fr")) {
                var answer = server.get(with(page, "lang=" + language));
                assertEquals(200, answer.status(), page);
                assertTrue(answer.body().contains("<html lang=\"" + language + "\""), page);
            }
        }
    }

    @Test
    void no_page_weighs_more_than_30_kb_even_with_the_longest_links() {
        var heavy = new ArrayList<String>();
        for (var page : PAGES) {
            for (var address :
                    List.of(
                            page,
                            with(page, HEAVY),
                            with(page, HEAVY + "&actor=Group+3&kind=one-sided"),
                            with(page, HEAVY + "&actor=Civilians"),
                            with(page, HEAVY + "&exercise=1"))) {
                int bytes = server.get(address).bytes();
                if (bytes > BYTES_MAX) {
                    heavy.add(address + ": " + bytes);
                }
            }
        }
        assertEquals(List.of(), heavy);
    }

    @Test
    void no_page_has_a_script_or_a_style_of_its_own_and_the_watch_one_file_of_ours() {
        var unsafe = Pattern.compile("<script|<style|\\son[a-z]+=|\\sstyle=|javascript:");
        var ours = Pattern.compile("<script src=\"/lite/live-[0-9a-f]{12}\\.js\" defer></script>");
        for (var page : PAGES) {
            var body = server.get(page).body().toLowerCase(Locale.ROOT);
            var left = page.startsWith("/lite/watch") ? ours.matcher(body).replaceFirst("") : body;
            assertFalse(unsafe.matcher(left).find(), page);
        }
    }

    @Test
    void no_page_loads_anything_from_elsewhere() {
        var elsewhere = Pattern.compile("(?:src|href)=\"(?:https?:)?//");
        for (var page : PAGES) {
            assertFalse(elsewhere.matcher(server.get(page).body()).find(), page);
        }
    }

    @Test
    void ids_on_a_page_are_unique() {
        for (var page : PAGES) {
            var ids = new ArrayList<String>();
            Pattern.compile("\\sid=\"([^\"]+)\"")
                    .matcher(server.get(page).body())
                    .results()
                    .forEach(id -> ids.add(id.group(1)));
            assertEquals(ids.stream().distinct().toList(), ids, page);
        }
    }

    @Test
    void the_picture_says_what_is_not_on_the_map() {
        var body = server.get("/lite").body();
        assertTrue(body.contains("2,000 shown · 154 without a place · 118 vague"), body);
    }

    @Test
    void links_keep_both_clocks_the_filter_and_the_language() {
        var body = server.get("/lite?" + HEAVY).body();
        var link = Pattern.compile("href=\"(/lite/incidents/[^\"]+)\"").matcher(body);
        assertTrue(link.find());
        for (var kept :
                List.of("known=", "recorded=", "lang=fr", "area=Delta", "from=2024-01-01")) {
            assertTrue(link.group(1).contains(kept), link.group(1));
        }
    }

    @Test
    void the_past_is_marked_and_nothing_can_be_written_from_it() {
        var body = server.get("/lite/report?known=2026-03-01").body();
        assertTrue(body.contains("LOOKING AT THE PAST"), body);
        assertFalse(body.contains("method=\"post\""), body);
    }

    @Test
    void a_moment_that_has_not_come_is_not_called_the_past() {
        var known = server.get("/lite?known=2027-01-01").body();
        assertFalse(known.contains("LOOKING AT THE PAST"), known);
        assertTrue(known.contains("A MOMENT THAT HAS NOT COME YET."), known);
        assertTrue(
                known.contains("nobody can know yet what will have been learned by then"), known);
        var both = server.get("/lite?known=2026-03-01&recorded=2027-01-01").body();
        assertTrue(both.contains("LOOKING AT THE PAST"), both);
        assertTrue(both.contains("shown is what is recorded by now"), both);
    }

    @Test
    void from_one_alert_the_other_ledger_is_entered_by_the_watch() {
        var alert = "/lite/alerts/018f0000-0000-7000-8000-000000000000";
        var page = server.get(alert + "?exercise=1").body();
        assertFalse(page.contains("href=\"" + alert + "\">Leave the exercise"), page);
        assertTrue(page.contains("href=\"/lite/watch\">Leave the exercise"), page);
    }

    @Test
    void what_is_not_there_at_a_past_moment_may_be_there_now() {
        var alert = "/lite/alerts/018f0000-0000-7000-8000-000000000000";
        var answer = server.get(alert + "?known=2026-03-01");
        assertEquals(404, answer.status());
        assertTrue(answer.body().contains("it did not exist yet at that moment"), answer.body());
        assertTrue(answer.body().contains("href=\"" + alert + "\""), answer.body());
    }

    @Test
    void the_rate_of_response_says_beside_its_headline_how_many_came_before_the_attack() {
        assertTrue(server.get("/lite/response").body().contains("before the attack: 0 of 0"));
    }

    @Test
    void the_clocks_are_folded_away_and_nothing_of_them_needs_a_script() {
        var page = server.get("/lite/report").body();
        assertTrue(page.contains("<details class=\"ck\"><summary>"), page);
    }

    @Test
    void what_was_learned_later_is_not_shown() {
        assertTrue(server.get("/lite?known=2026-03-14").body().contains("0 shown"));
    }

    @Test
    void an_exercise_is_marked_in_words_at_top_and_bottom_and_in_the_title() {
        var body = server.get("/lite?exercise=1").body();
        assertTrue(body.contains("<title>EXERCISE: "), body);
        assertEquals(3, body.split("EXERCISE", -1).length - 1);
    }

    @Test
    void a_number_opens_its_rows() {
        var body = server.get("/lite?by=year").body();
        assertTrue(body.contains("from=2025-01-01&amp;to=2025-12-31"), body);
        assertTrue(server.get("/lite?from=2025-01-01&to=2025-12-31").body().contains("shown"));
    }

    @Test
    void bad_parameters_give_400_with_a_sentence() {
        for (var bad :
                List.of(
                        "known=yesterday",
                        "recorded=2020-13-01",
                        "from=2020-02-30",
                        "from=2021-01-01&to=2020-01-01",
                        "kind=nothing",
                        "cell=0",
                        "lang=xx",
                        "exercise=2",
                        "by=colour",
                        "row=-1",
                        "theme=red")) {
            var answer = server.get("/lite?" + bad);
            assertEquals(400, answer.status(), bad);
            assertTrue(answer.body().contains(" must be "), answer.body());
        }
    }

    @Test
    void what_is_not_there_is_404_and_tells_nothing_else() {
        for (var address :
                List.of(
                        "/lite/incidents/018f0000-0000-7000-8000-000000000000",
                        "/lite/alerts/018f0000-0000-7000-8000-000000000000",
                        "/lite/entries/999999",
                        "/lite/nothing",
                        "/favicon.ico")) {
            var answer = server.get(address);
            assertEquals(404, answer.status(), address);
            assertFalse(answer.body().contains("Exception"), answer.body());
        }
    }

    @Test
    void the_first_start_line_stands_on_every_page() {
        for (var page : PAGES) {
            assertTrue(server.get(page).body().contains("Real reports need sign-in"), page);
        }
    }

    @Test
    void the_theme_is_remembered_by_the_browser() {
        var cookie = server.get("/lite?theme=dark").header("set-cookie");
        assertTrue(cookie.startsWith("vigie-theme=dark"), cookie);
        assertTrue(cookie.contains("SameSite=Strict"), cookie);
    }

    private static String with(String page, String parameters) {
        return page + (page.contains("?") ? "&" : "?") + parameters;
    }
}

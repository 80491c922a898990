package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.assess.RateTable;
import org.vigie.exchange.packs.Chronology;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackFiles;
import org.vigie.exchange.packs.PackLoader;
import org.vigie.exchange.packs.Play;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// The rate of response in the browser, on the two cases of the Mali pack.
@SuppressWarnings("NullAway.Init")
class RatePagesTest {

    private static final int BYTES_MAX = 30 * 1024;
    private static final List<String> LANGUAGES = List.of("en", "fr");

    private static Running server;

    @BeforeAll
    static void start() throws IOException {
        var demo = new Demo();
        var files = PackFiles.of(Path.of("..", "missions", "mali").toString());
        var pack = Pack.read(files);
        PackLoader.load(pack, demo.ledger());
        for (var name : List.of("ogossagou-2020-02", "moura-2022-03")) {
            new Play(Chronology.read(files, pack, name), demo.ledger(), (line, number, total) -> {})
                    .atOnce();
        }
        server = Running.on(demo.desk());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String page(String query) {
        var answer = server.get("/lite/response" + query);
        assertEquals(200, answer.status(), query);
        assertTrue(answer.bytes() < BYTES_MAX, query + " " + answer.bytes());
        return answer.body();
    }

    @Test
    void every_split_is_a_page_in_both_languages() {
        for (var language : LANGUAGES) {
            for (var by : Arrays.stream(RateTable.By.values()).map(RateTable.By::code).toList()) {
                assertTrue(page("?by=" + by + "&lang=" + language).contains("id=\"by\""), by);
            }
        }
    }

    @Test
    void each_figure_of_a_split_opens_its_rows() {
        var link =
                "/lite/response/rows?by=reason&amp;key=host-refused&amp;measure=responses-with-reason";
        assertTrue(page("?by=reason").contains("href=\"" + link + "\">1</a>"), page("?by=reason"));
        var rows = server.get(link.replace("&amp;", "&"));
        assertEquals(200, rows.status());
        assertTrue(rows.body().contains("host state refused: Not possible"), rows.body());
        assertTrue(rows.body().contains("/lite/alerts/"), rows.body());
        assertEquals(404, server.get(link.replace("&amp;", "&").replace("host-", "")).status());
    }

    @Test
    void each_bar_of_the_funnel_and_of_the_time_opens_its_rows() {
        for (var language : LANGUAGES) {
            var page = page("?lang=" + language);
            for (var rows :
                    List.of("measure=warnings-ordered", "measure=warnings-moved", "leg=move")) {
                var link = "/lite/response/rows?lang=" + language + "&amp;" + rows;
                assertTrue(page.contains("href=\"" + link + "\""), rows + page);
                var opened = server.get(link.replace("&amp;", "&"));
                assertEquals(200, opened.status(), rows);
                assertTrue(opened.body().contains("<li>"), opened.body());
            }
        }
        assertEquals(404, server.get("/lite/response/rows?leg=fly").status());
    }

    @Test
    void no_row_is_left_out_while_there_is_room_and_the_way_back_is_there() {
        var heavy =
                "&known=2026-03-15T05:30&recorded=2026-03-15T05:31&from=2000-01-01&to=2026-12-31";
        var page = page("?by=month&lang=fr" + heavy);
        assertTrue(page.contains("<b>févr. 2020</b>") && page.contains("<b>mars 2022</b>"), page);
        assertTrue(page.contains(">l’ensemble</a>"), page);
        assertFalse(page("?by=area").contains("more rows"), "all fit");
    }

    @Test
    void a_few_say_so_instead_of_a_percentage() {
        var page = page("?by=lane");
        assertTrue(page.contains("<i class=\"tag\">few</i>"), page);
        assertFalse(page.contains("(100 %)"), page);
    }

    @Test
    void what_writing_down_takes_is_a_page_behind_the_rate() throws IOException {
        assertTrue(page("").contains("href=\"/lite/response/burden\""));
        var nobody = server.get("/lite/response/burden").body();
        assertTrue(nobody.contains("Nobody has filled in a form"), nobody);
        var demo = new Demo();
        try (var other = Running.on(demo.standing())) {
            var form = other.get("/lite/report").formId();
            demo.later(Duration.ofSeconds(75));
            var sent =
                    other.post(
                            "/lite/report",
                            Map.of(
                                    "id", form,
                                    "where", "the ferry",
                                    "threat", "shots heard",
                                    "risk", "traders",
                                    "severity", "high",
                                    "lane", "phone",
                                    "reliability", "F",
                                    "credibility", "6",
                                    "back", "no"));
            assertEquals(303, sent.status(), sent.body());
            var page = other.get("/lite/response/burden").body();
            assertTrue(page.contains("1 min 15 s"), page);
            assertTrue(other.get("/lite/response/burden?lang=fr").body().contains("1 min 15 s"));
        }
    }

    @Test
    void a_desk_without_sectors_shows_areas_and_says_why() {
        assertTrue(page("?by=sector").contains("names no sectors: by first-level area"));
        assertTrue(page("?by=sector&lang=fr").contains("ne nomme aucun secteur"));
    }

    @Test
    void a_split_that_there_is_not_is_refused_with_those_that_there_are() {
        var answer = server.get("/lite/response?by=actor&lang=fr");
        assertEquals(400, answer.status());
        assertTrue(
                answer.body()
                        .contains("reason, sector, area, component, tier, lane, month ou alleged"),
                answer.body());
    }
}

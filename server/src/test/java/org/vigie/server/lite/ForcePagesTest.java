package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.force.ForceRegister;
import org.vigie.force.ForceUnit;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.plan.Unit;
import org.vigie.record.Forces;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// The force register in the browser: its figures, its forms, the taking back.
@SuppressWarnings("NullAway.Init")
class ForcePagesTest {

    private static final int BYTES_MAX = 30 * 1024;
    private static final String PAGE = "/lite/force";
    private static final String FORMS = PAGE + "/new";
    private static final String GENERATION = PAGE + "/generation";
    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final LocalDate DAY = LocalDate.ofInstant(Demo.NOW, java.time.ZoneOffset.UTC);

    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        demo.bases();
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_empty_register_says_what_to_do_in_both_languages() {
        assertTrue(server.get(PAGE + "?lang=en").body().contains("The register knows no unit."));
        assertTrue(server.get(PAGE + "?lang=fr").body().contains("ne connaît aucune unité."));
    }

    @Test
    void a_unit_is_written_and_stands_at_its_base_with_what_was_said() {
        assertEquals(303, unit("strength", "150", "strength-measure", "deployed").status());
        for (var language : LANGUAGES) {
            var body = server.get(PAGE + "?lang=" + language).body();
            assertTrue(body.contains("Rapid company"), body);
            assertTrue(body.contains("150"), body);
            assertTrue(body.contains("deployed"), body);
            assertTrue(body.contains("Ruritania"), body);
        }
    }

    @Test
    void a_changed_notice_holds_from_now_on_and_taken_back_the_old_one_holds_again() {
        unit();
        assertEquals(303, unit("notice-low", "400", "notice-high", "500").status());
        assertEquals(Duration.ofMinutes(400), held().noticeLeast());
        var page = server.get(PAGE + "/unit?id=rapid").body();
        assertTrue(page.contains("30–60 min → <b>400–500 min</b>"), page);
        var latest = demo.ledger().history(Ids.subject("unit", "rapid"), Viewer.owner()).getLast();
        assertEquals(303, takeBack(latest.entry().id().toString()).status());
        assertEquals(Duration.ofMinutes(30), held().noticeLeast());
        assertTrue(server.get(PAGE + "/unit?id=rapid").body().contains("a slip"));
    }

    @Test
    void readiness_that_was_verified_stands_beside_what_was_declared() {
        unit();
        assertEquals(303, readiness("declared", "ready").status());
        assertEquals(303, readiness("verified", "partly").status());
        var unit = register().find("rapid").orElseThrow();
        assertTrue(unit.lessThanDeclared());
        var verified = ForceUnit.stated(unit.verified()).orElseThrow();
        assertEquals(Forces.Readiness.PARTLY, verified.readiness());
        var body = server.get(PAGE).body();
        assertTrue(body.contains("less than declared"), body);
        var page = server.get(PAGE + "/unit?id=rapid").body();
        assertTrue(page.contains("by " + verified.by()), page);
    }

    @Test
    void a_caveat_is_said_in_words_and_ends_on_its_last_day() {
        unit();
        assertEquals(303, caveat("max-km", "80").status());
        assertTrue(server.get(PAGE).body().contains("no further than 80 km from its base"));
        var code = held().caveats().getFirst().code();
        assertEquals(
                303,
                send("caveat-end", Map.of("caveat-code", code, "last-day", "2026-03-01")).status());
        assertEquals(List.of(), held().caveats());
    }

    @Test
    void a_caveat_that_excludes_everything_is_refused_with_the_reason() {
        unit();
        var again = caveat("max-km", "0");
        assertEquals(422, again.status());
        assertTrue(again.body().contains("the unit could do nothing at all"), again.body());
        assertEquals(422, caveat("ask-capital", "soon").status());
    }

    @Test
    void a_unit_that_has_gone_is_no_longer_there_after_its_last_day() {
        unit();
        assertEquals(
                303, send("gone", Map.of("last-day", "2026-03-10", "why", "withdrawn")).status());
        assertEquals(List.of(), register().units());
        assertEquals(1, register().left());
        assertTrue(
                server.get(PAGE).body().contains("None of the units that the register knows (1)"));
        assertTrue(server.get(PAGE + "?on=2026-03-10").body().contains("Rapid company"));
    }

    @Test
    void without_a_partner_the_lost_units_and_parts_are_named() {
        unit();
        var body = server.get(PAGE + "?without=Ruritania").body();
        assertTrue(body.contains("Without Ruritania · units lost: 1"), body);
        assertTrue(body.contains("none left"), body);
        assertTrue(server.get(PAGE + "?without=Nowhere").body().contains("no unit is lost"), body);
    }

    @Test
    void what_was_typed_stands_there_again_with_what_is_wrong() {
        var bad =
                Map.of(
                        "base-code", "",
                        "capabilities", "dorne",
                        "notice-low", "900",
                        "strength", "150");
        var words =
                Map.of(
                        "en",
                        List.of(
                                "a unit stands at a base",
                                "dorne is no word of the list",
                                "not below the other end",
                                "a strength needs its measure"),
                        "fr",
                        List.of("une unité est sur une base", "dorne n’est pas un mot"));
        for (var language : LANGUAGES) {
            var form = new HashMap<>(form("unit", unitFields()));
            form.putAll(bad);
            form.put("lang", language);
            var again = server.post(FORMS, form);
            assertEquals(422, again.status());
            words.getOrDefault(language, List.of())
                    .forEach(word -> assertTrue(again.body().contains(word), again.body()));
            assertTrue(again.body().contains("value=\"Rapid company\""), again.body());
        }
        assertEquals(List.of(), register().units());
    }

    @Test
    void a_base_in_the_sea_is_named() {
        demo.add(
                Ids.subject("base", "sea"),
                null,
                new Forces.BaseOpened(
                        "sea",
                        "Buoy",
                        Site.at("Ocean", new Position(1.0, 5.0), PlacePrecision.EXACT),
                        "",
                        0,
                        "no",
                        "assumed",
                        ""));
        var body = server.get(PAGE).body();
        assertTrue(body.contains("Buoy lies outside of the country"), body);
        assertFalse(body.contains("Alpha lies outside"), body);
    }

    @Test
    void a_need_is_written_step_by_step_and_a_refusal_needs_its_reason() {
        assertEquals(303, need("need-day", "2025-01-01").status());
        var open = server.get(GENERATION).body();
        assertTrue(open.contains("still open"), open);
        var without =
                need(
                        "need-day", "2025-01-01",
                        "asked-day", "2025-02-01",
                        "force-answer", "refused",
                        "answer-day", "2025-03-01");
        assertEquals(422, without.status());
        assertTrue(without.body().contains("a refusal has a reason"), without.body());
        assertEquals(422, need("need-day", "2025-02-01", "asked-day", "2025-01-01").status());
        var refused =
                need(
                        "need-day", "2025-01-01",
                        "asked-day", "2025-02-01",
                        "force-answer", "refused",
                        "answer-day", "2025-03-01",
                        "stated", "unpredictability");
        assertEquals(303, refused.status());
        for (var language : LANGUAGES) {
            var answer = server.get(GENERATION + "?lang=" + language);
            assertTrue(answer.body().contains("unpredictability"), answer.body());
            assertTrue(answer.body().contains(">28"), answer.body());
            assertTrue(answer.bytes() <= BYTES_MAX, "" + answer.bytes());
        }
    }

    private Running.Answer need(String... fields) {
        var form = new HashMap<String, String>();
        form.put("act", "need");
        form.put("id", server.get(GENERATION).formId("need"));
        form.put("need-code", "n1");
        form.put("need-what", "fires");
        form.put("need-count", "1");
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return server.post(GENERATION, form);
    }

    @Test
    void both_clocks_look_back_and_nothing_is_written_from_the_past() {
        unit();
        var before = server.get(PAGE + "?recorded=2026-03-01").body();
        assertFalse(before.contains("Rapid company"), before);
        assertFalse(server.get(FORMS + "?known=2026-01-01").body().contains("value=\"unit\""));
        assertEquals(404, server.get(PAGE + "/unit?id=rapid&known=2026-01-01").status());
    }

    @Test
    void a_form_sent_twice_is_written_once_and_a_hostile_text_stays_text() {
        var form = form("unit", unitFields());
        form.put("unit-name", "<script>alert(1)</script>");
        assertEquals(303, server.post(FORMS, form).status());
        assertEquals(303, server.post(FORMS, form).status());
        assertEquals(1, demo.ledger().history(Ids.subject("unit", "rapid"), Viewer.owner()).size());
        var body = server.get(PAGE).body();
        assertFalse(body.contains("<script>alert"), body);
        assertTrue(body.contains("&lt;script&gt;"), body);
    }

    @Test
    void no_page_weighs_more_than_30_kb() {
        for (int i = 0; i < 60; i++) {
            unit(
                    "unit-code",
                    "unit-" + i,
                    "unit-name",
                    "N".repeat(80) + i,
                    "provider",
                    "Provider " + i,
                    "contributor",
                    "Contributor " + i);
        }
        caveat("max-km", "80");
        for (var page :
                List.of(
                        PAGE,
                        PAGE + "?without=Provider+3",
                        PAGE + "/unit?id=unit-7",
                        FORMS,
                        FORMS + "?unit=unit-7")) {
            for (var language : LANGUAGES) {
                var address =
                        page
                                + (page.contains("?") ? "&" : "?")
                                + "lang="
                                + language
                                + "&area=Delta&actor=Group+3&kind=one-sided";
                var answer = server.get(address);
                assertEquals(200, answer.status());
                assertTrue(answer.bytes() <= BYTES_MAX, address + ": " + answer.bytes());
            }
        }
    }

    @Test
    void stated_ways_stand_on_the_page_in_both_languages_and_a_wrong_word_at_its_field() {
        var sent =
                unit(
                        "ways",
                        "road track rains 10-20|foot 3-5",
                        "strength",
                        "150",
                        "strength-measure",
                        "deployed",
                        "strength-on",
                        "2024-01-31");
        assertEquals(303, sent.status(), sent.body());
        var page = server.get("/lite/force/unit?id=rapid").body();
        assertTrue(page.contains("by road on a track in the rains, 10 to 20 km/h"), page);
        assertTrue(page.contains("150 deployed · 31 Jan 2024"), page);
        var french = server.get("/lite/force/unit?id=rapid&lang=fr").body();
        assertTrue(
                french.contains("par la route sur une piste en saison des pluies, 10 à 20"),
                french);
        var wrong = unit("ways", "road mud 10-20", "crew-hours", "8");
        assertEquals(422, wrong.status());
        assertTrue(
                wrong.body().contains("mud&#34;. Write road track")
                        || wrong.body().contains("mud&quot;. Write road track"),
                wrong.body());
        assertTrue(wrong.body().contains("only of a unit that flies"), wrong.body());
    }

    private Running.Answer unit(String... fields) {
        var form = form("unit", unitFields());
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return server.post(FORMS, form);
    }

    private static Map<String, String> unitFields() {
        return Map.ofEntries(
                Map.entry("unit-code", "rapid"),
                Map.entry("unit-name", "Rapid company"),
                Map.entry("contributor", "Ruritania"),
                Map.entry("base-code", "alpha"),
                Map.entry("part", "quick-reaction"),
                Map.entry("capabilities", "quick-reaction, air-mobile"),
                Map.entry("mode", "road"),
                Map.entry("speed-low", "15"),
                Map.entry("speed-high", "35"),
                Map.entry("notice-low", "30"),
                Map.entry("notice-high", "60"),
                Map.entry("night", "yes"));
    }

    private Running.Answer readiness(String said, String readiness) {
        return send("readiness", Map.of("said-as", said, "readiness", readiness));
    }

    private Running.Answer caveat(String kind, String value) {
        return send(
                "caveat",
                Map.of("caveat-kind", kind, "caveat-value", value, "caveat-status", "declared"));
    }

    private Running.Answer takeBack(String entry) {
        return send("take-back", Map.of("entry-id", entry, "why", "a slip"));
    }

    private Running.Answer send(String act, Map<String, String> fields) {
        var form = form(act, fields);
        form.put("unit-code", "rapid");
        return server.post(FORMS, form);
    }

    private Map<String, String> form(String act, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("act", act);
        var page = act.equals("unit") ? FORMS : FORMS + "?unit=rapid";
        form.put("id", server.get(page).formId(act));
        return form;
    }

    private Unit held() {
        return register().find("rapid").orElseThrow().unit();
    }

    private ForceRegister register() {
        return ForceRegister.of(demo.ledger().asOf(Demo.NOW, Demo.NOW, Viewer.owner()), DAY);
    }
}

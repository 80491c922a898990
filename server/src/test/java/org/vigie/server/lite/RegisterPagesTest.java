package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackLoader;
import org.vigie.record.Accords;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Surveys;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// The pages of the registers on the Mali pack, with a few entries of a hostile hand beside it.
@SuppressWarnings("NullAway.Init")
class RegisterPagesTest {

    private static final int BYTES_MAX = 30 * 1024;

    private static final String HEAVY =
            "known=2026-03-15T05:30&recorded=2026-03-15T05:31&lang=fr&area=Delta&from=2024-01-01"
                    + "&to=2026-12-31&actor=Group+3&kind=one-sided&on=2023-10-01";

    private static final String HOSTILE = "<script>alert(1)</script>\"onload=x";

    private static final List<String> PAGES =
            List.of(
                    "/lite/registers",
                    "/lite/actors",
                    "/lite/actors?q=etat",
                    "/lite/actors/jnim",
                    "/lite/actors/wagner",
                    "/lite/actors/cma",
                    "/lite/actors/mali-government",
                    "/lite/mandate",
                    "/lite/mandate?on=2022-03-27",
                    "/lite/strength",
                    "/lite/accords",
                    "/lite/accords/apr-2015",
                    "/lite/accords/ogossagou-2021",
                    "/lite/restrictions",
                    "/lite/plan",
                    "/lite/force",
                    "/lite/force?on=2022-03-27&without=Senegal",
                    "/lite/force/unit?id=sen-qrf-mopti",
                    "/lite/force/generation",
                    "/lite/fatalities",
                    "/lite/surveys",
                    "/lite/sources",
                    "/lite/sources?row=120",
                    "/lite/sources/nrc-2022",
                    "/lite/sources/ocha-pcodes");

    private static Running server;

    @BeforeAll
    static void start() throws IOException {
        var demo = new Demo();
        PackLoader.load(Pack.read(Path.of("..", "missions", "mali")), demo.ledger());
        write(demo, Handling.OPEN, Ids.subject("actor", "hostile"), actor("hostile", HOSTILE));
        write(
                demo,
                Handling.OPEN,
                Ids.subject("actor", "hostile"),
                new Facts.ActorLabelled("hostile", HOSTILE, "fama", null, "nrc-2022", HOSTILE));
        write(
                demo,
                Handling.OPEN,
                Ids.subject("actor", "formula"),
                actor("formula", "=HYPERLINK(1)"));
        write(
                demo,
                Handling.MISSION,
                Ids.subject("actor", "inside"),
                actor("inside", "Known inside the mission"));
        write(
                demo,
                Handling.SEALED,
                Ids.subject("actor", "jnim"),
                new Facts.ActorRelated(
                        "jnim",
                        "allied-with",
                        "csp",
                        LocalDate.of(2024, 1, 1),
                        null,
                        "low",
                        "sealed-source",
                        ""));
        write(
                demo,
                Handling.OPEN,
                Ids.subject("accord", "hostile"),
                new Accords.AccordMade(
                        "hostile", HOSTILE, Accords.Scope.LOCAL, "", HOSTILE, "nrc-2022", ""));
        write(
                demo,
                Handling.OPEN,
                Ids.subject("survey", "hostile"),
                new Surveys.SurveyAnswered(
                        "hostile",
                        "Voices",
                        "ML",
                        HOSTILE,
                        HOSTILE,
                        12,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        12.5,
                        null,
                        "nrc-2022",
                        ""));
        write(
                demo,
                Handling.OPEN,
                Ids.subject("actor", "odd?a b\"<"),
                actor("odd?a b\"<", "Odd code"));
        server = Running.on(demo.desk());
    }

    private static Facts.ActorDeclared actor(String code, String name) {
        return new Facts.ActorDeclared(
                code,
                name,
                List.of(),
                org.vigie.record.ActorClass.UNKNOWN,
                null,
                null,
                null,
                "nrc-2022",
                "");
    }

    private static void write(Demo demo, Handling handling, UUID subject, Body body) {
        demo.ledger()
                .append(
                        List.of(
                                new Entry(
                                        Ids.subject("test", handling + body.toString()),
                                        subject,
                                        Happened.on(LocalDate.of(2024, 1, 1)),
                                        Instant.parse("2024-01-02T00:00:00Z"),
                                        "duty officer",
                                        Component.OPERATIONS_CENTRE,
                                        handling,
                                        Origin.hand(),
                                        null,
                                        body)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String with(String page, String parameters) {
        return page + (page.contains("?") ? "&" : "?") + parameters;
    }

    private static String known(String page, String day) {
        return server.get(with(page, "lang=en&known=" + day)).body();
    }

    @Test
    void every_register_answers_in_both_languages_with_its_place_in_the_navigation() {
        for (var page : PAGES) {
            for (var language : List.of("en", "fr")) {
                var answer = server.get(with(page, "lang=" + language));
                assertEquals(200, answer.status(), page);
                assertTrue(
                        answer.body()
                                .contains(
                                        "aria-current=\"page\">"
                                                + (language.equals("en")
                                                        ? "Registers"
                                                        : "Répertoires")),
                        page);
            }
        }
    }

    @Test
    void no_register_weighs_more_than_30_kb_even_with_the_longest_links() {
        var heavy = new ArrayList<String>();
        for (var page : PAGES) {
            for (var address :
                    List.of(page, with(page, HEAVY), with(page, HEAVY + "&exercise=0"))) {
                int bytes = server.get(address).bytes();
                if (bytes > BYTES_MAX) {
                    heavy.add(address + ": " + bytes);
                }
            }
        }
        assertEquals(List.of(), heavy);
    }

    @Test
    void no_register_holds_a_script_a_style_a_link_out_or_an_id_twice() {
        var unsafe = Pattern.compile("<script|<style|\\son[a-z]+=|\\sstyle=|javascript:");
        var elsewhere = Pattern.compile("(?:src|href)=\"(?:https?:)?//");
        for (var page : List.of("/lite/actors/hostile", "/lite/accords/hostile", "/lite/surveys")) {
            assertTrue(server.get(page).body().contains("&lt;script&gt;"), page);
        }
        for (var page : PAGES) {
            var body = server.get(page).body();
            assertFalse(unsafe.matcher(body.toLowerCase(Locale.ROOT)).find(), page);
            assertFalse(elsewhere.matcher(body).find(), page);
            var ids = new ArrayList<String>();
            Pattern.compile("\\sid=\"([^\"]+)\"")
                    .matcher(body)
                    .results()
                    .forEach(id -> ids.add(id.group(1)));
            assertEquals(ids.stream().distinct().toList(), ids, page);
        }
    }

    @Test
    void that_two_movements_seem_to_join_is_shown_from_when_it_was_reported() {
        var before = known("/lite/actors/jnim", "2023-09-29");
        assertFalse(before.contains("reported to cooperate with"), before);
        var after = known("/lite/actors/jnim", "2023-10-01");
        assertTrue(after.contains("reported to cooperate with"), after);
        assertTrue(after.contains("acted apart from"), after);
        assertTrue(after.contains("<b>low confidence</b>"), after);
        assertTrue(after.contains("line 13"), after);
    }

    @Test
    void what_the_system_did_not_hold_is_not_shown() {
        var body = server.get("/lite/actors?lang=en&known=2023-10-01&recorded=2026-03-14").body();
        assertTrue(body.contains("0 actors."), body);
    }

    @Test
    void the_day_of_the_world_can_be_another_than_that_of_knowing() {
        var body = server.get("/lite/actors/cma?lang=en&known=2024-06-01&on=2018-06-01").body();
        assertTrue(
                Pattern.compile("<i>at war with|<i>signed an accord with</i>")
                        .matcher(body)
                        .find());
        assertTrue(body.contains("not yet"), body);
    }

    @Test
    void the_other_language_and_the_next_hour_keep_the_day() {
        var body = server.get("/lite/mandate?lang=en&known=2023-01-01&on=2016-07-15").body();
        assertTrue(
                body.contains(
                        "href=\"/lite/mandate?known=2023-01-01&amp;lang=fr&amp;on=2016-07-15\""),
                body);
        assertTrue(body.contains("<input type=\"hidden\" name=\"on\" value=\"2016-07-15\">"), body);
    }

    @Test
    void a_code_from_outside_cannot_break_a_link() {
        assertTrue(
                server.get("/lite/actors?q=odd").body().contains("/lite/actors/odd%3Fa%20b%22%3C"));
    }

    @Test
    void a_contested_name_stands_with_each_who_says_it() {
        var body = known("/lite/actors/wagner", "2023-07-01");
        assertTrue(body.contains("The name is contested."), body);
        for (var label : List.of("mercenaries of Wagner", "Russian trainers", "foreign soldiers")) {
            assertTrue(body.contains("<b>" + label + "</b>"), label);
        }
        assertTrue(body.contains("Government of Mali"), body);
    }

    @Test
    void an_actor_is_found_by_an_alias_without_accents() {
        var body = server.get("/lite/actors?lang=en&q=forces+armees").body();
        assertTrue(body.contains("1 actor."), body);
        assertTrue(body.contains("Malian armed forces"), body);
    }

    @Test
    void an_actors_incidents_are_one_click_away() {
        var body = server.get("/lite/actors/katiba-macina?lang=en").body();
        assertTrue(body.contains("actor=Katiba+Macina"), body);
        assertTrue(
                server.get("/lite?actor=Katiba+Macina&lang=en")
                        .body()
                        .contains("involving Katiba Macina"));
    }

    @Test
    void the_resolution_in_force_on_the_day_of_knowing_is_shown_with_what_it_changed() {
        var body = known("/lite/mandate", "2016-07-15");
        assertTrue(body.contains("<h2>Resolution 2295</h2>"), body);
        assertTrue(body.contains("13,289 military · 1,920 police"), body);
        assertTrue(body.contains("The ceiling is 2,529 higher."), body);
        assertFalse(body.contains("2364"), body);
    }

    @Test
    void the_overshoot_is_said_beside_the_claim_and_the_ceiling() {
        var body = known("/lite/strength", "2024-01-01");
        assertTrue(body.contains("about 19,525"), body);
        assertTrue(body.contains("above the ceiling of 15,209"), body);
    }

    @Test
    void a_local_agreement_and_its_commitments_are_shown_from_when_they_were_known() {
        assertFalse(known("/lite/accords", "2021-10-01").contains("Ogossagou"));
        var body = known("/lite/accords/ogossagou-2021", "2021-11-01");
        assertTrue(body.contains("twelve villages of the communes of Bankass and Dimbal"), body);
        assertTrue(body.contains("Let people and goods move freely"), body);
        assertEquals(404, server.get("/lite/accords/ogossagou-2021?known=2021-10-01").status());
    }

    @Test
    void a_day_that_passed_without_a_word_is_marked_as_a_question() {
        var body = known("/lite/accords", "2016-01-15");
        assertTrue(body.contains("day passed, no word"), body);
        assertTrue(body.contains("It is a question, not a finding."), body);
    }

    @Test
    void statements_about_trust_stand_apart_from_surveys() {
        var body = server.get("/lite/surveys?lang=en&known=2023-12-31").body();
        assertTrue(body.contains("No survey with its sample and method is known."), body);
        assertTrue(body.contains("Statements without a sample"), body);
        assertTrue(body.contains("line 31"), body);
        var later = server.get("/lite/surveys?lang=en").body();
        assertTrue(later.contains("n = 12"), later);
        assertTrue(later.contains("12.5 %"), later);
    }

    @Test
    void a_source_says_what_rests_on_it() {
        var body = server.get("/lite/sources/nos-2023?lang=en").body();
        assertTrue(body.contains("Dutch public broadcaster"), body);
        assertTrue(body.contains("B: usually reliable"), body);
        assertTrue(body.contains("relation of actors"), body);
    }

    @Test
    void what_is_sealed_is_on_no_page() {
        assertFalse(server.get("/lite/actors/jnim").body().contains("sealed-source"));
        assertEquals(404, server.get("/lite/sources/sealed-source").status());
    }

    @Test
    void a_file_holds_only_what_is_open_and_no_formula() {
        assertTrue(server.get("/lite/actors?q=inside").body().contains("Known inside the mission"));
        var answer = server.get("/lite/registers/actors.csv");
        assertEquals("text/csv;charset=UTF-8", answer.header("content-type"));
        assertTrue(answer.body().startsWith("actor,name,aliases,class,from,to,"), answer.body());
        assertTrue(answer.body().contains("\r\nformula,'=HYPERLINK(1),"), answer.body());
        assertFalse(answer.body().contains("Known inside the mission"), answer.body());
        assertFalse(server.get("/lite/registers/relations.csv").body().contains("sealed-source"));
    }

    @Test
    void every_table_is_a_file_and_nothing_else_is() {
        for (var name :
                List.of(
                        "relations",
                        "labels",
                        "mandate",
                        "votes",
                        "accords",
                        "commitments",
                        "surveys",
                        "strength",
                        "sources")) {
            var answer = server.get("/lite/registers/" + name + ".csv?known=2023-12-31");
            assertEquals(200, answer.status(), name);
            assertTrue(answer.body().contains("source"), name);
        }
        assertEquals(400, server.get("/lite/registers/persons.csv").status());
        assertEquals(400, server.get("/lite/actors?on=yesterday").status());
        assertEquals(404, server.get("/lite/actors/nobody").status());
    }
}

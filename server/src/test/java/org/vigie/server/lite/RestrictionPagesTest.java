package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.restrict.Closures;
import org.vigie.restrict.Restrictions;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// The restriction register in the browser: its forms, its gates, its figures.
@SuppressWarnings("NullAway.Init")
class RestrictionPagesTest {

    private static final int BYTES_MAX = 30 * 1024;
    private static final String PAGE = "/lite/restrictions";
    private static final String FORMS = PAGE + "/new";
    private static final List<String> LANGUAGES = List.of("en", "fr");

    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_legend_of_the_chart_names_no_shade_that_turns_round_in_the_dark() {
        for (var language : List.of(Language.EN, Language.FR)) {
            var note = Words.of(language).say("restrict.chart-note");
            assertFalse(note.matches("(?s).*(Pale|Dark|Clair|Foncé).*"), note);
        }
    }

    @Test
    void an_empty_register_says_that_nothing_is_on_record_in_both_languages() {
        assertTrue(server.get(PAGE + "?lang=en").body().contains("does not say that nothing was"));
        assertTrue(server.get(PAGE + "?lang=fr").body().contains("Cela ne dit pas que rien"));
    }

    @Test
    void a_request_and_its_decision_are_written_and_counted() {
        assertEquals(303, request("note-verbale", "NV/1").status());
        assertEquals(303, decide("refused", "stated", "operations").status());
        var tally = Restrictions.of(picture()).tally();
        assertEquals(1, tally.refused());
        for (var language : LANGUAGES) {
            var body = server.get(PAGE + "?outcome=refused&lang=" + language).body();
            assertTrue(body.contains("operations"), body);
            assertTrue(body.contains("NV/1"), body);
            assertTrue(body.contains("Sector East"), body);
        }
    }

    @Test
    void what_was_typed_stands_there_again_with_what_is_wrong() {
        var said =
                Map.of(
                        "en", "a whole number of hours from 0 to 2,200",
                        "fr", "un nombre entier d’heures de 0 à");
        for (var language : LANGUAGES) {
            var again = request("lead-hours", "-3", "lang", language);
            assertEquals(422, again.status());
            assertTrue(again.body().contains(said.get(language)), again.body());
            assertTrue(again.body().contains("value=\"-3\""), again.body());
            assertTrue(again.body().contains("value=\"Sector East\""), again.body());
        }
        assertEquals(0, Restrictions.of(picture()).tally().asked());
    }

    @Test
    void an_outline_that_crosses_itself_is_refused() {
        var again = request("outline", "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))");
        assertEquals(422, again.status());
        assertTrue(again.body().contains("does not cross itself"), again.body());
    }

    @Test
    void an_area_needs_a_place_or_an_outline_and_an_end_after_its_beginning() {
        var nowhere = request("clearance", "area", "place-name", "");
        assertTrue(nowhere.body().contains("name the place or draw the area"), nowhere.body());
        var backwards = request("zone-from", "2026-03-20T00:00", "zone-to", "2026-03-19T00:00");
        assertTrue(backwards.body().contains("the end lies before"), backwards.body());
    }

    @Test
    void the_same_note_verbale_is_taken_once() {
        assertEquals(303, request("note-verbale", "NV/7").status());
        var again = request("note-verbale", "nv/7");
        assertEquals(422, again.status());
        assertTrue(again.body().contains("stands on request #"), again.body());
    }

    @Test
    void a_decision_before_the_request_and_a_second_one_of_the_same_day_are_refused() {
        assertEquals(303, request().status());
        var early = decide("granted", "decided-at", "2020-01-01T00:00");
        assertEquals(422, early.status());
        assertTrue(early.body().contains("this lies before the request"), early.body());
        assertEquals(303, decide("refused").status());
        var other = decide("granted");
        assertEquals(422, other.status());
        assertTrue(other.body().contains("decided already: refused"), other.body());
        assertEquals(1, Restrictions.of(picture()).tally().refused());
    }

    @Test
    void a_request_that_could_betray_somebody_waits_for_an_officer_of_protection() {
        var again = request("tells", "yes", "decided-why", "weighed");
        assertEquals(422, again.status());
        assertTrue(again.body().contains("an officer of protection has to decide"), again.body());
        assertEquals(0, Restrictions.of(picture()).tally().asked());
        var officer = officer("protection");
        assertEquals(303, request(officer, "tells", "yes", "decided-why", "made coarse").status());
        assertEquals(1, Restrictions.of(picture()).tally().asked());
        var decided =
                (Responses.ReleaseDecided)
                        picture().entries(Responses.ReleaseDecided.class).getFirst().body();
        assertEquals("Officer 1", decided.officer());
    }

    @Test
    void nothing_is_asked_together_with_a_force_without_an_assessment_in_date() {
        var again = request("with-force", "Host Army");
        assertEquals(422, again.status());
        assertTrue(again.body().contains("no assessment in date allows"), again.body());
        assertEquals(409, assess(Map.of("Origin", server.origin())).status());
        assertEquals(303, assess(officer("human-rights")).status());
        assertEquals(303, request("with-force", "host army").status());
    }

    @Test
    void a_limit_is_listed_while_it_holds_and_gone_when_it_was_lifted() {
        var imposed =
                Map.of(
                        "act", "impose",
                        "id", server.get(FORMS).formId("impose"),
                        "clearance", "ground",
                        "asset-kind", "convoy",
                        "place-name", "Road to Ber",
                        "stated", "operations");
        assertEquals(303, server.post(FORMS, imposed).status());
        assertTrue(server.get(PAGE).body().contains("Road to Ber"));
        var closed = Closures.imposed(picture(), Demo.NOW).getFirst().id().toString();
        var early =
                Map.of(
                        "act",
                        "lift",
                        "id",
                        server.get(FORMS).formId("lift"),
                        "closed",
                        closed,
                        "lifted-at",
                        "2020-01-01T00:00");
        var again = server.post(FORMS, early);
        assertEquals(422, again.status());
        assertTrue(again.body().contains("before it was imposed"), again.body());
        var lifted = new HashMap<>(early);
        lifted.put("lifted-at", "");
        assertEquals(303, server.post(FORMS, lifted).status());
        assertFalse(server.get(PAGE).body().contains("Road to Ber"));
    }

    @Test
    void a_refused_flight_is_listed_among_what_is_closed_as_one_in_both_languages() {
        assertEquals(
                303, request("note-verbale", "NV/20-1", "zone-from", "2020-01-01T00:00").status());
        assertFalse(server.get(PAGE).body().contains("Refused flights"));
        assertEquals(303, decide("refused", "stated", "operations").status());
        assertTrue(server.get(PAGE).body().contains("Refused flights: Gao"));
        assertTrue(server.get(PAGE + "?lang=fr").body().contains("Vols refusés"));
    }

    @Test
    void a_form_sent_twice_is_written_once() {
        var form = requestForm(Map.of());
        assertEquals(303, server.post(FORMS, form).status());
        assertEquals(303, server.post(FORMS, form).status());
        assertEquals(1, Restrictions.of(picture()).tally().asked());
        var decision =
                Map.of(
                        "act",
                        "decide",
                        "id",
                        server.get(FORMS).formId("decide"),
                        "answer",
                        "refused",
                        "asked",
                        Restrictions.of(picture()).requests().getFirst().id().toString());
        assertEquals(303, server.post(FORMS, decision).status());
        assertEquals(303, server.post(FORMS, decision).status());
        assertEquals(1, Restrictions.of(picture()).requests().getFirst().decisions().size());
    }

    @Test
    void a_form_sent_again_with_other_words_is_refused_and_not_dropped() {
        var form = requestForm(Map.of("note-verbale", "NV/1"));
        assertEquals(303, server.post(FORMS, form).status());
        for (var other :
                List.of(
                        Map.of("sector", "Sector West"),
                        Map.of("lead-hours", "48"),
                        Map.of("tells", "yes"),
                        Map.of("asked-at", "2026-03-14T05:00"))) {
            var again = new HashMap<>(form);
            again.putAll(other);
            assertEquals(409, server.post(FORMS, again).status(), other.toString());
        }
        assertEquals(303, server.post(FORMS, form).status());
        var decision = new HashMap<>(decision("granted", Map.of("stated", "flights")));
        assertEquals(303, server.post(FORMS, decision).status());
        decision.put("answer", "refused");
        var refused = server.post(FORMS, decision);
        assertEquals(409, refused.status());
        assertTrue(refused.body().contains("sent before with other words"), refused.body());
        assertEquals(1, Restrictions.of(picture()).tally().granted());
    }

    @Test
    void two_officers_at_the_same_moment_decide_a_request_once() {
        assertEquals(303, request().status());
        var answers = List.of("granted", "refused");
        var forms =
                IntStream.range(0, 8)
                        .mapToObj(i -> decision(answers.get(i % 2), Map.of()))
                        .toList();
        assertEquals(List.of(303), wentThrough(forms));
        assertEquals(1, Restrictions.of(picture()).requests().getFirst().decisions().size());
    }

    @Test
    void of_two_servers_one_decides_a_request_and_the_other_is_told() {
        assertEquals(303, request().status());
        demo.at(Demo.NOW.plusSeconds(60));
        try (var other = Running.on(demo.behind())) {
            var late = decision("granted", Map.of());
            late.put("id", other.get(FORMS).formId("decide"));
            assertEquals(303, decide("refused").status());
            var told = other.post(FORMS, late);
            assertEquals(409, told.status(), told.body());
            assertTrue(told.body().contains("at the same moment"), told.body());
        }
        var later =
                demo.ledger()
                        .asOf(
                                Demo.NOW.plusSeconds(120),
                                Demo.NOW.plusSeconds(120),
                                Viewer.officer("Duty officer"));
        assertEquals(1, Restrictions.of(later).requests().getFirst().decisions().size());
    }

    @Test
    void one_note_verbale_asked_for_by_many_at_the_same_moment_stands_once() {
        var forms =
                IntStream.range(0, 8)
                        .mapToObj(i -> requestForm(Map.of("note-verbale", "NV/9")))
                        .toList();
        assertEquals(List.of(303), wentThrough(forms));
        assertEquals(1, Restrictions.of(picture()).tally().asked());
    }

    private List<Integer> wentThrough(List<Map<String, String>> forms) {
        return forms.parallelStream()
                .map(form -> server.post(FORMS, form).status())
                .filter(status -> status == 303)
                .toList();
    }

    @Test
    void what_waits_longest_can_be_decided_however_many_wait() {
        for (int i = 0; i < 45; i++) {
            request("note-verbale", "NV/" + i, "asked-at", "2026-01-01T00:" + (10 + i));
        }
        var requests = Restrictions.of(picture()).requests();
        var newest = requests.getFirst().id().toString();
        var oldest = requests.getLast().id().toString();
        var forms = server.get(FORMS).body();
        assertTrue(forms.contains(oldest), forms);
        assertFalse(forms.contains(newest), forms);
        var list = server.get(PAGE + "?outcome=pending").body();
        assertTrue(list.contains(FORMS + "?asked=" + newest), list);
        var chosen = server.get(FORMS + "?asked=" + newest);
        assertTrue(chosen.body().contains("value=\"" + newest + "\" selected"), chosen.body());
        assertTrue(chosen.bytes() <= BYTES_MAX, "" + chosen.bytes());
        assertFalse(
                server.get(PAGE + "?outcome=pending&known=2026-03-14").body().contains("asked="));
    }

    @Test
    void the_page_and_the_file_say_how_many_requests_the_file_leaves_out() {
        request();
        request();
        assertTrue(server.get(PAGE).body().contains("2 requests here are not published"));
        assertEquals("2", server.get(PAGE + ".csv").header("vigie-held-back"));
        assertEquals("0", server.get(PAGE + ".csv?sector=West").header("vigie-held-back"));
    }

    @Test
    void an_import_with_decisions_of_the_page_is_undone_only_by_who_was_told() {
        var request = Ids.subject("restrictions", "1");
        var opening = Ids.subject("test", "import");
        imported(
                opening,
                opening,
                opening,
                new Housekeeping.ImportOpened(
                        "restrictions", "requests.csv", "0".repeat(64), 1, new TreeMap<>()));
        imported(
                opening,
                Ids.subject("test", "row"),
                request,
                new Forces.ClearanceListed(
                        "restrictions",
                        "1",
                        "flight",
                        "drone",
                        Site.named("Gao"),
                        new Forces.ClearanceTerms("force", "East", 72, "NV/1", "", null, ""),
                        null,
                        null,
                        "",
                        ""));
        assertEquals(303, decide("refused", "stated", "operations").status());
        var page = server.get("/lite/imports/" + opening);
        assertTrue(page.body().contains("1 decision was written on the page"), page.body());
        var undo =
                new HashMap<>(
                        Map.of(
                                "id", page.formId(),
                                "import", opening.toString(),
                                "why", "wrong list"));
        var told = server.post("/lite/imports", undo);
        assertEquals(422, told.status());
        assertTrue(told.body().contains("without their request. Send it again"), told.body());
        undo.put("decisions", "1");
        assertEquals(303, server.post("/lite/imports", undo).status());
        var register = server.get(PAGE).body();
        assertTrue(register.contains("Decisions without their request"), register);
        assertTrue(register.contains("operations"), register);
    }

    private void imported(UUID opening, UUID id, UUID subject, Body body) {
        demo.ledger()
                .append(
                        List.of(
                                new Entry(
                                        id,
                                        subject,
                                        Happened.at(Demo.NOW.minusSeconds(86_400)),
                                        null,
                                        "vigie import",
                                        Component.OUTSIDE,
                                        Handling.MISSION,
                                        new Origin("import", opening, "requests.csv", 0),
                                        null,
                                        body)));
    }

    @Test
    void no_page_weighs_more_than_30_kb_and_the_file_holds_only_what_is_open() {
        for (int i = 0; i < 30; i++) {
            request("sector", "Sector " + i, "place-name", "P".repeat(80) + i);
        }
        for (var page : List.of(PAGE, PAGE + "?outcome=all", FORMS)) {
            for (var language : LANGUAGES) {
                var address =
                        page
                                + (page.contains("?") ? "&" : "?")
                                + "lang="
                                + language
                                + "&area=Delta&actor=Group+3&kind=one-sided&on=2026-03-01";
                var answer = server.get(address);
                assertEquals(200, answer.status());
                assertTrue(answer.bytes() <= BYTES_MAX, address + ": " + answer.bytes());
            }
        }
        var file = server.get(PAGE + ".csv").body();
        assertEquals(1, file.lines().count(), file);
    }

    @Test
    void nothing_is_written_from_the_past_and_a_hostile_text_stays_text() {
        request("sector", "<script>alert(1)</script>");
        var body = server.get(PAGE + "?outcome=all").body();
        assertFalse(body.contains("<script>alert"), body);
        assertTrue(body.contains("&lt;script&gt;"), body);
        assertFalse(server.get(FORMS + "?known=2026-01-01").body().contains("value=\"request\""));
    }

    private Running.Answer request(String... fields) {
        return request(Map.of("Origin", server.origin()), fields);
    }

    private Running.Answer request(Map<String, String> headers, String... fields) {
        return server.post(FORMS, requestForm(map(fields)), headers);
    }

    private Map<String, String> requestForm(Map<String, String> fields) {
        var form =
                new HashMap<>(
                        Map.of(
                                "act", "request",
                                "id", server.get(FORMS).formId("request"),
                                "clearance", "flight",
                                "asset-kind", "drone",
                                "requester", "force",
                                "sector", "Sector East",
                                "place-name", "Gao",
                                "tells", "no"));
        form.putAll(fields);
        return form;
    }

    private Running.Answer decide(String answer, String... fields) {
        return server.post(FORMS, decision(answer, map(fields)));
    }

    private Map<String, String> decision(String answer, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("act", "decide");
        form.put("id", server.get(FORMS).formId("decide"));
        form.put("answer", answer);
        form.put("asked", Restrictions.of(picture()).requests().getFirst().id().toString());
        return form;
    }

    private Running.Answer assess(Map<String, String> headers) {
        return server.post(
                FORMS,
                Map.of(
                        "act", "assess",
                        "id", server.get(FORMS).formId("assess"),
                        "force-name", "Host Army",
                        "valid-from", "2020-01-01",
                        "valid-to", "2030-01-01",
                        "support", "yes",
                        "basis-source", "assessment 1"),
                headers);
    }

    private Map<String, String> officer(String component) {
        var said = Map.of("post", "Officer 1", "component", component);
        var cookie = server.post("/lite/officer", said).header("set-cookie");
        return server.withCookie(cookie.substring(0, cookie.indexOf(';')));
    }

    private static Map<String, String> map(String... fields) {
        var map = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return map;
    }

    private Picture picture() {
        return demo.ledger().asOf(Demo.NOW, Demo.NOW, Viewer.owner());
    }
}

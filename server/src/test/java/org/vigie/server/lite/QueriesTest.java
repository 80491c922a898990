package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// Questions with a name, from the pages.
@SuppressWarnings("NullAway.Init")
class QueriesTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        demo.incidents(50);
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_picture_with_its_filter_gets_a_name_and_is_asked_again_by_it() {
        assertEquals(303, save("/lite?area=Delta&kind=one-sided&by=month", "Delta, one-sided"));
        assertEquals(
                "/lite?area=Delta&by=month&kind=one-sided",
                server.get("/lite/q/delta-one-sided").header("location"));
    }

    @Test
    void it_is_answered_in_the_language_of_whoever_asks() {
        assertEquals(303, save("/lite?area=Delta&lang=fr", "delta"));
        assertEquals(
                "/lite?area=Delta&lang=en", server.get("/lite/q/delta?lang=en").header("location"));
    }

    @Test
    void the_words_of_a_search_and_the_start_of_changes_are_kept() {
        assertEquals(303, save("/lite/search?q=Group+3", "three"));
        assertEquals(303, save("/lite/changes?since=2026-03-01", "since-march"));
        assertEquals("/lite/search?q=Group+3", server.get("/lite/q/three").header("location"));
        assertEquals(
                "/lite/changes?since=2026-03-01",
                server.get("/lite/q/since-march").header("location"));
        assertEquals(303, save("/lite/brief?in=nl", "dutch"));
        assertEquals("/lite/brief?in=nl", server.get("/lite/q/dutch").header("location"));
    }

    @Test
    void a_page_of_the_past_leads_to_a_form_that_takes_its_clocks_along() {
        var past = server.get("/lite?area=Delta&known=2026-03-14T10:00");
        assertFalse(past.body().contains("action=\"/lite/queries\""), past.body());
        var link = Pattern.compile("href=\"(/lite/queries/new[^\"]+)\"").matcher(past.body());
        assertTrue(link.find(), past.body());
        var form = server.get(link.group(1).replace("&amp;", "&"));
        assertTrue(form.body().contains("What the mission knew on 14 Mar 2026 10:00 Z"));
        assertEquals(303, send(form, "then").status());
        assertEquals(
                "/lite?area=Delta&known=2026-03-14T10:00",
                server.get("/lite/q/then").header("location"));
    }

    @Test
    void the_list_says_what_each_asks_and_leads_to_what_is_new_in_it() {
        save("/lite?area=Delta", "delta");
        var body = server.get("/lite/queries").body();
        assertTrue(body.contains("Picture: All incidents in Delta."), body);
        assertTrue(body.contains("href=\"/lite/changes?area=Delta\""), body);
        assertTrue(body.contains("watch-officer"), body);
    }

    @Test
    void a_name_that_is_taken_is_replaced_only_when_somebody_says_so() throws IOException {
        save("/lite?area=Delta", "delta");
        var page = server.get("/lite?area=Nord");
        var asked = send(page, "delta");
        assertEquals(422, asked.status());
        assertTrue(asked.body().contains("another question has this name"), asked.body());
        var form = fields(asked);
        form.put("name", "delta");
        form.put("replace", "yes");
        assertEquals(303, server.post("/lite/queries", form).status());
        assertEquals("/lite?area=Nord", server.get("/lite/q/delta").header("location"));
        assertEquals(entries().get(0).entry().id(), entries().get(1).entry().supersedes());
    }

    @Test
    void a_form_sent_twice_saves_once() throws IOException {
        var form = fields(server.get("/lite?area=Delta"));
        form.put("name", "delta");
        assertEquals(303, server.post("/lite/queries", form).status());
        assertEquals(303, server.post("/lite/queries", form).status());
        assertEquals(1, entries().size());
    }

    @Test
    void a_dropped_name_leads_nowhere_and_stays_in_the_ledger() throws IOException {
        save("/lite?area=Delta", "delta");
        var form = fields(server.get("/lite/queries"));
        form.put("name", "delta");
        assertEquals(303, server.post("/lite/queries", form).status());
        assertEquals(404, server.get("/lite/q/delta").status());
        assertEquals(
                List.of("query-saved", "query-dropped"),
                entries().stream().map(one -> one.entry().kind()).toList());
    }

    @Test
    void a_telephone_number_is_no_question() throws IOException {
        assertEquals(422, save("/lite/search?q=76+12+34+56+78", "caller"));
        assertEquals(List.of(), entries());
    }

    @Test
    void nothing_is_saved_from_the_past_and_an_exercise_has_its_own() throws IOException {
        var form = fields(server.get("/lite?area=Delta"));
        form.put("name", "delta");
        form.put("known", "2026-03-01");
        assertEquals(409, server.post("/lite/queries", form).status());
        assertEquals(303, save("/lite?area=Delta&exercise=1", "delta"));
        assertEquals(List.of(), entries());
        assertEquals(404, server.get("/lite/q/delta").status());
        assertEquals(
                "/lite?area=Delta&exercise=1",
                server.get("/lite/q/delta?exercise=1").header("location"));
    }

    private int save(String page, String name) {
        return send(server.get(page), name).status();
    }

    private Running.Answer send(Running.Answer page, String name) {
        var form = fields(page);
        form.put("name", name);
        return server.post("/lite/queries", form);
    }

    /// The hidden fields of the form about questions.
    private static Map<String, String> fields(Running.Answer page) {
        var body = page.body();
        int from = body.lastIndexOf("action=\"/lite/queries\"");
        assertTrue(from > 0, body);
        var fields = new HashMap<String, String>();
        HIDDEN.matcher(body.substring(from, body.indexOf("</form>", from)))
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    private List<Recorded> entries() throws IOException {
        var entries = new ArrayList<Recorded>();
        demo.ledger().read(Set.of("query-saved", "query-dropped"), Viewer.owner(), entries::add);
        return entries;
    }
}

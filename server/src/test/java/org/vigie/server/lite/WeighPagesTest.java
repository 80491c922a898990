package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Deaths;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.IncidentRow;
import org.vigie.record.Picture;
import org.vigie.record.Rule;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// A person weighs at the screen what two sources say of one attack in an invented country.
@SuppressWarnings("NullAway.Init")
class WeighPagesTest {

    private final UUID shown = Ids.subject("one", "1");
    private final UUID other = Ids.subject("two", "9");
    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        account(shown, "one", 12);
        account(other, "two", 15);
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void account(UUID subject, String source, int dead) {
        demo.add(
                subject,
                Happened.on(LocalDate.of(2026, 3, 1)),
                new Facts.IncidentReported(
                        source,
                        source,
                        IncidentKind.ONE_SIDED,
                        "",
                        Site.at("Kadu", new Position(6.1, 18.2), PlacePrecision.EXACT),
                        List.of(),
                        Deaths.of(Figures.exactly(dead)),
                        null,
                        "",
                        Map.of("source", "Radio Kadu")));
    }

    private String path() {
        return "/lite/incidents/" + shown;
    }

    private Running.Answer send(String act, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("id", server.get(path()).formId(act));
        form.put("act", act);
        return server.post(path(), form);
    }

    private Picture picture() {
        return demo.ledger().asOf(Demo.NOW, Demo.NOW, Viewer.owner());
    }

    private IncidentRow row() {
        return picture().incidents().find(shown).orElseThrow();
    }

    @Test
    void a_pair_is_proposed_and_both_quote_one_radio() {
        var page = server.get("/lite/candidates").body();
        assertTrue(page.contains("both quote radio kadu"), page);
        assertTrue(page.contains("/lite/incidents/" + shown), page);
        assertFalse(server.get("/lite/candidates?kind=battle").body().contains("both quote"));
    }

    @Test
    void merged_by_a_person_it_counts_once_and_the_other_s_address_shows_it_too() {
        assertEquals(
                303, send("same", Map.of("pair", other.toString(), "why", "same night")).status());
        assertEquals(1, picture().incidents().size());
        var page = server.get("/lite/incidents/" + other).body();
        assertTrue(page.contains("Told by other sources too"), page);
        assertTrue(page.contains("same-incident: same night"), page);
        assertFalse(server.get("/lite/candidates").body().contains("both quote"));
    }

    @Test
    void what_was_merged_is_taken_back_from_the_same_page() {
        send("same", Map.of("pair", other.toString(), "why", "same night"));
        var page = server.get(path()).body();
        int from = page.indexOf("<select id=\"takeback-entry\"");
        var value = page.substring(page.indexOf("<option value=\"0", from) + 15);
        var entry = value.substring(0, value.indexOf('"'));
        assertEquals(303, send("takeback", Map.of("entry", entry, "why", "two towns")).status());
        assertEquals(2, picture().incidents().size());
    }

    @Test
    void a_rule_is_chosen_and_its_author_is_on_the_page() {
        send("same", Map.of("other", other.toString(), "why", "same night"));
        var sent =
                send(
                        "rule",
                        Map.of("rule", "source-hierarchy", "sources", "two, one", "why", "newer"));
        assertEquals(303, sent.status());
        assertEquals(Figures.exactly(15), row().deaths());
        assertEquals(Rule.SOURCE_HIERARCHY, row().rule());
        assertTrue(server.get(path()).body().contains("hierarchy of sources"));
    }

    @Test
    void what_cannot_be_decided_so_comes_back_with_the_reason_at_its_field() {
        var order = send("rule", Map.of("rule", "source-hierarchy", "why", "newer"));
        assertEquals(422, order.status());
        assertTrue(order.body().contains("a hierarchy needs its sources in order"), order.body());
        assertTrue(order.body().contains("value=\"newer\""), order.body());
        assertEquals(422, send("same", Map.of("other", "nonsense", "why", "x")).status());
        assertEquals(422, send("same", Map.of("other", shown.toString(), "why", "x")).status());
        assertEquals(
                422,
                send("claim", Map.of("source", "radio", "measure", "killed", "best", "-1"))
                        .status());
        var vote = Map.of("act", "vote", "id", server.get(path()).formId("rule"));
        assertEquals(404, server.post(path(), vote).status());
        assertEquals(2, picture().incidents().size());
    }

    @Test
    void a_claim_stands_beside_the_account_and_its_credibility_is_judged_apart() {
        assertEquals(
                303,
                send(
                                "claim",
                                Map.of(
                                        "source",
                                        "radio",
                                        "measure",
                                        "killed",
                                        "best",
                                        "20",
                                        "population",
                                        "villagers"))
                        .status());
        assertEquals(Figures.exactly(12), row().deaths());
        assertTrue(server.get(path()).body().contains("villagers"));
        var claim = picture().entries(Facts.ClaimMade.class).getFirst().entry().id();
        var credit = Map.of("entry", claim.toString(), "credibility", "4", "why", "hearsay");
        assertEquals(303, send("credit", credit).status());
        assertTrue(server.get(path()).body().contains(">F4</abbr>"), server.get(path()).body());
        assertEquals(
                422,
                send(
                                "claim",
                                Map.of(
                                        "source",
                                        "one",
                                        "measure",
                                        "missing",
                                        "best",
                                        "3",
                                        "credibility",
                                        "1"))
                        .status());
        assertTrue(server.get(path()).body().contains("Judge how credible"));
    }

    @Test
    void a_form_sent_twice_is_written_once() {
        var form = new HashMap<String, String>();
        form.put("id", server.get(path()).formId("same"));
        form.put("act", "same");
        form.put("pair", other.toString());
        form.put("why", "same night");
        assertEquals(303, server.post(path(), form).status());
        assertEquals(303, server.post(path(), form).status());
        assertEquals(1, picture().entries(Facts.Linked.class).size());
    }

    @Test
    void a_form_sent_again_with_other_words_is_refused_and_not_dropped() {
        var claim =
                new HashMap<>(
                        Map.of(
                                "id", server.get(path()).formId("claim"),
                                "act", "claim",
                                "source", "radio",
                                "measure", "killed",
                                "best", "10"));
        assertEquals(303, server.post(path(), claim).status());
        assertEquals(303, server.post(path(), claim).status());
        claim.put("best", "99");
        var told = server.post(path(), claim);
        assertEquals(409, told.status());
        assertTrue(told.body().contains("sent before with other words"), told.body());
        var source = "/lite/sources/two";
        var grade =
                new HashMap<>(
                        Map.of(
                                "id", server.get(source).formId("reliability"),
                                "act", "reliability",
                                "reliability", "A",
                                "why", "long known"));
        assertEquals(303, server.post(source, grade).status());
        assertEquals(303, server.post(source, grade).status());
        grade.put("reliability", "F");
        assertEquals(409, server.post(source, grade).status());
        assertEquals(1, picture().entries(Facts.SourceGraded.class).size());
    }

    @Test
    void nothing_is_decided_from_a_page_of_the_past() {
        var form = new HashMap<String, String>();
        form.put("id", server.get(path()).formId("same"));
        form.put("act", "same");
        form.put("pair", other.toString());
        form.put("why", "same night");
        form.put("known", "2026-03-14T00:00");
        assertEquals(409, server.post(path(), form).status());
        assertEquals(2, picture().incidents().size());
    }

    @Test
    void a_source_is_judged_and_what_it_repeats_is_said() {
        var path = "/lite/sources/two";
        var form = new HashMap<String, String>();
        form.put("id", server.get(path).formId("reliability"));
        form.put("act", "reliability");
        form.put("reliability", "D");
        form.put("why", "twice wrong");
        assertEquals(303, server.post(path, form).status());
        assertTrue(server.get(path).body().contains("D: not usually reliable"));
        form.put("id", server.get(path).formId("derived"));
        form.put("act", "derived");
        form.put("from-source", "two");
        var circle = server.post(path, form);
        assertEquals(422, circle.status());
        assertTrue(circle.body().contains("another source, that does not"), circle.body());
        form.put("from-source", "one");
        assertEquals(303, server.post(path, form).status());
        assertTrue(server.get(path).body().contains("one voice"), server.get(path).body());
        send("same", Map.of("pair", other.toString(), "why", "same night"));
        assertTrue(server.get(path()).body().contains("one, two go back to one"));
    }
}

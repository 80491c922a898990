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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// The forms around an alert, through the running server: verify, tell, link, ask, answer, release.
@SuppressWarnings("NullAway.Init")
class ChainFormsTest {

    private static final Viewer ALL =
            new Viewer(
                    "test",
                    Component.OPERATIONS_CENTRE,
                    Handling.OPEN.bit() | Handling.MISSION.bit() | Handling.PROTECTION.bit());

    private static final List<String> LANGUAGES = List.of("en", "fr");

    private static final int BYTES_MAX = 30 * 1024;

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
    void a_report_is_verified_in_both_languages() {
        var alert = alert("armed-group", "no");
        for (var language : LANGUAGES) {
            var fields = reportFields(alert, "status", "corroborated", "basis", "two radio calls");
            assertEquals(303, act(alert, "verify", language, fields).status());
            assertTrue(page(alert, language).body().contains("two radio calls"), language);
        }
        assertEquals(Warnings.Verification.CORROBORATED, verification());
    }

    @Test
    void one_source_alone_corroborates_nothing() {
        var alert = alert("armed-group", "no");
        var fields = new HashMap<>(reportFields(alert, "status", "confirmed", "basis", "sure"));
        fields.put("second", "Phone");
        var sent = act(alert, "verify", "en", fields);
        assertTrue(sent.body().contains("one source alone corroborates nothing"), sent.body());
    }

    @Test
    void a_report_is_not_verified_back_to_unverified() {
        var alert = alert("armed-group", "no");
        var fields = reportFields(alert, "status", "unverified", "basis", "x");
        assertEquals(422, act(alert, "verify", "en", fields).status());
        assertEquals(Warnings.Verification.UNVERIFIED, verification());
    }

    @Test
    void without_consent_the_reporter_is_never_told() {
        var alert = alert("armed-group", "no");
        var said = Map.of("en", "telephone can kill", "fr", "informateur peut tuer");
        for (var language : LANGUAGES) {
            var fields = reportFields(alert, "told", "told", "why", "patrol sent");
            var sent = act(alert, "tell", language, fields);
            assertEquals(422, sent.status());
            assertTrue(sent.body().contains(said.get(language)), sent.body());
        }
        assertEquals(List.of(), bodies(Warnings.ReporterTold.class));
    }

    @Test
    void word_is_withheld_with_a_reason_only() {
        var alert = alert("armed-group", "no");
        var silent = reportFields(alert, "told", "withheld", "why", "");
        assertEquals(422, act(alert, "tell", "en", silent).status());
        var fields = reportFields(alert, "told", "withheld", "why", "channel not safe");
        assertEquals(303, act(alert, "tell", "fr", fields).status());
        assertEquals(
                List.of(new Warnings.ReporterTold(false, "channel not safe")),
                bodies(Warnings.ReporterTold.class));
        assertTrue(page(alert, "en").body().contains("withheld: channel not safe"));
    }

    @Test
    void with_consent_on_a_safe_channel_the_reporter_is_told() {
        var alert = alert("armed-group", "yes");
        var fields = reportFields(alert, "told", "told", "why", "patrol sent");
        assertEquals(303, act(alert, "tell", "en", fields).status());
        assertEquals(
                List.of(new Warnings.ReporterTold(true, "patrol sent")),
                bodies(Warnings.ReporterTold.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "private-military", "foreign-force"})
    void
            consent_alone_does_not_open_the_gate_where_the_host_state_or_who_fights_beside_it_is_alleged(
                    String alleged) {
        var alert = alert(alleged, "yes");
        var fields = reportFields(alert, "told", "told", "why", "");
        assertEquals(422, act(alert, "tell", "en", fields).status());
        release(alert, "feedback", "released");
        assertEquals(303, act(alert, "tell", "en", fields).status());
    }

    @Test
    void a_report_without_an_alert_is_verified_and_its_reporter_guarded_too() {
        var path = "/lite/reports/" + report("state", "yes");
        var verify = new HashMap<>(Map.of("act", "verify", "status", "false", "basis", "no road"));
        verify.put("report", path.substring("/lite/reports/".length()));
        verify.put("id", server.get(path).formId("verify"));
        assertEquals(303, server.post(path, verify).status());
        assertEquals(Warnings.Verification.FALSE, verification());
        var tell = new HashMap<>(Map.of("act", "tell", "told", "told"));
        tell.put("report", path.substring("/lite/reports/".length()));
        tell.put("id", server.get(path).formId("tell"));
        assertEquals(422, server.post(path, tell).status());
        assertEquals(List.of(), bodies(Warnings.ReporterTold.class));
        assertTrue(server.get(path + "?lang=fr").body().contains("no road"));
    }

    @Test
    void a_full_case_stays_within_30_kb() {
        for (int i = 0; i < 20; i++) {
            attack("near-" + i, 6.2, 14);
        }
        var alert = alert("state", "no");
        release(alert, "clearance-request", "released");
        for (int i = 0; i < 5; i++) {
            var response = ordered(alert).responses().get(i).id();
            var asked =
                    Map.of(
                            "asked-for", response.toString(),
                            "clearance", "flight",
                            "asset", "two Mi-17");
            assertEquals(303, act(alert, "ask", "fr", asked).status());
            var clearance = entries(Forces.ClearanceAsked.class).getLast().entry().subject();
            var answer = Map.of("asked", clearance.toString(), "answer", "no-answer");
            assertEquals(303, act(alert, "answer", "fr", answer).status());
        }
        assertTrue(page(alert, "fr").body().contains("sans réponse"));
        var act = "respond-" + alerts().alerts().getFirst().responses().getLast().id();
        var opened = server.get(path(alert) + "?lang=fr&act=" + act);
        assertTrue(opened.body().contains("value=\"" + act + "\""), opened.body());
        assertTrue(opened.bytes() <= BYTES_MAX, opened.bytes() + " bytes");
    }

    @Test
    void candidates_are_listed_and_none_is_chosen() {
        var near = attack("near", 6.2, 14);
        var far = attack("far", 7.2, 14);
        var before = attack("before", 6.2, 10);
        var alert = alert("armed-group", "no");
        for (var language : LANGUAGES) {
            var body = page(alert, language).body();
            assertTrue(body.contains("name=\"incident\" value=\"" + near + "\">"), body);
            assertFalse(body.contains(far.toString()) || body.contains(before.toString()), body);
        }
        var fields = Map.of("basis", "same village");
        assertEquals(422, act(alert, "link", "en", fields).status());
    }

    @Test
    void a_link_turns_an_attack_without_warning_into_one_that_was_warned_of() {
        var near = attack("near", 6.2, 14);
        var alert = alert("armed-group", "no");
        var warned = "/lite/response/rows?measure=attacks-warned";
        var unwarned = "/lite/response/rows?measure=attacks-without-warning";
        assertFalse(server.get(warned).body().contains(near.toString()));
        assertTrue(server.get(unwarned).body().contains(near.toString()));
        var before = server.get("/lite/response").body();
        var fields = Map.of("incident", near.toString(), "basis", "same village");
        assertEquals(303, act(alert, "link", "fr", fields).status());
        assertTrue(server.get(warned).body().contains(near.toString()));
        assertFalse(server.get(unwarned).body().contains(near.toString()));
        assertFalse(before.equals(server.get("/lite/response").body()));
        assertTrue(page(alert, "en").body().contains("same village"));
    }

    @Test
    void any_incident_of_the_ledger_can_be_named_by_its_id() {
        var far = attack("far", 7.2, 14);
        var alert = alert("armed-group", "no");
        var unknown = Map.of("other", Ids.subject("x", "y").toString(), "basis", "b");
        assertEquals(422, act(alert, "link", "en", unknown).status());
        var fields = Map.of("other", far.toString(), "basis", "the same men went on");
        assertEquals(303, act(alert, "link", "en", fields).status());
        assertEquals(List.of(far), alerts().alerts().getFirst().incidents());
    }

    @Test
    void a_clearance_is_asked_and_answered_under_its_response() {
        var alert = ordered(alert("armed-group", "no"));
        var asked =
                Map.of(
                        "asked-for", alert.responses().getFirst().id().toString(),
                        "clearance", "flight",
                        "asset", "two Mi-17");
        assertEquals(303, act(alert, "ask", "fr", asked).status());
        assertTrue(page(alert, "en").body().contains("not answered yet"));
        var clearance = entries(Forces.ClearanceAsked.class).getFirst().entry().subject();
        var answer = Map.of("asked", clearance.toString(), "answer", "refused", "why", "no reason");
        assertEquals(303, act(alert, "answer", "en", answer).status());
        assertTrue(page(alert, "en").body().contains("Host state: refused"));
        assertTrue(page(alert, "fr").body().contains("État hôte : refusée"));
    }

    @Test
    void where_the_host_state_is_alleged_asking_is_blocked_until_protection_releases_it() {
        var alert = ordered(alert("state", "no"));
        var said =
                Map.of("en", "could betray those who warned", "fr", "trahir ceux qui ont averti");
        var asked =
                new HashMap<>(
                        Map.of(
                                "asked-for", alert.responses().getFirst().id().toString(),
                                "clearance", "flight",
                                "asset", "two Mi-17"));
        for (var language : LANGUAGES) {
            var body = page(alert, language).body();
            assertTrue(body.contains(said.get(language)), body);
            assertFalse(body.contains("value=\"ask\""), body);
        }
        asked.put("act", "ask");
        asked.put("id", page(alert, "en").formId("step"));
        assertEquals(409, server.post(path(alert), asked).status());
        release(alert, "feedback", "released");
        assertEquals(409, server.post(path(alert), asked).status());
        assertEquals(List.of(), bodies(Forces.ClearanceAsked.class));
        release(alert, "clearance-request", "released");
        assertEquals(303, act(alert, "ask", "en", asked).status());
    }

    @Test
    void a_release_that_was_taken_back_closes_the_gate_again() {
        var alert = ordered(alert("state", "no"));
        release(alert, "clearance-request", "released");
        release(alert, "clearance-request", "held");
        assertTrue(page(alert, "en").body().contains("id=\"ask-blocked\""));
    }

    @Test
    void only_an_officer_of_protection_releases() {
        var alert = alert("state", "no");
        var form =
                Map.of(
                        "act", "release",
                        "id", page(alert, "en").formId("step"),
                        "what", "clearance-request",
                        "decision", "released",
                        "why", "x");
        assertEquals(409, server.post(path(alert), form).status());
        assertEquals(List.of(), bodies(Responses.ReleaseDecided.class));
    }

    @Test
    void a_form_sent_twice_is_written_once_and_never_from_the_past() {
        var alert = alert("armed-group", "no");
        var fields = new HashMap<>(reportFields(alert, "status", "false", "basis", "b"));
        fields.put("act", "verify");
        fields.put("id", page(alert, "en").formId("verify"));
        server.post(path(alert), fields);
        assertEquals(303, server.post(path(alert), fields).status());
        assertEquals(1, bodies(Warnings.ReportVerified.class).size());
        fields.put("known", "2026-03-15T05:29");
        assertEquals(409, server.post(path(alert), fields).status());
    }

    @Test
    void an_attack_by_the_host_state_closes_the_gate_of_the_alert_that_warned_of_it() {
        var attack = attack("near", 6.2, 14, ActorClass.STATE);
        var alert = ordered(alert("unknown", "yes"));
        var asked =
                Map.of(
                        "asked-for", alert.responses().getFirst().id().toString(),
                        "clearance", "flight",
                        "asset", "two Mi-17",
                        "id", page(alert, "en").formId("ask"),
                        "act", "ask");
        var link = Map.of("incident", attack.toString(), "basis", "same village");
        assertEquals(303, act(alert, "link", "en", link).status());
        assertEquals(409, server.post(path(alert), asked).status());
        var told = reportFields(alert, "told", "told", "why", "");
        assertEquals(422, act(alert, "tell", "en", told).status());
    }

    @Test
    void who_can_go_says_that_nothing_leaves_when_a_report_alleges_the_host_state() {
        var unknown = report("unknown", "no");
        var state = report("state", "no");
        var form =
                Map.of(
                        "id",
                        server.get("/lite/watch").formId(),
                        "r-" + unknown,
                        "on",
                        "r-" + state,
                        "on",
                        "title",
                        "Attack feared",
                        "severity",
                        "critical");
        assertEquals(303, server.post("/lite/watch", form).status());
        var reach = path(alerts().alerts().getFirst()) + "/reach";
        var body = server.get(reach).body();
        assertTrue(body.contains("Nothing about this leaves the mission"), body);
    }

    @Test
    void priority_is_blind_to_the_gate() {
        var alert = alert("state", "no");
        var state = clocks(page(alert, "en").body());
        stop();
        start();
        assertEquals(clocks(page(alert("armed-group", "no"), "en").body()), state);
    }

    private static String clocks(String body) {
        return body.substring(body.indexOf("<h2>Clocks"), body.indexOf("<h2>Responses"));
    }

    private UUID report(String alleged, String back) {
        var report =
                Map.of(
                        "where", "Kadu",
                        "place", "kadu",
                        "when", "2026-03-12T20:00",
                        "threat", "armed men gathering",
                        "risk", "families",
                        "alleged", alleged,
                        "severity", "high",
                        "lane", "phone",
                        "back", back);
        var form = new HashMap<>(report);
        form.put("reliability", "B");
        form.put("credibility", "2");
        form.put("id", server.get("/lite/report").formId());
        assertEquals(303, server.post("/lite/report", form).status());
        return alerts().reports().getLast().id();
    }

    private Alert alert(String alleged, String back) {
        var report = report(alleged, back);
        var opening =
                Map.of(
                        "id",
                        server.get("/lite/watch").formId(),
                        "r-" + report,
                        "on",
                        "title",
                        "Attack feared",
                        "severity",
                        "critical");
        assertEquals(303, server.post("/lite/watch", opening).status());
        return alerts().alerts().getFirst();
    }

    private Alert ordered(Alert alert) {
        var order =
                Map.of(
                        "by", "force",
                        "tier", "physical",
                        "action", "patrol",
                        "officer", "Sector commander");
        assertEquals(303, act(alert, "order", "en", order).status());
        return alerts().alerts().getFirst();
    }

    private UUID attack(String name, double latitude, int dayOfMarch) {
        return attack(name, latitude, dayOfMarch, ActorClass.UNKNOWN);
    }

    private UUID attack(String name, double latitude, int dayOfMarch, ActorClass by) {
        var subject = Ids.subject("demo", name);
        demo.add(
                subject,
                Happened.on(LocalDate.of(2026, 3, dayOfMarch)),
                new Facts.IncidentReported(
                        "demo-events",
                        name,
                        IncidentKind.ONE_SIDED,
                        "",
                        Site.at(name, new Position(latitude, 18.2), PlacePrecision.EXACT),
                        List.of(new Involved(Involved.Role.ATTACKER, "armed men", by)),
                        null,
                        null,
                        "",
                        Map.of()));
        return subject;
    }

    private void release(Alert alert, String what, String decision) {
        var officer = Map.of("post", "Protection adviser 1", "component", "protection");
        var cookie = server.post("/lite/officer", officer).header("set-cookie");
        var headers = server.withCookie(cookie.substring(0, cookie.indexOf(';')));
        var shown = server.get(path(alert), headers);
        var form =
                Map.of(
                        "act",
                        "release",
                        "id",
                        shown.formId("release"),
                        "what",
                        what,
                        "decision",
                        decision,
                        "why",
                        "weighed with the reporter’s safety");
        assertEquals(303, server.post(path(alert), form, headers).status());
        var last = (Responses.ReleaseDecided) bodies(Responses.ReleaseDecided.class).getLast();
        assertEquals("Protection adviser 1", last.officer());
    }

    private Map<String, String> reportFields(
            Alert alert, String one, String value, String other, String text) {
        var report = alert.reports().getFirst().id().toString();
        return Map.of("report", report, one, value, other, text, "second", "a patrol saw smoke");
    }

    private Running.Answer act(
            Alert alert, String act, String language, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("act", act);
        form.put("lang", language);
        form.put("id", page(alert, language).formId(act));
        return server.post(path(alert), form);
    }

    private Running.Answer page(Alert alert, String language) {
        var page = server.get(path(alert) + "?lang=" + language);
        assertEquals(200, page.status());
        assertTrue(page.bytes() <= BYTES_MAX, page.bytes() + " bytes");
        return page;
    }

    private static String path(Alert alert) {
        return "/lite/alerts/" + alert.id();
    }

    private Warnings.Verification verification() {
        return alerts().reports().getFirst().verification();
    }

    private List<Body> bodies(Class<? extends Body> kind) {
        return entries(kind).stream().map(Recorded::body).toList();
    }

    private List<Recorded> entries(Class<? extends Body> kind) {
        return picture().entries(kind);
    }

    private Alerts alerts() {
        return Alerts.of(picture());
    }

    private Picture picture() {
        return demo.ledger().asOf(Demo.NOW, Demo.NOW, ALL);
    }
}

package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.Alerts;
import org.vigie.record.Component;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Report;
import org.vigie.record.Responses;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.Running;

@SuppressWarnings("NullAway.Init")
class FormsTest {

    private static final Viewer ALL =
            new Viewer(
                    "test",
                    Component.OPERATIONS_CENTRE,
                    Handling.OPEN.bit() | Handling.MISSION.bit() | Handling.PROTECTION.bit());

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
    void a_warning_is_taken_and_said_back() {
        var sent = report("Bali", Map.of());
        assertEquals(303, sent.status());
        var receipt = server.get(sent.header("location"));
        assertTrue(receipt.body().contains("Taken and kept"), receipt.body());
        assertEquals("armed men gathering", onlyReport().what().threat());
    }

    @Test
    void the_receipt_shows_all_that_was_typed() {
        var more = Map.of("alleged", "militia", "when", "2026-03-14T20:00");
        var receipt = server.get(report("Bali", more).header("location")).body();
        assertTrue(receipt.contains("<dt>Who threatens (alleged)<dd>militia"), receipt);
        assertTrue(receipt.contains("When the warning came in<dd>"), receipt);
        assertTrue(receipt.contains("2026-03-14T20:00Z"), receipt);
        assertTrue(receipt.contains("no consent: nothing will be sent to the reporter"), receipt);
        assertFalse(receipt.contains("not decided"), receipt);
    }

    @Test
    void a_step_that_says_verified_says_that_no_report_was_judged_and_the_case_names_the_step() {
        var path = "/lite/alerts/" + openedAlert().id();
        act(path, "step", Map.of("step", "verified"));
        var page = server.get(path).body();
        assertTrue(page.contains("No report behind it has been judged yet:"), page);
        assertTrue(page.contains("step of an alert: verified"), page);
        assertTrue(server.get(path + "?lang=fr").body().contains("évaluée"), page);
    }

    @Test
    void what_is_typed_is_kept_letter_by_letter() {
        report("Évêché d’Ouham", Map.of("threat", "œuvre de Séléka; جماعة"));
        assertEquals("Évêché d’Ouham", onlyReport().what().site().name());
        assertEquals("œuvre de Séléka; جماعة", onlyReport().what().threat());
    }

    @Test
    void a_place_with_several_candidates_is_asked_back_and_never_chosen() {
        var sent = report("Kadu", Map.of());
        assertEquals(422, sent.status());
        assertTrue(sent.body().contains("Kadu Ba"), sent.body());
        assertFalse(sent.body().contains("value=\"kadu\" checked"), sent.body());
        assertTrue(alerts().reports().isEmpty());
    }

    @Test
    void a_chosen_place_is_kept_with_its_coordinates() {
        assertEquals(303, report("Kadu", Map.of("place", "kadu-ba")).status());
        assertEquals("kadu-ba", onlyReport().what().site().placeId());
    }

    @Test
    void none_of_the_candidates_keeps_the_name_without_a_place() {
        assertEquals(303, report("Kadu", Map.of("place", "none")).status());
        assertEquals("Kadu", onlyReport().what().site().name());
        assertEquals(null, onlyReport().what().site().position());
    }

    @Test
    void a_form_sent_twice_is_written_once() {
        var form = form("Bali", Map.of());
        var first = server.post("/lite/report", form);
        var second = server.post("/lite/report", form);
        assertEquals(first.header("location"), second.header("location"));
        assertEquals(1, alerts().reports().size());
    }

    @Test
    void a_form_sent_again_with_other_words_is_a_conflict() {
        var form = form("Bali", Map.of());
        server.post("/lite/report", form);
        form.put("threat", "something else");
        assertEquals(409, server.post("/lite/report", form).status());
        assertEquals("armed men gathering", onlyReport().what().threat());
    }

    @Test
    void what_was_typed_comes_back_with_the_problem_at_its_field() {
        var sent = report("Bali", Map.of("severity", ""));
        assertEquals(422, sent.status());
        assertTrue(sent.body().contains("value=\"families of Bali\""), sent.body());
        assertTrue(
                sent.body().contains("id=\"f-severity\" name=\"severity\" aria-invalid=\"true\""),
                sent.body());
        assertTrue(sent.body().contains("href=\"#f-severity\""), sent.body());
    }

    @Test
    void a_telephone_number_or_an_address_is_refused() {
        assertEquals(422, report("Bali", Map.of("threat", "call 76 12 34 56 78")).status());
        assertEquals(422, report("Bali", Map.of("risk", "ask a.b@example.org")).status());
        assertTrue(alerts().reports().isEmpty());
    }

    @Test
    void a_warning_of_last_night_is_back_dated_and_marked() {
        var sent = report("Bali", Map.of("when", "2026-03-14T20:00"));
        assertTrue(onlyReport().received().backDated());
        assertTrue(server.get(sent.header("location")).body().contains("◂ 9 h 30 min"));
    }

    @Test
    void a_warning_of_tomorrow_is_refused() {
        assertEquals(422, report("Bali", Map.of("when", "2026-03-16T20:00")).status());
    }

    @Test
    void nothing_is_written_from_the_past() {
        var form = form("Bali", Map.of("known", "2026-03-01"));
        assertEquals(409, server.post("/lite/report", form).status());
        assertTrue(alerts().reports().isEmpty());
    }

    @Test
    void an_alert_is_opened_by_a_person_on_chosen_reports() {
        var alert = openedAlert();
        assertEquals("Attack feared", alert.what().title());
        assertEquals("watch-officer", alert.opened().entry().author());
        assertEquals(1, alert.reports().size());
    }

    @Test
    void from_a_report_a_button_leads_to_the_form_of_an_alert_with_what_it_says() {
        report("Bali", Map.of());
        var id = onlyReport().id();
        var page = server.get("/lite/reports/" + id).body();
        assertTrue(page.contains("/lite/watch?report=" + id), page);
        var form = server.get("/lite/watch?report=" + id).body();
        assertTrue(form.contains("name=\"r-" + id + "\" value=\"on\""), form);
        assertTrue(form.contains("value=\"" + onlyReport().what().threat()), form);
        assertTrue(form.contains("value=\"" + onlyReport().what().atRisk()), form);
    }

    @Test
    void a_brief_of_too_long_a_period_says_why_it_is_refused() {
        var refused = server.get("/lite/brief?from=2010-01-01&to=2020-01-01");
        assertEquals(400, refused.status());
        assertTrue(refused.body().contains("at most 1,830 days"), refused.body());
    }

    @Test
    void a_new_report_cannot_be_confirmed_by_others_yet() {
        assertEquals(422, report("Bali", Map.of("credibility", "1")).status());
        assertFalse(server.get("/lite/report").body().contains("confirmed by others"));
    }

    @Test
    void done_without_an_arrival_is_said_to_be_so() {
        var path = "/lite/alerts/" + openedAlert().id();
        act(
                path,
                "order",
                Map.of(
                        "by",
                        "force",
                        "tier",
                        "physical",
                        "action",
                        "patrol",
                        "officer",
                        "SC",
                        "happened",
                        "2026-03-14T20:00"));
        var response = alerts().alerts().getFirst().responses().getFirst();
        act(path, "respond-" + response.id(), Map.of("response", "done"));
        var page = server.get(path).body();
        assertTrue(page.contains("done (no arrival recorded)"), page);
        assertTrue(page.contains("before the warning"), page);
    }

    @Test
    void no_order_is_given_together_with_a_force_that_nobody_assessed() {
        var path = "/lite/alerts/" + openedAlert().id();
        var form =
                Map.of(
                        "act", "order",
                        "id", server.get(path).formId("order"),
                        "by", "force",
                        "tier", "physical",
                        "action", "patrol",
                        "officer", "SC",
                        "with-force", "Host Army");
        var sent = server.post(path, form);
        assertEquals(422, sent.status());
        assertTrue(sent.body().contains("no assessment in date allows"), sent.body());
        assertEquals(0, alerts().alerts().getFirst().responses().size());
    }

    @Test
    void an_alert_without_a_report_chosen_is_not_opened() {
        report("Bali", Map.of());
        var id = server.get("/lite/watch").formId();
        var sent = server.post("/lite/watch", Map.of("id", id, "title", "x", "severity", "high"));
        assertEquals(422, sent.status());
        assertTrue(alerts().alerts().isEmpty());
    }

    @Test
    void steps_orders_and_outcome_are_recorded() {
        var alert = openedAlert();
        var path = "/lite/alerts/" + alert.id();
        act(path, "step", Map.of("step", "acknowledged"));
        act(
                path,
                "order",
                Map.of(
                        "by", "force",
                        "tier", "physical",
                        "action", "patrol",
                        "officer", "Sector commander",
                        "units", "QRF, B-Coy"));
        var response = alerts().alerts().getFirst().responses().getFirst();
        act(
                path,
                "respond-" + response.id(),
                Map.of("response", "not-possible", "reason", "host-refused"));
        act(path, "close", Map.of("outcome", "not-protected", "why", "nobody could go"));
        var closed = alerts().alerts().getFirst();
        assertEquals(Warnings.Outcome.NOT_PROTECTED, closed.findOutcome().orElseThrow());
        assertEquals(
                Responses.Reason.HOST_REFUSED,
                closed.responses().getFirst().findReason().orElseThrow());
        assertEquals("Sector commander", closed.responses().getFirst().order().officer());
    }

    @Test
    void a_unit_under_several_orders_is_said_before_and_after_and_not_forbidden() {
        var path = "/lite/alerts/" + openedAlert().id();
        for (var officer : List.of("SC", "FC")) {
            act(
                    path,
                    "order",
                    Map.of(
                            "by", "force",
                            "tier", "physical",
                            "action", "patrol",
                            "officer", officer,
                            "units", "QRF"));
        }
        var page = server.get(path).body();
        assertTrue(page.contains("with the number of orders: QRF (2)"), page);
        assertTrue(page.contains("QRF is under 2 orders that have not ended, by: SC, FC"), page);
        act(path, "close", Map.of("outcome", "did-not-happen", "why", "it did not come"));
        assertFalse(server.get(path).body().contains("that have not ended"));
    }

    @Test
    void the_medical_chain_is_not_worked_out_for_any_point_of_the_earth() {
        var sea = server.get("/lite/casevac?spot=0,-30").body();
        assertTrue(sea.contains("0,-30 lies neither in the mission nor near it"), sea);
        assertFalse(sea.contains("did you mean"), sea);
        var swapped = server.get("/lite/casevac?spot=20,8").body();
        assertTrue(swapped.contains("Latitude comes first: did you mean 8,20?"), swapped);
        var near = server.get("/lite/casevac?spot=8,20").body();
        assertFalse(near.contains("lies neither in the mission"), near);
    }

    @Test
    void an_order_needs_a_named_officer() {
        var path = "/lite/alerts/" + openedAlert().id();
        var form = new HashMap<>(Map.of("by", "force", "tier", "physical", "action", "patrol"));
        form.put("act", "order");
        form.put("id", server.get(path).formId("order"));
        assertEquals(422, server.post(path, form).status());
        assertTrue(alerts().alerts().getFirst().responses().isEmpty());
    }

    @Test
    void a_reason_goes_with_not_possible_only() {
        var path = "/lite/alerts/" + openedAlert().id();
        act(
                path,
                "order",
                Map.of("by", "force", "tier", "physical", "action", "patrol", "officer", "SC"));
        var response = alerts().alerts().getFirst().responses().getFirst();
        var act = "respond-" + response.id();
        var form = new HashMap<>(Map.of("response", "moving", "reason", "caveat"));
        form.put("act", act);
        form.put("id", server.get(path).formId(act));
        assertEquals(422, server.post(path, form).status());
    }

    @Test
    void where_the_host_state_is_alleged_the_screen_says_that_nothing_leaves() {
        report("Bali", Map.of("alleged", "state"));
        var report = onlyReport();
        var body = server.get("/lite/reports/" + report.id()).body();
        assertTrue(body.contains("Nothing about this leaves the mission"), body);
    }

    @Test
    void who_can_go_says_so_when_the_alert_has_no_place() {
        var body = server.get("/lite/alerts/" + openedAlert().id() + "/reach").body();
        assertTrue(body.contains("This alert has no coordinates"), body);
    }

    @Test
    void an_import_is_undone_with_a_reason_and_only_once() {
        var opened =
                demo.add(
                        UUID.fromString("018f0000-0000-7000-8000-000000000001"),
                        null,
                        new Housekeeping.ImportOpened(
                                "ucdp-ged",
                                "a.csv",
                                "ab".repeat(32),
                                10,
                                new java.util.TreeMap<>()));
        var form = new HashMap<String, String>();
        form.put("id", server.get("/lite/imports").formId());
        form.put("import", opened.id().toString());
        assertEquals(422, server.post("/lite/imports", form).status());
        form.put("why", "the wrong file");
        assertEquals(303, server.post("/lite/imports", form).status());
        assertTrue(server.get("/lite/imports").body().contains("the wrong file"));
        form.put("id", "018f0000-0000-7000-8000-0000000000aa");
        assertEquals(409, server.post("/lite/imports", form).status());
    }

    @Test
    void the_officer_says_who_they_are_and_the_browser_remembers() {
        var sent =
                server.post(
                        "/lite/officer", Map.of("post", "Duty officer 2", "component", "police"));
        assertEquals(303, sent.status());
        var cookie = sent.header("set-cookie");
        assertTrue(cookie.contains("SameSite=Strict") && cookie.contains("HttpOnly"), cookie);
    }

    private Running.Answer report(String where, Map<String, String> more) {
        return server.post("/lite/report", form(where, more));
    }

    private Map<String, String> form(String where, Map<String, String> more) {
        var form =
                new HashMap<>(
                        Map.of(
                                "where", where,
                                "threat", "armed men gathering",
                                "risk", "families of " + where,
                                "severity", "high",
                                "lane", "phone",
                                "reliability", "B",
                                "credibility", "2",
                                "back", "no"));
        form.put("id", server.get("/lite/report").formId());
        form.putAll(more);
        return form;
    }

    private org.vigie.record.Alert openedAlert() {
        report("Bali", Map.of());
        var id = server.get("/lite/watch").formId();
        var sent =
                server.post(
                        "/lite/watch",
                        Map.of(
                                "id",
                                id,
                                "r-" + onlyReport().id(),
                                "on",
                                "title",
                                "Attack feared",
                                "severity",
                                "critical"));
        assertEquals(303, sent.status(), sent.body());
        return alerts().alerts().getFirst();
    }

    private void act(String path, String act, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("act", act);
        form.put("id", server.get(path).formId(act));
        var sent = server.post(path, form);
        assertEquals(303, sent.status(), sent.body());
    }

    private Report onlyReport() {
        assertEquals(1, alerts().reports().size());
        return alerts().reports().getFirst();
    }

    private Alerts alerts() {
        return Alerts.of(demo.ledger().asOf(Demo.NOW, Demo.NOW, ALL));
    }
}

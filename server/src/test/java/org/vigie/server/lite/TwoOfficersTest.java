package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// Two officers at one alert, an old page in another tab, a button pressed twice.
@SuppressWarnings("NullAway.Init")
class TwoOfficersTest {

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
    void who_reports_is_led_to_the_receipt_though_the_clock_goes_on() {
        server.close();
        server = Running.on(demo.ticking());
        var form = server.get("/lite/report").formId();
        var sent =
                server.post(
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
        assertTrue(sent.header("location").startsWith("/lite/reports/"), sent.header("location"));
    }

    @Test
    void an_old_page_does_not_open_a_second_alert_on_one_report() {
        var report = report();
        var first = opening(report);
        var second = opening(report);
        assertEquals(303, server.post("/lite/watch", first).status());
        var late = server.post("/lite/watch", second);
        assertEquals(422, late.status());
        assertTrue(
                late.body().contains("a colleague has put one of these reports behind an alert"),
                late.body());
        assertEquals(1, alerts().alerts().size());
        assertEquals(303, server.post("/lite/watch", first).status());
    }

    @Test
    void two_officers_at_the_same_moment_open_one_alert() {
        var report = report();
        var forms = IntStream.range(0, 8).mapToObj(i -> opening(report)).toList();
        assertEquals(List.of(303), wentThrough("/lite/watch", forms));
        assertEquals(1, alerts().alerts().size());
    }

    @Test
    void two_officers_at_the_same_moment_close_an_alert_once() {
        var path = path(opened());
        var forms =
                IntStream.range(0, 8)
                        .mapToObj(i -> form(path, "close", closing("why " + i)))
                        .toList();
        assertEquals(List.of(303), wentThrough(path, forms));
    }

    @Test
    void while_the_clock_runs_too_two_officers_open_one_alert_and_close_it_once() {
        server.close();
        server = Running.on(demo.ticking());
        for (int round = 1; round <= 3; round++) {
            var report = report();
            var opening = IntStream.range(0, 8).mapToObj(i -> opening(report)).toList();
            assertEquals(List.of(303), wentThrough("/lite/watch", opening));
            assertEquals(round, later().alerts().size());
            var path = path(later().alerts().getLast());
            var closing =
                    IntStream.range(0, 8)
                            .mapToObj(i -> form(path, "close", closing("why " + i)))
                            .toList();
            assertEquals(List.of(303), wentThrough(path, closing));
        }
        assertEquals(3, closings());
    }

    @Test
    void of_two_servers_one_opens_an_alert_and_the_other_is_told() {
        var report = report();
        demo.at(Demo.NOW.plusSeconds(60));
        try (var other = Running.on(demo.behind())) {
            var late = new HashMap<>(opening(report));
            late.put("id", other.get("/lite/watch").formId());
            assertEquals(303, server.post("/lite/watch", opening(report)).status());
            var told = other.post("/lite/watch", late);
            assertEquals(422, told.status());
            assertTrue(
                    told.body()
                            .contains("a colleague has put one of these reports behind an alert"),
                    told.body());
            assertEquals(1, later().alerts().size());
        }
    }

    @Test
    void of_two_servers_one_closes_an_alert_and_the_other_is_told() {
        var path = path(opened());
        demo.at(Demo.NOW.plusSeconds(60));
        try (var other = Running.on(demo.behind())) {
            var late = new HashMap<>(form(path, "close", closing("another reason")));
            late.put("id", other.get(path).formId("close"));
            var close = form(path, "close", closing("it did not come"));
            assertEquals(303, server.post(path, close).status());
            var told = other.post(path, late);
            assertEquals(409, told.status());
            assertTrue(told.body().contains("closed meanwhile"), told.body());
            assertEquals(1, closings());
        }
    }

    @Test
    void of_two_servers_that_put_one_report_behind_two_alerts_one_does_and_the_other_is_told() {
        opened();
        opened();
        var alerts = alerts().alerts();
        assertEquals(2, alerts.size());
        var call = report();
        demo.at(Demo.NOW.plusSeconds(60));
        try (var other = Running.on(demo.behind())) {
            var late = joining(other.get("/lite/watch").formId(), call, alerts.getLast());
            var first = joining(server.get("/lite/watch").formId(), call, alerts.getFirst());
            assertEquals(303, server.post("/lite/watch", first).status());
            assertEquals(409, other.post("/lite/watch", late).status());
            assertEquals(
                    List.of(alerts.getFirst().id()),
                    later().findReport(call).orElseThrow().alerts());
        }
    }

    private static Map<String, String> joining(String id, UUID report, Alert alert) {
        return Map.of("id", id, "act", "join", "alert", alert.id().toString(), "r-" + report, "on");
    }

    private Alerts later() {
        var later = Demo.NOW.plusSeconds(3_600);
        return Alerts.of(demo.ledger().asOf(later, later, Viewer.officer("test")));
    }

    private long closings() {
        var later = Demo.NOW.plusSeconds(3_600);
        return demo.ledger()
                .asOf(later, later, Viewer.officer("test"))
                .entries(Warnings.AlertClosed.class)
                .size();
    }

    @Test
    void an_old_page_neither_steps_nor_orders_nor_closes_after_the_alert_was_closed() {
        var path = path(opened());
        var step = form(path, "step", Map.of("step", "verified"));
        var order =
                form(
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
                                "SC"));
        var again = form(path, "close", closing("another reason"));
        var close = form(path, "close", closing("it did not come"));
        assertEquals(303, server.post(path, close).status());
        for (var late : List.of(step, order, again)) {
            assertEquals(409, server.post(path, late).status());
        }
        var alert = alerts().alerts().getFirst();
        assertTrue(alert.steps().isEmpty() && alert.responses().isEmpty());
        assertEquals(Warnings.Outcome.DID_NOT_HAPPEN, alert.findOutcome().orElseThrow());
    }

    @Test
    void a_button_pressed_twice_is_no_conflict_even_when_the_alert_was_closed_between() {
        var path = path(opened());
        var step = form(path, "step", Map.of("step", "acknowledged"));
        var close = form(path, "close", closing("it did not come"));
        assertEquals(303, server.post(path, step).status());
        assertEquals(303, server.post(path, close).status());
        assertEquals(303, server.post(path, step).status());
        assertEquals(303, server.post(path, close).status());
        assertEquals(1, alerts().alerts().getFirst().steps().size());
    }

    @Test
    void at_an_earlier_moment_an_entry_cannot_be_read_by_its_number() {
        report();
        assertEquals(200, server.get("/lite/entries/2").status());
        assertEquals(404, server.get("/lite/entries/2?known=2026-03-01").status());
    }

    @Test
    void all_that_waits_can_be_reached_however_much_it_is() {
        var ids = IntStream.range(0, 30).mapToObj(i -> report()).distinct().toList();
        assertEquals(30, ids.size());
        var body = server.get("/lite/watch").body() + server.get("/lite/watch?waiting=25").body();
        for (var id : ids) {
            assertTrue(body.contains("r-" + id), id.toString());
        }
        assertTrue(server.get("/lite/watch").body().contains("waiting=25"));
        assertFalse(server.get("/lite/watch?waiting=25").body().contains("waiting=50"));
    }

    @Test
    void who_goes_on_while_others_judge_and_report_sees_all_that_waits() {
        var ids = IntStream.range(0, 40).mapToObj(i -> report()).toList();
        var first = server.get("/lite/watch").body();
        var shown = ids.stream().filter(id -> first.contains("r-" + id)).toList();
        assertEquals(25, shown.size());
        // One of the newest, one of the most urgent of the others, and the last one of the page.
        var gone = List.of(shown.getLast(), shown.getFirst(), lastOf(first, ids));
        for (var id : gone) {
            assertEquals(303, judge(id).status());
        }
        report();
        report();
        var more = Pattern.compile("href=\"([^\"]*waiting=25[^\"]*)\"").matcher(first);
        assertTrue(more.find(), first);
        assertTrue(more.group(1).length() < 60, more.group(1));
        var second = server.get("/lite/watch" + more.group(1).replace("&amp;", "&")).body();
        for (var id : ids) {
            boolean seen = first.contains("r-" + id) || second.contains("r-" + id);
            assertTrue(seen, id.toString());
            assertFalse(first.contains("r-" + id) && second.contains("r-" + id), "once: " + id);
        }
    }

    @Test
    void who_verifies_on_the_page_of_an_alert_is_told_what_was_said_on_that_of_its_report() {
        var alert = opened();
        var report = alert.reports().getFirst().id();
        var verified = Map.of("report", "" + report, "basis", "a patrol was there", "seen", "0");
        var one = new HashMap<>(form("/lite/reports/" + report, "verify", verified));
        var other = new HashMap<>(form(path(alert), "verify", verified));
        one.put("status", "unverifiable");
        other.put("status", "false");
        assertEquals(303, server.post("/lite/reports/" + report, one).status());
        var told = server.post(path(alert), other);
        assertEquals(409, told.status());
        assertTrue(told.body().contains("has just said how far it is verified"), told.body());
        assertTrue(told.body().contains("a patrol was there"), "nothing typed is lost");
        other.put("id", told.formId("verify"));
        other.remove("seen");
        assertEquals(303, server.post(path(alert), other).status());
        assertEquals(303, server.post(path(alert), other).status(), "sent twice");
    }

    @Test
    void a_link_onward_of_another_place_or_of_nobodys_still_shows_a_page() {
        IntStream.range(0, 30).forEach(i -> report());
        var onward = server.get("/lite/watch?waiting=25&waiting-after=1-99999-99998").body();
        assertTrue(onward.contains("name=\"r-"), onward);
        for (var bad : List.of("x", "9-1", "1-", "-1", "1-1-1-1")) {
            assertEquals(400, server.get("/lite/watch?waiting-after=" + bad).status(), bad);
        }
    }

    private static UUID lastOf(String page, List<UUID> ids) {
        return ids.stream()
                .filter(id -> page.contains("r-" + id))
                .max(Comparator.comparingInt(id -> page.indexOf("r-" + id)))
                .orElseThrow();
    }

    private Running.Answer judge(UUID id) {
        var path = "/lite/reports/" + id;
        return server.post(
                path,
                form(
                        path,
                        "verify",
                        Map.of(
                                "report",
                                id.toString(),
                                "status",
                                "false",
                                "basis",
                                "a patrol was there")));
    }

    @Test
    void a_warning_of_another_century_is_refused_at_its_field_and_climbs_nowhere() {
        var form =
                new HashMap<>(
                        Map.of(
                                "where", "Bali",
                                "threat", "armed men gathering",
                                "risk", "families",
                                "severity", "high",
                                "lane", "phone",
                                "reliability", "B",
                                "credibility", "2",
                                "back", "no",
                                "when", "1900-01-01T00:00"));
        form.put("id", server.get("/lite/report").formId());
        var sent = server.post("/lite/report", form);
        assertEquals(422, sent.status());
        assertTrue(sent.body().contains("more than 366 days back"), sent.body());
        assertTrue(sent.body().contains("2025-03-14T05:30Z"), sent.body());
        assertTrue(alerts().reports().isEmpty());
        form.put("when", "2026-03-15T05:40");
        assertEquals(422, server.post("/lite/report", form).status(), "ten minutes ahead");
        form.put("when", "2025-06-01T00:00");
        assertEquals(303, server.post("/lite/report", form).status());
    }

    /// The answers that went through, of forms that are sent at the same moment.
    private List<Integer> wentThrough(String path, List<Map<String, String>> forms) {
        return forms.parallelStream()
                .map(form -> server.post(path, form).status())
                .filter(status -> status == 303)
                .toList();
    }

    private UUID report() {
        var form =
                new HashMap<>(
                        Map.of(
                                "where", "Bali",
                                "threat", "armed men gathering",
                                "risk", "families",
                                "severity", "high",
                                "lane", "phone",
                                "reliability", "B",
                                "credibility", "2",
                                "back", "no"));
        form.put("id", server.get("/lite/report").formId());
        var sent = server.post("/lite/report", form);
        assertEquals(303, sent.status());
        return UUID.fromString(sent.header("location").substring("/lite/reports/".length()));
    }

    private Map<String, String> opening(UUID report) {
        return Map.of(
                "id",
                server.get("/lite/watch").formId(),
                "r-" + report,
                "on",
                "title",
                "Attack feared",
                "severity",
                "critical");
    }

    private Alert opened() {
        assertEquals(303, server.post("/lite/watch", opening(report())).status());
        return alerts().alerts().getFirst();
    }

    private static String path(Alert alert) {
        return "/lite/alerts/" + alert.id();
    }

    private static Map<String, String> closing(String why) {
        return Map.of("outcome", "did-not-happen", "why", why);
    }

    private Map<String, String> form(String path, String act, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("act", act);
        form.put("id", server.get(path).formId(act));
        return form;
    }

    private Alerts alerts() {
        return Alerts.of(demo.ledger().asOf(Demo.NOW, Demo.NOW, Viewer.officer("test")));
    }
}

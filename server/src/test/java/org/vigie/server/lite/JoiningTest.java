package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Report;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.picture.Desk;

/// A second call is put behind the alert of the first, on the page.
class JoiningTest {

    private static final String ONE = "vigie-officer=OPERATIONS_CENTRE.officer-one";

    private final Desk desk = new Demo().standing();
    private final Running server = Running.on(desk);
    private int number;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_report_joins_an_open_alert_and_waits_no_more() throws IOException {
        var alert = opened();
        var second = reported("the same riders again");
        var watch = watch();
        assertTrue(watch.body().contains("put the reports chosen above"), watch.body());
        var sent = join(watch.formId(), second, alert);
        assertEquals(303, sent.status());
        assertEquals(List.of(second.id()), List.of(behind(alert).getLast().id()));
        assertFalse(find(second).waits());
        var page = server.get("/lite/alerts/" + alert.id(), server.withCookie(ONE)).body();
        assertTrue(page.contains("joined later"), page);
        // The same form again changes nothing.
        assertEquals(303, join(watch.formId(), second, alert).status());
        assertEquals(2, behind(alert).size());
    }

    @Test
    void it_is_taken_out_again_on_its_page() throws IOException {
        var alert = opened();
        var second = reported("the same riders again");
        join(watch().formId(), second, alert);
        var page = server.get("/lite/reports/" + second.id(), server.withCookie(ONE));
        assertTrue(page.body().contains("Take it out again"), page.body());
        assertEquals(303, send(page.formId("part"), second, alert, "part").status());
        assertEquals(1, behind(alert).size());
        assertTrue(find(second).waits());
        var again = server.get("/lite/reports/" + second.id(), server.withCookie(ONE)).body();
        assertTrue(again.contains("Put behind an open alert"), again);
    }

    @Test
    void an_old_form_sent_again_does_not_undo_what_was_decided_since() throws IOException {
        var alert = opened();
        var second = reported("the same riders again");
        var joining = watch().formId();
        join(joining, second, alert);
        var page = server.get("/lite/reports/" + second.id(), server.withCookie(ONE));
        var parting = page.formId("part");
        send(parting, second, alert, "part");
        assertEquals(303, join(joining, second, alert).status());
        assertTrue(find(second).waits(), "it was taken out since");
        join(watch().formId(), second, alert);
        assertEquals(303, send(parting, second, alert, "part").status());
        assertFalse(find(second).waits(), "it was put back since");
    }

    @Test
    void without_an_open_alert_or_a_report_it_is_said_what_is_missing() throws IOException {
        var alert = opened();
        var second = reported("the same riders again");
        var none =
                server.post(
                        "/lite/watch",
                        Map.of("id", watch().formId(), "act", "join", "r-" + second.id(), "on"),
                        server.withCookie(ONE));
        assertEquals(422, none.status());
        assertTrue(none.body().contains("choose an open alert"), none.body());
        var nothing =
                server.post(
                        "/lite/watch",
                        Map.of(
                                "id",
                                watch().formId(),
                                "act",
                                "join",
                                "alert",
                                alert.id().toString()),
                        server.withCookie(ONE));
        assertEquals(422, nothing.status());
        assertTrue(nothing.body().contains("choose at least one report"), nothing.body());
    }

    @Test
    void of_a_report_that_a_colleague_put_behind_another_alert_the_second_officer_is_told()
            throws IOException {
        var first = opened();
        var second = opened();
        var call = reported("the same riders again");
        var old = watch().formId();
        assertEquals(303, join(watch().formId(), call, first).status());
        var late = join(old, call, second);
        assertEquals(422, late.status());
        assertTrue(late.body().contains("a colleague has put one of these reports"), late.body());
        assertEquals(List.of(first.id()), find(call).alerts());
    }

    private Running.Answer join(String form, Report report, Alert alert) throws IOException {
        return send(form, report, alert, "join");
    }

    private Running.Answer send(String form, Report report, Alert alert, String act)
            throws IOException {
        return server.post(
                "/lite/watch",
                Map.of(
                        "id",
                        form,
                        "act",
                        act,
                        "alert",
                        alert.id().toString(),
                        "r-" + report.id(),
                        "on"),
                server.withCookie(ONE));
    }

    private Running.Answer watch() {
        return server.get("/lite/watch", server.withCookie(ONE));
    }

    /// An alert on a report of its own.
    private Alert opened() throws IOException {
        var report = reported("armed men ask which houses have sons away");
        var id = Ids.subject("joining", "alert" + number++);
        write(
                id,
                new Warnings.AlertOpened(
                        "Riders ask for houses",
                        Site.named("Delta"),
                        Warnings.Severity.HIGH,
                        "villagers",
                        ActorClass.UNKNOWN,
                        List.of(report.id())));
        return alerts().findAlert(id).orElseThrow();
    }

    private Report reported(String text) throws IOException {
        var id = Ids.subject("joining", "report" + number++);
        write(
                id,
                new Warnings.ReportReceived(
                        "phone",
                        Site.named("Delta"),
                        text,
                        "villagers",
                        "an attack",
                        Warnings.Severity.HIGH,
                        ActorClass.UNKNOWN,
                        Grade.UNJUDGED,
                        false));
        return alerts().findReport(id).orElseThrow();
    }

    private void write(UUID subject, Body body) throws IOException {
        desk.ledger(false)
                .append(
                        List.of(
                                new Entry(
                                        Ids.subject("joining entry", "" + number++),
                                        subject,
                                        null,
                                        null,
                                        "test",
                                        Component.OPERATIONS_CENTRE,
                                        Handling.PROTECTION,
                                        Origin.hand(),
                                        null,
                                        body)));
    }

    private Alerts alerts() throws IOException {
        var now = desk.clock().instant();
        return Alerts.of(desk.ledger(false).asOf(now, now, Viewer.owner()));
    }

    private Report find(Report report) throws IOException {
        return alerts().findReport(report.id()).orElseThrow();
    }

    private List<Report> behind(Alert alert) throws IOException {
        return alerts().findAlert(alert.id()).orElseThrow().reports();
    }
}

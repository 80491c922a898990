package org.vigie.server.lite;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.assess.Timeline;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Response;
import org.vigie.server.picture.Desk;

/// Shows one alert and takes what a person did about it.
@Controller
class AlertController {

    /// What nobody does any more about an alert that is closed; a page from before may still try.
    private static final Set<String> ENDED_BY_CLOSING = Set.of("step", "close", "order");

    private final Desk desk;

    /// One after the other: what is written follows from what was read just before.
    private final Object turn = new Object();

    AlertController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/alerts/{id}")
    ResponseEntity<byte[]> alert(
            View view, @PathVariable String id, @RequestParam Map<String, String> values)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var sent = new AlertPage.Sent(values.getOrDefault("act", ""), new Typed(values));
        int line = View.notNegative("line", values.getOrDefault("line", "0"));
        return page(view, HttpStatus.OK, new Shown(picture, find(picture, id), sent, line));
    }

    @PostMapping("/lite/alerts/{id}")
    ResponseEntity<byte[]> act(
            View view, @PathVariable String id, @RequestParam Map<String, String> values)
            throws IOException {
        Writing.requireNow(view);
        synchronized (turn) {
            return act(view.at(desk.clock().instant()), id, new Typed(values));
        }
    }

    private ResponseEntity<byte[]> act(View view, String id, Typed typed) throws IOException {
        var act = typed.value("act");
        var picture = Pictures.of(desk, view);
        var alert = find(picture, id);
        var read = read(typed, new Chain(picture, alert), view);
        if (alert.closed().isPresent() && ENDED_BY_CLOSING.contains(act)) {
            if (closedSo(alert, read, view)) {
                return Answers.goTo(view.page("/lite/alerts/" + alert.id()));
            }
            if (!writtenBefore(alert, typed.id())) {
                throw new Conflict("problem.closed");
            }
        }
        if (overtaken(typed, new Chain(picture, alert), view)) {
            var sent = new AlertPage.Sent(act, typed);
            return page(view, HttpStatus.CONFLICT, new Shown(picture, alert, sent, 0));
        }
        if (read.isEmpty()) {
            var sent = new AlertPage.Sent(act, typed);
            return page(view, HttpStatus.UNPROCESSABLE_CONTENT, new Shown(picture, alert, sent, 0));
        }
        if (act.equals("close")) {
            var pen = new Pen(desk, view, Ids.subject("alert-closed", alert.id().toString()));
            if (!pen.writeOnce(alert.id(), read.get().when(), read.get().body())) {
                throw new Conflict("problem.closed");
            }
            return Answers.goTo(view.page("/lite/alerts/" + alert.id()));
        }
        var pen = new Pen(desk, view, typed.id());
        var subject = read.get().subject();
        if (act.equals(ReportForms.VERIFY) && subject != null) {
            if (!pen.verify(read.get(), subject, picture)) {
                throw new Conflict("problem.verified");
            }
            return Answers.goTo(view.page("/lite/alerts/" + alert.id()));
        }
        pen.write(
                subject == null
                        ? pen.subject(act.equals("ask") ? "clearance" : "response")
                        : subject,
                read.get().when(),
                read.get().body());
        return Answers.goTo(view.page("/lite/alerts/" + alert.id()));
    }

    /// Whether somebody else has verified the report since this form was shown; a form sent twice
    /// overtakes nobody.
    private boolean overtaken(Typed typed, Chain chain, View view) throws IOException {
        var reports = chain.alert().reports();
        return typed.value("act").equals(ReportForms.VERIFY)
                && new Pen(desk, view, typed.id())
                        .findWritten(reports.stream().map(Report::id).toList())
                        .isEmpty()
                && new ReportForms(typed, chain.picture(), reports).overtaken(view.words());
    }

    private static Optional<AlertForms.Act> read(Typed typed, Chain chain, View view) {
        var act = typed.value("act");
        if (ReportForms.ACTS.contains(act)) {
            return new ReportForms(typed, chain.picture(), chain.alert().reports())
                    .read(act, view.now());
        }
        return ChainForms.ACTS.contains(act)
                ? ChainForms.read(act, typed, chain, view)
                : AlertForms.read(act, typed, chain, view.now());
    }

    /// Whether the alert was closed by the same post in the same words: the closing has one id on
    /// every server, so that the form's own tells nothing.
    private static boolean closedSo(Alert alert, Optional<AlertForms.Act> read, View view) {
        return alert.closed()
                .filter(closed -> closed.entry().author().equals(view.officer().post()))
                .map(Recorded::body)
                .equals(read.map(AlertForms.Act::body));
    }

    /// Whether this very form is what was written: sent twice, it is no conflict.
    private static boolean writtenBefore(Alert alert, UUID id) {
        return Stream.of(
                        alert.closed().stream(),
                        alert.steps().stream(),
                        alert.responses().stream().map(Response::ordered))
                .flatMap(entries -> entries)
                .anyMatch(entry -> entry.entry().id().equals(id));
    }

    private record Shown(Picture picture, Alert alert, AlertPage.Sent sent, int line) {}

    private ResponseEntity<byte[]> page(View view, HttpStatus status, Shown shown) {
        var page =
                new AlertPage(
                        Pictures.say(desk, view, shown.picture()),
                        new Chain(shown.picture(), shown.alert()));
        var timeline = Timeline.of(shown.picture(), shown.alert().id());
        return Answers.page(
                status,
                new Frame(desk, view)
                        .page(
                                Say.uncited(shown.alert().what().title()),
                                page.body(
                                        shown.sent(),
                                        timeline,
                                        shown.line(),
                                        () -> Pen.freshId(desk))));
    }

    private static Alert find(Picture picture, String id) {
        return Alerts.of(picture)
                .findAlert(Pictures.subject(id))
                .orElseThrow(() -> new NotHere(id));
    }
}

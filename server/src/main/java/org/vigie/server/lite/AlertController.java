package org.vigie.server.lite;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
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
import org.vigie.record.Picture;
import org.vigie.server.picture.Desk;

/// Shows one alert and takes what a person did about it.
@Controller
class AlertController {

    private final Desk desk;

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
        var typed = new Typed(values);
        var act = typed.value("act");
        Writing.requireNow(view);
        var picture = Pictures.of(desk, view);
        var alert = find(picture, id);
        var read = read(typed, new Chain(picture, alert), view);
        if (read.isEmpty()) {
            var sent = new AlertPage.Sent(act, typed);
            return page(view, HttpStatus.UNPROCESSABLE_CONTENT, new Shown(picture, alert, sent, 0));
        }
        if (alert.closed().isPresent() && !closedByThis(alert, typed) && act.equals("close")) {
            throw new Conflict("problem.closed");
        }
        var pen = new Pen(desk, view, typed.id());
        var subject = read.get().subject();
        pen.write(
                subject == null
                        ? pen.subject(act.equals("ask") ? "clearance" : "response")
                        : subject,
                read.get().when(),
                read.get().body());
        return Answers.goTo(view.page("/lite/alerts/" + alert.id()));
    }

    private static Optional<AlertForms.Act> read(Typed typed, Chain chain, View view) {
        var act = typed.value("act");
        if (ReportForms.ACTS.contains(act)) {
            return new ReportForms(typed, chain.picture(), chain.alert().reports())
                    .read(act, view.now());
        }
        return ChainForms.ACTS.contains(act)
                ? ChainForms.read(act, typed, chain, view)
                : AlertForms.read(act, typed, chain.alert(), view.now());
    }

    private static boolean closedByThis(Alert alert, Typed typed) {
        return alert.closed().filter(entry -> entry.entry().id().equals(typed.id())).isPresent();
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

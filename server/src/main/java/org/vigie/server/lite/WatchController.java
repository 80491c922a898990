package org.vigie.server.lite;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Report;
import org.vigie.record.Warnings;
import org.vigie.server.picture.Desk;

/// Shows the watch, and opens alerts: a person's act, on reports that the person chose.
@Controller
class WatchController {

    private static final int TITLE_MAX = 120;

    private final Desk desk;

    WatchController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/watch")
    ResponseEntity<byte[]> watch(View view) throws IOException {
        return page(view, HttpStatus.OK, Typed.nothing(), Pen.freshId(desk));
    }

    @PostMapping("/lite/watch")
    ResponseEntity<byte[]> open(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var id = typed.id();
        Writing.requireNow(view);
        var opened = read(typed, Alerts.of(Pictures.of(desk, view)));
        if (opened.isEmpty()) {
            return page(view, HttpStatus.UNPROCESSABLE_CONTENT, typed, id.toString());
        }
        var pen = new Pen(desk, view, id);
        var subject = pen.subject("alert");
        pen.write(subject, Optional.empty(), opened.get());
        return Answers.goTo(view.page("/lite/alerts/" + subject));
    }

    private static Optional<Warnings.AlertOpened> read(Typed typed, Alerts alerts) {
        var reports = WatchPage.chosen(alerts, typed);
        if (reports.isEmpty()) {
            typed.problem("reports", "problem.reports");
        }
        var title = typed.required("title", TITLE_MAX);
        var severity = typed.choice("severity", Warnings.Severity.class);
        var atRisk = typed.optional("risk", TITLE_MAX);
        var alleged =
                typed.value("alleged").isEmpty()
                        ? ActorClass.UNKNOWN
                        : typed.choice("alleged", ActorClass.class);
        if (!typed.good() || severity == null || alleged == null) {
            return Optional.empty();
        }
        var first = reports.getFirst().what();
        return Optional.of(
                new Warnings.AlertOpened(
                        title,
                        first.site(),
                        severity,
                        atRisk.isEmpty() ? first.atRisk() : atRisk,
                        alleged == ActorClass.UNKNOWN ? first.alleged() : alleged,
                        reports.stream().map(Report::id).toList()));
    }

    private ResponseEntity<byte[]> page(View view, HttpStatus status, Typed typed, String id)
            throws IOException {
        var page =
                new WatchPage(
                        new Say(view, desk.mission().zone()), Alerts.of(Pictures.of(desk, view)));
        return Answers.page(
                status,
                new Frame(desk, view).page(view.words().say("page.watch"), page.body(typed, id)));
    }
}

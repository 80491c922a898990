package org.vigie.server.lite;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.record.Alerts;
import org.vigie.server.picture.Desk;

/// Takes a warning.
@Controller
class ReportController {

    private final Desk desk;

    ReportController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/report")
    ResponseEntity<byte[]> form(View view) {
        if (view.past()) {
            return Answers.page(page(view, Writing.notInThePast(view)));
        }
        var form = new ReportPage(say(view)).form(Typed.nothing(), List.of(), Pen.freshId(desk));
        return Answers.page(page(view, form));
    }

    @PostMapping("/lite/report")
    ResponseEntity<byte[]> report(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var id = typed.id();
        Writing.requireNow(view);
        var form = ReportForm.read(typed, desk.places(), view.now());
        if (form.report().isEmpty()) {
            var again = new ReportPage(say(view)).form(typed, form.candidates(), id.toString());
            return Answers.page(HttpStatus.UNPROCESSABLE_CONTENT, page(view, again));
        }
        var pen = new Pen(desk, view, id);
        var subject = pen.subject("report");
        pen.write(subject, form.when(), form.report().get());
        return Answers.goTo(view.page("/lite/reports/" + subject));
    }

    @GetMapping("/lite/reports/{id}")
    ResponseEntity<byte[]> receipt(View view, @PathVariable String id) throws IOException {
        var report =
                Alerts.of(Pictures.of(desk, view))
                        .findReport(Pictures.subject(id))
                        .orElseThrow(() -> new NotHere(id));
        return Answers.page(page(view, new ReportPage(say(view)).receipt(report)));
    }

    private Html page(View view, Html body) {
        return new Frame(desk, view).page(view.words().say("page.report"), body);
    }

    private Say say(View view) {
        return new Say(view, desk.mission().zone());
    }
}

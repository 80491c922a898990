package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.assess.ResponseRate;
import org.vigie.exchange.render.Html;
import org.vigie.record.Alerts;
import org.vigie.record.Picture;
import org.vigie.server.picture.Desk;

/// Shows the rate of response, and the rows behind each of its figures.
@Controller
class ResponseController {

    private static final int ROWS_MAX = 100;

    private final Desk desk;

    ResponseController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/response")
    ResponseEntity<byte[]> response(View view) throws IOException {
        var page = new ResponsePage(new Say(view, desk.mission().zone()), rate(view));
        return Answers.page(
                new Frame(desk, view).page(view.words().say("page.response"), page.body()));
    }

    @GetMapping("/lite/response/rows")
    ResponseEntity<byte[]> rows(
            View view,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String reason)
            throws IOException {
        var rate = rate(view);
        var ids = new ArrayList<UUID>();
        var says = new ArrayList<String>();
        for (var figure : ResponsePage.figures(rate)) {
            if (View.code(figure.measure()).equals(measure)) {
                ids.addAll(figure.ids());
                says.add(view.words().of(figure.measure()));
            }
        }
        for (var times : rate.steps()) {
            if (times.step().code().equals(step)) {
                ids.addAll(times.ids());
                says.add(view.words().of(times.step()));
            }
        }
        for (var row : rate.byReason()) {
            if (row.reason().code().equals(reason)) {
                ids.addAll(row.notPossible().ids());
                says.add(view.words().of(row.reason()));
            }
        }
        if (says.isEmpty()) {
            throw new NotHere(measure + step + reason);
        }
        var body = list(view, Pictures.of(desk, view), ids);
        return Answers.page(new Frame(desk, view).page(says.getFirst(), body));
    }

    /// A warning has no kind and its rate must not depend on who is said to be behind it, so only
    /// the time and the place of the filter are used.
    private ResponseRate rate(View view) throws IOException {
        return ResponseRate.of(Pictures.of(desk, view), view.filter().whenAndWhere());
    }

    private Html list(View view, Picture picture, List<UUID> ids) {
        var say = Pictures.say(desk, view, picture);
        var alerts = Alerts.of(picture);
        var rows = new ArrayList<Html>();
        ids.stream().limit(ROWS_MAX).forEach(id -> rows.add(row(say, picture, alerts, id)));
        return Html.of(
                "<p>{}</p><ul>{}</ul><p><a class=\"b\" href=\"{}\">{}</a></p>",
                view.words().say("rate.rows", Math.min(ids.size(), ROWS_MAX), ids.size()),
                rows,
                view.page("/lite/response"),
                view.words().say("page.response"));
    }

    private static Html row(Say say, Picture picture, Alerts alerts, UUID id) {
        var report = alerts.findReport(id);
        if (report.isPresent()) {
            return Html.of(
                    "<li>{} · <a href=\"{}\">{}</a>",
                    say.brief(report.get().receivedAt()),
                    say.view().page("/lite/reports/" + id),
                    Say.uncited(report.get().what().threat()));
        }
        var alert =
                alerts.alerts().stream()
                        .filter(one ->
                                one.id().equals(id)
                                        || one.responses().stream()
                                                .anyMatch(it -> it.id().equals(id)))
                        .findFirst();
        if (alert.isPresent()) {
            return Html.of(
                    "<li>{} · <a href=\"{}\">{}</a>",
                    say.brief(alert.get().openedAt()),
                    say.alert(alert.get().id()),
                    Say.uncited(alert.get().what().title()));
        }
        var incident = picture.incidents().find(id);
        return Html.of(
                "<li>{} · <a href=\"{}\">{}</a>",
                incident.map(row -> say.happened(row.happenedOn())).orElse(""),
                say.incident(id),
                incident.map(row -> row.site().name()).orElse(id.toString()));
    }
}

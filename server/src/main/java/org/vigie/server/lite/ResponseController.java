package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.assess.EntryBurden;
import org.vigie.assess.RateTable;
import org.vigie.assess.ResponseRate;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
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
    ResponseEntity<byte[]> response(View view, @RequestParam(defaultValue = "") String by)
            throws IOException {
        var table = by.isEmpty() ? null : table(view, by);
        var page =
                new ResponsePage(
                        new Say(view, desk.mission().zone()),
                        table == null ? rate(view) : table.whole(),
                        table);
        return Answers.page(
                new Frame(desk, view).page(view.words().say("page.response"), page.body()));
    }

    @GetMapping(BurdenPage.PATH)
    ResponseEntity<byte[]> burden(View view) throws IOException {
        var burden =
                EntryBurden.of(Pictures.of(desk, view), view.filter().from(), view.filter().to());
        var page = new BurdenPage(new Say(view, desk.mission().zone()), burden);
        return Answers.page(
                new Frame(desk, view).page(view.words().say("burden.title"), page.body()));
    }

    /// Which rows of which figure an address opens.
    ///
    /// @param by what the rate is split by; empty for a figure of the whole
    /// @param key of the row then
    private record Opened(
            String measure, String step, String leg, String reason, String by, String key) {

        static Opened of(Map<String, String> values) {
            return new Opened(
                    values.getOrDefault("measure", ""),
                    values.getOrDefault("step", ""),
                    values.getOrDefault("leg", ""),
                    values.getOrDefault("reason", ""),
                    values.getOrDefault("by", ""),
                    values.getOrDefault("key", ""));
        }
    }

    @GetMapping("/lite/response/rows")
    ResponseEntity<byte[]> rows(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var opened = Opened.of(values);
        var ids = new ArrayList<UUID>();
        var says = new ArrayList<String>();
        if (!opened.by().isEmpty()) {
            split(view, opened, ids, says);
        } else {
            whole(view, opened, ids, says);
        }
        if (says.isEmpty()) {
            throw new NotHere(opened.toString());
        }
        var body = list(view, Pictures.of(desk, view), ids);
        return Answers.page(new Frame(desk, view).page(says.getFirst(), body));
    }

    private void whole(View view, Opened opened, List<UUID> ids, List<String> says)
            throws IOException {
        var rate = rate(view);
        for (var figure : ResponsePage.figures(rate)) {
            if (View.code(figure.measure()).equals(opened.measure())) {
                ids.addAll(figure.ids());
                says.add(view.words().of(figure.measure()));
            }
        }
        for (var times : rate.steps()) {
            if (times.step().code().equals(opened.step())) {
                ids.addAll(times.ids());
                says.add(view.words().of(times.step()));
            }
        }
        for (var leg : rate.funnel().legs()) {
            if (leg.to().code().equals(opened.leg())) {
                ids.addAll(leg.times().ids());
                says.add(view.words().say("rate.leg." + opened.leg()));
            }
        }
        for (var row : rate.byReason()) {
            if (row.reason().code().equals(opened.reason())) {
                ids.addAll(row.notPossible().ids());
                says.add(view.words().of(row.reason()));
            }
        }
    }

    private void split(View view, Opened opened, List<UUID> ids, List<String> says)
            throws IOException {
        var table = table(view, opened.by());
        var part = new RateTablePart(new Say(view, desk.mission().zone()));
        for (var panel : table.panels()) {
            for (var line : panel.lines()) {
                for (var figure : line.figures()) {
                    if (line.key().equals(opened.key())
                            && View.code(figure.measure()).equals(opened.measure())) {
                        ids.addAll(figure.ids());
                        says.add(
                                view.words()
                                        .say(
                                                "colon",
                                                part.key(table.by(), line.key()),
                                                view.words().of(figure.measure())));
                    }
                }
            }
        }
    }

    private RateTable table(View view, String by) throws IOException {
        var asked =
                RateTable.By.find(by)
                        .orElseThrow(() ->
                                new BadInput("rate-by", by, "one of " + RateTable.By.codes()));
        return RateTable.of(
                Pictures.of(desk, view),
                view.filter().whenAndWhere(),
                asked,
                desk.mission().known());
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

package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.assess.FigureHistory;
import org.vigie.exchange.render.Html;
import org.vigie.record.Body;
import org.vigie.record.Facts;
import org.vigie.record.Handling;
import org.vigie.record.IncidentRow;
import org.vigie.record.Recorded;
import org.vigie.record.Standpoint;
import org.vigie.server.picture.Desk;
import org.vigie.weigh.Candidates;
import org.vigie.weigh.Judgements;

/// Shows one incident, and takes what a person decides about it.
@Controller
class IncidentController {

    private final Desk desk;

    /// One after the other: what is written follows from what was read just before.
    private final Object turn = new Object();

    IncidentController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/incidents/{id}")
    ResponseEntity<byte[]> incident(View view, @PathVariable String id) throws IOException {
        var sent = new AlertPage.Sent("", Typed.nothing());
        return page(view, HttpStatus.OK, Pictures.subject(id), sent);
    }

    @PostMapping("/lite/incidents/{id}")
    ResponseEntity<byte[]> weigh(
            View view, @PathVariable String id, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var act = typed.value("act");
        if (!WeighForms.ACTS.contains(act)) {
            throw new NotHere(act);
        }
        Writing.requireNow(view);
        synchronized (turn) {
            return weigh(view.at(desk.clock().instant()), Pictures.subject(id), typed);
        }
    }

    private ResponseEntity<byte[]> weigh(View view, UUID incident, Typed typed) throws IOException {
        var act = typed.value("act");
        var picture = Pictures.of(desk, view);
        var row =
                picture.incidents()
                        .find(incident)
                        .orElseThrow(() -> new NotHere(incident.toString()));
        var pen = new Pen(desk, view, typed.id());
        var holding = WeighForms.holding(picture, row.incidents());
        var form = new WeighForms(typed, picture, row.incident(), holding);
        var before = pen.findWritten(row.incidents());
        if (before.isPresent()) {
            Pen.requireSame(form.says(before.get()));
            return Answers.goTo(view.page("/lite/incidents/" + row.incident()));
        }
        var read = form.read(act);
        if (read.isEmpty()) {
            return page(
                    view,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    row.incident(),
                    new AlertPage.Sent(act, typed));
        }
        var written = read.get();
        var about = new ArrayList<Recorded>();
        for (var one : written.about()) {
            about.addAll(Pictures.history(desk, view, one));
        }
        pen.judge(written, handling(written.body(), Judgements.together(about)));
        return Answers.goTo(view.page("/lite/incidents/" + row.incident()));
    }

    /// What the mission says of an incident, or thinks of what is said, is for the mission.
    private static Handling handling(Body body, Handling together) {
        return body instanceof Facts.ClaimMade || body instanceof Facts.ClaimGraded
                ? together.stricter(Handling.MISSION)
                : together;
    }

    private ResponseEntity<byte[]> page(
            View view, HttpStatus status, UUID incident, AlertPage.Sent sent) throws IOException {
        var picture = Pictures.of(desk, view);
        var row = picture.incidents().find(incident);
        var incidents = row.map(IncidentRow::incidents).orElse(List.of(incident));
        var history = new ArrayList<Recorded>();
        for (var one : incidents) {
            history.addAll(Pictures.history(desk, view, one));
        }
        if (history.isEmpty()) {
            throw new NotHere(incident.toString());
        }
        history.sort(java.util.Comparator.comparingLong(Recorded::seq));
        var say = Pictures.say(desk, view, picture);
        var shown = row.map(IncidentRow::incident).orElse(incident);
        var page = new IncidentPage(say, shown, picture, history);
        var figure =
                FigureHistory.of(
                        shown,
                        new Standpoint(
                                view.knownAsOf(), view.recordedAsOf(), view.officer().viewer()),
                        desk.ledger(view.exercise()));
        var weighing =
                row.map(one -> new WeighParts(say, picture, one, sent, () -> Pen.freshId(desk)));
        return Answers.page(
                status,
                new Frame(desk, view)
                        .page(
                                page.title(),
                                Html.of(
                                        "{}{}{}{}",
                                        weighing.map(WeighParts::problems).orElse(Html.EMPTY),
                                        page.body(
                                                weighing.map(one ->
                                                                Html.of(
                                                                        "{}{}",
                                                                        one.folded(),
                                                                        one.circular()))
                                                        .orElse(Html.EMPTY),
                                                figure),
                                        new FigurePart(say).of(figure),
                                        view.past() || row.isEmpty()
                                                ? Html.EMPTY
                                                : weighing.get()
                                                        .forms(
                                                                WeighForms.holding(
                                                                        picture, incidents),
                                                                Candidates.with(
                                                                        picture, row.get())))));
    }
}

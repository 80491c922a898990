package org.vigie.server.lite;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.record.Alerts;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Threats.ThreatLinked;
import org.vigie.server.picture.Desk;
import org.vigie.warn.ThreatFile;
import org.vigie.warn.ThreatFiles;

/// Shows the threat files, opens one, and takes what a person judged and decided about it.
@Controller
class ThreatsController {

    private final Desk desk;

    /// One after the other: what is written follows from what was read just before.
    private final Object turn = new Object();

    ThreatsController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(ThreatsPage.PATH)
    ResponseEntity<byte[]> list(View view) throws IOException {
        var picture = Pictures.of(desk, view);
        var page =
                new ThreatsPage(
                        Pictures.say(desk, view, picture),
                        ThreatFiles.of(picture),
                        ThreatsPage.Asked.of(view.address()));
        return Answers.page(
                new Frame(desk, view).page(view.words().say("page.threats"), page.body()));
    }

    @GetMapping(ThreatOpening.PATH)
    ResponseEntity<byte[]> fresh(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var from = ThreatOpening.from(new Typed(values), Alerts.of(picture));
        return opening(
                view,
                HttpStatus.OK,
                picture,
                new Form(ThreatOpening.fresh(from), Pen.freshId(desk)));
    }

    @PostMapping(ThreatOpening.PATH)
    ResponseEntity<byte[]> open(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var id = typed.id();
        Writing.requireNow(view);
        var picture = Pictures.of(desk, view);
        var from = ThreatOpening.from(typed, Alerts.of(picture));
        var read = ThreatOpening.read(typed, from, desk.places(), view.now());
        if (read.seen().isEmpty()) {
            return opening(
                    view, HttpStatus.UNPROCESSABLE_CONTENT, picture, new Form(read, id.toString()));
        }
        var pen = new Pen(desk, view, id);
        var subject = pen.subject("threat");
        pen.threat(
                new Pen.Line(id, subject, read.when(), read.seen().get()),
                from.map(one -> new ThreatLinked(one.id(), one.what())).orElse(null));
        return Answers.goTo(view.page(ThreatsPage.PATH + "/" + subject));
    }

    private record Form(ThreatOpening opening, String id) {}

    private ResponseEntity<byte[]> opening(
            View view, HttpStatus status, Picture picture, Form form) {
        var from = form.opening().from();
        var known =
                from == null ? List.<ThreatFile>of() : ThreatFiles.of(picture).linkedTo(from.id());
        var body =
                view.past()
                        ? Writing.notInThePast(view)
                        : form.opening().form(Pictures.say(desk, view, picture), form.id(), known);
        return Answers.page(
                status, new Frame(desk, view).page(view.words().say("threats.new"), body));
    }

    @GetMapping(ThreatsPage.PATH + "/{id}")
    ResponseEntity<byte[]> file(View view, @PathVariable String id) throws IOException {
        var picture = Pictures.of(desk, view);
        return page(
                view,
                HttpStatus.OK,
                new Shown(picture, find(picture, id), new AlertPage.Sent("", Typed.nothing())));
    }

    @PostMapping(ThreatsPage.PATH + "/{id}")
    ResponseEntity<byte[]> act(
            View view, @PathVariable String id, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        if (!ThreatForms.ACTS.contains(typed.value("act"))) {
            throw new NotHere(typed.value("act"));
        }
        Writing.requireNow(view);
        synchronized (turn) {
            return act(view.at(desk.clock().instant()), id, typed);
        }
    }

    private ResponseEntity<byte[]> act(View view, String id, Typed typed) throws IOException {
        var act = typed.value("act");
        var formId = typed.id();
        var picture = Pictures.of(desk, view);
        var file = find(picture, id);
        var done = view.page(ThreatsPage.PATH + "/" + file.id());
        var pen = new Pen(desk, view, formId);
        var form = new ThreatForms(typed, file, Alerts.of(picture), view);
        var written = pen.findWritten(List.of(file.id()));
        if (written.isPresent()) {
            pen.requireSame(written.get(), picture, then -> said(typed, then, file.id(), view));
            return Answers.goTo(done);
        }
        var read = form.read(act);
        if (decides(act)) {
            return decide(view, file, new Decision(act, typed, read), picture);
        }
        if (!file.open() && ThreatForms.OF_OPEN.contains(act)) {
            throw new Conflict("problem.threat-closed");
        }
        if (read.isEmpty()) {
            return refused(view, picture, file, new AlertPage.Sent(act, typed));
        }
        var older = read.get().older();
        if (older == null) {
            pen.write(file.id(), read.get().when(), read.get().body());
        } else {
            pen.supersede(older, file.id(), read.get().body());
        }
        return Answers.goTo(done);
    }

    /// What the form says in a picture, where its file is there.
    private static Optional<org.vigie.record.Body> said(
            Typed typed, Picture then, UUID id, View view) {
        return ThreatFiles.of(then)
                .find(id)
                .flatMap(file ->
                        new ThreatForms(
                                        typed.with("id", typed.value("id")),
                                        file,
                                        Alerts.of(then),
                                        view)
                                .read(typed.value("act")))
                .map(ThreatForms.Act::body);
    }

    private static boolean decides(String act) {
        return act.equals("close") || act.equals("reopen");
    }

    private record Decision(String act, Typed typed, Optional<ThreatForms.Act> read) {}

    /// A closing or a reopening has one id on every server, so that of two officers who decide at
    /// the same moment one does. The form's own id stands in the origin, so that sent again it is
    /// known.
    private ResponseEntity<byte[]> decide(
            View view, ThreatFile file, Decision decision, Picture picture) throws IOException {
        var done = view.page(ThreatsPage.PATH + "/" + file.id());
        boolean closing = decision.act().equals("close");
        if (closing != file.open()) {
            throw new Conflict(closing ? "problem.threat-closed" : "problem.threat-open");
        }
        if (decision.read().isEmpty()) {
            return refused(
                    view, picture, file, new AlertPage.Sent(decision.act(), decision.typed()));
        }
        long last = file.state().map(Recorded::seq).orElse(-1L);
        var next = Ids.subject("threat-decided", file.id() + "/" + last);
        var line = new Pen.Line(next, file.id(), Optional.empty(), decision.read().get().body());
        if (!new Pen(desk, view, decision.typed().id()).decideOnce(line)) {
            throw new Conflict(closing ? "problem.threat-closed" : "problem.threat-open");
        }
        return Answers.goTo(done);
    }

    private record Shown(Picture picture, ThreatFile file, AlertPage.Sent sent) {}

    private ResponseEntity<byte[]> refused(
            View view, Picture picture, ThreatFile file, AlertPage.Sent sent) throws IOException {
        return page(view, HttpStatus.UNPROCESSABLE_CONTENT, new Shown(picture, file, sent));
    }

    private ResponseEntity<byte[]> page(View view, HttpStatus status, Shown shown)
            throws IOException {
        var say = Pictures.say(desk, view, shown.picture());
        var alerts = Alerts.of(shown.picture());
        var file = shown.file();
        var forms =
                new ThreatFields(say, alerts, file, shown.sent(), () -> Pen.freshId(desk)).all();
        var history = Pictures.history(desk, view, file.id());
        var page = new ThreatPage(say, shown.picture(), alerts, file, history);
        return Answers.page(
                status, new Frame(desk, view).page(ThreatsPage.title(file), page.body(forms)));
    }

    private static ThreatFile find(Picture picture, String id) {
        return ThreatFiles.of(picture)
                .find(Pictures.subject(id))
                .orElseThrow(() -> new NotHere(id));
    }
}

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
import org.vigie.exchange.render.Html;
import org.vigie.record.Alerts;
import org.vigie.record.Picture;
import org.vigie.record.Report;
import org.vigie.record.Warnings;
import org.vigie.server.picture.Desk;
import org.vigie.warn.Standing;

/// Takes a warning.
@Controller
class ReportController {

    private final Desk desk;

    /// One after the other: what is written follows from what was read just before.
    private final Object judging = new Object();

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
        boolean seen =
                Alerts.of(Pictures.of(desk, view)).reports().stream()
                        .anyMatch(one -> one.id().equals(subject));
        return seen
                ? Answers.goTo(view.page("/lite/reports/" + subject))
                : Answers.page(page(view, kept(view)));
    }

    /// What somebody is told who may not see what they reported: it is not lost.
    private static Html kept(View view) {
        return Html.of(
                "<p class=\"says\" role=\"status\">{}</p><p><a href=\"{}\">{}</a></p>",
                view.words().say("report.kept-unseen"),
                view.page("/lite/report"),
                view.words().say("report.another"));
    }

    @GetMapping("/lite/reports/{id}")
    ResponseEntity<byte[]> receipt(View view, @PathVariable String id) throws IOException {
        var picture = Pictures.of(desk, view);
        var sent = new AlertPage.Sent("", Typed.nothing());
        return Answers.page(receipt(view, picture, find(picture, id), sent));
    }

    /// What was found out about a report, or whether its reporter was told; with or without an
    /// alert.
    @PostMapping("/lite/reports/{id}")
    ResponseEntity<byte[]> act(
            View view, @PathVariable String id, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var act = typed.value("act");
        Writing.requireNow(view);
        var picture = Pictures.of(desk, view);
        var report = find(picture, id);
        if (act.equals(TakenPart.TAKE) || act.equals(TakenPart.LEAVE)) {
            return turn(view, typed, picture, report);
        }
        if (act.equals(AssessForm.ACT)) {
            return assess(view, typed, picture, report);
        }
        if (!ReportForms.ACTS.contains(act)) {
            throw new NotHere(act);
        }
        return write(view, typed, report.id());
    }

    /// How far it is verified, or whether its reporter was told. Of two who verify it at once the
    /// second is told what the first said.
    private ResponseEntity<byte[]> write(View asked, Typed typed, UUID id) throws IOException {
        var act = typed.value("act");
        synchronized (judging) {
            var view = asked.at(desk.clock().instant());
            var picture = Pictures.of(desk, view);
            var report = find(picture, id.toString());
            var forms = new ReportForms(typed, picture, List.of(report));
            var read = forms.read(act, view.now());
            var pen = new Pen(desk, view, typed.id());
            boolean verifies = act.equals(ReportForms.VERIFY);
            boolean overtaken =
                    verifies
                            && pen.findWritten(List.of(id)).isEmpty()
                            && forms.overtaken(view.words());
            if (overtaken || read.isEmpty()) {
                return Answers.page(
                        overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                        receipt(view, picture, report, new AlertPage.Sent(act, typed)));
            }
            if (!verifies) {
                pen.write(id, read.get().when(), read.get().body());
            } else if (!pen.verify(read.get(), id, picture)) {
                throw new Conflict("problem.verified");
            }
            return Answers.goTo(view.page("/lite/reports/" + id));
        }
    }

    /// Takes it, or gives it back. Of two who take it at the same moment one does, and the other is
    /// told who it was.
    private ResponseEntity<byte[]> turn(View view, Typed typed, Picture picture, Report report)
            throws IOException {
        var taken = new Warnings.ReportTaken(typed.value("act").equals(TakenPart.TAKE));
        boolean same =
                report.findOwner().filter(view.officer().post()::equals).isPresent()
                        == taken.taken();
        var pen = new Pen(desk, view, typed.id());
        // An old form sent again takes nothing back that was taken since.
        boolean again = pen.findWritten(List.of(report.id())).isPresent();
        if (!same && !again && !pen.turn(report.id(), taken, picture)) {
            throw new Conflict("problem.taken");
        }
        return Answers.goTo(view.page("/lite/reports/" + report.id()));
    }

    private ResponseEntity<byte[]> assess(View view, Typed typed, Picture picture, Report report)
            throws IOException {
        var form = AssessForm.read(typed, desk.places());
        if (form.assessed().isEmpty()) {
            // The page that comes back has seen what is so now: it must say so.
            AssessForm.overtaken(typed, report, view.words());
            var again = receipt(view, picture, report, new AlertPage.Sent(AssessForm.ACT, typed));
            return Answers.page(HttpStatus.UNPROCESSABLE_CONTENT, again);
        }
        synchronized (judging) {
            var judged = view.at(desk.clock().instant());
            var now = find(Pictures.of(desk, judged), report.id().toString());
            var pen = new Pen(desk, judged, typed.id());
            boolean again = pen.findWritten(List.of(report.id())).isPresent();
            if (!again && AssessForm.overtaken(typed, now, view.words())) {
                var sent = new AlertPage.Sent(AssessForm.ACT, typed);
                return Answers.page(HttpStatus.CONFLICT, receipt(judged, picture, now, sent));
            }
            pen.write(report.id(), Optional.empty(), form.assessed().get());
        }
        return Answers.goTo(view.page("/lite/reports/" + report.id()));
    }

    private Html receipt(View view, Picture picture, Report report, AlertPage.Sent sent) {
        var say = Pictures.say(desk, view, picture);
        var standing = Standing.of(picture);
        var parts = new ReportParts(say, picture, List.of(report));
        var path = "/lite/reports/" + report.id();
        var forms =
                view.past()
                        ? Html.EMPTY
                        : Html.of(
                                "{}{}{}{}{}{}{}",
                                new TakenPart(say, report).html(Pen.freshId(desk)),
                                toAlert(view, report),
                                Joining.of(say, standing)
                                        .of(
                                                report,
                                                picture,
                                                standing.alerts().alerts(),
                                                Pen.freshId(desk)),
                                ThreatsPage.beside(say, picture, report.id(), "report"),
                                AssessForm.html(
                                        say,
                                        report,
                                        assessing(sent.of(AssessForm.ACT)),
                                        Pen.freshId(desk)),
                                parts.verify(path, sent.of("verify"), Pen.freshId(desk)),
                                parts.tell(path, sent.of("tell"), Pen.freshId(desk)));
        var problems =
                sent.act().isEmpty()
                        ? Html.EMPTY
                        : new Fields(view, sent.typed(), sent.act()).summary();
        return new Frame(desk, view)
                .page(
                        view.words().say("report.title", report.what().site().name()),
                        Html.of(
                                "{}{}{}<p>{}{}</p><p>{}</p>{}{}",
                                problems,
                                new ReportPage(say).receipt(report),
                                new PhotographParts(say, picture).section(report),
                                say.grade(report.what().grade()),
                                parts.beside(report),
                                LogPage.link(say, report.id()),
                                new TakenPart(say, report).alike(standing.alerts().reports()),
                                forms));
    }

    /// What was typed, with the places that its name may mean.
    private AssessForm assessing(Typed typed) {
        return new AssessForm(
                typed,
                typed.touched()
                        ? ReportForm.candidates(typed.value("where").strip(), desk.places())
                        : List.of(),
                Optional.empty());
    }

    /// The way to the form that opens an alert, with what the report says filled in.
    private static Html toAlert(View view, Report report) {
        return report.alerts().isEmpty()
                ? Html.of(
                        "<p><a class=\"b\" href=\"{}\">{}</a></p>",
                        view.page("/lite/watch").with("report", report.id().toString()),
                        view.words().say("report.open-alert"))
                : Html.EMPTY;
    }

    private static Report find(Picture picture, String id) {
        return Alerts.of(picture)
                .findReport(Pictures.subject(id))
                .orElseThrow(() -> new NotHere(id));
    }

    private Html page(View view, Html body) {
        return new Frame(desk, view).page(view.words().say("page.report"), body);
    }

    private Say say(View view) {
        return new Say(view, desk.mission().zone());
    }
}

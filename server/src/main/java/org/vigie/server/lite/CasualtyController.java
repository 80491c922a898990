package org.vigie.server.lite;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.plan.medical.CareClocks;
import org.vigie.plan.medical.DelayReason;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Casualties.Step;
import org.vigie.record.Casualties.Who;
import org.vigie.record.Picture;
import org.vigie.server.picture.Desk;

/// Shows casualties with their clocks, and takes the steps that were taken.
@Controller
class CasualtyController {

    private static final int CHOICES_MAX = 40;

    private final Desk desk;

    /// One after the other: what is written follows from what was read just before.
    private final Object turn = new Object();

    CasualtyController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(CasualtyPage.PATH)
    ResponseEntity<byte[]> show(View view, @RequestParam(defaultValue = "") String alert)
            throws IOException {
        var picture = Pictures.of(desk, view);
        return page(
                view,
                HttpStatus.OK,
                new Shown(picture, find(picture, alert), new AlertPage.Sent("", Typed.nothing())));
    }

    @PostMapping(CasualtyPage.PATH)
    ResponseEntity<byte[]> write(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        if (!CasualtyForms.ACTS.contains(typed.value("act"))) {
            throw new NotHere(typed.value("act"));
        }
        Writing.requireNow(view);
        synchronized (turn) {
            return write(view.at(desk.clock().instant()), typed);
        }
    }

    private ResponseEntity<byte[]> write(View view, Typed typed) throws IOException {
        var act = typed.value("act");
        var picture = Pictures.of(desk, view);
        var alert = find(picture, typed.value("alert"));
        if (alert == null) {
            throw new NotHere(typed.value("alert"));
        }
        var done = view.page(CasualtyPage.PATH).with("alert", alert.id().toString());
        var pen = new Pen(desk, view, typed.id());
        var subjects =
                CareClocks.of(picture).about(alert.id()).casualties().stream()
                        .map(one -> one.id())
                        .toList();
        var form = new CasualtyForms(typed, picture, alert, view);
        var written = pen.findWritten(subjects);
        if (written.isPresent()) {
            pen.requireSame(
                    written.get(),
                    picture,
                    then ->
                            new CasualtyForms(typed, then, alert, view)
                                    .read(act)
                                    .filter(one ->
                                            Objects.equals(
                                                    one.happened(),
                                                    written.get().entry().happenedOn()))
                                    .map(CasualtyForms.Act::body));
            return Answers.goTo(done);
        }
        var read = form.read(act);
        if (read.isEmpty()) {
            return page(
                    view,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    new Shown(picture, alert, new AlertPage.Sent(act, typed)));
        }
        var what = read.get();
        if (act.equals("hurt") && takenBack(picture, what.subject())) {
            throw new Conflict("problem.number-taken");
        }
        var line =
                new Pen.Line(
                        what.id() == null ? typed.id() : what.id(),
                        what.subject(),
                        what.known(),
                        what.body());
        if (!pen.witness(line, what.happened(), what.older())) {
            throw new Conflict(act.equals("hurt") ? "problem.number-taken" : "problem.sent");
        }
        return Answers.goTo(done);
    }

    /// Whether the number was given and does not stand any longer.
    private static boolean takenBack(Picture picture, UUID casualty) {
        return CareClocks.of(picture).find(casualty).isEmpty()
                && !picture.about(casualty).isEmpty();
    }

    private record Shown(Picture picture, @Nullable Alert alert, AlertPage.Sent sent) {}

    private ResponseEntity<byte[]> page(View view, HttpStatus status, Shown shown) {
        var say = Pictures.say(desk, view, shown.picture());
        var all = CareClocks.of(shown.picture());
        var alert = shown.alert();
        var forms =
                alert == null
                        ? Html.EMPTY
                        : view.past()
                                ? Writing.notInThePast(view)
                                : forms(say, shown.picture(), alert.id(), shown.sent());
        var page = new CasualtyPage(say, alert == null ? all : all.about(alert.id()), alert);
        return Answers.page(
                status,
                new Frame(desk, view).page(view.words().say("page.casualties"), page.body(forms)));
    }

    private Html forms(Say say, Picture picture, UUID alert, AlertPage.Sent sent) {
        var here = CareClocks.of(picture).about(alert);
        var view = say.view();
        var problems =
                sent.act().isEmpty()
                        ? Html.EMPTY
                        : new Fields(view, sent.typed(), sent.act()).summary();
        boolean any = !here.casualties().isEmpty();
        int next = CareClocks.nextNumber(picture, alert);
        return Html.of(
                "{}{}{}{}",
                problems,
                form(say, "hurt", sent, hurtFields(view, next, alert, sent)),
                any ? form(say, "taken", sent, takenFields(say, here, alert, sent)) : Html.EMPTY,
                any
                        ? form(say, "take-back", sent, takeBackFields(say, here, alert, sent))
                        : Html.EMPTY);
    }

    private Html form(Say say, String act, AlertPage.Sent sent, List<Html> fields) {
        boolean again = sent.act().equals(act);
        return new FoldedForm(
                        act,
                        again ? sent.typed().id().toString() : Pen.freshId(desk),
                        say.words().say("register.casualties." + act),
                        again || (sent.act().isEmpty() && act.equals("taken")))
                .of(say, CasualtyPage.PATH, fields);
    }

    private static Html about(UUID alert) {
        return Html.of("<input type=\"hidden\" name=\"alert\" value=\"{}\">", alert);
    }

    private static List<Html> hurtFields(View view, int next, UUID alert, AlertPage.Sent sent) {
        var typed = sent.of("hurt");
        var fields =
                new Fields(
                        view,
                        sent.act().equals("hurt")
                                ? typed
                                : typed.with("casualty-number", "" + next),
                        "hurt");
        return List.of(
                about(alert),
                fields.line("casualty-number"),
                fields.choice("casualty-who", Arrays.asList(Who.values())),
                fields.moment("injured-at"),
                fields.moment("care-known"));
    }

    private static List<Html> takenFields(
            Say say, CareClocks here, UUID alert, AlertPage.Sent sent) {
        var fields = new Fields(say.view(), sent.of("taken"), "taken");
        var choices = new LinkedHashMap<String, String>();
        here.casualties().stream()
                .limit(CHOICES_MAX)
                .forEach(one ->
                        choices.put(
                                one.id().toString(),
                                say.words().say("casualties.number", one.what().number())
                                        + " · "
                                        + say.words().of(one.what().who())));
        return List.of(
                about(alert),
                fields.named("casualty", choices),
                fields.choice("care-step", Arrays.asList(Step.values())),
                fields.moment("taken-at"),
                fields.moment("care-known"),
                fields.choice("care-delay", Arrays.asList(DelayReason.values())),
                fields.line("care-note"));
    }

    private static List<Html> takeBackFields(
            Say say, CareClocks here, UUID alert, AlertPage.Sent sent) {
        var fields = new Fields(say.view(), sent.of("take-back"), "take-back");
        var choices = new LinkedHashMap<String, String>();
        for (var one : here.casualties()) {
            for (var entry : CasualtyPage.entries(one)) {
                if (choices.size() < CHOICES_MAX) {
                    choices.put(
                            entry.entry().id().toString(),
                            "#"
                                    + entry.seq()
                                    + " · "
                                    + say.words().say("casualties.number", one.what().number())
                                    + " · "
                                    + say.findConstant(entry.body()).orElse(say.kind(entry)));
                }
            }
        }
        return List.of(about(alert), fields.named("entry-id", choices), fields.line("why"));
    }

    /// The alert that is named; null where none is.
    private static @Nullable Alert find(Picture picture, String text) {
        return CasualtyPage.alertOf(text)
                .map(id -> Alerts.of(picture).findAlert(id).orElseThrow(() -> new NotHere(text)))
                .orElse(null);
    }
}

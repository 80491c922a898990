package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
import org.vigie.record.Body;
import org.vigie.record.Facts;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Origins;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.server.picture.Desk;
import org.vigie.weigh.Judgements;

/// Takes what a person judges about a source: how far it can be relied on, and where it takes from
/// what it says; and draws the forms for it.
@Controller
class SourceWeighing {

    private static final Set<String> ACTS = Set.of("reliability", "derived", "takeback");
    private static final List<String> RELIABILITIES = List.of("A", "B", "C", "D", "E", "F");
    private static final int LINE_MAX = 300;

    private final Desk desk;

    SourceWeighing(Desk desk) {
        this.desk = desk;
    }

    @PostMapping("/lite/sources/{code}")
    ResponseEntity<byte[]> judge(
            View view, @PathVariable String code, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var act = typed.value("act");
        if (!ACTS.contains(act)) {
            throw new NotHere(act);
        }
        Writing.requireNow(view);
        var picture = Pictures.of(desk, view);
        var pen = new Pen(desk, view, typed.id());
        var subject = Ids.subject("source", code);
        var page = view.page("/lite/sources/" + code);
        var before = pen.findWritten(List.of(subject));
        if (before.isPresent()) {
            Pen.requireSame(says(typed, before.get()));
            return Answers.goTo(page);
        }
        var older =
                act.equals("takeback")
                        ? holding(picture, code).stream()
                                .filter(one ->
                                        one.entry().id().toString().equals(typed.value("entry")))
                                .findFirst()
                                .orElse(null)
                        : null;
        if (act.equals("takeback") && older == null) {
            typed.problem("entry", "problem.choose");
        }
        typed.required("why", LINE_MAX);
        var body =
                typed.good()
                        ? body(typed, code, new Judgements(picture), older)
                        : new Facts.Parted("");
        if (!typed.good()) {
            var say = Pictures.say(desk, view, picture);
            var fields = new Fields(view, typed, act);
            return Answers.page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    new Frame(desk, view)
                            .page(
                                    say.name(code),
                                    Html.of(
                                            "{}{}",
                                            fields.summary(),
                                            forms(
                                                    desk,
                                                    new RegisterView(
                                                            view,
                                                            picture,
                                                            Say.dayOf(view.knownAsOf()),
                                                            "",
                                                            say),
                                                    code,
                                                    new AlertPage.Sent(act, typed)))));
        }
        // What the mission thinks of a source is for the mission.
        pen.judge(
                subject,
                body,
                older == null ? null : older.entry().id(),
                older == null
                        ? Handling.MISSION
                        : older.entry().handling().stricter(Handling.MISSION));
        return Answers.goTo(page);
    }

    /// Whether a form that was sent before says what it said then.
    private static boolean says(Typed typed, Recorded written) {
        var act = typed.value("act");
        var why = typed.value("why");
        return switch (written.body()) {
            case Facts.SourceGraded said ->
                    act.equals("reliability")
                            && typed.value("reliability").equals("" + said.reliability())
                            && why.equals(said.reason());
            case Facts.SourceDerived said ->
                    act.equals("derived")
                            && typed.value("from-source").equals(said.from())
                            && why.equals(said.basis());
            case Facts.Parted said ->
                    act.equals("takeback")
                            && typed.value("entry")
                                    .equals(String.valueOf(written.entry().supersedes()))
                            && why.equals(said.reason());
            default -> false;
        };
    }

    private static Body body(
            Typed typed,
            String code,
            Judgements judgements,
            @org.jspecify.annotations.Nullable Recorded older) {
        var why = typed.value("why");
        try {
            if (older != null) {
                return Judgements.takenBack(older, why);
            }
            if (typed.value("act").equals("derived")) {
                return judgements.derived(code, typed.value("from-source"), why);
            }
            var letter = typed.value("reliability");
            return judgements.reliability(code, letter.length() == 1 ? letter.charAt(0) : ' ', why);
        } catch (BadInput refused) {
            switch (refused.field()) {
                case "reliability" -> typed.problem("reliability", "problem.choose");
                case "from" -> typed.problem("from-source", "problem.from-source");
                default -> throw refused;
            }
            return new Facts.Parted("");
        }
    }

    /// What people judged about the source and may take back.
    private static List<Recorded> holding(Picture picture, String code) {
        return picture.about(Ids.subject("source", code)).stream()
                .filter(recorded ->
                        recorded.body() instanceof Facts.SourceGraded
                                || recorded.body() instanceof Facts.SourceDerived)
                .toList();
    }

    /// What the source repeats, and the forms, folded away; nothing to write from the past.
    static Html forms(Desk desk, RegisterView at, String code, AlertPage.Sent sent) {
        var say = at.say();
        var picture = at.picture();
        var words = say.words();
        var path = "/lite/sources/" + code;
        var chain = Origins.of(picture).chainOf(code).stream().map(say::name).toList();
        var repeats =
                chain.isEmpty()
                        ? Html.EMPTY
                        : Html.of(
                                "<p class=\"due\">{}</p>",
                                words.say("circular.takes", String.join(" ← ", chain)));
        if (say.view().past()) {
            return repeats;
        }
        var forms = new ArrayList<Html>();
        var reliability = new Fields(say.view(), sent.of("reliability"), "reliability");
        forms.add(
                new FoldedForm(
                                "reliability",
                                Pen.freshId(desk),
                                words.say("weigh.reliability"),
                                sent.of("reliability").touched())
                        .of(
                                say,
                                path,
                                List.of(
                                        reliability.codes(
                                                "reliability", "reliability", RELIABILITIES),
                                        reliability.line("why"))));
        var derived = new Fields(say.view(), sent.of("derived"), "derived");
        forms.add(
                new FoldedForm(
                                "derived",
                                Pen.freshId(desk),
                                words.say("weigh.derived"),
                                sent.of("derived").touched())
                        .of(say, path, List.of(derived.line("from-source"), derived.line("why"))));
        forms.add(takeBack(desk, at, code, sent));
        return Html.of("{}<h2>{}</h2>{}", repeats, words.say("weigh.title"), forms);
    }

    private static Html takeBack(Desk desk, RegisterView at, String code, AlertPage.Sent sent) {
        var say = at.say();
        var options = new java.util.LinkedHashMap<String, String>();
        for (var recorded : holding(at.picture(), code)) {
            options.put(
                    recorded.entry().id().toString(),
                    "#%s %s"
                            .formatted(
                                    recorded.seq(),
                                    say.words().say("entry-kind." + recorded.entry().kind())));
        }
        if (options.isEmpty()) {
            return Html.EMPTY;
        }
        var fields = new Fields(say.view(), sent.of("takeback"), "takeback");
        return new FoldedForm(
                        "takeback",
                        Pen.freshId(desk),
                        say.words().say("weigh.takeback"),
                        sent.of("takeback").touched())
                .of(
                        say,
                        "/lite/sources/" + code,
                        List.of(fields.named("entry", options), fields.line("why")));
    }
}

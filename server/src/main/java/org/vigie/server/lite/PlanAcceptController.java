package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.plan.activity.Acceptance;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.Plan;
import org.vigie.plan.activity.PlanCheck;
import org.vigie.plan.activity.PlanFinding;
import org.vigie.plan.activity.PlanLimits;
import org.vigie.plan.activity.Proposal;
import org.vigie.record.Picture;
import org.vigie.restrict.DueDiligence;
import org.vigie.server.picture.Desk;

/// Accepts a proposal of the plan: shows what it would change, and writes it under the name of
/// whoever accepts. It moves nobody: those who go decide, together.
@Controller
class PlanAcceptController {

    private static final String PATH = PlanPage.PATH + "/accept";

    private final Desk desk;

    /// One after the other: what is written follows from what was read just before.
    private final Object turn = new Object();

    PlanAcceptController(Desk desk) {
        this.desk = desk;
    }

    /// A proposal with what it would change.
    private record Offer(Proposal proposal, Acceptance acceptance) {}

    private static Optional<Offer> find(
            Picture picture, View view, Map<String, String> values, String token) {
        var all = Plan.of(picture);
        var part = PlanAsked.read(view, values).of(all);
        return PlanCheck.of(picture, all, part, PlanLimits.ASSUMED).findings().stream()
                .map(PlanFinding::proposal)
                .flatMap(Optional::stream)
                .map(proposal -> new Offer(proposal, Acceptance.of(proposal)))
                .filter(offer -> !offer.acceptance.changes().isEmpty())
                .filter(offer -> offer.acceptance.token(offer.proposal).equals(token))
                .findFirst();
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> show(View view, @RequestParam Map<String, String> values)
            throws IOException {
        Writing.requireNow(view);
        var picture = Pictures.of(desk, view);
        var token = values.getOrDefault("proposal", "");
        var offer =
                find(picture, view, values, token)
                        .orElseThrow(() -> new Conflict("problem.proposal-gone"));
        var say = Pictures.say(desk, view, picture);
        var rows = new ArrayList<Html>();
        for (var change : offer.acceptance.changes()) {
            rows.add(row(say, change));
        }
        return Answers.page(
                new Frame(desk, view)
                        .page(
                                view.words().say("plan.accept-title"),
                                Html.of(
                                        "<p class=\"says\">{}</p><p class=\"due\">{}</p><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table><form"
                                                + " method=\"post\" action=\"{}\">{}<input type=\"hidden\" name=\"id\""
                                                + " value=\"{}\"><input type=\"hidden\" name=\"proposal\""
                                                + " value=\"{}\"><p><button class=\"do\">{}</button> <a class=\"b\""
                                                + " href=\"{}\">{}</a></p></form>",
                                        say.said(offer.proposal.words()),
                                        view.words().say("plan.advice"),
                                        view.words().say("plan.what"),
                                        view.words().say("plan.as-it-is"),
                                        view.words().say("plan.as-accepted"),
                                        rows,
                                        PATH,
                                        Frame.hidden(view, List.of()),
                                        Pen.freshId(desk),
                                        token,
                                        view.words().say("plan.accept-do"),
                                        view.page(PlanPage.PATH),
                                        view.words().say("plan.accept-not"))));
    }

    private static Html row(Say say, Acceptance.Change change) {
        var one = change.activity();
        return Html.of(
                "<tr><td dir=\"auto\"><b>{}</b> {} · {}<td data-l=\"{}\">{}<td data-l=\"{}\">{}",
                one.key(),
                say.words().of(one.kind()),
                one.site().name(),
                say.words().say("plan.as-it-is"),
                line(
                        say,
                        new Acceptance.Change(
                                one, one.from(), one.to(), one.asking(), one.support())),
                say.words().say("plan.as-accepted"),
                line(say, change));
    }

    private static Html line(Say say, Acceptance.Change change) {
        var words = say.words();
        var cover = change.support().cover();
        return Html.of(
                "{} – {}{}{}",
                words.moment(change.from()),
                words.moment(change.to()),
                change.asking().questions().isEmpty()
                        ? ""
                        : " · "
                                + words.say(
                                        "plan.people-questions",
                                        change.asking().people(),
                                        change.asking().questions().size()),
                cover.isEmpty()
                        ? ""
                        : " · " + words.say("plan.rests-on", String.join(", ", cover)));
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> accept(View view, @RequestParam Map<String, String> values)
            throws IOException {
        Writing.requireNow(view);
        synchronized (turn) {
            return accept(view.at(desk.clock().instant()), values, new Typed(values));
        }
    }

    private ResponseEntity<byte[]> accept(View view, Map<String, String> values, Typed typed)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var token = typed.value("proposal");
        var pen = new Pen(desk, view, typed.id());
        var done = view.page(PlanPage.PATH);
        var all = Plan.of(picture).activities().stream().map(Activity::id).toList();
        var written = pen.findWritten(all);
        if (written.isPresent()) {
            var entry = written.get().entry();
            Pen.requireSame(entry.id().equals(Pen.accepted(token, entry.subject())));
            return Answers.goTo(done);
        }
        var offer =
                find(picture, view, values, token)
                        .orElseThrow(() -> new Conflict("problem.proposal-gone"));
        for (var change : offer.acceptance.changes()) {
            var force = change.support().withForce();
            if (!force.isEmpty()
                    && DueDiligence.of(picture, force, Say.dayOf(change.from()))
                            instanceof DueDiligence.Refused) {
                throw new Conflict("problem.accept-force");
            }
        }
        if (!pen.accept(offer.acceptance, token)) {
            throw new Conflict("problem.proposal-gone");
        }
        return Answers.goTo(done);
    }
}

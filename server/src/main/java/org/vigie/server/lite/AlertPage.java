package org.vigie.server.lite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vigie.assess.Timeline;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.plan.medical.CareClocks;
import org.vigie.record.Alert;
import org.vigie.record.Component;
import org.vigie.record.Milestone;
import org.vigie.record.Recorded;
import org.vigie.record.Response;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;
import org.vigie.warn.AlertPriority;
import org.vigie.warn.DueTimes;

/// One alert: its clocks, what was done and why not more, and the forms to record what a person
/// did.
final class AlertPage {

    /// Which form of the page was sent: what it wrote, or what is wrong with it.
    record Sent(String act, Typed typed) {

        /// What was typed into this form; another form's words are not mixed in.
        Typed of(String form) {
            return act.equals(form) ? typed : Typed.nothing();
        }
    }

    /// What the page's own part may weigh: 30 KB less the frame around it.
    private static final int PAGE_BYTES = 24_100;

    private static final int CASE_BYTES_MIN = 1_600;

    /// How a chronology says that the record is silent on who ordered, and on what advice.
    private static final String NOT_STATED = "not stated";

    private static final String NO_ADVICE = "no advice recorded; ";

    private final Say say;
    private final Words words;
    private final Alert alert;
    private final boolean hostAlleged;
    private final ChainPage chain;
    private final OpenOrders orders;
    private final DueTimes times;
    private final Html care;
    private final Html threat;

    AlertPage(Say say, Chain around) {
        this.say = say;
        this.words = say.words();
        this.alert = around.alert();
        this.hostAlleged = around.hostAlleged();
        this.chain = new ChainPage(say, around);
        this.times = DueTimes.of(around.picture());
        this.orders = new OpenOrders(say, around.picture());
        this.threat = ThreatsPage.beside(say, around.picture(), around.alert().id(), "alert");
        this.care = CasualtyPage.beside(say, CareClocks.of(around.picture()), around.alert());
    }

    /// @param line the first line of the case to be shown
    Html body(Sent sent, Optional<Timeline> timeline, int line, Supplier<String> ids) {
        var above =
                Html.of(
                        "{}{}{}{}{}{}{}{}{}{}",
                        sent.act().isEmpty()
                                ? Html.EMPTY
                                : new Fields(say.view(), sent.typed(), sent.act()).summary(),
                        source(),
                        gate(),
                        summary(),
                        threat,
                        clocks(),
                        responses(sent, ids),
                        care,
                        forms(sent, ids),
                        chain.body(sent, ids));
        var left = Math.max(CASE_BYTES_MIN, PAGE_BYTES - above.bytes());
        return Html.of(
                "{}{}",
                above,
                timeline.map(found -> new CaseTable(say).of(found, line, left)).orElse(Html.EMPTY));
    }

    /// Where the alert was read of, when its title says so.
    private Html source() {
        var title = alert.what().title();
        return Say.uncited(title).equals(title)
                ? Html.EMPTY
                : Html.of(
                        "<p class=\"note\">{}</p>",
                        words.say(
                                "colon",
                                words.say("col.source"),
                                say.sourced(
                                        title.substring(
                                                title.lastIndexOf('[') + 1, title.length() - 1))));
    }

    /// The harm gate: priority is blind to who is alleged, handling is not.
    private Html gate() {
        return hostAlleged
                ? Html.of("<p class=\"due\">{}</p>", words.say("gate.host"))
                : Html.EMPTY;
    }

    private Html summary() {
        var what = alert.what();
        return Html.of(
                "<dl><dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}{}<dt>{}<dd>{}</dl><p><a"
                        + " class=\"b\" href=\"{}\">{}</a> {} <a"
                        + " class=\"b\" href=\"{}\">{}</a>{}</p>",
                words.say("watch.severity"),
                words.of(what.severity()),
                words.say("col.where"),
                say.site(what.site()),
                words.say("form.risk"),
                what.atRisk().isEmpty() ? words.say("unknown") : what.atRisk(),
                words.say("form.alleged"),
                words.of(what.alleged()),
                words.say("watch.owner"),
                alert.owner(),
                words.say("alert.opened"),
                say.moment(alert.openedAt()),
                say.backDated(alert.opened()),
                words.say("alert.reports"),
                reports(),
                say.view().page("/lite/alerts/" + alert.id() + "/reach"),
                words.say("alert.reach"),
                LogPage.link(say, alert.id()),
                say.view().page(PaperPage.FLASH).with("alert", alert.id().toString()),
                words.say("page.flash"),
                say.view().past()
                        ? Html.EMPTY
                        : Html.of(
                                " · <a href=\"{}\">{}</a>",
                                say.view().page("/lite/alerts/" + alert.id() + "/cap"),
                                words.say("cap.link")));
    }

    private Html reports() {
        var reports = new ArrayList<Html>();
        for (var report : alert.reports()) {
            reports.add(
                    Html.of(
                            "<a href=\"{}\">{}</a>{} {}{}",
                            say.view().page("/lite/reports/" + report.id()),
                            words.moment(report.receivedAt()),
                            alert.joined(report) ? " (" + words.say("join.later") + ")" : "",
                            say.grade(report.what().grade()),
                            chain.beside(report)));
        }
        return reports.isEmpty()
                ? Html.of("{}", words.say("alert.no-reports"))
                : Html.join(Html.of("; "), reports);
    }

    private Html clocks() {
        var priority = AlertPriority.of(alert, times);
        var rows = new ArrayList<Html>();
        for (var due : priority.due()) {
            var done = due.step().findSince(alert);
            rows.add(
                    Html.of(
                            "<tr><td>{} <td>{} <td data-l=\"{}\">{} <td>{}{}",
                            words.of(due.step()),
                            say.brief(due.at()),
                            words.say("alert.taken"),
                            done.map(entry ->
                                            Html.of(
                                                    "{}{}{} {}",
                                                    say.happened(entry.happened()),
                                                    beforeWarning(entry),
                                                    say.backDated(entry),
                                                    say.entry(entry.seq())))
                                    .orElse(Html.of("{}", words.say("alert.not-yet"))),
                            state(due, done),
                            due.step() == Milestone.VERIFY
                                    ? verified(done.isPresent())
                                    : Html.EMPTY));
        }
        return Html.of(
                "<h2>{}</h2><table class=\"rows\"><caption>{}</caption><thead><tr><th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                words.say("alert.clocks"),
                WatchPage.note(say, times),
                words.say("alert.step"),
                words.say("watch.due"),
                words.say("alert.taken"),
                words.say("watch.state"),
                rows);
    }

    /// The step of the alert and the judgement of each report are two things: said where one is
    /// without the other.
    private Html verified(boolean step) {
        boolean judged =
                alert.reports().stream()
                        .anyMatch(report ->
                                report.verification() != Warnings.Verification.UNVERIFIED);
        if (step == judged || alert.reports().isEmpty()) {
            return Html.EMPTY;
        }
        return judged
                ? Html.of("<br><small class=\"z\">{}</small>", words.say("alert.verify-judged"))
                : Html.of(
                        "<br><small class=\"z\">{} <a href=\"#verify\">{}</a></small>",
                        words.say("alert.verify-open"),
                        words.say("chain.verify"));
    }

    /// An order or a step that states a time before the first warning answers none.
    private Html beforeWarning(Recorded entry) {
        return alert.before(entry)
                ? Html.of(" <b class=\"late\">{}</b>", words.say("alert.before-warning"))
                : Html.EMPTY;
    }

    private Html state(AlertPriority.Due due, Optional<Recorded> done) {
        if (done.isPresent()) {
            boolean inferred =
                    due.step() == Milestone.ARRIVE
                            && done.get().body() instanceof Responses.ResponseStepped stepped
                            && stepped.step() == Responses.Step.DONE;
            return Html.of(
                    "{}{}",
                    inferred ? words.say("alert.done-no-arrival") : words.say("alert.done"),
                    lateness(due, done.get()));
        }
        if (alert.closed().isPresent()) {
            return Html.of("{}", words.say("alert.skipped"));
        }
        var left = Duration.between(say.view().knownAsOf(), due.at());
        return left.isNegative()
                ? Html.of(
                        "<span class=\"late\">{}</span>",
                        words.say("watch.overdue", words.length(left)))
                : Html.of("{}", words.say("watch.in", words.length(left)));
    }

    /// What was done after it was due says by how much, as far as its time is known.
    private Html lateness(AlertPriority.Due due, Recorded done) {
        var late = Duration.between(due.at(), done.happened().first());
        return late.isPositive()
                ? Html.of(
                        ", <span class=\"late\">{}</span>",
                        words.say("alert.done-late", words.length(late)))
                : Html.EMPTY;
    }

    private Html responses(Sent sent, Supplier<String> ids) {
        var drawn = new ArrayList<Html>();
        for (var response : alert.responses()) {
            drawn.add(response(response, sent, ids));
        }
        return Html.of(
                "<h2>{}</h2>{}{}",
                words.say("alert.responses"),
                chain.clearancesBeforeAnyOrder(),
                drawn.isEmpty()
                        ? Html.of("<p>{}</p>", words.say("alert.no-responses"))
                        : Html.join(drawn));
    }

    private Html response(Response response, Sent sent, Supplier<String> ids) {
        var order = response.order();
        var steps = new ArrayList<Html>();
        for (var entry : response.steps()) {
            var step = (Responses.ResponseStepped) entry.body();
            var reason = step.reason();
            steps.add(
                    Html.of(
                            "<li><b>{}</b>{} · {}{} {} {}",
                            words.of(step.step()),
                            reason == null ? "" : words.say("colon.sign") + " " + words.of(reason),
                            say.happened(entry.happened()),
                            say.backDated(entry),
                            say.noted(step.note()),
                            say.entry(entry.seq())));
        }
        return Html.of(
                "<h3>{} · {} · {}</h3><p>{} {}{} · {}{}{}</p>{}<ul>{}</ul>{}{}",
                words.of(order.by()),
                words.of(order.tier()),
                words.of(order.action()),
                orderedBy(order.officer()),
                say.happened(response.ordered().happened()),
                beforeWarning(response.ordered()),
                order.units().isEmpty()
                        ? words.say("alert.no-units")
                        : order.units().stream().map(say::name).collect(Collectors.joining(", ")),
                say.backDated(response.ordered()),
                advice(order.advice()),
                response.ended() ? Html.EMPTY : orders.beside(order.units()),
                steps,
                chain.clearances(response),
                response.ended() || say.view().past() ? Html.EMPTY : respond(response, sent, ids));
    }

    private String orderedBy(String officer) {
        return officer.equals(NOT_STATED)
                ? words.say("alert.ordered-by-unknown")
                : words.say("alert.ordered-by", officer);
    }

    /// What lay before the officer; of what was not recorded only what the record says besides.
    private Html advice(String advice) {
        if (advice.isEmpty()) {
            return Html.EMPTY;
        }
        return advice.startsWith(NO_ADVICE)
                ? Html.of(" · {}", say.cited(advice.substring(NO_ADVICE.length())))
                : Html.of(" · {}", say.cited(words.say("alert.advice", Advice.said(say, advice))));
    }

    /// The form where there is one response to write about, or for the one that was asked for; of
    /// several the others are a link away, so that the page stays light.
    private Html respond(Response response, Sent sent, Supplier<String> ids) {
        var act = "respond-" + response.id();
        boolean alone = alert.responses().stream().filter(one -> !one.ended()).count() == 1;
        return alone || sent.act().equals(act)
                ? respond(response, sent.of(act), ids.get())
                : Html.of(
                        "<p><a class=\"b\" href=\"{}\">{}</a></p>",
                        say.view().page("/lite/alerts/" + alert.id()).with("act", act),
                        words.say("alert.respond"));
    }

    private Html respond(Response response, Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "respond-" + response.id());
        return form(
                new FoldedForm(
                        "respond-" + response.id(),
                        id,
                        words.say("alert.respond"),
                        typed.touched()),
                List.of(
                        fields.choice("response", Arrays.asList(Responses.Step.values())),
                        fields.choice("reason", Arrays.asList(Responses.Reason.values())),
                        fields.choice("force", Arrays.asList(Responses.ForceLevel.values())),
                        fields.moment("happened"),
                        fields.line("note")));
    }

    private Html forms(Sent sent, Supplier<String> ids) {
        if (say.view().past()) {
            return Writing.notInThePast(say.view());
        }
        if (alert.closed().isPresent()) {
            return Html.of(
                    "<h2>{}</h2><p>{}</p>",
                    words.say("alert.closed"),
                    alert.findOutcome().map(words::of).orElse(words.say("unknown")));
        }
        return Html.of(
                "<h2>{}</h2><div class=\"two\"><div>{}{}</div><div>{}</div></div>",
                words.say("alert.record"),
                step(sent.of("step"), ids.get()),
                close(sent.of("close"), ids.get()),
                order(sent.of("order"), ids.get()));
    }

    private Html step(Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "step");
        return form(
                new FoldedForm("step", id, words.say("alert.step"), true),
                List.of(
                        fields.choice("step", Arrays.asList(Warnings.Step.values())),
                        fields.moment("happened"),
                        fields.line("note")));
    }

    private Html close(Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "close");
        return form(
                new FoldedForm("close", id, words.say("alert.close"), typed.touched()),
                List.of(
                        fields.choice("outcome", Arrays.asList(Warnings.Outcome.values())),
                        fields.moment("happened"),
                        fields.line("why")));
    }

    private Html order(Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "order");
        return form(
                new FoldedForm("order", id, words.say("alert.order"), typed.touched()),
                List.of(
                        Html.of("<p class=\"note\">{}</p>", words.say("alert.order-note")),
                        orders.before(),
                        fields.choice("by", Arrays.asList(Component.values())),
                        fields.choice("tier", Arrays.asList(Responses.Tier.values())),
                        fields.choice("action", Arrays.asList(Responses.Action.values())),
                        fields.line("units"),
                        named(typed.value("units")),
                        fields.line("officer"),
                        fields.line("advice"),
                        note(
                                Advice.read(typed.value("advice"))
                                        .map(advice -> Advice.said(say, advice.stored()))
                                        .orElse("")),
                        fields.line("with-force"),
                        fields.moment("happened")));
    }

    /// The units that stand in the form by their codes, by their names.
    private Html named(String codes) {
        return note(
                Arrays.stream(codes.split(",", -1))
                        .map(String::strip)
                        .filter(code -> !say.name(code).equals(code))
                        .map(code -> code + " = " + say.name(code))
                        .collect(Collectors.joining("; ")));
    }

    private static Html note(String text) {
        return text.isEmpty() ? Html.EMPTY : Html.of("<p class=\"note\">{}</p>", text);
    }

    private Html form(FoldedForm form, List<Html> fields) {
        return form.of(say, "/lite/alerts/" + alert.id(), fields);
    }
}

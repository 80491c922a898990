package org.vigie.server.lite;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.ActorClass;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Warnings;
import org.vigie.server.live.WatchState;
import org.vigie.warn.AlertPriority;
import org.vigie.warn.DueTimes;
import org.vigie.warn.Escalation;
import org.vigie.warn.Standing;

/// The watch: what waits, most urgent first. Reports without an alert, open alerts with what is due
/// next and who has them, and what was closed last.
final class WatchPage {

    static final String PATH = "/lite/watch";

    private static final int SHOWN_MAX = 25;
    private static final int CLOSED_MAX = 8;

    /// How the name of a box begins with which a report is chosen.
    private static final String CHOSEN = "r-";

    private final Say say;
    private final Words words;
    private final Alerts alerts;
    private final Standing standing;

    /// @param standing that the page shows: what comes after it is news
    WatchPage(Say say, Standing standing) {
        this.standing = standing;
        this.say = say;
        this.words = say.words();
        this.alerts = standing.alerts();
    }

    /// From where on each of the lists is shown: nothing that waits may be out of reach because
    /// much waits.
    ///
    /// @param judged the same of the reports that were judged false or unverifiable; empty while
    ///   they are not asked for
    record From(Onward open, Onward waiting, Optional<Onward> judged) {

        static final From THE_MOST_URGENT = new From(Onward.TOP, Onward.TOP, Optional.empty());
    }

    Html body(Typed typed, String id, From from) {
        return Html.of(
                "{}{}{}{}{}{}{}<p><a href=\"{}\">{}</a> · <a href=\"{}\">{}</a> · <a href=\"{}\">{}</a></p>",
                new Fields(say.view(), typed).summary(),
                ways(),
                live(),
                escalated(),
                open(from.open()),
                reports(typed, id, from),
                closed(),
                say.view().page("/lite/casevac"),
                words.say("watch.casevac"),
                say.view().page("/lite/reach"),
                words.say("watch.reach"),
                say.view().page(DueController.CALENDAR),
                words.say("due.calendar"));
    }

    /// To what belongs to the watch beside its lists.
    private Html ways() {
        return Html.of(
                "{}<p><a class=\"b\" href=\"{}\">{}</a> <a class=\"b\" href=\"{}\">{}</a> <a class=\"b\""
                        + " href=\"{}\">{}</a></p>",
                onWatch(),
                say.view().page(LogPage.PATH),
                words.say("page.log"),
                say.view().page(HandoverPage.PATH),
                words.say("page.handover"),
                say.view().page(PaperPage.SITREP),
                words.say("page.sitrep"));
    }

    private Html onWatch() {
        var handovers = alerts.handovers();
        return handovers.all().isEmpty() && Writing.seesProtection(say.view())
                ? Html.EMPTY
                : new OnWatch(say, handovers).html();
    }

    /// Where the script tells what comes in; nothing on a page of the past.
    private Html live() {
        return say.view().past()
                ? Html.EMPTY
                : Html.of(
                        "<p id=\"live\" class=\"z\" role=\"status\" data-first=\"{}\" data-live=\"{}\" data-changed=\"{}\""
                                + " data-again=\"{}\" data-lost=\"{}\"></p><p><button type=\"button\" id=\"sound\" class=\"b\" hidden"
                                + " data-on=\"{}\" data-off=\"{}\" data-notice=\"{}\"></button></p>{}",
                        WatchState.of(standing, say.view().knownAsOf()).json(),
                        words.say("live.now"),
                        words.sentences().getOrDefault("live.changed", ""),
                        words.say("live.again"),
                        words.say("live.lost"),
                        words.say("live.sound"),
                        words.say("live.silent"),
                        words.sentences().getOrDefault("live.notice", ""),
                        Html.script(Stylesheet.LIVE_PATH));
    }

    /// What nobody acknowledged in time, and who is to be told now.
    private Html escalated() {
        var overdue = standing.overdue(say.view().knownAsOf());
        return overdue.highest()
                .map(rung ->
                        Html.of(
                                "<p class=\"late\" role=\"alert\">{} <b>{}</b></p>",
                                words.count("watch.escalated", overdue.count()),
                                words.of(rung)))
                .orElse(Html.EMPTY);
    }

    /// Whose it is by now, where nobody acknowledged it in time.
    static Html rung(Say say, Optional<Escalation> escalation) {
        return escalation
                .filter(Escalation::climbed)
                .map(one ->
                        Html.of(
                                "<br><b>{}</b>",
                                say.words().say("watch.tell", say.words().of(one.rung()))))
                .orElse(Html.EMPTY);
    }

    private Html open(Onward from) {
        var rest = from.behind().flatMap(standing::openBehind).orElseGet(() -> rest(from));
        var shown = rest.subList(0, Math.min(rest.size(), SHOWN_MAX));
        var open = shown.stream().map(this::row).toList();
        return Html.of(
                "<h2>{}</h2>{}{}<p class=\"note\">{}</p>",
                words.count("alerts.open", standing.open().size()),
                open.isEmpty()
                        ? Html.of("<p>{}</p>", words.say("watch.no-alerts"))
                        : Html.of(
                                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                                words.say("watch.due"),
                                words.say("watch.age"),
                                words.say("watch.severity"),
                                words.say("watch.alert"),
                                words.say("col.where"),
                                words.say("watch.owner"),
                                words.say("watch.state"),
                                open),
                more(from, shown, rest.size() - SHOWN_MAX),
                note(say, standing.times()));
    }

    /// By which clock things are due, with the way to set it.
    static Html note(Say say, DueTimes times) {
        var words = say.words();
        return Html.of(
                "{} <a href=\"{}\">{}</a>",
                words.say("watch.note"),
                say.view().page(TimesPage.PATH),
                times.equals(DueTimes.ASSUMED)
                        ? words.say("times.to-set")
                        : words.say("times.set-by", times.origin()));
    }

    private List<Alert> rest(Onward from) {
        var all = standing.open();
        return all.subList(Math.min(from.line(), all.size()), all.size());
    }

    private Html row(Alert alert) {
        return Html.of(
                "<tr><td>{}{}<td data-l=\"{}\">{}<td>{}<td><a href=\"{}\">{}</a><td>{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}",
                due(alert),
                rung(say, Escalation.of(alert, say.view().knownAsOf(), standing.times())),
                words.say("watch.age"),
                say.age(alert.warnedAt()),
                severity(words, alert.what().severity()),
                say.alert(alert.id()),
                Say.uncited(alert.what().title()),
                say.site(alert.what().site()),
                words.say("watch.owner"),
                alert.owner(),
                words.say("watch.state"),
                state(alert));
    }

    /// The next step on a clock, and how long there is for it or how long it is overdue.
    Html due(Alert alert) {
        var next =
                AlertPriority.of(alert, standing.times()).due().stream()
                        .filter(due -> due.step().findIn(alert).isEmpty())
                        .findFirst();
        if (next.isEmpty()) {
            return Html.of("{}", words.say("watch.nothing-due"));
        }
        return due(say, next.get());
    }

    /// A step on a clock, and how long there is for it or how long it is overdue.
    static Html due(Say say, AlertPriority.Due next) {
        var words = say.words();
        var left = Duration.between(say.view().knownAsOf(), next.at());
        var step = words.of(next.step());
        return left.isNegative()
                ? Html.of(
                        "<span class=\"late\">{}</span>",
                        words.say("colon", step, words.say("watch.overdue", words.length(left))))
                : Html.of(
                        "{}", words.say("colon", step, words.say("watch.in", words.length(left))));
    }

    static Html severity(Words words, Warnings.Severity severity) {
        return severity == Warnings.Severity.CRITICAL || severity == Warnings.Severity.HIGH
                ? Html.of("<b>{}</b>", words.of(severity))
                : Html.of("{}", words.of(severity));
    }

    private String state(Alert alert) {
        long running = alert.responses().stream().filter(response -> !response.ended()).count();
        var step =
                alert.steps().isEmpty()
                        ? words.say("watch.opened")
                        : words.of(step(alert.steps().getLast()));
        return running == 0 ? step : step + " · " + words.count("watch.responses", running);
    }

    private static Warnings.Step step(Recorded recorded) {
        return ((Warnings.AlertStepped) recorded.body()).step();
    }

    private Html more(Onward from, List<Alert> shown, int left) {
        return left <= 0
                ? Html.EMPTY
                : more(
                        say,
                        "open",
                        from.next(SHOWN_MAX, Standing.Behind.of(shown.getLast()), 0),
                        left);
    }

    /// The way to the next page of a list.
    static Html more(Say say, String list, Onward next, int left) {
        return Html.of(
                "<p><a class=\"b\" href=\"{}\">{}</a></p>",
                next.in(say.view(), list).query(),
                say.words().say("alert.more-lines", left));
    }

    private Html reports(Typed typed, String id, From from) {
        var waiting = new WaitingReports(say, typed, standing);
        if (waiting.isEmpty()) {
            return Html.of(
                    "<h2>{}</h2><p>{} <a class=\"b\" href=\"{}\">{}</a></p>",
                    words.count("reports.waiting", 0),
                    words.say(alerts.reports().isEmpty() ? "watch.none-yet" : "watch.no-reports"),
                    say.view().page("/lite/report"),
                    words.say("page.report"));
        }
        var fields = new Fields(say.view(), typed);
        return Html.of(
                "<h2>{}</h2><form method=\"post\" action=\"/lite/watch\">{}{}{}</form>",
                words.count("reports.waiting", waiting.open()),
                fields.carried(id),
                waiting.tables(from),
                say.view().past()
                        ? Writing.notInThePast(say.view())
                        : Html.of("{}{}", open(fields), Joining.of(say, standing).below(fields)));
    }

    private Html open(Fields fields) {
        return Html.of(
                "<fieldset class=\"form\"><legend>{}</legend>{}{}{}{}<p><button"
                        + " class=\"do\">{}</button></p></fieldset>",
                words.say("watch.open"),
                fields.line("title"),
                fields.choice("severity", Warnings.Severity.judged()),
                fields.line("risk"),
                fields.choice("alleged", Arrays.asList(ActorClass.values())),
                words.say("watch.open-do"));
    }

    private Html closed() {
        var closed =
                alerts.alerts().reversed().stream()
                        .filter(alert -> alert.closed().isPresent())
                        .limit(CLOSED_MAX)
                        .map(alert ->
                                Html.of(
                                        "<li><a href=\"{}\">{}</a> · {} · {}",
                                        say.alert(alert.id()),
                                        Say.uncited(alert.what().title()),
                                        outcome(alert.findOutcome()),
                                        say.brief(alert.openedAt())))
                        .toList();
        return closed.isEmpty()
                ? Html.EMPTY
                : Html.of("<h2>{}</h2><ul>{}</ul>", words.say("watch.closed"), closed);
    }

    private String outcome(Optional<Warnings.Outcome> outcome) {
        return outcome.map(words::of).orElse(words.say("unknown"));
    }

    /// The reports that were chosen, in the order of the page.
    static List<Report> chosen(Alerts alerts, Typed typed) {
        if (typed.withPrefix(CHOSEN).isEmpty()) {
            return List.of();
        }
        return alerts.reports().stream().filter(report -> isChosen(report, typed)).toList();
    }

    static boolean isChosen(Report report, Typed typed) {
        return typed.value(CHOSEN + report.id()).equals("on");
    }
}

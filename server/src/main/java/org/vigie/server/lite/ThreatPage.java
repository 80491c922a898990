package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.ActorClass;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Threats;
import org.vigie.record.Threats.Protector;
import org.vigie.record.Threats.ThreatAssessed;
import org.vigie.warn.ThreatFile;
import org.vigie.warn.ThreatPriority;

/// One threat file: how it is judged, what belongs to it, and who judged and decided what when.
///
/// @param alerts what the links of the file lead to
/// @param history every entry about it, those that were taken back too
record ThreatPage(
        Say say, Picture picture, Alerts alerts, ThreatFile file, List<Recorded> history) {

    private static final int LINKS_BYTES = 3_000;
    private static final int HISTORY_BYTES = 6_000;
    private static final int BASIS_MAX = 120;

    private Words words() {
        return say.words();
    }

    /// @param forms what can be written here
    Html body(Html forms) {
        return Html.of(
                "<p><a href=\"{}\">{}</a></p>{}{}{}{}<h2>{}</h2>{}{}{}",
                say.view().page(ThreatsPage.PATH),
                words().say("threats.back"),
                gate(),
                state(),
                summary(),
                protection(),
                words().say("threats.linked"),
                links(),
                forms,
                story());
    }

    /// The harm gate: priority is blind to who is alleged, handling is not.
    private Html gate() {
        return hostAlleged()
                ? Html.of("<p class=\"due\">{}</p>", words().say("gate.host"))
                : Html.EMPTY;
    }

    /// Whether the file, at any time, or anything that belongs to it alleges the host state or a
    /// force that may fight beside it.
    private boolean hostAlleged() {
        return file.everAlleged().stream().anyMatch(ActorClass::mayStandWithTheHostState)
                || file.links().stream()
                        .flatMap(link -> alerts.findAlert(link.other()).stream())
                        .anyMatch(alert -> new Chain(picture, alert).hostAlleged())
                || file.links().stream()
                        .flatMap(link -> alerts.findReport(link.other()).stream())
                        .anyMatch(report -> Chain.gated(report.what().alleged()));
    }

    private Html state() {
        if (!file.open()) {
            return Html.of(
                    "<p class=\"past\"><b>{}</b>{} {}</p>",
                    words().say("threats.closed"),
                    words().say("colon.sign"),
                    file.state().map(this::summary).orElse(Html.EMPTY));
        }
        int since = file.judged().isPresent() ? file.linkedSinceReview().size() : 0;
        var late = file.overdue(say.view().knownAsOf());
        if (!late && since == 0) {
            return Html.EMPTY;
        }
        return Html.of(
                "<p class=\"due\">{} {}</p>",
                late
                        ? Html.of(
                                "<b>{}</b>",
                                words().say("threats.overdue-here", words().day(file.reviewDue())))
                        : Html.EMPTY,
                since > 0 ? words().count("threats.since-here", since) : "");
    }

    private Html summary() {
        var judged = file.findJudgement();
        var now = say.view().knownAsOf();
        return Html.of(
                "<dl><dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}{}{}</dl>",
                words().say("threats.priority"),
                priority(),
                words().say("threats.review"),
                Html.of(
                        "{} · {}",
                        ThreatsPage.review(say, file),
                        words().count("threats.days", file.daysSinceReview(now))),
                words().say("form.threat"),
                file.what().threat(),
                words().say("col.where"),
                say.site(file.what().site()),
                words().say("form.risk"),
                file.atRisk(),
                words().say("form.alleged"),
                words().of(file.alleged()),
                words().say("form.motive"),
                judged.map(ThreatAssessed::motive)
                        .filter(motive -> !motive.isEmpty())
                        .orElse(words().say("unknown")),
                words().say("form.capability"),
                judged.map(one -> words().of(one.capability())).orElse(words().say("unknown")),
                words().say("form.tier"),
                judged.map(one -> words().of(one.tier())).orElse(words().say("unknown")),
                judged.map(one -> Html.of("<dt>{}<dd>{}", words().say("form.basis"), one.basis()))
                        .orElse(Html.EMPTY),
                Html.of(
                        "<dt>{}<dd>{}{} {} {}",
                        words().say("threats.opened"),
                        say.moment(file.opened().knownAt()),
                        say.backDated(file.opened()),
                        Say.who(words(), file.opened().entry().author()),
                        say.entry(file.opened().seq())));
    }

    private Html priority() {
        return file.findJudgement()
                .map(one ->
                        Html.of(
                                "{} = {} × {}",
                                ThreatsPage.priority(words(), file),
                                words().of(one.likelihood()),
                                words().of(one.impact())))
                .orElse(ThreatsPage.priority(words(), file));
    }

    /// What others who may protect can do, and what they mean to do: two columns.
    private Html protection() {
        var judged = file.findJudgement();
        if (judged.isEmpty()) {
            return Html.EMPTY;
        }
        var rows = new ArrayList<Html>();
        for (var who : Protector.values()) {
            var one =
                    judged.get().protection().stream()
                            .filter(protection -> protection.who() == who)
                            .findFirst();
            rows.add(
                    Html.of(
                            "<tr><th scope=\"row\">{}<td>{}<td>{}",
                            words().of(who),
                            one.map(protection -> words().of(protection.capacity()))
                                    .orElse(words().say("threats.nobody-judged")),
                            one.map(protection -> words().of(protection.intent()))
                                    .orElse(words().say("threats.nobody-judged"))));
        }
        return Html.of(
                "<h2>{}</h2><div class=\"mid\"><table><thead><tr><th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table></div>",
                words().say("threats.protection"),
                words().say("threats.protector"),
                words().say("threats.capacity"),
                words().say("threats.intent"),
                rows);
    }

    private Html links() {
        var rows = new ArrayList<Html>();
        for (var link : file.links()) {
            var alert = alerts.findAlert(link.other());
            var report = alerts.findReport(link.other());
            rows.add(
                    Html.of(
                            "<tr><td>{}<td>{}<td data-l=\"{}\">{}<td data-l=\"{}\">{} {}",
                            words().of(link.what()),
                            alert.map(this::alert)
                                    .or(() -> report.map(this::report))
                                    .orElseGet(
                                            () -> Html.of("{}", words().say("threats.not-seen"))),
                            words().say("watch.state"),
                            alert.map(this::stateOf)
                                    .or(() -> report.map(one -> words().of(one.verification())))
                                    .orElse(""),
                            words().say("threats.linked-at"),
                            say.brief(link.by().knownAt()),
                            say.entry(link.by().seq())));
        }
        if (rows.isEmpty()) {
            return Html.of("<p>{}</p>", words().say("threats.nothing-linked"));
        }
        var fitting = RegisterView.fitting(rows, LINKS_BYTES);
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}",
                words().say("entries.kind"),
                words().say("threats.what"),
                words().say("watch.state"),
                words().say("threats.linked-at"),
                fitting,
                left(rows.size() - fitting.size()));
    }

    private Html alert(Alert alert) {
        return Html.of(
                "<a href=\"{}\">{}</a>", say.alert(alert.id()), Say.uncited(alert.what().title()));
    }

    private String stateOf(Alert alert) {
        return alert.closed().isEmpty()
                ? words().say("threats.alert-open")
                : alert.findOutcome().map(words()::of).orElse(words().say("alert.closed"));
    }

    private Html report(Report report) {
        return Html.of(
                "<a href=\"{}\">{} · {}</a>",
                say.view().page("/lite/reports/" + report.id()),
                report.what().site().name(),
                words().moment(report.receivedAt()));
    }

    /// Who judged and decided what when, the latest first; what was taken back is marked.
    private Html story() {
        var superseded =
                history.stream()
                        .map(entry -> Optional.ofNullable(entry.entry().supersedes()))
                        .flatMap(Optional::stream)
                        .toList();
        var rows = new ArrayList<Html>();
        for (var entry : history.reversed()) {
            rows.add(
                    Html.of(
                            "<tr><td>{}{}<td>{}, {}<td><b>{}</b>{} {}<td>{}",
                            say.brief(entry.knownAt()),
                            say.backDated(entry),
                            Say.who(words(), entry.entry().author()),
                            words().of(entry.entry().component()),
                            say.kind(entry),
                            superseded.contains(entry.entry().id())
                                    ? Html.of(
                                            " <i class=\"tag\">{}</i>",
                                            words().say("threats.taken-back"))
                                    : Html.EMPTY,
                            summary(entry),
                            say.entry(entry.seq())));
        }
        var fitting = RegisterView.fitting(rows, HISTORY_BYTES);
        return Html.of(
                "<h2>{}</h2><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>#</thead><tbody>{}</tbody></table>{}",
                words().say("threats.story"),
                words().say("entries.known"),
                words().say("entries.by"),
                words().say("threats.what"),
                fitting,
                rows.size() > fitting.size()
                        ? Html.of(
                                "<p class=\"note\"><a href=\"{}\">{}</a></p>",
                                say.view().page("/lite/subjects/" + file.id()),
                                words().count("threats.older", rows.size() - fitting.size()))
                        : Html.EMPTY);
    }

    private Html left(int n) {
        return n > 0
                ? Html.of("<p class=\"note\">{}</p>", words().count("threats.more", n))
                : Html.EMPTY;
    }

    /// What an entry says, in a line.
    private Html summary(Recorded entry) {
        return switch (entry.body()) {
            case Threats.ThreatIdentified seen ->
                    Html.of("{} · {}", seen.atRisk(), words().of(seen.alleged()));
            case ThreatAssessed judged -> {
                var priority = ThreatPriority.of(judged);
                yield Html.of(
                        "{} ({}), {} × {} · {} · {}",
                        words().of(priority.level()),
                        priority.score(),
                        words().of(judged.likelihood()),
                        words().of(judged.impact()),
                        words().of(judged.alleged()),
                        cut(judged.basis()));
            }
            case Threats.ThreatLinked link -> Html.of("{}", words().of(link.what()));
            case Threats.ThreatUnlinked link ->
                    Html.of(
                            "{}{} {}",
                            words().of(link.what()),
                            words().say("colon.sign"),
                            link.reason());
            case Threats.ThreatClosed closed ->
                    Html.of(
                            "{} · {}{} {}",
                            words().of(closed.ending()),
                            closed.officer(),
                            words().say("colon.sign"),
                            closed.reason());
            case Threats.ThreatReopened reopened ->
                    Html.of(
                            "{}{} {}",
                            reopened.officer(),
                            words().say("colon.sign"),
                            reopened.reason());
            case org.vigie.record.Housekeeping.NoteWritten note -> Html.of("{}", note.text());
            case org.vigie.record.Erased erased ->
                    Html.of("<i class=\"tag\">{}</i>", words().say("entries.erased"));
            default -> Html.EMPTY;
        };
    }

    private static String cut(String text) {
        return text.length() <= BASIS_MAX ? text : text.substring(0, BASIS_MAX - 1) + "…";
    }
}

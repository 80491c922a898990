package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Report;
import org.vigie.warn.AlertPriority;
import org.vigie.warn.Escalation;
import org.vigie.warn.Standing;

/// The reports without an alert: first what has just come in, because nobody may have read it yet,
/// then the others, the most urgent first. Those that a person judged false or unverifiable stand
/// apart and are a link away.
final class WaitingReports {

    private static final int SHOWN_MAX = 25;

    /// So many of the newest stand first, so that the most urgent of the others stay on the same
    /// page.
    private static final int NEW_MAX = 12;

    private final Say say;
    private final Words words;
    private final Typed typed;
    private final List<Report> chosen;
    private final List<Report> latest;
    private final Standing standing;
    private final List<Report> judged;

    /// How many wait and stand neither among the chosen nor among the newest.
    private final int others;

    WaitingReports(Say say, Typed typed, Standing standing) {
        this.say = say;
        this.words = say.words();
        this.typed = typed;
        chosen =
                WatchPage.chosen(standing.alerts(), typed).stream()
                        .filter(report -> report.alerts().isEmpty())
                        .toList();
        var apart = ids(chosen);
        latest =
                standing.newest().stream()
                        .filter(report -> !apart.contains(report.id()))
                        .limit(NEW_MAX)
                        .toList();
        this.standing = standing;
        judged =
                chosen.isEmpty()
                        ? standing.judged()
                        : standing.judged().stream()
                                .filter(report -> !apart.contains(report.id()))
                                .toList();
        int chosenWaiting = (int) chosen.stream().filter(report -> !isJudged(report)).count();
        others = standing.waiting().size() - latest.size() - chosenWaiting;
    }

    /// Whether somebody found out that there is nothing in it, or that nobody can find out.
    static boolean isJudged(Report report) {
        return switch (report.verification()) {
            case FALSE, UNVERIFIABLE -> true;
            case UNVERIFIED, CORROBORATED, CONFIRMED -> false;
        };
    }

    boolean isEmpty() {
        return chosen.isEmpty() && latest.isEmpty() && judged.isEmpty();
    }

    /// How many wait for somebody to judge them, or were chosen on this page.
    int open() {
        return chosen.size() + latest.size() + others;
    }

    /// The tables, to stand in the form that opens an alert.
    Html tables(WatchPage.From from) {
        return Html.of("{}{}", open(from.waiting()), judged(from));
    }

    private Html open(Onward onward) {
        var behind = onward.behind().flatMap(last -> standing.waitingBehind(last, onward.newest()));
        return behind.isPresent()
                ? rest(
                        onward,
                        behind.get().stream().filter(report -> !chosen.contains(report)).toList())
                : lines(onward);
    }

    /// What comes behind the page before.
    private Html rest(Onward onward, List<Report> rest) {
        var shown = rest.subList(0, Math.min(rest.size(), SHOWN_MAX));
        var rows = new ArrayList<Html>();
        rows.add(line("watch.others"));
        shown.forEach(report -> rows.add(row(report)));
        return shown.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "{}{}",
                        table(rows),
                        more("waiting", onward, shown, rest.size() - SHOWN_MAX));
    }

    private Html lines(Onward onward) {
        int from = onward.line();
        var shown = inOrder(from);
        var rows = new ArrayList<Html>();
        int at = from;
        for (var report : shown) {
            rows.add(heading(at, from));
            rows.add(row(report));
            at++;
        }
        return rows.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "{}{}",
                        table(rows),
                        more("waiting", onward, shown, open() - from - SHOWN_MAX));
    }

    /// The lines of a page: the chosen, the newest, and the others, the most urgent first.
    private List<Report> inOrder(int from) {
        var first = Stream.concat(chosen.stream(), latest.stream()).toList();
        var rows = new ArrayList<>(first.stream().skip(from).limit(SHOWN_MAX).toList());
        rows.addAll(
                standing.waitingWithout(
                        first, Math.max(0, from - first.size()), SHOWN_MAX - rows.size()));
        return rows;
    }

    private static Set<UUID> ids(List<Report> reports) {
        return reports.stream().map(Report::id).collect(Collectors.toSet());
    }

    /// What the rows from here on are, where it changes and at the top of each page.
    private Html heading(int at, int from) {
        int firstOther = chosen.size() + latest.size();
        if (others == 0 || (at != from && at != chosen.size() && at != firstOther)) {
            return Html.EMPTY;
        }
        if (at < chosen.size()) {
            return Html.EMPTY;
        }
        return line(at < firstOther ? "watch.latest" : "watch.others");
    }

    private Html line(String key) {
        return Html.of("<tr><th colspan=\"6\"><b>{}</b>", words.say(key));
    }

    private Html judged(WatchPage.From from) {
        if (judged.isEmpty()) {
            return Html.EMPTY;
        }
        var said = words.count("reports.judged", judged.size());
        if (from.judged().isEmpty()) {
            return Html.of(
                    "<p>{} <a href=\"{}\">{}</a></p>",
                    said,
                    say.view().with("judged", "0").query() + "#judged",
                    words.say("watch.judged-show"));
        }
        var onward = from.judged().get();
        var rest =
                onward.behind()
                        .flatMap(standing::judgedBehind)
                        .orElseGet(() -> judged.stream().skip(onward.line()).toList());
        var shown = rest.subList(0, Math.min(rest.size(), SHOWN_MAX));
        return Html.of(
                "<h3 id=\"judged\">{}</h3>{}{}",
                said,
                table(shown.stream().map(this::row).toList()),
                more("judged", onward, shown, rest.size() - SHOWN_MAX));
    }

    private Html table(List<Html> rows) {
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                words.say("watch.choose"),
                words.say("watch.age"),
                words.say("watch.severity"),
                words.say("col.where"),
                words.say("form.threat"),
                words.say("watch.lane"),
                rows);
    }

    private Html row(Report report) {
        var what = report.what();
        return Html.of(
                "<tr><td><input type=\"checkbox\" name=\"r-{}\" value=\"on\" aria-label=\"{}\"{}><td data-l=\"{}\">{}{}{}<td>{}<td>{}<td><a"
                        + " href=\"{}\">{}</a><td>{} {} · {}<br>{}",
                report.id(),
                words.say("watch.choose-one", what.site().name()),
                Html.attribute("checked", WatchPage.isChosen(report, typed)),
                words.say("watch.age"),
                say.age(report.receivedAt()),
                say.backDated(report.received()),
                due(report),
                WatchPage.severity(words, what.severity()),
                say.site(what.site()),
                say.view().page("/lite/reports/" + report.id()),
                shortened(Say.uncited(what.threat())),
                say.lane(what.lane()),
                say.grade(what.grade()),
                words.of(report.verification()),
                new TakenPart(say, report).inRow());
    }

    /// By when somebody should have taken it; nothing once somebody has.
    private Html due(Report report) {
        return report.findOwner().isPresent()
                ? Html.EMPTY
                : AlertPriority.of(report, standing.times()).due().stream()
                        .findFirst()
                        .map(next ->
                                Html.of(
                                        "<br>{}{}",
                                        WatchPage.due(say, next),
                                        WatchPage.rung(
                                                say,
                                                Escalation.of(
                                                        report,
                                                        say.view().knownAsOf(),
                                                        standing.times()))))
                        .orElse(Html.EMPTY);
    }

    private static String shortened(String text) {
        return text.length() <= 90 ? text : text.substring(0, 88) + "…";
    }

    /// The way onward, behind the last one that is shown; of the newest and of those that were
    /// chosen none has a place in the order of the others.
    private Html more(String list, Onward onward, List<Report> shown, int left) {
        if (left <= 0) {
            return Html.EMPTY;
        }
        var last = shown.getLast();
        boolean placed = !chosen.contains(last) && !latest.contains(last);
        long bound =
                onward.newest() > 0 || latest.isEmpty() || list.equals("judged")
                        ? onward.newest()
                        : latest.getLast().received().seq();
        var next =
                placed
                        ? onward.next(SHOWN_MAX, Standing.Behind.of(last), bound)
                        : new Onward(onward.line() + SHOWN_MAX, Optional.empty(), 0);
        return WatchPage.more(say, list, next, left);
    }
}

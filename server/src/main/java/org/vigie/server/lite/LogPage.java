package org.vigie.server.lite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Erased;
import org.vigie.record.Watchkeeping;
import org.vigie.watch.WatchLog;
import org.vigie.watch.WatchLog.Line;

/// The watch log: what happened between two moments, the newest first, each line with the way to
/// its entry; and the form of a note.
final class LogPage {

    static final String PATH = "/lite/log";
    static final String NOTE = "note";

    private static final int SHOWN_MAX = 40;
    private static final int TEXT_MAX = 160;

    /// So many alerts and reports to choose from in the form of a note, the newest first.
    private static final int CHOICES_MAX = 30;

    private final Say say;
    private final Words words;

    LogPage(Say say) {
        this.say = say;
        this.words = say.words();
    }

    /// What was asked for.
    ///
    /// @param about the alert or report, empty for the whole watch
    /// @param line the first line of the page
    record Asked(Instant since, Instant until, Optional<UUID> about, int line) {}

    Html body(Asked asked, WatchLog log, Html form) {
        return Html.of(
                "{}{}{}{}<p class=\"note\">{}</p>",
                period(asked),
                Writing.seesProtection(say.view())
                        ? form
                        : Html.of("<p class=\"note\">{}</p>", words.say("log.not-shown")),
                lines(asked, log),
                late(log),
                words.say("log.note"));
    }

    /// The end is left empty where nobody set one: to the minute it would leave out what came in
    /// last.
    private Html period(Asked asked) {
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}<label>{} <input"
                        + " type=\"datetime-local\" name=\"since\" value=\"{}\"> Z</label> <label>{} <input"
                        + " type=\"datetime-local\" name=\"until\" value=\"{}\"> Z</label><button>{}</button></form>",
                PATH,
                Frame.hidden(say.view(), List.of("since", "until", "line")),
                words.say("changes.since"),
                View.field(asked.since()),
                words.say("log.until"),
                say.view().address().parameters().getOrDefault("until", ""),
                words.say("changes.show"));
    }

    private Html lines(Asked asked, WatchLog log) {
        var all = log.lines();
        long left = all.size() - asked.line() - (long) SHOWN_MAX;
        return Html.of(
                "<h2>{}</h2>{}{}",
                words.count("log.lines", all.size()),
                all.isEmpty()
                        ? Html.of(
                                "<p>{}</p>",
                                words.say(
                                        Writing.seesProtection(say.view())
                                                ? "log.none"
                                                : "log.none-shown"))
                        : table(all.stream().skip(asked.line()).limit(SHOWN_MAX).toList()),
                left <= 0
                        ? Html.EMPTY
                        : Html.of(
                                "<p><a class=\"b\" href=\"{}\">{}</a></p>",
                                say.view().with("line", "" + (asked.line() + SHOWN_MAX)).query(),
                                words.say("alert.more-lines", left)));
    }

    private Html late(WatchLog log) {
        return log.late().isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2>{}{}",
                        words.count("log.late", log.late().size()),
                        table(log.late().stream().limit(SHOWN_MAX).toList()),
                        log.late().size() <= SHOWN_MAX
                                ? Html.EMPTY
                                : Html.of(
                                        "<p class=\"note\">{}</p>",
                                        words.say(
                                                "alert.more-lines",
                                                log.late().size() - SHOWN_MAX)));
    }

    /// The lines as a table.
    Html table(List<Line> lines) {
        var rows = new ArrayList<Html>();
        lines.forEach(line -> rows.add(row(line)));
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>#</thead><tbody>{}</tbody></table>",
                words.say("entries.known"),
                words.say("log.what"),
                words.say("log.about"),
                words.say("entries.by"),
                rows);
    }

    private Html row(Line line) {
        var entry = line.entry();
        return Html.of(
                "<tr><td>{}{}<td>{}{}{}<td>{}{}<td>{}<td>{}",
                say.brief(entry.knownAt()),
                say.backDated(entry),
                what(line),
                line.superseded()
                        ? Html.of(" <i class=\"tag\">{}</i>", words.say("entries.superseded"))
                        : Html.EMPTY,
                entry.body() instanceof Erased
                        ? Html.of(" <i class=\"tag\">{}</i>", words.say("entries.erased"))
                        : Html.EMPTY,
                title(line),
                text(line),
                Say.who(words, entry.entry().author()),
                say.entry(entry.seq()));
    }

    private Html what(Line line) {
        var said =
                line.said().stream()
                        .filter(constant -> constant != WatchLog.Mark.TAKEN)
                        .map(words::of)
                        .toList();
        var kind = say.kind(line.entry());
        return line.said().contains(WatchLog.Mark.GIVEN_BACK)
                ? Html.of("{}", words.of(WatchLog.Mark.GIVEN_BACK))
                : Html.of(
                        "{}",
                        Stream.concat(Stream.of(kind), said.stream())
                                .reduce((one, other) -> one + " · " + other)
                                .orElse(kind));
    }

    private Html title(Line line) {
        var shown = line.title().isEmpty() ? "" : Say.uncited(line.title());
        var way = way(line);
        var said = shown.isEmpty() ? words.of(line.topic()) : shown;
        return way.isEmpty()
                ? Html.of("<span class=\"z\">{}</span>", said)
                : Html.of("<a href=\"{}\">{}</a>", way.get(), said);
    }

    /// The way to what a line is about; empty where that cannot be read, or has no page.
    private Optional<Address> way(Line line) {
        if (line.topic() == WatchLog.Topic.WATCH) {
            return wayOnWatch(line);
        }
        return line.title().isEmpty()
                ? Optional.empty()
                : switch (line.topic()) {
                    case ALERT -> to("/lite/alerts/" + line.about());
                    case REPORT -> to("/lite/reports/" + line.about());
                    case THREAT -> to(ThreatsPage.PATH + "/" + line.about());
                    case CLEARANCE, RESTRICTION -> to("/lite/restrictions");
                    case LANE, WATCH -> Optional.empty();
                };
    }

    private Optional<Address> wayOnWatch(Line line) {
        return switch (line.entry().body()) {
            case Watchkeeping.HandoverGiven given -> to(HandoverPage.PATH + "/" + line.about());
            case Watchkeeping.HandoverSigned signed -> to(HandoverPage.PATH + "/" + line.about());
            case Watchkeeping.PaperWorded worded ->
                    switch (worded.paper()) {
                        case SITREP ->
                                to(PaperPage.SITREP).map(way -> way.with("day", worded.of()));
                        case FLASH ->
                                to(PaperPage.FLASH).map(way -> way.with("alert", worded.of()));
                    };
            case Body other -> Optional.empty();
        };
    }

    private Optional<Address> to(String path) {
        return Optional.of(say.view().page(path));
    }

    private Html text(Line line) {
        var text = Say.uncited(line.text());
        return text.isBlank()
                ? Html.EMPTY
                : Html.of(
                        "<br><small>{}</small>",
                        text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX - 1) + "…" : text);
    }

    /// The form of a note; nothing on a page of the past.
    Html form(Typed typed, Alerts alerts, Optional<UUID> about, String id) {
        if (say.view().past()) {
            return Writing.notInThePast(say.view());
        }
        var fields = new Fields(say.view(), typed, NOTE);
        var inputs = new ArrayList<Html>();
        inputs.add(fields.area("watch-note"));
        inputs.add(
                about.isPresent()
                        ? Html.of(
                                "<input type=\"hidden\" name=\"watch-about\" value=\"{}\">",
                                about.get())
                        : fields.named("watch-about", choices(alerts)));
        return Html.of(
                "{}{}",
                fields.summary(),
                new FoldedForm(NOTE, id, words.say("log.write"), typed.touched())
                        .of(say, PATH, inputs));
    }

    /// The open alerts, and the reports that wait, the newest first.
    private Map<String, String> choices(Alerts alerts) {
        var choices = new LinkedHashMap<String, String>();
        alerts.alerts().reversed().stream()
                .filter(alert -> alert.closed().isEmpty())
                .limit(CHOICES_MAX)
                .forEach(alert ->
                        choices.put(
                                alert.id().toString(),
                                words.of(WatchLog.Topic.ALERT)
                                        + " · "
                                        + Say.uncited(alert.what().title())));
        alerts.reports().reversed().stream()
                .filter(report -> report.alerts().isEmpty() && !WaitingReports.isJudged(report))
                .limit(CHOICES_MAX)
                .forEach(report ->
                        choices.put(
                                report.id().toString(),
                                words.of(WatchLog.Topic.REPORT)
                                        + " · "
                                        + report.what().site().name()
                                        + " · "
                                        + words.moment(report.receivedAt())));
        return choices;
    }

    /// The way from an alert or a report to its log and its notes.
    static Html link(Say say, UUID about) {
        return Html.of(
                "<a class=\"b\" href=\"{}\">{}</a>",
                say.view().page(PATH).with("about", about.toString()),
                say.words().say("log.of-this"));
    }
}

package org.vigie.server.lite;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.record.Alerts;
import org.vigie.record.Picture;
import org.vigie.record.Standpoint;
import org.vigie.record.Watchkeeping;
import org.vigie.server.picture.Desk;
import org.vigie.watch.WatchLog;
import org.vigie.watch.WatchText;

/// Shows the watch log, by default of the last twelve hours, and takes notes.
@Controller
class LogController {

    /// A log has a beginning and an end: what was written at this very moment is in it.
    static final Duration A_MOMENT = Duration.ofMillis(1);

    private static final Duration SHIFT = Duration.ofHours(12);

    private final Desk desk;

    LogController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(LogPage.PATH)
    ResponseEntity<byte[]> log(View view, @RequestParam Map<String, String> values)
            throws IOException {
        return Answers.page(page(view, values, Typed.nothing(), Pen.freshId(desk)));
    }

    /// Takes a note.
    @PostMapping(LogPage.PATH)
    ResponseEntity<byte[]> note(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var id = typed.id();
        Writing.requireNow(view);
        Writing.requireSeesProtection(view);
        var text = typed.required("watch-note", WatchText.NOTE_MAX);
        var about = about(typed, Pictures.of(desk, view));
        if (!typed.good()) {
            return Answers.page(
                    HttpStatus.UNPROCESSABLE_CONTENT, page(view, values, typed, id.toString()));
        }
        var pen = new Pen(desk, view, id);
        pen.write(
                pen.subject("watch-note"),
                Optional.empty(),
                new Watchkeeping.WatchNoted(text, about.orElse(null)));
        return Answers.goTo(view.address().without("until", "line"));
    }

    private static Optional<UUID> about(Typed typed, Picture picture) {
        var said = typed.value("watch-about");
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var known = find(Alerts.of(picture), said);
        if (known.isEmpty()) {
            typed.problem("watch-about", "problem.choose");
        }
        return known.map(Known::id);
    }

    /// An alert or a report.
    ///
    /// @param since when it came in
    private record Known(UUID id, Instant since) {}

    private static Optional<Known> find(Alerts alerts, String id) {
        var subject = Pictures.subject(id);
        return alerts.findAlert(subject)
                .map(alert -> new Known(subject, alert.warnedAt()))
                .or(() ->
                        alerts.findReport(subject)
                                .map(report -> new Known(subject, report.receivedAt())));
    }

    private Html page(View view, Map<String, String> values, Typed typed, String id)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var alerts = Alerts.of(picture);
        var named = values.getOrDefault("about", "");
        var about =
                named.isEmpty()
                        ? Optional.<Known>empty()
                        : Optional.of(find(alerts, named).orElseThrow(() -> new NotHere(named)));
        var asked = asked(view, values, about);
        var log =
                WatchLog.of(
                        desk.ledger(view.exercise()),
                        new Standpoint(
                                view.knownAsOf(), view.recordedAsOf(), view.officer().viewer()),
                        asked.since(),
                        asked.until());
        var page = new LogPage(Pictures.say(desk, view, picture));
        return new Frame(desk, view)
                .page(
                        view.words().say("page.log"),
                        page.body(
                                asked,
                                about.map(known -> log.about(known.id())).orElse(log),
                                page.form(typed, alerts, about.map(Known::id), id)));
    }

    private static LogPage.Asked asked(
            View view, Map<String, String> values, Optional<Known> about) {
        var until = moment(values, "until").orElseGet(() -> view.knownAsOf().plus(A_MOMENT));
        var since =
                moment(values, "since")
                        .or(() -> about.map(Known::since).filter(from -> from.isBefore(until)))
                        .orElseGet(() -> until.minus(SHIFT));
        return new LogPage.Asked(
                since,
                until,
                about.map(Known::id),
                View.notNegative("line", values.getOrDefault("line", "0")));
    }

    private static Optional<Instant> moment(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .filter(text -> !text.isBlank())
                .map(text -> View.moment(name, text));
    }
}

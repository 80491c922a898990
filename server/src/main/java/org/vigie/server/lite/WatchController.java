package org.vigie.server.lite;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
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
import org.vigie.record.ActorClass;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Warnings;
import org.vigie.server.live.Watches;
import org.vigie.server.picture.Desk;
import org.vigie.warn.Standing;

/// Shows the watch, and opens alerts: a person's act, on reports that the person chose.
@Controller
class WatchController {

    private static final int TITLE_MAX = 120;

    private final Desk desk;
    private final Watches watches;

    /// One after the other: what is written follows from what was read just before.
    private final Object turn = new Object();

    WatchController(Desk desk, Watches watches) {
        this.desk = desk;
        this.watches = watches;
    }

    @GetMapping("/lite/watch")
    ResponseEntity<byte[]> watch(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var from =
                new WatchPage.From(
                        Onward.read(values, "open"),
                        Onward.read(values, "waiting"),
                        Optional.ofNullable(values.get("judged"))
                                .map(_ -> Onward.read(values, "judged")));
        var report = values.getOrDefault("report", "");
        var body = page(view).body(carried(view, report), Pen.freshId(desk), from);
        return Answers.page(framed(view, body));
    }

    @PostMapping("/lite/watch")
    ResponseEntity<byte[]> open(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var id = typed.id();
        Writing.requireNow(view);
        synchronized (turn) {
            var now = view.at(desk.clock().instant());
            return switch (typed.value("act")) {
                case "" -> open(now, typed, id);
                case Joining.JOIN -> join(now, typed, id);
                case Joining.PART -> part(now, typed, id);
                default -> throw new NotHere(typed.value("act"));
            };
        }
    }

    /// Puts the chosen reports behind an alert that is open. Of two officers who do so with one
    /// report at the same moment one does, and the other is told.
    private ResponseEntity<byte[]> join(View view, Typed typed, UUID id) throws IOException {
        var picture = Pictures.of(desk, view);
        var alerts = Alerts.of(picture);
        var reports = WatchPage.chosen(alerts, typed);
        var alert = findAlert(alerts, typed);
        if (reports.isEmpty()) {
            typed.problem("reports", "problem.reports");
        }
        if (alert.filter(one -> one.closed().isEmpty()).isEmpty()) {
            typed.problem("alert", "problem.alert");
        }
        if (reports.stream().anyMatch(one -> takenByAnother(one, alert.map(Alert::id)))) {
            typed.problem("reports", "problem.alerted");
        }
        if (!typed.good()) {
            var again = page(view).body(typed, id.toString(), WatchPage.From.THE_MOST_URGENT);
            return Answers.page(HttpStatus.UNPROCESSABLE_CONTENT, framed(view, again));
        }
        var behind = alert.orElseThrow();
        for (var report : reports) {
            if (!behind.reports().contains(report)) {
                write(
                        new Pen(desk, view, id),
                        picture,
                        report,
                        new Warnings.ReportJoined(behind.id(), true));
            }
        }
        return Answers.goTo(view.page("/lite/alerts/" + behind.id()));
    }

    /// Takes a report out from behind an alert that it had joined.
    private ResponseEntity<byte[]> part(View view, Typed typed, UUID id) throws IOException {
        var picture = Pictures.of(desk, view);
        var alerts = Alerts.of(picture);
        var alert = findAlert(alerts, typed).orElseThrow(() -> new NotHere(typed.value("alert")));
        var report =
                WatchPage.chosen(alerts, typed).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotHere(typed.value("alert")));
        if (alert.joined(report) && alert.reports().contains(report)) {
            write(
                    new Pen(desk, view, id),
                    picture,
                    report,
                    new Warnings.ReportJoined(alert.id(), false));
        }
        return Answers.goTo(view.page("/lite/reports/" + report.id()));
    }

    /// Under an id that every server would give the next word on where the report belongs. An old
    /// form sent again undoes nothing that was decided since.
    private static void write(Pen pen, Picture picture, Report report, Warnings.ReportJoined join)
            throws IOException {
        if (pen.findWritten(List.of(report.id())).isPresent()) {
            return;
        }
        var last = Joining.last(report, picture).map(Recorded::seq).orElse(-1L);
        var line =
                new Pen.Line(
                        Ids.subject("report-joined", report.id() + "/" + last),
                        report.id(),
                        Optional.empty(),
                        join);
        if (!pen.decideOnce(line)) {
            throw new Conflict("problem.alerted");
        }
    }

    private static Optional<Alert> findAlert(Alerts alerts, Typed typed) {
        return typed.value("alert").isEmpty()
                ? Optional.empty()
                : alerts.findAlert(Pictures.subject(typed.value("alert")));
    }

    private static boolean takenByAnother(Report report, Optional<UUID> alert) {
        return alert.isPresent() && takenByAnother(report, alert.get());
    }

    /// The form with what a report says already, when the address names one.
    private Typed carried(View view, String id) throws IOException {
        if (id.isEmpty()) {
            return Typed.nothing();
        }
        var report =
                Alerts.of(Pictures.of(desk, view))
                        .findReport(Pictures.subject(id))
                        .orElseThrow(() -> new NotHere(id));
        var what = report.what();
        var threat = Say.uncited(what.threat());
        return new Typed(
                Map.of(
                        "r-" + report.id(),
                        "on",
                        "title",
                        threat.length() > TITLE_MAX ? threat.substring(0, TITLE_MAX) : threat,
                        "severity",
                        View.code(what.severity()),
                        "risk",
                        what.atRisk(),
                        "alleged",
                        View.code(what.alleged())));
    }

    private ResponseEntity<byte[]> open(View view, Typed typed, UUID id) throws IOException {
        var subject = new Pen(desk, view, id).subject("alert");
        var alerts = Alerts.of(Pictures.of(desk, view));
        var opened = read(typed, alerts, subject);
        if (opened.isPresent()) {
            var entry =
                    alerts.findAlert(subject)
                            .map(mine -> mine.opened().entry().id())
                            .orElseGet(() -> openingOf(opened.get().reports()));
            var pen = new Pen(desk, view, entry);
            if (pen.writeOnce(subject, Optional.empty(), opened.get())) {
                return Answers.goTo(view.page("/lite/alerts/" + subject));
            }
            typed.problem("reports", "problem.alerted");
        }
        var again = page(view).body(typed, id.toString(), WatchPage.From.THE_MOST_URGENT);
        return Answers.page(HttpStatus.UNPROCESSABLE_CONTENT, framed(view, again));
    }

    /// The entry that opens an alert on these reports, whichever server writes it: of two only one
    /// finds its place in the ledger.
    private static UUID openingOf(List<UUID> reports) {
        return Ids.subject(
                "alert-opened",
                reports.stream().min(Comparator.naturalOrder()).orElseThrow().toString());
    }

    /// @param alert the alert that this form opens: one that is there already was opened by it
    private static Optional<Warnings.AlertOpened> read(Typed typed, Alerts alerts, UUID alert) {
        var reports = WatchPage.chosen(alerts, typed);
        if (reports.isEmpty()) {
            typed.problem("reports", "problem.reports");
        }
        if (reports.stream().anyMatch(report -> takenByAnother(report, alert))) {
            typed.problem("reports", "problem.alerted");
        }
        var title = typed.required("title", TITLE_MAX);
        var severity = typed.choice("severity", Warnings.Severity.judged());
        var atRisk = typed.optional("risk", TITLE_MAX);
        var alleged =
                typed.value("alleged").isEmpty()
                        ? ActorClass.UNKNOWN
                        : typed.choice("alleged", ActorClass.class);
        if (!typed.good() || severity == null || alleged == null) {
            return Optional.empty();
        }
        var first = reports.getFirst().what();
        return Optional.of(
                new Warnings.AlertOpened(
                        title,
                        first.site(),
                        severity,
                        atRisk.isEmpty() ? first.atRisk() : atRisk,
                        alleged == ActorClass.UNKNOWN ? first.alleged() : alleged,
                        reports.stream().map(Report::id).toList()));
    }

    /// One warning is one alert: whoever looked at an older page is told that a colleague was
    /// faster.
    private static boolean takenByAnother(Report report, UUID alert) {
        return !report.alerts().isEmpty() && !report.alerts().contains(alert);
    }

    private WatchPage page(View view) throws IOException {
        var picture = Pictures.of(desk, view);
        var standing = view.past() ? Standing.of(picture) : watches.now(view.exercise(), picture);
        return new WatchPage(new Say(view, desk.mission().zone()), standing);
    }

    private Html framed(View view, Html body) {
        return new Frame(desk, view).page(view.words().say("page.watch"), body);
    }
}

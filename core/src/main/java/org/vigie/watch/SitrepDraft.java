package org.vigie.watch;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Brief;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.By;
import org.vigie.record.Filter;
import org.vigie.record.Forces;
import org.vigie.record.Forces.ClearanceOutcome;
import org.vigie.record.Happened;
import org.vigie.record.IncidentRow;
import org.vigie.record.Incidents;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Responses;
import org.vigie.record.Standpoint;
import org.vigie.record.Threats;
import org.vigie.record.Warnings;
import org.vigie.record.Watchkeeping.Paper;
import org.vigie.record.Watchkeeping.Part;
import org.vigie.restrict.ClearanceRequest;
import org.vigie.restrict.Restrictions;
import org.vigie.watch.DutyPaper.Figure;
import org.vigie.watch.DutyPaper.Measure;
import org.vigie.watch.DutyPaper.Section;
import org.vigie.watch.Outstanding.Matter;
import org.vigie.watch.WatchLog.Line;
import org.vigie.watch.WatchLog.Mark;

/// Counts a day for its situation report: what took place on it by what is known at the standpoint,
/// and what was open at its end.
final class SitrepDraft {

    private static final int GRAVEST = 5;
    private static final int LINES_MAX = 12;

    private final Standpoint at;
    private final LocalDate day;
    private final Instant from;
    private final Instant to;
    private final Picture picture;
    private final Picture evening;
    private final List<Line> lines;
    private final UUID paper;

    SitrepDraft(Ledger ledger, Standpoint at, LocalDate day) throws IOException {
        this.at = at;
        this.day = day;
        from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        picture = ledger.asOf(at.known(), at.recorded(), at.viewer());
        var end = to.minusMillis(1);
        evening =
                ledger.asOf(
                        end.isBefore(at.known()) ? end : at.known(), at.recorded(), at.viewer());
        lines =
                WatchLog.of(ledger, at, from, to).lines().stream()
                        .filter(line -> !line.superseded())
                        .filter(line -> !line.said().contains(Mark.TAKEN_BACK))
                        .toList();
        paper = DutyPaper.subject(Paper.SITREP, day.toString());
    }

    DutyPaper paper() {
        return new DutyPaper(
                Paper.SITREP,
                day.toString(),
                at,
                from,
                to,
                null,
                hostAlleged(),
                List.of(
                        words(Part.HIGHLIGHTS),
                        security(),
                        protection(),
                        operations(),
                        movement(),
                        words(Part.OUTLOOK)));
    }

    /// In an alert that was opened on the day, or in one of its gravest incidents.
    private boolean hostAlleged() {
        var opened = lines(Warnings.AlertOpened.class).stream().map(Line::about).toList();
        return Alerts.of(picture).alerts().stream()
                        .filter(alert -> opened.contains(alert.id()))
                        .anyMatch(DutyPaper::hostAlleged)
                || ofDay().gravest(GRAVEST).stream()
                        .anyMatch(row -> DutyPaper.byState(picture, row));
    }

    private Incidents ofDay() {
        return picture.incidents().where(new Filter(day, day, null, null, null, null));
    }

    /// A part that is an officer's alone.
    private Section words(Part part) {
        return section(part, List.of(), List.of(), List.of());
    }

    private Section section(
            Part part, List<Figure> figures, List<IncidentRow> incidents, List<Line> shown) {
        return new Section(
                part,
                figures,
                incidents,
                shown.stream().limit(LINES_MAX).toList(),
                Math.max(0, shown.size() - LINES_MAX),
                DutyPaper.versions(picture, paper, part));
    }

    private Section security() {
        var all = picture.incidents();
        var ofDay = ofDay();
        var learned =
                all.stream()
                        .filter(row -> !row.knownFrom().isBefore(from))
                        .filter(row -> row.knownFrom().isBefore(to))
                        .map(IncidentRow::seq)
                        .toList();
        var total = ofDay.count(By.KIND).total();
        return section(
                Part.SECURITY,
                List.of(
                        Figure.of(Measure.INCIDENTS, seqs(ofDay)),
                        counted(Measure.AGAINST_CIVILIANS, Brief.againstCivilians(ofDay)),
                        counted(Measure.ON_THE_MISSION, Brief.onTheMission(ofDay)),
                        new Figure(Measure.DEAD, total.best(), List.of(), total),
                        Figure.of(Measure.LEARNED, learned)),
                ofDay.gravest(GRAVEST),
                List.of());
    }

    private static Figure counted(Measure measure, long n) {
        return new Figure(measure, n, List.of(), null);
    }

    private static List<Long> seqs(Incidents incidents) {
        return incidents.stream().map(IncidentRow::seq).toList();
    }

    private Section protection() {
        var open = Outstanding.of(evening);
        var opened = lines(Warnings.AlertOpened.class);
        var told = lines(Warnings.ReporterTold.class);
        return section(
                Part.PROTECTION,
                List.of(
                        figure(Measure.REPORTS, lines(Warnings.ReportReceived.class)),
                        figure(Measure.JUDGED_EMPTY, lines(SitrepDraft::judgedEmpty)),
                        figure(Measure.ALERTS_OPENED, opened),
                        figure(Measure.ALERTS_CLOSED, lines(Warnings.AlertClosed.class)),
                        figure(Measure.THREATS_JUDGED, lines(Threats.ThreatAssessed.class)),
                        figure(
                                Measure.TOLD,
                                told.stream()
                                        .filter(line -> line.said().contains(Mark.TOLD))
                                        .toList()),
                        figure(
                                Measure.NOT_TOLD,
                                told.stream()
                                        .filter(line -> line.said().contains(Mark.NOT_TOLD))
                                        .toList()),
                        counted(Measure.ALERTS_OPEN, open.alerts().size()),
                        counted(Measure.REPORTS_WAITING, open.reports().size()),
                        counted(Measure.THREATS_OPEN, open.threats().size()),
                        counted(
                                Measure.OVERDUE,
                                open.overdue().stream().map(Matter::id).distinct().count())),
                List.of(),
                opened);
    }

    private static boolean judgedEmpty(Line line) {
        return line.entry().body() instanceof Warnings.ReportVerified verified
                && switch (verified.status()) {
                    case FALSE, UNVERIFIABLE -> true;
                    case UNVERIFIED, CORROBORATED, CONFIRMED -> false;
                };
    }

    private Section operations() {
        var orders = lines(Responses.OrderGiven.class);
        var refused = lines(line -> step(line) == Responses.Step.NOT_POSSIBLE);
        return section(
                Part.OPERATIONS,
                List.of(
                        figure(Measure.ORDERS, orders),
                        figure(
                                Measure.ON_SCENE,
                                lines(line -> step(line) == Responses.Step.ON_SCENE)),
                        figure(Measure.DONE, lines(line -> step(line) == Responses.Step.DONE)),
                        figure(Measure.NOT_POSSIBLE, refused)),
                List.of(),
                Stream.concat(refused.stream(), orders.stream()).toList());
    }

    private static Responses.@Nullable Step step(Line line) {
        return line.entry().body() instanceof Responses.ResponseStepped stepped
                ? stepped.step()
                : null;
    }

    private Section movement() {
        var requests = Restrictions.of(picture).requests();
        var open = Outstanding.of(evening);
        return section(
                Part.MOVEMENT,
                List.of(
                        Figure.of(
                                Measure.CLEARANCES_ASKED,
                                requests.stream()
                                        .filter(request -> onTheDay(request.asked()))
                                        .map(ClearanceRequest::seq)
                                        .toList()),
                        decided(
                                Measure.CLEARANCES_GRANTED,
                                requests,
                                outcome ->
                                        outcome == ClearanceOutcome.GRANTED
                                                || outcome == ClearanceOutcome.PARTLY_GRANTED),
                        decided(
                                Measure.CLEARANCES_REFUSED,
                                requests,
                                outcome -> outcome == ClearanceOutcome.REFUSED),
                        counted(Measure.CLEARANCES_WAITING, open.clearances().size()),
                        figure(
                                Measure.RESTRICTIONS_IMPOSED,
                                lines(Forces.RestrictionImposed.class)),
                        counted(Measure.RESTRICTIONS_IN_FORCE, open.restrictions().size())),
                List.of(),
                lines(line ->
                        line.entry().body() instanceof Forces.RestrictionImposed
                                || (line.entry().body() instanceof Forces.ClearanceDecided said
                                        && said.outcome() == ClearanceOutcome.REFUSED)));
    }

    private Figure decided(
            Measure measure, List<ClearanceRequest> requests, Predicate<ClearanceOutcome> wanted) {
        return Figure.of(
                measure,
                requests.stream()
                        .flatMap(request -> request.findDecision().stream())
                        .filter(decision -> onTheDay(decision.on()))
                        .filter(decision -> wanted.test(decision.outcome()))
                        .map(ClearanceRequest.Decision::seq)
                        .toList());
    }

    private boolean onTheDay(@Nullable Happened when) {
        return when != null && when.lastDay().equals(day);
    }

    private List<Line> lines(Class<? extends Body> kind) {
        return lines(line -> kind.isInstance(line.entry().body()));
    }

    private List<Line> lines(Predicate<Line> wanted) {
        return lines.stream().filter(wanted).toList();
    }

    private static Figure figure(Measure measure, List<Line> counted) {
        return Figure.of(measure, counted.stream().map(line -> line.entry().seq()).toList());
    }
}

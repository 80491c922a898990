package org.vigie.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Happened;
import org.vigie.record.Milestone;
import org.vigie.record.Picture;
import org.vigie.record.Report;
import org.vigie.record.Warnings.Severity;
import org.vigie.restrict.ClearanceRequest;
import org.vigie.restrict.Closures;
import org.vigie.restrict.Restrictions;
import org.vigie.warn.AlertPriority;
import org.vigie.warn.DueTimes;
import org.vigie.warn.ThreatFile;
import org.vigie.warn.ThreatFiles;
import org.vigie.watch.WatchLog.Topic;

/// What a watch has open at a moment: what the next officer takes over. Nobody writes it down; it
/// is computed from what was known.
///
/// To an officer: the alerts and reports that wait, whose they are, what is due next and what is
/// overdue; the threat files that are open, with the day of their review; the clearances that the
/// host state has not answered; the limits that it has imposed.
///
/// When it must not be trusted: due times are assumed until the mission sets its own
/// ([DueTimes#ASSUMED]), and what nobody wrote down is not in it.
///
/// @param at the moment of knowledge
/// @param alerts open ones, the most urgent first
/// @param reports that wait, the most urgent first
/// @param threats open files, what presses most first
/// @param clearances that wait for an answer, the longest asked first
/// @param restrictions in force, the oldest first
public record Outstanding(
        Instant at,
        List<Matter> alerts,
        List<Matter> reports,
        List<Matter> threats,
        List<Matter> clearances,
        List<Matter> restrictions) {

    /// One open thing.
    ///
    /// @param title what it is called; empty where nobody said
    /// @param where the name of the place, empty where nobody said
    /// @param severity of an alert or a report
    /// @param since when it came in, was opened, was asked for or was imposed; empty when not
    ///   stated
    /// @param owner whose it is; empty for nobody's, and for what is never anybody's own
    /// @param next the step that is due next, on an alert or a report
    /// @param due by when something is due
    /// @param running responses that have not ended
    public record Matter(
            Topic topic,
            UUID id,
            String title,
            String where,
            Optional<Severity> severity,
            Optional<Instant> since,
            Optional<String> owner,
            Optional<Milestone> next,
            Optional<Instant> due,
            long running) {

        /// Whether something was due and is not done.
        public boolean overdue(Instant now) {
            return due.filter(moment -> !moment.isAfter(now)).isPresent();
        }

        /// Whether somebody should have it and nobody has.
        public boolean withoutOwner() {
            return owner.isEmpty() && (topic == Topic.ALERT || topic == Topic.REPORT);
        }
    }

    public Outstanding {
        alerts = List.copyOf(alerts);
        reports = List.copyOf(reports);
        threats = List.copyOf(threats);
        clearances = List.copyOf(clearances);
        restrictions = List.copyOf(restrictions);
    }

    /// What is open in a picture.
    public static Outstanding of(Picture picture) {
        return of(picture, Alerts.of(picture));
    }

    /// The same of alerts and reports that were folded already.
    static Outstanding of(Picture picture, Alerts alerts) {
        var times = DueTimes.of(alerts);
        return new Outstanding(
                picture.knownAsOf(),
                alerts.alerts().stream()
                        .filter(alert -> alert.closed().isEmpty())
                        .sorted(
                                Comparator.comparing(
                                        alert -> AlertPriority.of(alert, times),
                                        AlertPriority.MOST_URGENT_FIRST))
                        .map(alert -> matter(alert, times))
                        .toList(),
                alerts.reports().stream()
                        .filter(Report::waits)
                        .sorted(
                                Comparator.comparing(
                                        report -> AlertPriority.of(report, times),
                                        AlertPriority.MOST_URGENT_FIRST))
                        .map(report -> matter(report, times))
                        .toList(),
                ThreatFiles.of(picture).open().stream().map(Outstanding::matter).toList(),
                Restrictions.of(picture).requests().reversed().stream()
                        .filter(request -> request.findDecision().isEmpty())
                        .map(Outstanding::matter)
                        .toList(),
                Closures.imposed(picture, picture.knownAsOf()).stream()
                        .sorted(
                                Comparator.comparing(Closures.Closure::since)
                                        .thenComparingLong(Closures.Closure::seq))
                        .map(Outstanding::matter)
                        .toList());
    }

    private static Matter matter(Alert alert, DueTimes times) {
        var next =
                AlertPriority.of(alert, times).due().stream()
                        .filter(due -> due.step().findIn(alert).isEmpty())
                        .findFirst();
        return new Matter(
                Topic.ALERT,
                alert.id(),
                alert.what().title(),
                alert.what().site().name(),
                Optional.of(alert.what().severity()),
                Optional.of(alert.warnedAt()),
                Optional.of(alert.owner()),
                next.map(AlertPriority.Due::step),
                next.map(AlertPriority.Due::at),
                alert.responses().stream().filter(response -> !response.ended()).count());
    }

    /// Whoever takes a report has acknowledged it; until then that is what is due.
    private static Matter matter(Report report, DueTimes times) {
        var next =
                report.findOwner().isPresent()
                        ? Optional.<AlertPriority.Due>empty()
                        : AlertPriority.of(report, times).due().stream().findFirst();
        return new Matter(
                Topic.REPORT,
                report.id(),
                report.what().threat(),
                report.what().site().name(),
                Optional.of(report.what().severity()),
                Optional.of(report.receivedAt()),
                report.findOwner(),
                next.map(AlertPriority.Due::step),
                next.map(AlertPriority.Due::at),
                0);
    }

    /// Due at the end of the day by which somebody has to judge it again.
    private static Matter matter(ThreatFile file) {
        return new Matter(
                Topic.THREAT,
                file.id(),
                file.what().threat(),
                file.what().site().name(),
                Optional.empty(),
                Optional.of(file.opened().knownAt()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(file.reviewDue().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
                0);
    }

    private static Matter matter(ClearanceRequest request) {
        return new Matter(
                Topic.CLEARANCE,
                request.id(),
                request.asset().isBlank() ? request.kind() : request.asset(),
                request.site().name(),
                Optional.empty(),
                Optional.ofNullable(request.asked()).map(Happened::first),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private static Matter matter(Closures.Closure closure) {
        return new Matter(
                Topic.RESTRICTION,
                closure.id(),
                closure.asset().isBlank() ? closure.kind() : closure.asset(),
                closure.site().name(),
                Optional.empty(),
                Optional.of(closure.since()),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(closure.to()),
                0);
    }

    /// Alerts, reports and threat files of which something was due; a limit that ends is no debt.
    public List<Matter> overdue() {
        return Stream.of(alerts, reports, threats)
                .flatMap(List::stream)
                .filter(matter -> matter.overdue(at))
                .toList();
    }

    public List<Matter> withoutOwner() {
        return Stream.of(alerts, reports)
                .flatMap(List::stream)
                .filter(Matter::withoutOwner)
                .toList();
    }

    /// Alerts and reports that are somebody's.
    public List<Matter> of(String owner) {
        return Stream.of(alerts, reports)
                .flatMap(List::stream)
                .filter(matter -> matter.owner().filter(owner::equals).isPresent())
                .toList();
    }
}

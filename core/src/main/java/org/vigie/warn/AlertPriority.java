package org.vigie.warn;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.record.Alert;
import org.vigie.record.Milestone;
import org.vigie.record.Report;
import org.vigie.record.Warnings.AlertOpened;
import org.vigie.record.Warnings.ReportReceived;
import org.vigie.record.Warnings.Severity;

/// How urgent a warning is, and when each step is due.
///
/// What it means to an officer: the list of what waits is in this order. Severity comes first, then
/// who has waited longest.
///
/// What does not count, on purpose: who is said to be the perpetrator, which community is at risk,
/// and how reliable the source is. A weak source is a reason to verify soon, not to look later. The
/// law is tested by swapping the alleged perpetrator.
///
/// When it must not be trusted: it is as good as the severity that somebody chose.
///
/// @param severity of the warning, 4 levels
/// @param warnedAt when the warning came in: all clocks start here
/// @param due one for each step that is on a clock, in the order of the steps
/// @param origin who set the due times
public record AlertPriority(Severity severity, Instant warnedAt, List<Due> due, String origin) {

    /// Most urgent first; equal ones by who has waited longest.
    public static final Comparator<AlertPriority> MOST_URGENT_FIRST =
            Comparator.comparing(AlertPriority::severity)
                    .reversed()
                    .thenComparing(AlertPriority::warnedAt);

    public AlertPriority {
        due = List.copyOf(due);
    }

    /// A step and the moment by which it should have been taken.
    public record Due(Milestone step, Instant at) {}

    /// The priority of a report that nobody has opened an alert on yet.
    public static AlertPriority of(ReportReceived what, Instant receivedAt, DueTimes times) {
        return of(what.severity(), receivedAt, times);
    }

    /// The priority of an alert.
    ///
    /// @param warnedAt when the first warning behind it came in, which is earlier than the opening
    public static AlertPriority of(AlertOpened what, Instant warnedAt, DueTimes times) {
        return of(what.severity(), warnedAt, times);
    }

    public static AlertPriority of(Report report, DueTimes times) {
        return of(report.what(), report.receivedAt(), times);
    }

    public static AlertPriority of(Alert alert, DueTimes times) {
        return of(alert.what(), alert.warnedAt(), times);
    }

    /// 1 for the most urgent severity to 4 for the least.
    public int rank() {
        return switch (severity) {
            case CRITICAL -> 1;
            case HIGH, NOT_ASSESSED -> 2;
            case MEDIUM -> 3;
            case LOW -> 4;
        };
    }

    /// The steps that were due by `now` and that the alert has not taken. A closed alert owes
    /// nothing more.
    public List<Due> overdue(Alert alert, Instant now) {
        if (alert.closed().isPresent()) {
            return List.of();
        }
        return due.stream()
                .filter(step -> !step.at().isAfter(now))
                .filter(step -> step.step().findIn(alert).isEmpty())
                .toList();
    }

    private static AlertPriority of(Severity severity, Instant from, DueTimes times) {
        var due =
                Arrays.stream(Milestone.values())
                        .flatMap(step ->
                                times.find(severity, step).stream()
                                        .map(after -> new Due(step, from.plus(after))))
                        .collect(Collectors.toUnmodifiableList());
        return new AlertPriority(severity, from, due, times.origin());
    }
}

package org.vigie.server.live;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Alerts;
import org.vigie.record.Picture;
import org.vigie.record.Report;
import org.vigie.warn.AlertPriority;
import org.vigie.warn.DueTimes;

/// The watch in one picture: what waits, in the order in which it is shown. Each list is sorted
/// when it is first asked for, and once.
public final class Standing {

    static final Standing NOTHING = new Standing(new Alerts(List.of(), List.of()));

    /// More of the newest than any page shows, so that those that stand elsewhere on it can be left
    /// out.
    private static final int NEWEST_MAX = 100;

    private static final Comparator<Report> OLDEST_FIRST =
            Comparator.comparing(Report::receivedAt)
                    .thenComparingLong(report -> report.received().seq());

    private final Alerts alerts;
    private @Nullable List<Report> waiting;
    private @Nullable List<Report> judged;
    private @Nullable List<Report> newest;

    Standing(Alerts alerts) {
        this.alerts = alerts;
    }

    /// How things stood in a picture of whatever moment.
    public static Standing of(Picture picture) {
        return new Standing(Alerts.of(picture));
    }

    /// Whether it is that of the very same fold.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Alerts others) {
        return alerts == others;
    }

    public Alerts alerts() {
        return alerts;
    }

    /// What is told of it at a moment: whose something is by then hangs on the clock.
    public WatchState state(Instant now) {
        return WatchState.of(alerts, now);
    }

    /// Reports without an alert that nobody judged false or unverifiable, the most urgent first.
    public synchronized List<Report> waiting() {
        var known = waiting;
        if (known == null) {
            known = mostUrgentFirst(alerts.reports().stream().filter(Report::waits).toList());
            waiting = known;
        }
        return known;
    }

    /// Reports without an alert that somebody judged false or unverifiable, the most urgent first.
    public synchronized List<Report> judged() {
        var known = judged;
        if (known == null) {
            known =
                    mostUrgentFirst(
                            alerts.reports().stream()
                                    .filter(report -> report.alerts().isEmpty())
                                    .filter(report -> !report.waits())
                                    .toList());
            judged = known;
        }
        return known;
    }

    /// The newest of those that wait, the last one first; no more than a page could show.
    public synchronized List<Report> newest() {
        var known = newest;
        if (known == null) {
            var last = new PriorityQueue<>(OLDEST_FIRST);
            for (var report : waiting()) {
                last.add(report);
                if (last.size() > NEWEST_MAX) {
                    last.remove();
                }
            }
            known = last.stream().sorted(OLDEST_FIRST.reversed()).toList();
            newest = known;
        }
        return known;
    }

    /// The key is worked out once for each, not once for each comparison.
    private static List<Report> mostUrgentFirst(List<Report> reports) {
        record Ranked(AlertPriority priority, Report report) {}
        return reports.stream()
                .map(report -> new Ranked(AlertPriority.of(report, DueTimes.ASSUMED), report))
                .sorted(Comparator.comparing(Ranked::priority, AlertPriority.MOST_URGENT_FIRST))
                .map(Ranked::report)
                .toList();
    }
}

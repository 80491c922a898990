package org.vigie.server.live;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.vigie.record.Alerts;
import org.vigie.record.Report;
import org.vigie.record.Warnings.Severity;

/// How things stand on the watch, as far as somebody may see it: whole each time, so that who
/// missed an event has missed nothing.
///
/// @param waiting reports without an alert that nobody judged
/// @param untaken of those, whose nobody is
/// @param open alerts
/// @param newest of those that wait
public record WatchState(long waiting, long untaken, long open, Optional<Newest> newest) {

    /// The report that came in last.
    ///
    /// @param id under which it is found
    public record Newest(String id, Severity severity) {}

    /// How things stand.
    static WatchState of(Alerts alerts) {
        var waiting = alerts.reports().stream().filter(WatchState::waits).toList();
        return new WatchState(
                waiting.size(),
                waiting.stream().filter(report -> report.taken().isEmpty()).count(),
                alerts.alerts().stream().filter(alert -> alert.closed().isEmpty()).count(),
                waiting.stream()
                        .max(
                                Comparator.comparing(Report::receivedAt)
                                        .thenComparingLong(report -> report.received().seq()))
                        .map(report ->
                                new Newest(report.id().toString(), report.what().severity())));
    }

    /// Whether somebody has to do something about a report yet.
    static boolean waits(Report report) {
        return report.waits();
    }

    /// Numbers, an id and a word of ours: nothing that somebody typed.
    public String json() {
        return "{\"waiting\":"
                + waiting
                + ",\"untaken\":"
                + untaken
                + ",\"open\":"
                + open
                + newest.map(WatchState::json).orElse("")
                + "}";
    }

    private static String json(Newest newest) {
        return ",\"newest\":\"%s\",\"severity\":\"%s\""
                .formatted(
                        newest.id(),
                        newest.severity().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}

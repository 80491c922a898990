package org.vigie.server.live;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.record.Alerts;
import org.vigie.record.Report;
import org.vigie.record.Warnings.Severity;
import org.vigie.warn.DueTimes;
import org.vigie.warn.Escalation;

/// How things stand on the watch, as far as somebody may see it: whole each time, so that who
/// missed an event has missed nothing.
///
/// @param waiting reports without an alert that nobody judged
/// @param untaken of those, whose nobody is
/// @param open alerts
/// @param newest of those that wait
/// @param escalated reports and alerts that nobody acknowledged in time
/// @param rung whose the gravest of them is by now
public record WatchState(
        long waiting,
        long untaken,
        long open,
        Optional<Newest> newest,
        long escalated,
        Optional<Escalation.Rung> rung) {

    /// The report that came in last.
    ///
    /// @param id under which it is found
    public record Newest(String id, Severity severity) {}

    /// How things stand.
    static WatchState of(Alerts alerts, Instant now) {
        var climbed = climbed(alerts, now);
        var waiting = alerts.reports().stream().filter(Report::waits).toList();
        return new WatchState(
                waiting.size(),
                waiting.stream().filter(report -> report.taken().isEmpty()).count(),
                alerts.alerts().stream().filter(alert -> alert.closed().isEmpty()).count(),
                waiting.stream()
                        .max(
                                Comparator.comparing(Report::receivedAt)
                                        .thenComparingLong(report -> report.received().seq()))
                        .map(report ->
                                new Newest(report.id().toString(), report.what().severity())),
                climbed.size(),
                climbed.stream().map(Escalation::rung).max(Comparator.naturalOrder()));
    }

    private static List<Escalation> climbed(Alerts alerts, Instant now) {
        return Stream.concat(
                        alerts.reports().stream()
                                .map(report -> Escalation.of(report, now, DueTimes.ASSUMED)),
                        alerts.alerts().stream()
                                .map(alert -> Escalation.of(alert, now, DueTimes.ASSUMED)))
                .flatMap(Optional::stream)
                .filter(Escalation::climbed)
                .toList();
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
                + ",\"escalated\":"
                + escalated
                + rung.map(who -> ",\"rung\":\"" + code(who) + "\"").orElse("")
                + "}";
    }

    private static String json(Newest newest) {
        return ",\"newest\":\"%s\",\"severity\":\"%s\""
                .formatted(newest.id(), code(newest.severity()));
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.vigie.server.live;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
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
/// @param ladder changes whenever another one stands on another rung
public record WatchState(
        long waiting,
        long untaken,
        long open,
        Optional<Newest> newest,
        long escalated,
        Optional<Escalation.Rung> rung,
        int ladder) {

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
                climbed.values().stream().max(Comparator.naturalOrder()),
                climbed.hashCode());
    }

    /// Rungs by what stands on them.
    private static Map<UUID, Escalation.Rung> climbed(Alerts alerts, Instant now) {
        var climbed = new TreeMap<UUID, Escalation.Rung>();
        for (var report : alerts.reports()) {
            Escalation.of(report, now, DueTimes.ASSUMED)
                    .filter(Escalation::climbed)
                    .ifPresent(one -> climbed.put(report.id(), one.rung()));
        }
        for (var alert : alerts.alerts()) {
            Escalation.of(alert, now, DueTimes.ASSUMED)
                    .filter(Escalation::climbed)
                    .ifPresent(one -> climbed.put(alert.id(), one.rung()));
        }
        return climbed;
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
                + (escalated == 0 ? "" : ",\"ladder\":" + ladder)
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

package org.vigie.server.live;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.vigie.record.Warnings.Severity;
import org.vigie.warn.Escalation;
import org.vigie.warn.Standing;

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

    /// How things stand, and whose what waits is by a moment.
    public static WatchState of(Standing standing, Instant now) {
        var overdue = standing.overdue(now);
        return new WatchState(
                standing.waiting().size(),
                standing.untaken(),
                standing.open().size(),
                standing.newest().stream()
                        .findFirst()
                        .map(report ->
                                new Newest(report.id().toString(), report.what().severity())),
                overdue.count(),
                overdue.highest(),
                overdue.mark());
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

package org.vigie.warn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Picture;
import org.vigie.record.Report;
import org.vigie.warn.Escalation.Rung;

/// Something that nobody did in time: no entry brings it but the clock, so whoever tells of it has
/// to look.
///
/// What it means to an officer: what the watch shows in red. When it must not be trusted: due times
/// and ladder are assumed until a mission sets its own.
public sealed interface Lapse {

    /// Tells it from all others, the same whenever somebody looks; no space in it.
    String key();

    /// Since when it is so.
    Instant at();

    /// A report or an alert came to a rung above the first.
    ///
    /// @param alert or a report
    record Climbed(UUID id, boolean alert, Escalation escalation) implements Lapse {

        @Override
        public String key() {
            return key(id, alert, escalation.rung());
        }

        private static String key(UUID id, boolean alert, Rung rung) {
            return (alert ? "alert:" : "report:") + id + ":" + word(rung);
        }

        @Override
        public Instant at() {
            return escalation.since();
        }
    }

    /// What somebody owed is overdue.
    record Overdue(DueList.Item item) implements Lapse {

        @Override
        public String key() {
            var step = item.step();
            return "due:"
                    + word(item.kind())
                    + ":"
                    + item.subject()
                    + switch (item.kind()) {
                        case ALERT -> step == null ? "" : ":" + step.code();
                        case REPORT -> "";
                        // Judged again, it is due again.
                        case THREAT -> ":" + item.at();
                    };
        }

        @Override
        public Instant at() {
            return item.at();
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What climbed, the highest first, and of equal ones who has waited longest.
    static List<Climbed> climbed(Alerts alerts, Instant now) {
        var times = DueTimes.of(alerts);
        var all = new ArrayList<Climbed>();
        for (var report : alerts.reports()) {
            Escalation.of(report, now, times)
                    .filter(Escalation::climbed)
                    .ifPresent(up -> all.add(new Climbed(report.id(), false, up)));
        }
        for (var alert : alerts.alerts()) {
            Escalation.of(alert, now, times)
                    .filter(Escalation::climbed)
                    .ifPresent(up -> all.add(new Climbed(alert.id(), true, up)));
        }
        all.sort(
                Comparator.comparing(Climbed::escalation, Escalation.HIGHEST_FIRST)
                        .thenComparing(Climbed::id));
        return List.copyOf(all);
    }

    /// What is overdue, the earliest first.
    static List<Overdue> overdue(Picture picture, Instant now) {
        return DueList.of(picture).overdue(now).items().stream().map(Overdue::new).toList();
    }

    /// The keys of all that could be a lapse of what stands in a picture: what is not among them is
    /// over.
    static Set<String> possible(Picture picture) {
        var keys = new HashSet<String>();
        var alerts = Alerts.of(picture);
        for (var rung : Escalation.ABOVE_THE_FIRST) {
            alerts.reports().stream()
                    .filter(report -> !Escalation.acknowledged(report))
                    .map(Report::id)
                    .forEach(id -> keys.add(Climbed.key(id, false, rung)));
            alerts.alerts().stream()
                    .filter(alert -> !Escalation.acknowledged(alert))
                    .map(Alert::id)
                    .forEach(id -> keys.add(Climbed.key(id, true, rung)));
        }
        DueList.of(picture).items().forEach(item -> keys.add(new Overdue(item).key()));
        return keys;
    }
}

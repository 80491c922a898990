package org.vigie.warn;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Milestone;
import org.vigie.record.Picture;
import org.vigie.record.Report;

/// What is due on the watch: the steps of open alerts that nobody has taken, the reports that wait,
/// the threat files that have to be judged again.
///
/// What it means to an officer: everything that somebody owes, the longest overdue first. It says
/// which sort of thing and its number, by when and whose it is; not what it is about, so that it
/// can lie on a telephone.
///
/// When it must not be trusted: due times are [DueTimes#ASSUMED] until a mission sets its own, and
/// [ReviewTimes#ASSUMED]. A step that was skipped for good stays due until the alert is closed.
///
/// @param items the earliest first
public record DueList(List<Item> items) {

    private static final int NUMBER_LENGTH = 8;

    public DueList {
        items = List.copyOf(items);
    }

    /// What sort of thing something is due of.
    public enum Kind {
        ALERT,
        REPORT,
        THREAT
    }

    /// One thing that is due.
    ///
    /// @param step of an alert; null for what has no steps
    /// @param at by when: of a day, its end
    /// @param owner who has it: whoever acted last; empty for nobody
    public record Item(
            Kind kind, UUID subject, @Nullable Milestone step, Instant at, String owner) {

        /// The first letters of its id: enough to find it on the watch, and nothing to a stranger.
        public String number() {
            return subject.toString().substring(0, NUMBER_LENGTH);
        }

        public boolean overdue(Instant now) {
            return at.isBefore(now);
        }
    }

    private static final Comparator<Item> EARLIEST_FIRST =
            Comparator.comparing(Item::at)
                    .thenComparing(Item::kind)
                    .thenComparing(Item::subject)
                    .thenComparing(
                            Item::step,
                            Comparator.nullsFirst(Comparator.<Milestone>naturalOrder()));

    /// What is due in a picture.
    public static DueList of(Picture picture) {
        var items = new ArrayList<Item>();
        var alerts = Alerts.of(picture);
        var times = DueTimes.of(alerts);
        alerts.alerts().stream()
                .filter(alert -> alert.closed().isEmpty())
                .forEach(alert -> steps(alert, times, items));
        alerts.reports().stream()
                .filter(Report::waits)
                .forEach(report -> judging(report, times, items));
        for (var file : ThreatFiles.of(picture).open()) {
            var end = file.reviewDue().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            items.add(
                    new Item(
                            Kind.THREAT,
                            file.id(),
                            null,
                            end,
                            file.judged().orElse(file.opened()).entry().author()));
        }
        return new DueList(items.stream().sorted(EARLIEST_FIRST).toList());
    }

    private static void steps(Alert alert, DueTimes times, List<Item> items) {
        var last = alert.steps().isEmpty() ? alert.opened() : alert.steps().getLast();
        for (var due : AlertPriority.of(alert, times).due()) {
            if (due.step().findIn(alert).isEmpty()) {
                items.add(
                        new Item(
                                Kind.ALERT,
                                alert.id(),
                                due.step(),
                                due.at(),
                                last.entry().author()));
            }
        }
    }

    /// A report is due to be judged when an alert on it would have to be acknowledged.
    private static void judging(Report report, DueTimes times, List<Item> items) {
        AlertPriority.of(report, times).due().stream()
                .filter(due -> due.step() == Milestone.ACKNOWLEDGE)
                .forEach(due ->
                        items.add(
                                new Item(
                                        Kind.REPORT,
                                        report.id(),
                                        null,
                                        due.at(),
                                        report.findOwner().orElse(""))));
    }

    /// What had to be done before now.
    public DueList overdue(Instant now) {
        return new DueList(items.stream().filter(item -> item.overdue(now)).toList());
    }

    /// What somebody has; an empty name for what nobody has.
    public DueList of(String owner) {
        return new DueList(items.stream().filter(item -> item.owner().equals(owner)).toList());
    }
}

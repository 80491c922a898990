package org.vigie.assess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Alert;
import org.vigie.record.DatePrecision;
import org.vigie.record.Milestone;
import org.vigie.record.Recorded;

/// How long after the warning a step was taken.
///
/// **Median**: the middle one; of an even number, the mean of the two in the middle, rounded to the
/// minute. **p90**: the smallest that at least 90 % do not exceed (nearest rank), so with fewer
/// than ten it is the longest. Both are null when there is nothing to take them of, never 0. With a
/// small `n` look at the rows, not at the median.
///
/// Times that are known only to the day are not turned into minutes: they are in `tooVague`. A step
/// that comes before its warning is in `beforeWarning`, apart from any later one that is measured;
/// a patrol may have been there, or a clock was wrong.
///
/// @param n how many times the median is of
/// @param ids the alerts or responses that these times are of
/// @param entries `seq` of the entries that logged the steps
/// @param backDated of them, those written down more than a minute after the time that they state:
///   the easiest field to falsify
/// @param toTheHour of them, how many rest on a time known only to the hour
/// @param tooVague alerts or responses that took the step at a time known only to the day or worse
/// @param beforeWarning alerts or responses whose step comes before their warning
public record StepTimes(
        Milestone step,
        int n,
        @Nullable Long medianMinutes,
        @Nullable Long p90Minutes,
        List<UUID> ids,
        List<Long> entries,
        List<Long> backDated,
        int toTheHour,
        List<UUID> tooVague,
        List<UUID> beforeWarning) {

    public StepTimes {
        ids = List.copyOf(ids);
        entries = List.copyOf(entries);
        backDated = List.copyOf(backDated);
        tooVague = List.copyOf(tooVague);
        beforeWarning = List.copyOf(beforeWarning);
    }

    /// What is measured, in words.
    public String definition() {
        return "Minutes from when the first warning came in to the first entry of the step \""
                + step.code()
                + "\" at or after it; entries before it are counted apart."
                + (step == Milestone.ARRIVE
                        ? " A response that is done counts as arrived where nobody logged it on"
                                + " scene."
                        : "");
    }

    /// A clock that was started, and the step that stopped it.
    record Clock(UUID id, Recorded from, Recorded to) {

        boolean vague() {
            return !from.happened().precision().finerThanDay()
                    || !to.happened().precision().finerThanDay();
        }

        boolean toTheHour() {
            return from.happened().precision() == DatePrecision.HOUR
                    || to.happened().precision() == DatePrecision.HOUR;
        }

        long minutes() {
            return Duration.between(from.happened().first(), to.happened().first()).toMinutes();
        }
    }

    static StepTimes ofAlerts(Milestone step, List<Alert> alerts) {
        return of(
                step,
                alerts.stream()
                        .flatMap(alert ->
                                Stream.of(step.findIn(alert), step.findSince(alert))
                                        .flatMap(Optional::stream)
                                        .distinct()
                                        .map(to -> new Clock(alert.id(), warning(alert), to)))
                        .toList());
    }

    static StepTimes of(Milestone step, List<Clock> clocks) {
        var minutes = new ArrayList<Long>();
        var counted = new ArrayList<Clock>();
        var tooVague = new ArrayList<UUID>();
        var beforeWarning = new ArrayList<UUID>();
        for (var clock : clocks) {
            if (clock.vague()) {
                tooVague.add(clock.id());
            } else if (clock.minutes() < 0) {
                beforeWarning.add(clock.id());
            } else {
                counted.add(clock);
                minutes.add(clock.minutes());
            }
        }
        var sorted = minutes.stream().mapToLong(Long::longValue).sorted().toArray();
        return new StepTimes(
                step,
                sorted.length,
                median(sorted),
                p90(sorted),
                counted.stream().map(Clock::id).toList(),
                counted.stream().map(clock -> clock.to().seq()).toList(),
                counted.stream()
                        .map(Clock::to)
                        .filter(Recorded::backDated)
                        .map(Recorded::seq)
                        .toList(),
                (int) counted.stream().filter(Clock::toTheHour).count(),
                tooVague,
                beforeWarning);
    }

    /// The entry with which the first warning behind an alert came in; its opening when nobody
    /// warned.
    static Recorded warning(Alert alert) {
        Optional<Recorded> first = Optional.empty();
        for (var report : alert.reports()) {
            if (first.isEmpty() || report.receivedAt().isBefore(first.get().happened().first())) {
                first = Optional.of(report.received());
            }
        }
        return first.orElse(alert.opened());
    }

    private static @Nullable Long median(long[] sorted) {
        if (sorted.length == 0) {
            return null;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Math.round((sorted[middle - 1] + sorted[middle]) / 2.0);
    }

    private static @Nullable Long p90(long[] sorted) {
        return sorted.length == 0 ? null : sorted[(int) Math.ceil(0.9 * sorted.length) - 1];
    }
}

package org.vigie.warn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geo.BadInput;
import org.vigie.record.Alerts;
import org.vigie.record.Ids;
import org.vigie.record.Milestone;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Warnings.Severity;
import org.vigie.record.Watchkeeping.Limit;
import org.vigie.record.Watchkeeping.TimesSet;

/// How long after a warning came in each step is due, by severity.
///
/// No public standard gives such times for a peace operation, so [#ASSUMED] is a starting point
/// that a mission replaces by its own ([TimesSet]). A step without a due time is not on a clock.
///
/// @param targets by severity, then by step; steps follow each other, and what is graver is never
///   due later
/// @param ladder after how many times the time to acknowledge what nobody acknowledged climbs to
///   the second, third and fourth rung; never decreasing
/// @param origin who set them; `assumed, to be set by the mission` until somebody has
public record DueTimes(
        Map<Severity, Map<Milestone, Duration>> targets, List<Integer> ladder, String origin) {

    /// The steps that can be on a clock, in their order: how an alert ends is on none.
    public static final List<Milestone> STEPS =
            Arrays.stream(Milestone.values()).filter(step -> step != Milestone.CLOSE).toList();

    /// Longest time, in minutes: four weeks.
    public static final int MINUTES_MAX = 28 * 24 * 60;

    /// Most times the time to acknowledge.
    public static final int TIMES_MAX = 100;

    /// Assumed: nobody published such targets. Minutes for acknowledge, verify, assess, task, move
    /// and arrive. Arrival within three hours of a critical warning is what the distance from base
    /// to village allows in the dry season, not what protects.
    public static final DueTimes ASSUMED =
            new DueTimes(
                    Map.of(
                            Severity.CRITICAL, minutes(10, 30, 45, 60, 90, 180),
                            Severity.HIGH, minutes(15, 60, 120, 180, 240, 480),
                            Severity.MEDIUM, minutes(60, 240, 480, 720, 1440, 2880),
                            Severity.LOW, minutes(240, 1440, 2880, 4320, 7200, 10080)),
                    List.of(1, 2, 4),
                    "assumed, to be set by the mission");

    /// What holds of these alerts: what the mission set last, until then [#ASSUMED].
    public static DueTimes of(Alerts alerts) {
        return alerts.times().map(DueTimes::of).orElse(ASSUMED);
    }

    /// What holds in a picture.
    public static DueTimes of(Picture picture) {
        return picture.entries(TimesSet.class).stream()
                .reduce((earlier, later) -> later)
                .map(DueTimes::of)
                .orElse(ASSUMED);
    }

    /// What cannot be (no program of ours writes it) must not take the watch down.
    private static DueTimes of(Recorded entry) {
        var author = entry.entry().author();
        try {
            return of((TimesSet) entry.body(), author);
        } catch (BadInput impossible) {
            return new DueTimes(
                    ASSUMED.targets(),
                    ASSUMED.ladder(),
                    ASSUMED.origin() + ": what " + author + " set cannot be");
        }
    }

    /// The subject under which they stand in the ledger: there is one set of them.
    public static UUID subject() {
        return Ids.subject("times", "due");
    }

    /// The same as an entry holds them, the gravest last.
    public List<Limit> limits() {
        var limits = new ArrayList<Limit>();
        for (var severity : Severity.judged()) {
            for (var step : STEPS) {
                find(severity, step)
                        .ifPresent(after ->
                                limits.add(new Limit(severity, step, (int) after.toMinutes())));
            }
        }
        return limits;
    }

    /// As somebody sets them.
    ///
    /// @throws BadInput when a step is due before the one that it follows, something graver later
    ///   than something milder, a time out of range, or the ladder goes down
    public static DueTimes of(TimesSet set, String author) {
        var targets = new EnumMap<Severity, Map<Milestone, Duration>>(Severity.class);
        for (var limit : set.limits()) {
            var name = "due time of " + limit.step().code() + " at " + limit.severity();
            if (limit.minutes() < 1 || limit.minutes() > MINUTES_MAX) {
                throw new BadInput(name, limit.minutes(), "1 to " + MINUTES_MAX + " minutes");
            }
            if (!STEPS.contains(limit.step()) || limit.severity() == Severity.NOT_ASSESSED) {
                throw new BadInput(name, limit.minutes(), "of a step and a severity on a clock");
            }
            targets.computeIfAbsent(limit.severity(), _ -> new EnumMap<>(Milestone.class))
                    .put(limit.step(), Duration.ofMinutes(limit.minutes()));
        }
        return new DueTimes(targets, set.ladder(), author);
    }

    public DueTimes {
        ladder = List.copyOf(ladder);
        int before = 1;
        for (int times : ladder) {
            if (times < before || times > TIMES_MAX || ladder.size() != 3) {
                throw new BadInput(
                        "ladder", ladder, "three whole numbers from 1 to 100, none below the last");
            }
            before = times;
        }
        var copy = new EnumMap<Severity, Map<Milestone, Duration>>(Severity.class);
        targets.forEach((severity, due) -> copy.put(severity, inOrder(severity, due)));
        graverIsNeverLater(copy);
        targets = java.util.Collections.unmodifiableMap(copy);
    }

    /// How long after the warning this step is due; empty when it is on no clock. What nobody has
    /// judged yet is due like what is high.
    public Optional<Duration> find(Severity severity, Milestone step) {
        var judged = severity == Severity.NOT_ASSESSED ? Severity.HIGH : severity;
        return Optional.ofNullable(targets.getOrDefault(judged, Map.of()).get(step));
    }

    /// How long after it came in something climbs to a rung while nobody acknowledges it; empty
    /// when it is on no clock.
    Optional<Duration> findClimb(Severity severity, Escalation.Rung rung) {
        return find(severity, Milestone.ACKNOWLEDGE)
                .map(once -> once.multipliedBy(rung.times(ladder)));
    }

    private static Map<Milestone, Duration> inOrder(
            Severity severity, Map<Milestone, Duration> due) {
        var sorted = new EnumMap<Milestone, Duration>(Milestone.class);
        sorted.putAll(due);
        var before = Duration.ZERO;
        for (var step : sorted.entrySet()) {
            if (step.getValue().compareTo(before) < 0) {
                throw new BadInput(
                        "due time of " + step.getKey().code() + " at " + severity,
                        step.getValue(),
                        "not before the step that it follows, " + before);
            }
            before = step.getValue();
        }
        return java.util.Collections.unmodifiableMap(sorted);
    }

    private static void graverIsNeverLater(Map<Severity, Map<Milestone, Duration>> targets) {
        for (var step : Milestone.values()) {
            Duration milder = null;
            for (var severity : Severity.judged()) {
                var due = targets.getOrDefault(severity, Map.of()).get(step);
                if (due != null && milder != null && due.compareTo(milder) > 0) {
                    throw new BadInput(
                            "due time of " + step.code() + " at " + severity,
                            due,
                            "not later than at a lower severity, " + milder);
                }
                milder = due == null ? milder : due;
            }
        }
    }

    /// One number for each step from the first on.
    private static Map<Milestone, Duration> minutes(int... due) {
        var targets = new EnumMap<Milestone, Duration>(Milestone.class);
        var steps = Milestone.values();
        for (int i = 0; i < due.length; i++) {
            targets.put(steps[i], Duration.ofMinutes(due[i]));
        }
        return targets;
    }
}

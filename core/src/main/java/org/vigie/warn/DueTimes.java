package org.vigie.warn;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.geo.BadInput;
import org.vigie.record.Milestone;
import org.vigie.record.Warnings.Severity;

/// How long after a warning came in each step is due, by severity.
///
/// No public standard gives such times for a peace operation, so [#ASSUMED] is a starting point
/// that a mission replaces by its own. A step without a due time is not on a clock.
///
/// @param targets by severity, then by step; steps follow each other, and what is graver is never
///   due later
/// @param origin who set them; `assumed, to be set by the mission` until somebody has
public record DueTimes(Map<Severity, Map<Milestone, Duration>> targets, String origin) {

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
                    "assumed, to be set by the mission");

    public DueTimes {
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

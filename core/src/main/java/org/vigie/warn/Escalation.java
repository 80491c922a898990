package org.vigie.warn;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.record.Alert;
import org.vigie.record.Milestone;
import org.vigie.record.Report;
import org.vigie.record.Warnings;

/// Whose a warning is while nobody has acknowledged it: it climbs the ladder until somebody does.
///
/// What it means to an officer: who is named here is to be told now, by whoever sees it. It is
/// worked out from the clock alone; nobody is told by it, and it writes nothing.
///
/// When it must not be trusted: the ladder is assumed, as the due times are, until a mission sets
/// its own ([DueTimes]).
///
/// @param rung whose it is now
/// @param since when it came there; for the first one when the warning came in
/// @param next when it climbs again; empty on the last rung
public record Escalation(Rung rung, Instant since, Optional<Instant> next) {

    /// The highest first, and of equal ones who has waited longest.
    public static final Comparator<Escalation> HIGHEST_FIRST =
            Comparator.comparing(Escalation::rung).reversed().thenComparing(Escalation::since);

    /// The rungs to which something climbs that nobody acknowledged in time, from the bottom.
    static final List<Rung> ABOVE_THE_FIRST =
            Arrays.stream(Rung.values()).filter(rung -> rung != Rung.DUTY_OFFICER).toList();

    /// The rungs, from the bottom.
    public enum Rung {
        DUTY_OFFICER(0),
        /// When the time to acknowledge has passed, as long as nobody sets another one.
        OPERATIONS_CHIEF(1),
        CHIEF_OF_STAFF(2),
        HEAD_OF_MISSION(3);

        /// 0 for the lowest.
        private final int height;

        Rung(int height) {
            this.height = height;
        }

        /// After how many times the time to acknowledge something comes here.
        int times(List<Integer> ladder) {
            return height == 0 ? 0 : ladder.get(height - 1);
        }

        /// Tells the rungs apart in a sum.
        long weight() {
            return 2L * height + 1;
        }

        /// The next one; where two are reached at the same moment the one above them.
        private Optional<Rung> above() {
            return Arrays.stream(values()).filter(other -> other.compareTo(this) > 0).findFirst();
        }
    }

    /// Whether the time to acknowledge has passed.
    public boolean climbed() {
        return rung != Rung.DUTY_OFFICER;
    }

    /// Whose a report is; empty once somebody has it, opened an alert on it, or judged it false or
    /// unverifiable. What somebody judged and nobody has is still nobody's.
    public static Optional<Escalation> of(Report report, Instant now, DueTimes times) {
        return acknowledged(report)
                ? Optional.empty()
                : of(report.what().severity(), report.receivedAt(), now, times);
    }

    /// Whether a report needs nobody to be told of it any more.
    static boolean acknowledged(Report report) {
        return report.findOwner().isPresent() || !report.waits();
    }

    /// Whether an alert needs nobody to be told of it any more.
    static boolean acknowledged(Alert alert) {
        return alert.closed().isPresent() || !alert.steps().isEmpty();
    }

    /// Whose an alert is; empty once it is acknowledged, anything further was done, or it is
    /// closed.
    public static Optional<Escalation> of(Alert alert, Instant now, DueTimes times) {
        return acknowledged(alert)
                ? Optional.empty()
                : of(alert.what().severity(), alert.openedAt(), now, times);
    }

    /// Whose something is that came in at a moment and nobody has acknowledged; empty when it is on
    /// no clock.
    public static Optional<Escalation> of(
            Warnings.Severity severity, Instant from, Instant now, DueTimes times) {
        if (times.find(severity, Milestone.ACKNOWLEDGE).isEmpty()) {
            return Optional.empty();
        }
        Function<Rung, Instant> comesTo =
                rung -> from.plus(times.findClimb(severity, rung).orElseThrow());
        var rung =
                Arrays.stream(Rung.values())
                        .filter(one -> !comesTo.apply(one).isAfter(now))
                        .reduce((lower, higher) -> higher)
                        .orElse(Rung.DUTY_OFFICER);
        return Optional.of(new Escalation(rung, comesTo.apply(rung), rung.above().map(comesTo)));
    }
}

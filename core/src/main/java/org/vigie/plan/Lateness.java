package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.CaveatKind;
import org.vigie.record.Responses.Reason;

/// Why somebody who could go is there too late: because of the one thing without which it would be
/// in time, the night or a capital that is asked; where no single one is, because of those that it
/// would have to be without together; else because of the time that it takes.
///
/// @param units those who travel, the one whose rules are asked about first; of several the carrier
/// @param arrival when they would be there if they were as in this list, in the same order
record Lateness(
        Task task,
        Duration within,
        List<Unit> units,
        Function<List<Unit>, Optional<Reach.Can>> arrival) {

    /// One thing that may make it late.
    private record Cause(Unit unit, CaveatKind kind) {}

    List<Objection> of(Reach.Can late) {
        var causes = causes(late);
        for (var cause : causes) {
            if (inTimeWithout(List.of(cause))) {
                return List.of(objection(cause, late));
            }
        }
        if (causes.size() > 1 && inTimeWithout(causes)) {
            var needed = new ArrayList<>(causes);
            for (var cause : causes) {
                var others = needed.stream().filter(other -> !other.equals(cause)).toList();
                if (inTimeWithout(others)) {
                    needed.remove(cause);
                }
            }
            return needed.stream().map(cause -> objection(cause, late)).toList();
        }
        return List.of(
                bound(
                        units.getFirst(),
                        Objection.of("time", Reason.NO_UNIT_IN_REACH, there(late))));
    }

    private List<Cause> causes(Reach.Can late) {
        var causes = new ArrayList<Cause>();
        for (var unit : units) {
            if (late.notBefore() != null && Rules.byDayOnly(unit)) {
                causes.add(new Cause(unit, CaveatKind.DAY_ONLY));
            }
            if (unit.find(CaveatKind.ASK_CAPITAL).isPresent()) {
                causes.add(new Cause(unit, CaveatKind.ASK_CAPITAL));
            }
        }
        return causes;
    }

    private boolean inTimeWithout(List<Cause> causes) {
        var freed = new ArrayList<Unit>();
        for (var unit : units) {
            var one = unit;
            for (var cause : causes) {
                one = cause.unit().equals(unit) ? Rules.freed(one, cause.kind()) : one;
            }
            freed.add(one);
        }
        return arrival.apply(freed).filter(can -> task.inTime(can.earliest())).isPresent();
    }

    private Objection objection(Cause cause, Reach.Can late) {
        var caveat = cause.unit().find(cause.kind()).orElse(null);
        var dawn = late.notBefore();
        return bound(
                cause.unit(),
                cause.kind() == CaveatKind.DAY_ONLY && dawn != null
                        ? new Objection(
                                "night",
                                Reason.WEATHER_OR_NIGHT,
                                Saying.of(
                                        PlanWords.NOT_BEFORE,
                                        dawn,
                                        Rules.byDayReason(cause.unit()),
                                        there(late)),
                                caveat)
                        : new Objection(
                                "capital",
                                Reason.CAPITAL_ASKED,
                                Saying.of(
                                        PlanWords.CAPITAL_FIRST,
                                        cause.unit()
                                                .find(CaveatKind.ASK_CAPITAL)
                                                .orElseThrow()
                                                .words(),
                                        there(late)),
                                caveat));
    }

    /// One against the carrier is said of those whom it would carry.
    private Objection bound(Unit unit, Objection objection) {
        return units.size() > 1 && unit.equals(units.getFirst()) ? objection.of(unit) : objection;
    }

    private Saying there(Reach.Can late) {
        return Saying.of(
                PlanWords.TOO_LATE, task.when().plus(late.earliest()), task.when().plus(within));
    }
}

package org.vigie.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.CaveatKind;

/// Before when nothing can be complete with this force, whatever rule were lifted.
///
/// What it means to an officer: the distance between this and the soonest option is what rules,
/// clearances, night and readiness cost together. What is left is distance and speed.
///
/// How: every unit of the mission that moves, at a known place, is freed of caveats, clearances,
/// closed areas, night, range, companions and notice, and goes by its own means or with any
/// carrier, whichever is sooner at each end. Each need is met by the first who has it. No option
/// can be complete before the last of these, since each of its needs is met by one of these units
/// under more rules.
///
/// @param earliest not before; null when nobody who moves has what is needed
/// @param latest nothing is as sure before
/// @param lacking needs that nobody who moves has
public record LowerBound(
        @Nullable Duration earliest, @Nullable Duration latest, List<String> lacking) {

    static LowerBound of(Collection<Unit> units, Task task) {
        return of(units, task, new LightHours(task.place()));
    }

    static LowerBound of(Collection<Unit> units, Task task, LightHours light) {
        var free =
                task.under(
                        task.conditions()
                                .withFlight(Clearance.GRANTED)
                                .withGround(Clearance.GRANTED)
                                .withLimits(Limits.NONE));
        var all =
                units.stream()
                        .flatMap(unit -> unit.variants().stream())
                        .filter(unit -> moves(unit, task))
                        .toList();
        var lifts = all.stream().map(LowerBound::freed).toList();
        var ends =
                all.stream()
                        .filter(unit ->
                                task.needs().isEmpty()
                                        || task.needs().stream().anyMatch(unit::offers))
                        .flatMap(unit -> Ends.of(unit, lifts, free, light).stream())
                        .toList();
        var lacking =
                task.needs().stream()
                        .filter(need -> ends.stream().noneMatch(one -> one.unit().offers(need)))
                        .toList();
        return ends.isEmpty() || !lacking.isEmpty()
                ? new LowerBound(null, null, lacking)
                : new LowerBound(
                        last(ends, task, Ends::earliest), last(ends, task, Ends::latest), lacking);
    }

    /// In one sentence.
    public Saying saying() {
        return earliest == null
                ? Saying.of(PlanWords.BOUND_NOBODY, Saying.Term.all(lacking))
                : Saying.of(PlanWords.BOUND, earliest);
    }

    private static Duration last(List<Ends> ends, Task task, Function<Ends, Duration> end) {
        var first = ends.stream().map(end).min(Duration::compareTo).orElseThrow();
        return task.needs().stream()
                .map(need ->
                        ends.stream()
                                .filter(one -> one.unit().offers(need))
                                .map(end)
                                .min(Duration::compareTo)
                                .orElseThrow())
                .max(Duration::compareTo)
                .orElse(first);
    }

    /// Facts that nobody could lift: not in the mission, nowhere, without speed, without a way.
    private static boolean moves(Unit unit, Task task) {
        return Rules.isInTheRegister(unit, task).isEmpty()
                && Rules.standsAtAKnownPlace(unit, task).isEmpty()
                && Rules.moves(unit, task).isEmpty()
                && Rules.hasAWayToThePlace(unit, task).isEmpty();
    }

    /// Kept where a stated speed may be that of a column.
    private static List<Caveat> escorts(Unit unit) {
        return unit.ways().isEmpty() ? List.of() : unit.all(CaveatKind.NEEDS_ESCORT);
    }

    private static Unit freed(Unit unit) {
        return unit.alone()
                .withCaveats(List.of())
                .ofAnyCrew()
                .ofAnyRange()
                .byNight()
                .readyAfter(Duration.ZERO, Duration.ZERO);
    }

    /// The best that a unit could do at each end, not always in the same way.
    private record Ends(Unit unit, Duration earliest, Duration latest) {

        /// @param lifts all that move, freed
        static Optional<Ends> of(Unit unit, Collection<Unit> lifts, Task task, LightHours light) {
            var own =
                    Stream.of(freed(unit), freed(unit).withCaveats(escorts(unit)))
                            .distinct()
                            .flatMap(one -> Journey.of(one, task, light).stream())
                            .map(can -> ends(unit, can))
                            .reduce(Ends::better);
            var free = freed(unit);
            return lifts.stream()
                    .filter(unit::isLiftedBy)
                    .map(lift -> Journey.lifted(free, lift, task, light))
                    .filter(Reach.Can.class::isInstance)
                    .map(can -> ends(unit, (Reach.Can) can))
                    .reduce(Ends::better)
                    .map(carried -> own.map(carried::better).orElse(carried))
                    .or(() -> own);
        }

        private static Ends ends(Unit unit, Reach.Can can) {
            return new Ends(unit, can.earliest(), can.latest());
        }

        private Ends better(Ends other) {
            return new Ends(
                    unit,
                    earliest.compareTo(other.earliest) <= 0 ? earliest : other.earliest,
                    latest.compareTo(other.latest) <= 0 ? latest : other.latest);
        }
    }
}

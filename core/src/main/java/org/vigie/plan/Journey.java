package org.vigie.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Estimate;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.CaveatKind;

/// From an order to an arrival: notice to move, asking the capital, light, and the way.
///
/// At best notice and asking run side by side, at worst one after the other. A unit that moves by
/// day only waits for dawn, and halts at dusk; an aircraft takes off only when it can land in
/// light. Helicopters that fetch somebody fly to the base by their own rules of night alone; with
/// those aboard by the rules of both.
final class Journey {

    /// The latest time of [TravelTime] halts by itself after so long on the road; what is longer is
    /// not halted twice.
    private static final Duration LONGEST_LEG = Duration.ofHours(12);

    private final Unit unit;
    private final Task task;
    private final LightHours light;
    private final List<Saying> assumptions = new ArrayList<>();

    private Journey(Unit unit, Task task, LightHours light) {
        this.unit = unit;
        this.task = task;
        this.light = light;
    }

    /// From … to.
    private record Between(Instant earliest, Instant latest) {}

    /// The unit by its own means; empty when there is no light to move in, or when it does not
    /// move.
    static Optional<Reach.Can> of(Unit unit, Task task, LightHours light) {
        return new Journey(unit, task, light).own();
    }

    /// The unit with the helicopters of another: these come to its base, and fly it to the place.
    /// Where they cannot, every objection is against them ([Objection#whose]), unless it is the
    /// unit that moves by day only. Whether it is in time is not asked here.
    static Reach lifted(Unit unit, Unit lift, Task task, LightHours light) {
        return new Journey(unit, task, light).with(lift);
    }

    private Optional<Reach.Can> own() {
        var from = unit.base().position();
        if (from == null || unit.speed() == null) {
            return Optional.empty();
        }
        var ready = ready(unit);
        boolean byDay = Rules.byDayOnly(unit);
        stated(unit);
        var way = leg(from, task.place(), unit, task);
        assumptions.addAll(way.assumptionsAsPart());
        return arrival(ready, way, new Light(byDay, unit.flies()))
                .map(arrival ->
                        can(
                                arrival,
                                way.km(),
                                Optional.ofNullable(
                                                waits(
                                                        ready,
                                                        arrival,
                                                        way,
                                                        new Light(byDay, unit.flies())))
                                        .map(dawn -> new Wait(dawn, unit)),
                                null));
    }

    private Reach with(Unit lift) {
        var from = unit.base().position();
        var hangar = lift.base().position();
        if (from == null || hangar == null || lift.speed() == null) {
            return new Reach.Cannot(unit, Rules.objections(from == null ? unit : lift, task));
        }
        var rules = new CarrierRules(unit, lift, task);
        var toBase = leg(hangar, from, lift, task);
        var way = leg(from, task.place(), lift, task);
        var always = rules.always(toBase, way, leg(task.place(), hangar, lift, task));
        if (!always.isEmpty()) {
            return new Reach.Cannot(unit, always);
        }
        var liftReady = ready(lift);
        var waiting = ready(unit);
        stated(lift);
        way.assumptionsAsPart().stream()
                .map(one -> Saying.of(PlanWords.OF_UNIT, lift.name(), one))
                .forEach(assumptions::add);
        assumptions.add(pickUp(lift, toBase));
        // Nobody is aboard yet on the way to the base.
        var empty = new Light(Rules.byDayOnly(lift), lift.flies());
        var full = new Light(empty.needed() || Rules.byDayOnly(unit), lift.flies());
        var pickUp = arrival(liftReady, toBase, empty);
        if (pickUp.isEmpty()) {
            return new Reach.Cannot(unit, List.of(rules.dark()));
        }
        var aboard = both(pickUp.get(), waiting);
        var there = arrival(aboard, way, full);
        if (there.isEmpty()) {
            return new Reach.Cannot(unit, List.of(rules.dark()));
        }
        var objections = new ArrayList<>(rules.atPickUp(pickUp.get().earliest()));
        objections.addAll(rules.atPlace(there.get().earliest()));
        if (!objections.isEmpty()) {
            return new Reach.Cannot(unit, objections);
        }
        var first = waits(liftReady, pickUp.get(), toBase, empty);
        var second = waits(aboard, there.get(), way, full);
        var dawn = Optional.ofNullable(first == null ? second : first);
        var can =
                can(
                        there.get(),
                        way.km(),
                        dawn.map(moment -> new Wait(moment, Rules.byDayOnly(lift) ? lift : unit)),
                        lift);
        return can.assuming(changes(rules, pickUp.get(), there.get()));
    }

    private static List<Saying> changes(CarrierRules rules, Between pickUp, Between there) {
        return Stream.concat(
                        rules.beforeLatestPickUp(pickUp.earliest(), pickUp.latest()).stream(),
                        rules.beforeLatestArrival(there.earliest(), there.latest()).stream())
                .toList();
    }

    private static Saying pickUp(Unit lift, Estimate toBase) {
        return lift.seats() == null
                ? Saying.of(
                        lift.flies() ? PlanWords.PICK_UP : PlanWords.DRIVE_UP,
                        lift.name(),
                        Math.round(toBase.km()))
                : Saying.of(
                        lift.flies() ? PlanWords.PICK_UP_STATED : PlanWords.DRIVE_UP_STATED,
                        lift.name(),
                        Math.round(toBase.km()),
                        lift.seats());
    }

    /// When both are there.
    private static Between both(Between one, Between other) {
        return new Between(
                later(one.earliest(), other.earliest()), later(one.latest(), other.latest()));
    }

    /// Whether somebody moves in light only, and whether it flies: who flies lands before dusk, who
    /// drives halts.
    private record Light(boolean needed, boolean flying) {}

    /// What the host state said of it, also where the question takes it as granted.
    private void hostWord(Unit one) {
        var word = task.conditions().limits().word(one, task);
        if (word.isPresent()) {
            var said = Saying.of(PlanWords.HOST_ANSWER, word.get().words());
            assumptions.add(
                    word.get().last().granted()
                            ? said
                            : Saying.of(PlanWords.ANSWER_OVERRULED, said));
        }
    }

    private Between ready(Unit one) {
        hostWord(one);
        assumptions.add(
                Saying.of(
                        PlanWords.NOTICE,
                        one.name(),
                        one.noticeLeast(),
                        one.noticeMost(),
                        new Saying.Term(one.basis())));
        var earliest = one.noticeLeast();
        var latest = one.noticeMost();
        for (var caveat : one.all(CaveatKind.ASK_CAPITAL)) {
            var delay = caveat.delay();
            assumptions.add(
                    Saying.of(PlanWords.ASKING, caveat.words(), delay.least(), delay.most()));
            earliest = earliest.compareTo(delay.least()) < 0 ? delay.least() : earliest;
            latest = latest.plus(delay.most());
        }
        one.find(CaveatKind.ASK_MISSION)
                .ifPresent(caveat ->
                        assumptions.add(Saying.of(PlanWords.ASKING_OPEN, caveat.words())));
        return new Between(task.when().plus(earliest), task.when().plus(latest));
    }

    /// The way of a unit that moves.
    static Estimate leg(Position from, Position to, Unit one, Task task) {
        return new Leg(one, task, Rules.way(one, task)).estimate(from, to);
    }

    /// Which of several ways it goes, and that a stated speed takes the place of assumed factors.
    private void stated(Unit one) {
        var own = one.own(Rules.way(one, task));
        if (own != null && own.way() != null && !one.ways().isEmpty()) {
            assumptions.add(Saying.of(PlanWords.WAY_STATED, one.name(), own.way().words()));
        }
    }

    private Optional<Between> arrival(Between ready, Estimate way, Light moving) {
        if (!moving.needed()) {
            return Optional.of(
                    new Between(
                            ready.earliest().plus(way.earliest()),
                            ready.latest().plus(way.latest())));
        }
        assumptions.add(Saying.of(PlanWords.BY_DAY_ONLY, task.placeName()));
        var earliest =
                moving.flying()
                        ? light.fly(ready.earliest(), way.earliest())
                        : light.drive(ready.earliest(), way.earliest());
        var latest =
                moving.flying()
                        ? light.fly(ready.latest(), way.latest())
                        : latestDrive(ready.latest(), way.latest());
        return earliest.flatMap(first -> latest.map(last -> new Between(first, last)));
    }

    private Optional<Instant> latestDrive(Instant ready, Duration moving) {
        var leg = moving.compareTo(LONGEST_LEG) < 0 ? moving : LONGEST_LEG;
        return light.drive(ready, leg)
                .flatMap(there -> light.next(later(there, ready.plus(moving))));
    }

    /// The dawn that it waits for, at best: before it leaves, or on the ground where dusk falls on
    /// the way; null when it does not wait.
    private @Nullable Instant waits(Between ready, Between arrival, Estimate way, Light moving) {
        var start = arrival.earliest().minus(way.earliest());
        if (!moving.needed() || !start.isAfter(ready.earliest())) {
            return null;
        }
        if (moving.flying()) {
            return start;
        }
        return light.next(ready.earliest())
                .filter(next -> next.isAfter(ready.earliest()))
                .or(() -> light.nextDay(ready.earliest()))
                .orElse(null);
    }

    /// For a dawn, because of one of those who travel.
    private record Wait(Instant dawn, Unit because) {}

    private Reach.Can can(Between arrival, double km, Optional<Wait> wait, @Nullable Unit carrier) {
        return new Reach.Can(
                unit,
                Duration.between(task.when(), arrival.earliest()),
                Duration.between(task.when(), arrival.latest()),
                km,
                unit.companions(),
                wait.map(Wait::dawn).orElse(null),
                wait.map(one -> Rules.byDayReason(one.because())).orElse(null),
                assumptions.stream().distinct().toList(),
                carrier);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

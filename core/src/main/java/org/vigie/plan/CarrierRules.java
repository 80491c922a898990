package org.vigie.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.geo.Estimate;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.CaveatKind;
import org.vigie.record.Responses.Reason;

/// Every rule on whether helicopters can fetch somebody and fly them to a place. Each objection is
/// one against the helicopters, said of those whom they would carry.
///
/// @param unit who would be carried
/// @param lift who would carry
record CarrierRules(Unit unit, Unit lift, Task task) {

    /// The unit, carried to the place in time; or why not.
    static Reach inTime(Unit unit, Unit lift, Task task, LightHours light) {
        var reach = Journey.lifted(unit, lift, task, light);
        var within = task.within();
        return reach instanceof Reach.Can can && within != null && !task.inTime(can.earliest())
                ? new CarrierRules(unit, lift, task).late(can, within, light)
                : reach;
    }

    /// What holds at any hour: its range, and the hours of its crew.
    List<Objection> always(Estimate toBase, Estimate there, Estimate back) {
        return Stream.of(rangeToFetch(), rangeToCarry(), crew(toBase, there, back))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Its range is how far it goes and comes back. It is taken to refuel where it picks up, as the
    /// answer says: the way there, and the way to the place and home, each need what it carries.
    private Optional<Objection> rangeToFetch() {
        double km = hangar().distanceKm(from());
        return range(
                km,
                Saying.of(
                        PlanWords.TOO_FAR_TO_FETCH,
                        unit.base().name(),
                        Math.round(km),
                        withoutRefuelling()));
    }

    private Optional<Objection> rangeToCarry() {
        double km = from().distanceKm(task.place()) + task.place().distanceKm(hangar());
        return range(
                km,
                Saying.of(
                        PlanWords.TOO_FAR_TO_CARRY,
                        unit.base().name(),
                        task.placeName(),
                        Math.round(km),
                        withoutRefuelling()));
    }

    private double withoutRefuelling() {
        var range = lift.rangeKm();
        return range == null ? Double.POSITIVE_INFINITY : 2.0 * range;
    }

    private Optional<Objection> range(double km, Saying why) {
        return km > withoutRefuelling()
                ? Optional.of(objection("range", Reason.NO_UNIT_IN_REACH, why))
                : Optional.empty();
    }

    private Optional<Objection> crew(Estimate toBase, Estimate there, Estimate back) {
        var crewDay = lift.crewDay();
        if (crewDay == null) {
            return Optional.empty();
        }
        var needed =
                toBase.earliest()
                        .plus(there.earliest())
                        .plus(back.earliest())
                        .plus(Rules.ON_THE_GROUND);
        return needed.compareTo(crewDay) > 0
                ? Optional.of(
                        objection(
                                "crew",
                                Reason.NO_UNIT_IN_REACH,
                                Saying.of(
                                        PlanWords.CREW_TIRED_CARRYING,
                                        needed,
                                        crewDay,
                                        Rules.ON_THE_GROUND)))
                : Optional.empty();
    }

    /// What stands against being at the base of those who wait, at a moment.
    List<Objection> atPickUp(Instant moment) {
        var objections =
                closed(
                        new Stretch(hangar(), lift.base().name(), from(), unit.base().name()),
                        moment);
        Rules.hostStateLetsItTo(lift, task, unit.base(), moment)
                .map(refused -> refused.of(lift))
                .ifPresent(objections::add);
        return objections;
    }

    /// What stands against being at the place with them, at a moment.
    List<Objection> atPlace(Instant moment) {
        var objections =
                closed(
                        new Stretch(from(), unit.base().name(), task.place(), task.placeName()),
                        moment);
        HostHours.before(Duration.between(task.when(), moment), lift, task)
                .map(word -> word.objection().of(lift))
                .ifPresent(objections::add);
        return objections;
    }

    /// One leg of the flight.
    private record Stretch(Position from, String start, Position to, String end) {}

    /// Whatever is closed on this leg, or closes before it is over.
    private List<Objection> closed(Stretch leg, Instant over) {
        var objections = new ArrayList<Objection>();
        for (var area : task.conditions().limits().closed()) {
            if (area.begun(over) && area.barsLeg(lift, leg.from, leg.to)) {
                var why = Saying.of(PlanWords.CLOSED_LEG, leg.start, leg.end, area.words());
                objections.add(Objection.of(area, why).of(lift));
            }
        }
        return objections;
    }

    /// No light to fly in: of the unit where the helicopters would fly by night.
    Objection dark() {
        var dark = Rules.noDaylight();
        return Rules.byDayOnly(lift) ? dark.of(lift) : dark;
    }

    /// Because of the one thing without which it would be in time, or of the time that it takes.
    private Reach late(Reach.Can can, Duration within, LightHours light) {
        var there =
                Saying.of(
                        PlanWords.TOO_LATE,
                        task.when().plus(can.earliest()),
                        task.when().plus(within));
        var why =
                Stream.of(lift, unit)
                        .flatMap(one -> lateBecauseOf(one, can, there, light).stream())
                        .findFirst()
                        .orElse(objection("time", Reason.NO_UNIT_IN_REACH, there));
        return new Reach.Cannot(unit, List.of(why));
    }

    private Optional<Objection> lateBecauseOf(
            Unit one, Reach.Can can, Saying there, LightHours light) {
        var dawn = can.notBefore();
        if (dawn != null
                && Rules.byDayOnly(one)
                && inTimeWithout(CaveatKind.DAY_ONLY, one, light)) {
            return Optional.of(
                    by(
                            one,
                            new Objection(
                                    "night",
                                    Reason.WEATHER_OR_NIGHT,
                                    Saying.of(
                                            PlanWords.NOT_BEFORE,
                                            dawn,
                                            Rules.byDayReason(one),
                                            there),
                                    one.find(CaveatKind.DAY_ONLY).orElse(null))));
        }
        return one.find(CaveatKind.ASK_CAPITAL)
                .filter(capital -> inTimeWithout(CaveatKind.ASK_CAPITAL, one, light))
                .map(capital ->
                        by(
                                one,
                                new Objection(
                                        "capital",
                                        Reason.CAPITAL_ASKED,
                                        Saying.of(PlanWords.CAPITAL_FIRST, capital.words(), there),
                                        capital)));
    }

    private boolean inTimeWithout(CaveatKind kind, Unit one, LightHours light) {
        var freed = Rules.freed(one, kind);
        var reach =
                one.equals(lift)
                        ? Journey.lifted(unit, freed, task, light)
                        : Journey.lifted(freed, lift, task, light);
        return reach instanceof Reach.Can can && task.inTime(can.earliest());
    }

    /// Where the lift stands.
    private Position hangar() {
        return Objects.requireNonNull(lift.base().position());
    }

    /// Where the unit waits.
    private Position from() {
        return Objects.requireNonNull(unit.base().position());
    }

    private Objection by(Unit one, Objection objection) {
        return one.equals(lift) ? objection.of(lift) : objection;
    }

    private Objection objection(String rule, Reason reason, Saying why) {
        return Objection.of(rule, reason, why).of(lift);
    }
}

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
                ? new Reach.Cannot(
                        unit,
                        new Lateness(
                                        task,
                                        within,
                                        List.of(lift, unit),
                                        freed ->
                                                carried(
                                                        freed.getLast(),
                                                        freed.getFirst(),
                                                        task,
                                                        light))
                                .of(can))
                : reach;
    }

    private static Optional<Reach.Can> carried(Unit unit, Unit lift, Task task, LightHours light) {
        return Journey.lifted(unit, lift, task, light) instanceof Reach.Can can
                ? Optional.of(can)
                : Optional.empty();
    }

    /// What holds at any hour: how far it may go, its range, and the hours of its crew.
    List<Objection> always(Estimate toBase, Estimate there, Estimate back) {
        return Stream.concat(
                        mayPickUp().stream().map(one -> one.of(lift)),
                        Stream.of(rangeToFetch(), rangeToCarry(), crew(toBase, there, back))
                                .flatMap(Optional::stream))
                .toList();
    }

    /// How far it may go by its caveats, as far as they concern the base at which it picks somebody
    /// up. In which area a base lies the register does not say, so that caveats on areas are not
    /// asked there.
    private List<Objection> mayPickUp() {
        return Rules.soFar(lift, hangar().distanceKm(from()), unit.base().name());
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
        if (crewDay == null || !lift.flies()) {
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
        var arrival = Duration.between(task.when(), moment);
        HostHours.before(arrival, lift, task)
                .map(word -> word.objection().of(lift))
                .ifPresent(objections::add);
        Meanwhile.stops(arrival, unit, task).stream()
                .filter(own -> objections.stream().noneMatch(one -> alike(one, own)))
                .forEach(objections::add);
        return objections;
    }

    /// Whether both are the same word of the host state, or the same closed area.
    private static boolean alike(Objection one, Objection other) {
        return one.rule().equals(other.rule()) && Objects.equals(one.closed(), other.closed());
    }

    /// What begins after the earliest moment at which they could be picked up, and before the
    /// latest, and would stop it.
    List<Saying> beforeLatestPickUp(Instant earliest, Instant latest) {
        var stretch = new Stretch(hangar(), lift.base().name(), from(), unit.base().name());
        var words =
                new ArrayList<>(
                        closing(stretch, earliest, latest)
                                .map(area ->
                                        Saying.of(
                                                PlanWords.CLOSES_BEFORE_PICK_UP,
                                                area.from(),
                                                latest,
                                                area.words()))
                                .toList());
        for (var moment : task.conditions().limits().changes(lift, earliest, latest)) {
            var refused = Rules.hostStateLetsItTo(lift, task, unit.base(), moment);
            if (refused.isPresent()) {
                words.add(
                        Saying.of(
                                PlanWords.WORD_CHANGES_BEFORE_PICK_UP,
                                moment,
                                latest,
                                refused.get().why()));
                break;
            }
        }
        return words;
    }

    /// The same of the flight with them to the place.
    List<Saying> beforeLatestArrival(Instant earliest, Instant latest) {
        var stretch = new Stretch(from(), unit.base().name(), task.place(), task.placeName());
        return Stream.of(
                        HostHours.before(Duration.between(task.when(), latest), lift, task).stream()
                                .map(HostHours::warning),
                        closing(stretch, earliest, latest)
                                .map(area ->
                                        Saying.of(
                                                PlanWords.CLOSES_BEFORE_LATEST,
                                                area.from(),
                                                latest,
                                                area.words())),
                        Meanwhile.warnings(unit, latest, task).stream())
                .flatMap(words -> words)
                .distinct()
                .toList();
    }

    private Stream<ClosedArea> closing(Stretch leg, Instant after, Instant until) {
        return task.conditions().limits().closed().stream()
                .filter(area ->
                        !area.begun(after)
                                && area.begun(until)
                                && area.barsLeg(lift, leg.from, leg.to));
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

    /// Where the lift stands.
    private Position hangar() {
        return Objects.requireNonNull(lift.base().position());
    }

    /// Where the unit waits.
    private Position from() {
        return Objects.requireNonNull(unit.base().position());
    }

    private Objection objection(String rule, Reason reason, Saying why) {
        return Objection.of(rule, reason, why).of(lift);
    }
}

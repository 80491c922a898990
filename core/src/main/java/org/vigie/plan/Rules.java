package org.vigie.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Mode;
import org.vigie.geo.Position;
import org.vigie.geo.RoadWays.Way;
import org.vigie.geo.RouteState;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.CaveatKind;
import org.vigie.record.Forces.ClearanceOutcome;
import org.vigie.record.Responses.Reason;

/// Every rule on who can go, in one place, in the order in which an officer would say them. One
/// rule is one method; it returns its objection, or nothing.
///
/// Rules that only cost time (asking the capital, waiting for dawn, a column behind its escort) are
/// not here but in [Journey]; the last one, [#inTime], looks at what they add up to.
final class Rules {

    /// A rule says no with a reason, or says nothing.
    interface Rule {
        Optional<Objection> object(Unit unit, Task task);
    }

    /// One with a reason for each caveat of its kind that says no.
    private interface CaveatRule {
        List<Objection> object(Unit unit, Task task);

        static CaveatRule of(Rule rule) {
            return (unit, task) -> rule.object(unit, task).stream().toList();
        }
    }

    /// In the order in which an officer would say them.
    private static final List<CaveatRule> IN_ORDER =
            List.of(
                    CaveatRule.of(Rules::isInTheRegister),
                    CaveatRule.of(Rules::standsAtAKnownPlace),
                    CaveatRule.of(Rules::moves),
                    Rules::goesWithTheHostForce,
                    Rules::takesPartInThis,
                    Rules::mayEnterTheArea,
                    Rules::mayGoSoFar,
                    Rules::movesInRain,
                    CaveatRule.of(Rules::hostStateLetsItFly),
                    CaveatRule.of(Rules::hostStateLetsItPass),
                    CaveatRule.of(Rules::hasAWayToThePlace),
                    CaveatRule.of(Rules::hasTheRange),
                    CaveatRule.of(Rules::hasTheCrewHours));

    /// Rotors turning while people get in or out (assumed).
    static final Duration ON_THE_GROUND = Duration.ofMinutes(30);

    private static final Optional<Limits.Word> NO_WORD = Optional.empty();

    private Rules() {}

    /// By its own means before being carried, for that takes another; then the fastest.
    private static final Comparator<Reach.Can> FASTEST_FIRST =
            Comparator.comparing(Reach.Can::waits)
                    .thenComparing(Reach.Can::earliest)
                    .thenComparing(Reach.Can::latest);

    /// Whether a unit can go, and by which of its means.
    ///
    /// @param usual the unit in its usual way, which may not be one in which it can go
    /// @param reach by the fastest of its own means that the rules allow; where it may go by none,
    ///   carried; where not even so, why not in its usual way
    /// @param means each of those that the rules allow it: where it is carried, which of them is
    ///   the fastest is known only with the lift
    record Judged(Reach usual, Reach reach, List<Reach.Can> means) {

        Judged {
            means = List.copyOf(means);
        }

        /// As the register has it.
        Unit unit() {
            return usual.unit();
        }

        /// What stops it in its usual way; nothing when it can go so.
        List<Objection> usually() {
            return usual instanceof Reach.Cannot cannot ? cannot.objections() : List.of();
        }

        /// Whether it may come carried by somebody else.
        boolean mayBeCarried() {
            return means.stream().anyMatch(Reach.Can::waits);
        }
    }

    /// All rules, and then whether the unit is in time.
    static Reach judge(Unit unit, Task task, LightHours light) {
        return judged(unit, task, light).reach();
    }

    /// The same for each of its means.
    static Judged judged(Unit unit, Task task, LightHours light) {
        var usual = judgeAsIs(unit, task, light);
        var means = new ArrayList<Reach.Can>();
        if (usual instanceof Reach.Can can) {
            means.add(can);
        }
        if (!unit.ways().isEmpty()) {
            for (var variant : unit.variants()) {
                if (variant.mode() != unit.mode()
                        && UnitWay.best(unit.ways(), variant.mode(), way(variant, task)).isPresent()
                        && judgeAsIs(variant, task, light) instanceof Reach.Can can) {
                    means.add(can);
                }
            }
        }
        var fastest = means.stream().min(FASTEST_FIRST).map(Reach.class::cast).orElse(usual);
        return new Judged(usual, fastest, means);
    }

    /// The way as this unit would take it.
    static RouteState way(Unit unit, Task task) {
        return task.conditions()
                .way(onRoad(unit) && unit.find(CaveatKind.NEEDS_ESCORT).isPresent());
    }

    private static Reach judgeAsIs(Unit unit, Task task, LightHours light) {
        var objections = objections(unit, task);
        if (!objections.isEmpty()) {
            return new Reach.Cannot(unit, objections);
        }
        return unit.lifted() ? unlifted(unit, task, light) : inTime(unit, task, light);
    }

    /// Whoever is carried is in time, or is not, on the flight that carries it ([CarrierRules]).
    private static Reach unlifted(Unit unit, Task task, LightHours light) {
        return Journey.of(unit, task, light)
                .map(Reach.class::cast)
                .orElseGet(() -> new Reach.Cannot(unit, List.of(noDaylight())));
    }

    /// Every objection to this unit doing this task.
    static List<Objection> objections(Unit unit, Task task) {
        var limits = task.conditions().limits();
        return Stream.concat(
                        IN_ORDER.stream().flatMap(rule -> rule.object(unit, task).stream()),
                        Barred.by(begun(limits, task), unit, task, task.when()).stream()
                                .map(one ->
                                        Objection.of(
                                                one.area(),
                                                one.area().why(one.where(), unit, task))))
                .collect(Collectors.toUnmodifiableList());
    }

    private static List<ClosedArea> begun(Limits limits, Task task) {
        return limits.closed().stream().filter(area -> area.begun(task.when())).toList();
    }

    static Optional<Objection> isInTheRegister(Unit unit, Task task) {
        return objectIf(
                !unit.inRegister(task.day()),
                "register",
                Reason.NO_UNIT_IN_REACH,
                Saying.of(PlanWords.NOT_IN_MISSION, task.day()));
    }

    static Optional<Objection> standsAtAKnownPlace(Unit unit, Task task) {
        return objectIf(
                unit.base().position() == null,
                "base",
                Reason.NO_UNIT_IN_REACH,
                Saying.of(PlanWords.NOT_LOCATED, unit.base().name()));
    }

    static Optional<Objection> moves(Unit unit, Task task) {
        return objectIf(
                unit.speed() == null, "moves", Reason.NO_UNIT_IN_REACH, Saying.of(PlanWords.STAYS));
    }

    static List<Objection> goesWithTheHostForce(Unit unit, Task task) {
        return task.conditions().hostForceInvolved()
                ? each(unit, CaveatKind.NOT_WITH_HOST_FORCE)
                : List.of();
    }

    static List<Objection> takesPartInThis(Unit unit, Task task) {
        return task.conditions().offensive() ? each(unit, CaveatKind.NO_OFFENSIVE) : List.of();
    }

    private static List<Objection> each(Unit unit, CaveatKind kind) {
        return unit.all(kind).stream().map(Rules::caveat).toList();
    }

    static List<Objection> mayEnterTheArea(Unit unit, Task task) {
        return unit.all(CaveatKind.AREA_ONLY).stream()
                .filter(caveat ->
                        List.of(caveat.value().split("\\|")).stream()
                                .noneMatch(area -> task.areas().contains(area.strip())))
                .map(Rules::caveat)
                .toList();
    }

    static List<Objection> mayGoSoFar(Unit unit, Task task) {
        return soFar(unit, distanceKm(unit, task), task.placeName());
    }

    static List<Objection> soFar(Unit unit, double km, String place) {
        return unit.all(CaveatKind.MAX_KM).stream()
                .filter(caveat -> km > caveat.limitKm())
                .map(caveat ->
                        Objection.of(
                                caveat,
                                Saying.of(
                                        PlanWords.FURTHER_THAN_ALLOWED,
                                        caveat.words(),
                                        place,
                                        Math.round(km))))
                .toList();
    }

    static List<Objection> movesInRain(Unit unit, Task task) {
        return task.conditions().raining() ? each(unit, CaveatKind.NOT_IN_RAIN) : List.of();
    }

    /// Where the register has a rule of the host state, a clearance is needed although the task
    /// says nothing of it.
    static Optional<Objection> hostStateLetsItFly(Unit unit, Task task) {
        return letsItFly(unit, task, task.when());
    }

    /// Whether the host state lets it fly or pass, as its words hold at a moment.
    static Optional<Objection> hostStateLetsIt(Unit unit, Task task, Instant moment) {
        return letsItFly(unit, task, moment).or(() -> letsItPass(unit, task, moment));
    }

    /// Whether the host state lets it be at another point of its way, such as a hospital, as its
    /// words hold at a moment. What the question itself says of clearances counts before.
    static Optional<Objection> hostStateLetsItTo(Unit unit, Task task, Base point, Instant moment) {
        var conditions = task.conditions();
        var stated = unit.flies() ? conditions.flight() : conditions.ground();
        return open(stated)
                ? conditions
                        .limits()
                        .refusal(unit, point, moment)
                        .flatMap(word ->
                                refusal(word, unit.find(CaveatKind.HOST_CLEARANCE).orElse(null)))
                : Optional.empty();
    }

    private static Optional<Objection> letsItFly(Unit unit, Task task, Instant moment) {
        var rule = unit.find(CaveatKind.HOST_CLEARANCE);
        var stated = task.conditions().flight();
        var flight =
                rule.isPresent() && stated == Clearance.NOT_NEEDED ? Clearance.NOT_ASKED : stated;
        if (!unit.flies()) {
            return Optional.empty();
        }
        var word = open(flight) ? task.conditions().limits().word(unit, task, moment) : NO_WORD;
        if (word.isPresent()) {
            return refusal(word.get(), rule.orElse(null));
        }
        if (flight.allows()) {
            return Optional.empty();
        }
        return Optional.of(
                new Objection(
                        "host-clearance",
                        Reason.HOST_REFUSED,
                        Saying.of(PlanWords.FLIGHT_CLEARANCE, flight),
                        rule.orElse(null)));
    }

    static Optional<Objection> hostStateLetsItPass(Unit unit, Task task) {
        return letsItPass(unit, task, task.when());
    }

    /// Whoever is carried moves as its carrier does, which is asked for itself.
    private static Optional<Objection> letsItPass(Unit unit, Task task, Instant moment) {
        var ground = task.conditions().ground();
        if (unit.flies() || unit.lifted()) {
            return Optional.empty();
        }
        var word = open(ground) ? task.conditions().limits().word(unit, task, moment) : NO_WORD;
        if (word.isPresent()) {
            return refusal(word.get(), null);
        }
        return objectIf(
                !ground.allows(),
                "host-clearance",
                Reason.HOST_REFUSED,
                Saying.of(PlanWords.GROUND_CLEARANCE, ground));
    }

    /// Whether nobody says of this task how the clearance stands: then the register speaks.
    static boolean open(Clearance stated) {
        return switch (stated) {
            case NOT_NEEDED, NOT_ASKED, PENDING -> true;
            case GRANTED, REFUSED -> false;
        };
    }

    private static Optional<Objection> refusal(Limits.Word word, @Nullable Caveat rule) {
        return word.last().granted()
                ? Optional.empty()
                : Optional.of(
                        new Objection(
                                "host-clearance",
                                Reason.HOST_REFUSED,
                                Saying.of(
                                        PlanWords.HOST_ANSWER,
                                        word.last().outcome() == ClearanceOutcome.PARTLY_GRANTED
                                                ? Saying.of(
                                                        PlanWords.ANSWER_PART_UNSURE, word.words())
                                                : word.words()),
                                rule));
    }

    static Optional<Objection> hasAWayToThePlace(Unit unit, Task task) {
        var conditions = task.conditions();
        if (unit.lifted()) {
            return Optional.empty();
        }
        return switch (unit.mode()) {
            case ROAD, FOOT, HELICOPTER -> Optional.empty();
            case RIVER ->
                    objectIf(
                            !conditions.river(),
                            "way",
                            Reason.NO_UNIT_IN_REACH,
                            Saying.of(PlanWords.NO_RIVER, task.placeName()));
            case FIXED_WING ->
                    objectIf(
                            !conditions.runway() && !unit.offers("isr"),
                            "way",
                            Reason.NO_UNIT_IN_REACH,
                            Saying.of(PlanWords.NO_RUNWAY, task.placeName()));
        };
    }

    static Optional<Objection> hasTheRange(Unit unit, Task task) {
        double km = wayKm(unit, task);
        var range = unit.rangeKm();
        return objectIf(
                range != null && km > range && !unit.lifted(),
                "range",
                Reason.NO_UNIT_IN_REACH,
                Saying.of(
                        PlanWords.OUT_OF_RANGE,
                        task.placeName(),
                        Math.round(km),
                        range == null ? 0 : range));
    }

    /// The last rule: notice, asking, light and way, and whether they leave it in time. There, on
    /// the ground and back within the hours that a crew may fly in a day, at best.
    static Optional<Objection> hasTheCrewHours(Unit unit, Task task) {
        var crewDay = unit.crewDay();
        var from = unit.base().position();
        boolean flown = unit.flies() && !unit.lifted();
        if (crewDay == null || from == null || !flown || unit.speed() == null) {
            return Optional.empty();
        }
        var there = Journey.leg(from, task.place(), unit, task).earliest();
        var needed = there.multipliedBy(2).plus(ON_THE_GROUND);
        return objectIf(
                needed.compareTo(crewDay) > 0,
                "crew",
                Reason.NO_UNIT_IN_REACH,
                Saying.of(PlanWords.CREW_TIRED, needed, crewDay, ON_THE_GROUND));
    }

    static Reach inTime(Unit unit, Task task, LightHours light) {
        var journey = journey(unit, task, light);
        if (journey.isEmpty()) {
            return new Reach.Cannot(unit, List.of(noDaylight()));
        }
        var can = journey.get();
        var stopped = Meanwhile.stops(can.earliest(), unit, task);
        if (!stopped.isEmpty()) {
            return new Reach.Cannot(unit, stopped);
        }
        var within = task.within();
        return within == null || task.inTime(can.earliest())
                ? Meanwhile.warned(can, task)
                : new Reach.Cannot(
                        unit,
                        new Lateness(
                                        task,
                                        within,
                                        List.of(unit),
                                        freed -> journey(freed.getFirst(), task, light))
                                .of(can));
    }

    static Objection noDaylight() {
        return Objection.of("light", Reason.WEATHER_OR_NIGHT, Saying.of(PlanWords.NO_DAYLIGHT));
    }

    /// A driver with a map keeps away from what will close before the arrival, from the start.
    private static Optional<Reach.Can> journey(Unit unit, Task task, LightHours light) {
        var journey = Journey.of(unit, task, light);
        if (!Leg.followsRoads(unit, task)) {
            return journey;
        }
        int known = 0;
        while (journey.isPresent()) {
            var arrival = task.when().plus(journey.get().earliest());
            int closing = Meanwhile.closing(task, arrival).size();
            if (closing == known) {
                return journey;
            }
            known = closing;
            var conditions = task.conditions();
            var limits = conditions.limits().closedFrom(task.when(), arrival);
            journey = Journey.of(unit, task.under(conditions.withLimits(limits)), light);
        }
        return journey;
    }

    static double distanceKm(Unit unit, Task task) {
        Position from = unit.base().position();
        return from == null ? 0 : from.distanceKm(task.place());
    }

    /// By the map where it has a road, else the straight line, which is never longer.
    private static double wayKm(Unit unit, Task task) {
        double line = distanceKm(unit, task);
        var from = unit.base().position();
        if (from == null || unit.rangeKm() == null || !Leg.followsRoads(unit, task)) {
            return line;
        }
        var conditions = task.conditions();
        var shut = conditions.limits().shut(unit, task.when());
        return conditions.roads().find(from, task.place(), shut) instanceof Way.Along along
                ? Math.max(line, along.km())
                : line;
    }

    static boolean byDayOnly(Unit unit) {
        return !unit.night() || unit.find(CaveatKind.DAY_ONLY).isPresent();
    }

    /// The caveat by which it moves by day only, or that it is how it moves.
    static Saying byDayReason(Unit unit) {
        return unit.find(CaveatKind.DAY_ONLY)
                .map(Caveat::words)
                .orElse(Saying.of(PlanWords.NOT_BY_NIGHT));
    }

    /// A unit without its caveats of one kind. Without `DAY_ONLY` means: by night as well.
    static Unit freed(Unit unit, CaveatKind kind) {
        var others = unit.caveats().stream().filter(caveat -> caveat.kind() != kind).toList();
        return kind == CaveatKind.DAY_ONLY
                ? unit.withCaveats(others).byNight()
                : unit.withCaveats(others);
    }

    static boolean onRoad(Unit unit) {
        return unit.mode() == Mode.ROAD;
    }

    private static Objection caveat(Caveat caveat) {
        return Objection.of(caveat, caveat.words());
    }

    private static Optional<Objection> objectIf(
            boolean objects, String rule, Reason reason, Saying why) {
        return objects ? Optional.of(Objection.of(rule, reason, why)) : Optional.empty();
    }
}

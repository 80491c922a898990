package org.vigie.plan.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.DaylightHours;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;
import org.vigie.plan.Caveat;
import org.vigie.plan.Clearance;
import org.vigie.plan.Conditions;
import org.vigie.plan.Objection;
import org.vigie.plan.Reach;
import org.vigie.plan.Task;
import org.vigie.plan.Unit;
import org.vigie.plan.activity.PlanFinding.Kind;
import org.vigie.record.Forces.CaveatKind;

/// What caveats and the register say of the units that an activity names.
final class UnitRules {

    private UnitRules() {}

    /// Each unit that cannot do what it is planned for, with every reason.
    static List<PlanFinding> caveats(PlanGround ground, Activity activity) {
        var place = activity.site().position();
        var register = ground.register(activity.day());
        var found = new ArrayList<PlanFinding>();
        for (var code : activity.support().units()) {
            var unit = register.find(code);
            if (unit.isEmpty()) {
                found.add(
                        PlanFinding.of(
                                Kind.NOT_STATED,
                                activity,
                                Saying.of(ActivityWords.UNIT_UNKNOWN, activity.key(), code)));
            } else if (place != null) {
                why(ground, activity, place, unit.get())
                        .forEach(why ->
                                found.add(
                                        new PlanFinding(
                                                Kind.CAVEAT,
                                                List.of(activity),
                                                why,
                                                handOver(ground, activity, place, unit.get()))));
            }
        }
        return found;
    }

    private static List<Saying> why(
            PlanGround ground, Activity activity, Position place, Unit unit) {
        var said = new ArrayList<Saying>();
        for (var objection : objections(ground, activity, place, unit)) {
            said.add(why(activity, unit, objection));
        }
        boolean dark =
                !DaylightHours.isLight(place, activity.from())
                        || !DaylightHours.isLight(place, activity.to());
        boolean byDay =
                !unit.night()
                        || unit.caveats().stream()
                                .anyMatch(caveat -> caveat.kind() == CaveatKind.DAY_ONLY);
        if (dark && byDay) {
            said.add(Saying.of(ActivityWords.CAVEAT_NIGHT, activity.key(), unit.name()));
        }
        return said;
    }

    private static Saying why(Activity activity, Unit unit, Objection objection) {
        var caveat = objection.caveat();
        return caveat != null && unsure(activity, caveat)
                ? Saying.of(
                        ActivityWords.CAVEAT_AREA,
                        activity.key(),
                        unit.name(),
                        Saying.Term.all(List.of(caveat.value().split("\\|", -1))))
                : Saying.of(ActivityWords.CAVEAT, activity.key(), unit.name(), objection.why());
    }

    private static boolean unsure(Activity activity, Caveat caveat) {
        return caveat.kind() == CaveatKind.AREA_ONLY && areas(activity).isEmpty();
    }

    /// Every rule on who can go, closed areas on the way too, but not those on clearances, which
    /// are asked of the activity itself.
    private static List<Objection> objections(
            PlanGround ground, Activity activity, Position place, Unit unit) {
        var closed = ground.closed(activity.from());
        var task = task(activity, place);
        return switch (Reach.of(unit, task.under(task.conditions().withLimits(closed)))) {
            case Reach.Can _ -> List.of();
            case Reach.Cannot cannot ->
                    cannot.objections().stream()
                            .filter(objection -> !saidOfThePlace(objection, ground, activity))
                            .toList();
        };
    }

    /// That the place itself is closed is said of the activity, once, and not of each unit.
    private static boolean saidOfThePlace(
            Objection objection, PlanGround ground, Activity activity) {
        return objection.closed() != null && ClearanceRules.closure(ground, activity).isPresent();
    }

    private static Task task(Activity activity, Position place) {
        var easy = Conditions.EASY;
        return new Task(
                activity.site().name(),
                place,
                areas(activity),
                activity.from(),
                null,
                Set.of(),
                new Conditions(
                        Clearance.GRANTED,
                        Clearance.NOT_NEEDED,
                        easy.route(),
                        false,
                        activity.withForce(),
                        false,
                        true,
                        true));
    }

    private static Set<String> areas(Activity activity) {
        var areas = new HashSet<String>();
        add(areas, activity.site().adm1());
        add(areas, activity.site().adm2());
        return areas;
    }

    private static void add(Set<String> areas, @Nullable String area) {
        if (area != null && !area.isBlank()) {
            areas.add(area);
        }
    }

    /// The nearest unit that moves in the same way and could do it; empty where none could.
    private static Optional<Proposal> handOver(
            PlanGround ground, Activity activity, Position place, Unit unit) {
        return able(ground, activity, place)
                .filter(other -> other.mode() == unit.mode() && !other.code().equals(unit.code()))
                .findFirst()
                .map(other -> new Proposal.HandOver(activity, unit.code(), other.code()));
    }

    /// A unit of infantry or police that could be there, the nearest first.
    static Optional<Unit> patrolFor(PlanGround ground, Activity activity) {
        var place = activity.site().position();
        return place == null
                ? Optional.empty()
                : able(ground, activity, place).filter(unit -> unit.offers("infantry")).findFirst();
    }

    private static Stream<Unit> able(PlanGround ground, Activity activity, Position place) {
        return ground.register(activity.day()).units().stream()
                .filter(unit -> !busy(ground, activity, unit))
                .filter(unit -> why(ground, activity, place, unit).isEmpty())
                .sorted(
                        Comparator.comparingDouble((Unit unit) -> km(unit, place))
                                .thenComparing(Unit::code));
    }

    private static double km(Unit unit, Position place) {
        var base = unit.base().position();
        return base == null ? Double.MAX_VALUE : base.distanceKm(place);
    }

    private static boolean busy(PlanGround ground, Activity activity, Unit unit) {
        return ground.all().activities().stream()
                .anyMatch(other ->
                        !other.id().equals(activity.id())
                                && other.support().units().contains(unit.code())
                                && other.meanwhile(activity));
    }
}

package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.CaveatKind;

/// One rule that is thought away for everybody whom it binds, or one clearance that is answered the
/// other way: what a theatre is worked out a second time with.
///
/// @param code a short name for programs, e.g. `caveat-max-km`
/// @param words what is thought away
/// @param kind what is thought away, where it is a caveat of this kind
/// @param conditions the other conditions, where it is an answer of the host state
public record Lifted(
        String code, Saying words, @Nullable CaveatKind kind, @Nullable Conditions conditions) {

    private static final String NIGHT = "night";
    private static final String NOTICE = "notice";
    private static final String ALL = "all-caveats";

    /// Kinds that nobody could lift: they say how a unit moves, or they wait for an answer that is
    /// thought away as a clearance.
    private static final Set<CaveatKind> NOT_TO_LIFT =
            Set.of(CaveatKind.NEEDS_LIFT, CaveatKind.HOST_CLEARANCE, CaveatKind.ASK_MISSION);

    /// Everything that could be lifted for at least one of these units, or be answered otherwise.
    static List<Lifted> of(Collection<Unit> units, Conditions conditions) {
        var lifted = new ArrayList<Lifted>();
        boolean caveats = false;
        for (var kind : CaveatKind.values()) {
            boolean bound = units.stream().anyMatch(unit -> unit.find(kind).isPresent());
            if (bound && !NOT_TO_LIFT.contains(kind) && inQuestion(kind, conditions)) {
                var words = words(kind);
                lifted.add(new Lifted("caveat-" + Unit.code(kind), words, kind, null));
                caveats = true;
            }
        }
        if (caveats) {
            lifted.add(new Lifted(ALL, Saying.of(PlanWords.PRICE_OF_ALL_CAVEATS), null, null));
        }
        if (units.stream().anyMatch(unit -> unit.speed() != null && !unit.night())) {
            lifted.add(new Lifted(NIGHT, Saying.of(PlanWords.LIFTED_NIGHT), null, null));
        }
        if (units.stream().anyMatch(unit -> !unit.noticeMost().isZero())) {
            lifted.add(new Lifted(NOTICE, Saying.of(PlanWords.LIFTED_NOTICE), null, null));
        }
        if (!conditions.limits().equals(Limits.NONE)) {
            lifted.add(
                    new Lifted(
                            "restrictions",
                            Saying.of(PlanWords.LIFTED_LIMITS),
                            null,
                            conditions.withLimits(Limits.NONE)));
        }
        flights(units, conditions).ifPresent(lifted::add);
        ground(units, conditions).ifPresent(lifted::add);
        return List.copyOf(lifted);
    }

    private static Saying words(CaveatKind kind) {
        return Saying.of(
                switch (kind) {
                    case DAY_ONLY -> PlanWords.LIFTED_DAY_ONLY;
                    case MAX_KM -> PlanWords.LIFTED_MAX_KM;
                    case NOT_WITH_HOST_FORCE -> PlanWords.LIFTED_NOT_WITH_HOST_FORCE;
                    case ASK_CAPITAL -> PlanWords.LIFTED_ASK_CAPITAL;
                    case AREA_ONLY -> PlanWords.LIFTED_AREA_ONLY;
                    case NO_OFFENSIVE -> PlanWords.LIFTED_NO_OFFENSIVE;
                    case NEEDS_ESCORT -> PlanWords.LIFTED_NEEDS_ESCORT;
                    case NOT_IN_RAIN -> PlanWords.LIFTED_NOT_IN_RAIN;
                    case HOST_CLEARANCE, NEEDS_LIFT, ASK_MISSION ->
                            throw new IllegalStateException(kind + " is not thought away");
                });
    }

    private static boolean inQuestion(CaveatKind kind, Conditions conditions) {
        return switch (kind) {
            case NOT_IN_RAIN -> conditions.raining();
            case NOT_WITH_HOST_FORCE -> conditions.hostForceInvolved();
            case NO_OFFENSIVE -> conditions.offensive();
            default -> true;
        };
    }

    /// Where flights may not go it is what a clearance would give, else what a refusal would take.
    private static Optional<Lifted> flights(Collection<Unit> units, Conditions conditions) {
        if (units.stream().noneMatch(Unit::flies)) {
            return Optional.empty();
        }
        boolean bound =
                units.stream().anyMatch(unit -> unit.find(CaveatKind.HOST_CLEARANCE).isPresent());
        var stated = conditions.flight();
        boolean allowed = stated.allows() && !(bound && stated == Clearance.NOT_NEEDED);
        var other = allowed ? Clearance.REFUSED : Clearance.GRANTED;
        return Optional.of(
                new Lifted(
                        "flights-" + Unit.code(other),
                        Saying.of(PlanWords.LIFTED_FLIGHTS, other),
                        null,
                        conditions.withFlight(other)));
    }

    private static Optional<Lifted> ground(Collection<Unit> units, Conditions conditions) {
        if (units.stream().noneMatch(unit -> unit.speed() != null && !unit.flies())) {
            return Optional.empty();
        }
        var other = conditions.ground().allows() ? Clearance.REFUSED : Clearance.GRANTED;
        return Optional.of(
                new Lifted(
                        "ground-" + Unit.code(other),
                        Saying.of(PlanWords.LIFTED_GROUND, other),
                        null,
                        conditions.withGround(other)));
    }

    /// Whether it takes something away: a clearance that stands and might be refused.
    public boolean takesAway() {
        return code.endsWith("-refused");
    }

    /// The force at one place with this thought away; the same object when nothing changes there.
    Muster from(Muster muster, Collection<Unit> units) {
        return conditions != null
                ? muster.under(units, conditions)
                : muster.with(units.stream().filter(this::binds).map(this::free).toList());
    }

    private boolean binds(Unit unit) {
        return switch (code) {
            case ALL -> unit.caveats().stream().anyMatch(c -> !NOT_TO_LIFT.contains(c.kind()));
            case NIGHT -> !unit.night();
            case NOTICE -> !unit.noticeMost().isZero();
            default -> kind != null && unit.find(kind).isPresent();
        };
    }

    private Unit free(Unit unit) {
        return switch (code) {
            case ALL -> without(unit, NOT_TO_LIFT, true);
            case NIGHT -> unit.byNight();
            case NOTICE -> unit.readyAfter(Duration.ZERO, Duration.ZERO);
            default -> kind == null ? unit : without(unit, Set.of(kind), false);
        };
    }

    /// @param keep whether these kinds are what is left, and not what goes
    private static Unit without(Unit unit, Set<CaveatKind> kinds, boolean keep) {
        return unit.withCaveats(
                unit.caveats().stream()
                        .filter(caveat -> kinds.contains(caveat.kind()) == keep)
                        .toList());
    }
}

package org.vigie.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Areas;
import org.vigie.geo.Mode;
import org.vigie.geo.Outline;
import org.vigie.geo.Position;
import org.vigie.geo.RoadWays;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.Part;
import org.vigie.restrict.Closures;

/// One standing limit as a task meets it: what is closed, to whom, from when until when.
///
/// What it means to an officer: a unit is stopped when the place, its base or the straight way
/// between them lies in it. A limit is no fact of nature: whoever imposed it can be asked to lift
/// it, and what that would gain is priced like every other rule.
///
/// When it must not be trusted: without a map of the roads the way is a straight line, and a road
/// around a closed area is not seen; with one, a unit that drives is stopped where no road is left;
/// a limit without an outline stops those alone who go to, or stand at, the place that it names.
///
/// @param kind `flight`, `ground` or `area`; the others stop no movement
/// @param asset what it is for; `other` and `personnel` mean everybody
/// @param by who imposed it, empty when not stated
/// @param refusal how the request is called that the host state refused; null for what was imposed
/// @param to null until further notice
/// @param outline empty when nobody drew it
public record ClosedArea(
        UUID id,
        String kind,
        String asset,
        String name,
        String by,
        @Nullable String refusal,
        String reason,
        Instant from,
        @Nullable Instant to,
        List<Position> outline,
        @Nullable Position place) {

    /// So near that a limit at a point is a limit at this place (assumed).
    private static final double NEAR_KM = 5;

    /// What of a journey lies in it.
    enum Where {
        PLACE,
        BASE,
        WAY,
        /// Every road of the map.
        ROADS
    }

    public ClosedArea {
        outline = List.copyOf(outline);
    }

    static ClosedArea of(Closures.Closure closure) {
        return new ClosedArea(
                closure.id(),
                closure.kind(),
                closure.asset(),
                closure.site().name(),
                closure.by(),
                closure.refusal(),
                closure.reason(),
                closure.since(),
                closure.to(),
                closure.outline(),
                closure.site().position());
    }

    /// Whether it has begun by a moment; one that is over is in no [Limits].
    boolean begun(Instant moment) {
        return !from.isAfter(moment);
    }

    /// The same area, closed from a moment on if it was not before.
    ClosedArea since(Instant moment) {
        return begun(moment)
                ? this
                : new ClosedArea(
                        id, kind, asset, name, by, refusal, reason, moment, to, outline, place);
    }

    /// What of this unit's journey to the task lies in it; empty when it does not stop the unit.
    ///
    /// @param until every area that has begun by then counts as closed, this one among them
    Optional<Where> bars(Unit unit, Task task, Instant until) {
        if (!meant(unit)) {
            return Optional.empty();
        }
        if (shutsPlace(unit) && (holds(task.place()) || names(task.placeName()))) {
            return Optional.of(Where.PLACE);
        }
        var base = unit.base();
        var from = base.position();
        if (!shutsWay(unit) || from == null) {
            return Optional.empty();
        }
        if (holds(from) || names(base.name())) {
            return Optional.of(Where.BASE);
        }
        var line = crosses(from, task.place()) ? Optional.of(Where.WAY) : Optional.<Where>empty();
        if (outline.isEmpty() || !Leg.followsRoads(unit, task)) {
            return line;
        }
        var shut = task.conditions().limits().shut(unit, until);
        return switch (task.conditions().roads().find(from, task.place(), shut)) {
            case RoadWays.Way.Along _ -> Optional.empty();
            case RoadWays.Way.Absent absent -> absent.closed() ? Optional.of(Where.ROADS) : line;
        };
    }

    /// Whether this unit's way must not lead through its outline.
    boolean shuts(Unit unit) {
        return !outline.isEmpty() && meant(unit) && shutsWay(unit);
    }

    /// Whether a leg of a flight or a drive of this unit leads through it.
    boolean barsLeg(Unit unit, Position a, Position b) {
        return meant(unit) && shutsWay(unit) && (holds(a) || holds(b) || crosses(a, b));
    }

    /// Whether nobody drew it and it is not known to stop or spare this task.
    boolean reachUnknown(Task task) {
        return outline.isEmpty() && moves() && !holds(task.place()) && !names(task.placeName());
    }

    private boolean crosses(Position a, Position b) {
        return !outline.isEmpty() && Outline.crosses(outline, a, b);
    }

    private boolean holds(Position position) {
        return outline.isEmpty()
                ? place != null && place.distanceKm(position) <= NEAR_KM
                : Outline.holds(outline, position);
    }

    private boolean names(String other) {
        var bare = outline.isEmpty() ? Areas.bare(name) : "";
        return !bare.isEmpty() && bare.equals(Areas.bare(other));
    }

    private boolean moves() {
        return kind.equals("flight") || kind.equals("ground") || kind.equals("area");
    }

    /// Troops that a helicopter sets down are on the ground there.
    private boolean shutsPlace(Unit unit) {
        return switch (kind) {
            case "flight" -> byAir(unit);
            case "ground" -> !unit.flies();
            case "area" -> true;
            default -> false;
        };
    }

    private boolean shutsWay(Unit unit) {
        return switch (kind) {
            case "flight" -> byAir(unit);
            case "ground" -> !byAir(unit);
            case "area" -> true;
            default -> false;
        };
    }

    private boolean meant(Unit unit) {
        return meant(asset, unit);
    }

    /// Whether a limit or an answer for such an asset is about this unit. A word that says nothing
    /// of the means of movement is about everybody.
    static boolean meant(String asset, Unit unit) {
        return switch (asset) {
            case "drone" -> unit.flies() && unit.part() == Part.ISR;
            case "helicopter" -> unit.mode() == Mode.HELICOPTER || unit.lifted();
            case "aeroplane" -> unit.mode() == Mode.FIXED_WING;
            case "convoy", "vehicle" -> unit.mode() == Mode.ROAD && !unit.lifted();
            case "patrol" -> !unit.flies() && unit.mode() != Mode.RIVER && !unit.lifted();
            case "boat" -> unit.mode() == Mode.RIVER;
            default -> true;
        };
    }

    static boolean byAir(Unit unit) {
        return unit.flies() || unit.lifted();
    }

    /// Why it stops this unit, as a sentence.
    Saying why(Where where, Unit unit, Task task) {
        return switch (where) {
            case PLACE -> Saying.of(PlanWords.CLOSED_PLACE, task.placeName(), liftable());
            case BASE -> Saying.of(PlanWords.CLOSED_BASE, unit.base().name(), liftable());
            case WAY -> Saying.of(PlanWords.CLOSED_WAY, unit.base().name(), liftable());
            case ROADS -> Saying.of(PlanWords.CLOSED_ROADS, unit.base().name(), liftable());
        };
    }

    /// What it is, with a word that it need not stay.
    private Saying liftable() {
        return Saying.of(PlanWords.LIMIT_LIFTABLE, words());
    }

    private Object imposer() {
        if (refusal != null) {
            return Saying.of(PlanWords.LIMIT_BY_HOST, refusal);
        }
        return by.isBlank() ? Saying.of(PlanWords.LIMIT_BY_NOBODY) : by;
    }

    /// What it is, by whom, from when until when, and why.
    public Saying words() {
        var said =
                Saying.of(
                        PlanWords.LIMIT,
                        name.isBlank() ? Saying.of(PlanWords.LIMIT_NO_NAME) : name,
                        Saying.of(
                                switch (kind) {
                                    case "flight" -> PlanWords.LIMIT_FLIGHT;
                                    case "ground" -> PlanWords.LIMIT_GROUND;
                                    default -> PlanWords.LIMIT_AREA;
                                }),
                        imposer(),
                        from,
                        to == null ? Saying.of(PlanWords.LIMIT_OPEN) : to);
        return reason.isBlank() ? said : Saying.of(PlanWords.LIMIT_WHY, said, reason);
    }
}

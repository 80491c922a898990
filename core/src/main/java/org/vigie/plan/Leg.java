package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Estimate;
import org.vigie.geo.Pace;
import org.vigie.geo.Position;
import org.vigie.geo.RoadWays;
import org.vigie.geo.Route;
import org.vigie.geo.RouteState;
import org.vigie.geo.RouteState.Surface;
import org.vigie.geo.Saying;
import org.vigie.geo.SpeedRange;
import org.vigie.geo.TravelTime;
import org.vigie.geo.TravelWords;

/// One leg of a unit's journey: along the roads of a map for who drives and where there is one,
/// else by the straight line and a detour; the answer says which.
///
/// @param state of the way, but for the surface that a map knows
record Leg(Unit unit, Task task, RouteState state) {

    Estimate estimate(Position from, Position to) {
        if (!followsRoads(unit, task)) {
            return byLine(from, to);
        }
        var roads = task.conditions().roads();
        var open = estimate(roads.find(from, to, List.of()), from, to);
        var shut = task.conditions().limits().shut(unit, task.when());
        if (shut.isEmpty()) {
            return open;
        }
        var around = roads.find(from, to, shut);
        return noSooner(estimate(around, from, to), open);
    }

    /// Whether it goes along the roads of a map.
    static boolean followsRoads(Unit unit, Task task) {
        return Rules.onRoad(unit)
                && !unit.lifted()
                && !task.conditions().roads().equals(RoadWays.NONE);
    }

    private Estimate estimate(RoadWays.Way way, Position from, Position to) {
        return switch (way) {
            case RoadWays.Way.Along along -> byRoad(along);
            case RoadWays.Way.Absent absent ->
                    said(byLine(from, to), Saying.of(TravelWords.BY_LINE, absent.why()));
        };
    }

    /// The map is searched for what is fastest for most, which a unit of its own speeds may not be:
    /// being led around must not bring it there sooner.
    private static Estimate noSooner(Estimate around, Estimate open) {
        return new Estimate(
                later(around.earliest(), open.earliest()),
                later(around.latest(), open.latest()),
                around.km(),
                around.assumptions());
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private Estimate byRoad(RoadWays.Way.Along along) {
        var stretches = new ArrayList<Pace.Stretch>();
        add(stretches, Surface.PAVED, along.pavedKm());
        add(stretches, Surface.TRACK, along.trackKm());
        add(stretches, Surface.OFF_ROAD, along.offRoadKm());
        if (stretches.isEmpty()) {
            stretches.add(new Pace.Stretch(pace(Surface.TRACK), 0));
        }
        return said(
                Pace.over(stretches),
                Saying.of(
                        TravelWords.BY_ROAD_MAP,
                        Math.round(along.pavedKm()),
                        Math.round(along.trackKm()),
                        Math.round(along.offRoadKm()),
                        Math.round(along.unsaidKm())));
    }

    private void add(List<Pace.Stretch> stretches, Surface surface, double km) {
        if (km > 0) {
            stretches.add(new Pace.Stretch(pace(surface), km));
        }
    }

    private Pace pace(Surface surface) {
        var own = own(new RouteState(surface, state.season(), state.danger(), state.escorted()));
        var speed = stated(own.speed(), surface);
        return surface == Surface.OFF_ROAD
                ? Pace.ofStraightLine(unit.mode(), own.state(), speed)
                : Pace.ofKnownWay(unit.mode(), own.state(), speed);
    }

    /// Null for the model's, so that the answer names its source.
    private @Nullable SpeedRange stated(SpeedRange speed, Surface surface) {
        return speed.equals(Pace.modelSpeed(unit.mode(), surface)) ? null : speed;
    }

    private Estimate byLine(Position from, Position to) {
        var own = own(state);
        return TravelTime.of(Route.between(from, to, unit.mode(), own.state()).at(own.speed()));
    }

    private UnitWay.Own own(RouteState over) {
        var own = unit.own(over);
        if (own == null) {
            throw new IllegalStateException(unit.code() + " stays where it is");
        }
        return own;
    }

    private static Estimate said(Estimate estimate, Saying how) {
        var assumptions = new ArrayList<Saying>();
        assumptions.add(how);
        assumptions.addAll(estimate.assumptions());
        return new Estimate(estimate.earliest(), estimate.latest(), estimate.km(), assumptions);
    }
}

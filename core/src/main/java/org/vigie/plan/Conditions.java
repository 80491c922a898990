package org.vigie.plan;

import org.vigie.geo.RoadWays;
import org.vigie.geo.RouteState;
import org.vigie.geo.RouteState.Danger;
import org.vigie.geo.RouteState.Season;

/// What holds on the day of a task, as far as somebody knows it.
///
/// @param flight clearance for flights. In Mali every flight of the mission needed one from 20
///   January 2022 on (press, April 2022); before that, and elsewhere, it may be `NOT_NEEDED`
/// @param ground clearance for movement on the ground
/// @param route what the way is like: surface, season, danger
/// @param raining whether it rains now: stops units that do not move in rain, and makes the way as
///   slow as in the rains
/// @param hostForceInvolved whether forces of the host state take part
/// @param offensive whether the task is to attack somebody
/// @param runway whether an aeroplane can land at the place
/// @param river whether boats can come to the place
/// @param limits what the restriction register holds for that moment
/// @param roads a map of the roads, for those who drive
public record Conditions(
        Clearance flight,
        Clearance ground,
        RouteState route,
        boolean raining,
        boolean hostForceInvolved,
        boolean offensive,
        boolean runway,
        boolean river,
        Limits limits,
        RoadWays roads) {

    /// Where nothing is on record in the restriction register.
    public Conditions(
            Clearance flight,
            Clearance ground,
            RouteState route,
            boolean raining,
            boolean hostForceInvolved,
            boolean offensive,
            boolean runway,
            boolean river) {
        this(
                flight,
                ground,
                route,
                raining,
                hostForceInvolved,
                offensive,
                runway,
                river,
                Limits.NONE,
                RoadWays.NONE);
    }

    /// A dry track in peace, and nobody to ask: the easiest day outside towns.
    public static final Conditions EASY =
            new Conditions(
                    Clearance.NOT_NEEDED,
                    Clearance.NOT_NEEDED,
                    RouteState.DRY_TRACK,
                    false,
                    false,
                    false,
                    false,
                    false);

    /// The same with another answer on flights.
    public Conditions withFlight(Clearance answer) {
        return new Conditions(
                answer,
                ground,
                route,
                raining,
                hostForceInvolved,
                offensive,
                runway,
                river,
                limits,
                roads);
    }

    /// The same with another answer on the ground.
    public Conditions withGround(Clearance answer) {
        return new Conditions(
                flight,
                answer,
                route,
                raining,
                hostForceInvolved,
                offensive,
                runway,
                river,
                limits,
                roads);
    }

    /// The same over another way.
    public Conditions withRoute(RouteState other) {
        return new Conditions(
                flight,
                ground,
                other,
                raining,
                hostForceInvolved,
                offensive,
                runway,
                river,
                limits,
                roads);
    }

    /// The same with these limits on record.
    public Conditions withLimits(Limits others) {
        return new Conditions(
                flight,
                ground,
                route,
                raining,
                hostForceInvolved,
                offensive,
                runway,
                river,
                others,
                roads);
    }

    /// The same with this map of the roads.
    public Conditions withRoads(RoadWays map) {
        return new Conditions(
                flight,
                ground,
                route,
                raining,
                hostForceInvolved,
                offensive,
                runway,
                river,
                limits,
                map);
    }

    /// The same with bombs under the road to be expected.
    public Conditions withBombs() {
        return withRoute(
                new RouteState(
                        route.surface(), route.season(), Danger.IED_THREAT, route.escorted()));
    }

    /// The way as it is to be driven: in rain as in the rains, and behind an escort as a column.
    RouteState way(boolean behindEscort) {
        return new RouteState(
                route.surface(),
                raining ? Season.RAINS : route.season(),
                route.danger(),
                route.escorted() || behindEscort);
    }
}

package org.vigie.geo;

import org.jspecify.annotations.Nullable;

/// A journey to be made: from where, to where, how, and over what.
///
/// @param wayKm length of the way where it is known; null to let the model stretch the straight
///   line
/// @param unitSpeed the unit's own speed over this kind of way when dry and calm; null for the
///   model's
public record Route(
        Position from,
        Position to,
        Mode mode,
        RouteState state,
        @Nullable Double wayKm,
        @Nullable SpeedRange unitSpeed) {

    public Route {
        if (wayKm != null && !(wayKm >= 0 && Double.isFinite(wayKm)))
            throw new BadInput("length of the way", wayKm, "a finite number of km, not negative");
    }

    /// Where nothing more is known than the two ends.
    public static Route between(Position from, Position to, Mode mode, RouteState state) {
        return new Route(from, to, mode, state, null, null);
    }

    /// The same journey over a way of this length.
    public Route overKm(double km) {
        return new Route(from, to, mode, state, km, unitSpeed);
    }

    /// The same journey by a unit of this speed.
    public Route at(SpeedRange speed) {
        return new Route(from, to, mode, state, wayKm, speed);
    }

    /// The same journey in another state of the way.
    public Route in(RouteState other) {
        return new Route(from, to, mode, other, wayKm, unitSpeed);
    }
}

package org.vigie.geo;

/// How long it takes to get somewhere, when no map of the roads is to be had: straight line ×
/// detour ÷ speed × season × danger × column, each a range ([TravelFactors] has every number with
/// its source).
///
/// What it means to an officer: the **earliest** arrival answers "can anybody be there in time?",
/// the **latest** is what may be promised. By air the two differ by a factor of 1.4, on a dry and
/// calm track by four, for a convoy in the rains under threat of bombs by ten. That is not caution:
/// two such convoys over the same 85 km, for which a planning table gives three hours, took 17 and
/// 24. Knowing the length of the way ([Route#overKm]) and the unit's own speed ([Route#at]) narrows
/// it.
///
/// How well: of 17 published journeys 15 lie within the range, and the others were at most 5 %
/// faster than its earliest end; of the four that were found after the numbers had been fixed,
/// three lie within it. The median range is one to nine. [Calibration] works this out again for
/// whatever movements a mission knows, and its answer belongs beside the figures.
///
/// When it must not be trusted: across a river, a lake, a mountain or a border without a crossing;
/// where the host state or a roadblock may refuse passage, which is not a matter of time; and as a
/// forecast of one journey.
///
/// Notice to move, clearances, loading, refuelling and the search for the place at the end are not
/// in it.
public final class TravelTime {

    private TravelTime() {}

    /// The journey between two positions, with nothing known of the way but its state.
    public static Estimate between(Position a, Position b, Mode mode, RouteState state) {
        return of(Route.between(a, b, mode, state));
    }

    /// The journey over a route.
    public static Estimate of(Route route) {
        var wayKm = route.wayKm();
        return wayKm == null
                ? Pace.ofStraightLine(route.mode(), route.state(), route.unitSpeed())
                        .estimate(route.from().distanceKm(route.to()))
                : Pace.ofKnownWay(route.mode(), route.state(), route.unitSpeed()).estimate(wayKm);
    }
}

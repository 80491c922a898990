package org.vigie.geo;

import org.vigie.geo.RouteState.Danger;
import org.vigie.geo.RouteState.Season;
import org.vigie.geo.RouteState.Surface;

/// Every constant of the travel model, in one place, with its source or the word "assumed".
///
/// The ends of a range are meant as "hardly ever beyond". Each table is ordered: a worse state is
/// never better at either end, which is what makes a worse route never arrive earlier.
final class TravelFactors {

    /// Length of the way against the straight line. Country means lie between 1.12 and 2.10.
    private static final Factor PAVED_DETOUR =
            Factor.slower(TravelWords.PAVED_DETOUR, 1.1, 1.75, TravelWords.PAVED_LENGTHS);

    private static final Factor TRACK_DETOUR =
            Factor.slower(TravelWords.TRACK_DETOUR, 1.1, 2.4, TravelWords.TRACK_LENGTHS);

    private static final Factor FOOT_DETOUR =
            Factor.slower(TravelWords.FOOT_DETOUR, 1.0, 1.6, TravelWords.ASSUMED);
    private static final Factor RIVER_DETOUR =
            Factor.slower(TravelWords.RIVER_DETOUR, 1.2, 2.0, TravelWords.ASSUMED);
    private static final Factor AIR_DETOUR =
            Factor.slower(TravelWords.AIR_DETOUR, 1.0, 1.15, TravelWords.ASSUMED);

    private static final Factor PAVED_SPEED =
            Factor.speed(TravelWords.PAVED_SPEED, 40, 80, TravelWords.PAVED_SPEEDS);
    private static final Factor TRACK_SPEED =
            Factor.speed(TravelWords.TRACK_SPEED, 15, 50, TravelWords.TRACK_SPEEDS);
    private static final Factor OFF_ROAD_SPEED =
            Factor.speed(TravelWords.OFF_ROAD_SPEED, 8, 25, TravelWords.ASSUMED);
    private static final Factor FOOT_SPEED =
            Factor.speed(TravelWords.FOOT_SPEED, 3.2, 5, TravelWords.FOOT_SPEEDS);
    private static final Factor FOOT_OFF_ROAD_SPEED =
            Factor.speed(TravelWords.FOOT_OFF_ROAD_SPEED, 1.6, 4, TravelWords.FOOT_OFF_ROAD_SPEEDS);
    private static final Factor RIVER_SPEED =
            Factor.speed(TravelWords.RIVER_SPEED, 6, 15, TravelWords.RIVER_SPEEDS);
    private static final Factor HELICOPTER_SPEED =
            Factor.speed(TravelWords.HELICOPTER_SPEED, 180, 250, TravelWords.HELICOPTER_SPEEDS);
    private static final Factor FIXED_WING_SPEED =
            Factor.speed(TravelWords.FIXED_WING_SPEED, 250, 500, TravelWords.ASSUMED);

    private static final Factor RAIN_ON_TAR =
            Factor.slower(TravelWords.RAIN_ON_TAR, 1.0, 1.5, TravelWords.ASSUMED);
    private static final Factor RAIN_ON_TRACK =
            Factor.slower(TravelWords.RAIN_ON_TRACK, 1.25, 2.5, TravelWords.RAIN_SPEEDS);
    private static final Factor RAIN_OFF_ROAD =
            Factor.slower(TravelWords.RAIN_OFF_ROAD, 1.5, 4.0, TravelWords.ASSUMED);
    private static final Factor RAIN_ON_FOOT =
            Factor.slower(TravelWords.RAIN_ON_FOOT, 1.0, 1.5, TravelWords.ASSUMED);
    private static final Factor LOW_WATER =
            Factor.slower(TravelWords.LOW_WATER, 1.0, 2.5, TravelWords.STEAMERS);
    private static final Factor BAD_WEATHER =
            Factor.slower(TravelWords.BAD_WEATHER, 1.0, 1.3, TravelWords.ASSUMED);

    private static final Factor COLUMN =
            Factor.slower(TravelWords.COLUMN, 1.1, 1.5, TravelWords.ASSUMED);

    private static final Factor SEARCH_FOR_BOMBS =
            Factor.slower(TravelWords.SEARCH_FOR_BOMBS, 1.1, 2.0, TravelWords.TWO_CONVOYS);
    private static final Factor UNDER_ATTACK =
            Factor.slower(TravelWords.UNDER_ATTACK, 2.0, 7, TravelWords.WITHDRAWALS);
    private static final Factor SEARCH_ON_FOOT =
            Factor.slower(TravelWords.SEARCH_ON_FOOT, 1.0, 2.0, TravelWords.ASSUMED);
    private static final Factor SHOTS_AT_WALKERS =
            Factor.slower(TravelWords.SHOTS_AT_WALKERS, 1.5, 5, TravelWords.ASSUMED);
    private static final Factor SHOTS_AT_BOATS =
            Factor.slower(TravelWords.SHOTS_AT_BOATS, 1.0, 3, TravelWords.ASSUMED);
    private static final Factor SHOTS_AT_AIRCRAFT =
            Factor.slower(TravelWords.SHOTS_AT_AIRCRAFT, 1.0, 1.2, TravelWords.ASSUMED);

    private TravelFactors() {}

    static Factor detour(Mode mode, Surface surface) {
        return switch (mode) {
            case ROAD ->
                    switch (surface) {
                        case PAVED -> PAVED_DETOUR;
                        case TRACK, OFF_ROAD -> TRACK_DETOUR;
                    };
            case FOOT -> FOOT_DETOUR;
            case RIVER -> RIVER_DETOUR;
            case HELICOPTER, FIXED_WING -> AIR_DETOUR;
        };
    }

    static Factor speed(Mode mode, Surface surface) {
        return switch (mode) {
            case ROAD ->
                    switch (surface) {
                        case PAVED -> PAVED_SPEED;
                        case TRACK -> TRACK_SPEED;
                        case OFF_ROAD -> OFF_ROAD_SPEED;
                    };
            case FOOT ->
                    switch (surface) {
                        case PAVED, TRACK -> FOOT_SPEED;
                        case OFF_ROAD -> FOOT_OFF_ROAD_SPEED;
                    };
            case RIVER -> RIVER_SPEED;
            case HELICOPTER -> HELICOPTER_SPEED;
            case FIXED_WING -> FIXED_WING_SPEED;
        };
    }

    static Factor season(Mode mode, RouteState state) {
        boolean rains = state.season() == Season.RAINS;
        return switch (mode) {
            case ROAD -> rains ? rainOn(state.surface()) : Factor.none(TravelWords.DRY_SEASON);
            case FOOT -> rains ? RAIN_ON_FOOT : Factor.none(TravelWords.DRY_SEASON);
            case RIVER -> rains ? Factor.none(TravelWords.HIGH_WATER) : LOW_WATER;
            case HELICOPTER, FIXED_WING ->
                    rains ? BAD_WEATHER : Factor.none(TravelWords.DRY_SEASON);
        };
    }

    private static Factor rainOn(Surface surface) {
        return switch (surface) {
            case PAVED -> RAIN_ON_TAR;
            case TRACK -> RAIN_ON_TRACK;
            case OFF_ROAD -> RAIN_OFF_ROAD;
        };
    }

    static Factor danger(Mode mode, Danger danger) {
        return switch (danger) {
            case CALM -> Factor.none(TravelWords.NO_DANGER);
            case IED_THREAT ->
                    switch (mode) {
                        case ROAD -> SEARCH_FOR_BOMBS;
                        case FOOT -> SEARCH_ON_FOOT;
                        case RIVER, HELICOPTER, FIXED_WING ->
                                Factor.none(TravelWords.BOMBS_UNDER_THE_ROAD);
                    };
            case CONTESTED ->
                    switch (mode) {
                        case ROAD -> UNDER_ATTACK;
                        case FOOT -> SHOTS_AT_WALKERS;
                        case RIVER -> SHOTS_AT_BOATS;
                        case HELICOPTER, FIXED_WING -> SHOTS_AT_AIRCRAFT;
                    };
        };
    }

    static Factor column(Mode mode, boolean escorted) {
        boolean slower = escorted && (mode == Mode.ROAD || mode == Mode.FOOT);
        return slower ? COLUMN : Factor.none(TravelWords.NO_COLUMN);
    }

    /// Hours of movement in a day; the latest arrival halts for the rest. Aircraft do not halt.
    static double movingHoursPerDay(Mode mode) {
        return switch (mode) {
            case ROAD, RIVER -> 12;
            case FOOT -> 8;
            case HELICOPTER, FIXED_WING -> Double.POSITIVE_INFINITY;
        };
    }

    static TravelWords halts(Mode mode) {
        return switch (mode) {
            case ROAD -> TravelWords.HALTS_ON_ROADS;
            case RIVER -> TravelWords.HALTS_ON_RIVERS;
            case FOOT -> TravelWords.HALTS_ON_FOOT;
            case HELICOPTER -> TravelWords.NO_REFUELLING;
            case FIXED_WING -> TravelWords.NEEDS_RUNWAYS;
        };
    }
}

package org.vigie.geo;

import org.vigie.geo.RouteState.Danger;
import org.vigie.geo.RouteState.Season;
import org.vigie.geo.RouteState.Surface;

/// Every constant of the travel model, in one place, with its source or the word "assumed".
///
/// The ends of a range are meant as "hardly ever beyond". Each table is ordered: a worse state is
/// never better at either end, which is what makes a worse route never arrive earlier.
final class TravelFactors {

    private static final String ASSUMED = "assumed";

    /// Length of the way against the straight line. Country means lie between 1.12 and 2.10.
    private static final Factor PAVED_DETOUR =
            Factor.slower(
                    "the road against the straight line",
                    1.1,
                    1.75,
                    "Ballou, Rahardja and Sakai 2002: country means 1.12 to 2.10; published lengths:"
                            + " Garoua Boulai-Bouar 1.3, Khartoum-El Obeid 1.7");

    private static final Factor TRACK_DETOUR =
            Factor.slower(
                    "the track against the straight line",
                    1.1,
                    2.4,
                    "published lengths: Ber-Timbuktu and Wau-Rumbek 1.1, Kidal-Gao and Tessalit-Gao"
                            + " 1.2, Rumbek-Juba 1.4, Sévaré-Ogossagou 2.4");

    private static final Factor FOOT_DETOUR =
            Factor.slower("the path against the straight line", 1.0, 1.6, ASSUMED);
    private static final Factor RIVER_DETOUR =
            Factor.slower("the river against the straight line", 1.2, 2.0, ASSUMED);
    private static final Factor AIR_DETOUR =
            Factor.slower("the flight against the straight line", 1.0, 1.15, ASSUMED);

    private static final Factor PAVED_SPEED =
            Factor.speed(
                    "speed of vehicles on tar",
                    40,
                    80,
                    ASSUMED + "; UNJLC 2007: 63 km/h Khartoum-El Obeid");
    private static final Factor TRACK_SPEED =
            Factor.speed(
                    "speed of vehicles on a track",
                    15,
                    50,
                    ASSUMED + "; UNJLC 2007: 19 to 38 km/h over five days on dry tracks in Sudan");
    private static final Factor OFF_ROAD_SPEED =
            Factor.speed("speed of vehicles off the road", 8, 25, ASSUMED);
    private static final Factor FOOT_SPEED =
            Factor.speed(
                    "speed on foot",
                    3.2,
                    5,
                    "US Army FM 21-18, 1990: 4.0 km/h on roads by day, 3.2 by night; upper end"
                            + " assumed");
    private static final Factor FOOT_OFF_ROAD_SPEED =
            Factor.speed(
                    "speed on foot across country",
                    1.6,
                    4,
                    "US Army FM 21-18, 1990: 2.4 km/h by day, 1.6 by night; upper end assumed");
    private static final Factor RIVER_SPEED =
            Factor.speed(
                    "speed of a motor boat",
                    6,
                    15,
                    "river steamers of Mali: not above 14 to 15 km/h (travel guides); lower end"
                            + " assumed");
    private static final Factor HELICOPTER_SPEED =
            Factor.speed(
                    "speed of a helicopter",
                    180,
                    250,
                    "NH90 on the way to Gao, 2014: 130 knots on average; Mi-171: at most 250 km/h;"
                            + " lower end assumed");
    private static final Factor FIXED_WING_SPEED =
            Factor.speed("speed of an aeroplane", 250, 500, ASSUMED);

    private static final Factor RAIN_ON_TAR = Factor.slower("rains on tar", 1.0, 1.5, ASSUMED);
    private static final Factor RAIN_ON_TRACK =
            Factor.slower(
                    "rains on a track",
                    1.25,
                    2.5,
                    ASSUMED + "; UNJLC 2007: at most 20 km/h where 31 to 38 was driven dry");
    private static final Factor RAIN_OFF_ROAD =
            Factor.slower("rains where there is no road", 1.5, 4.0, ASSUMED);
    private static final Factor RAIN_ON_FOOT = Factor.slower("rains on foot", 1.0, 1.5, ASSUMED);
    private static final Factor LOW_WATER =
            Factor.slower(
                    "low water",
                    1.0,
                    2.5,
                    ASSUMED + "; steamers run from August to January only (travel guides)");
    private static final Factor BAD_WEATHER =
            Factor.slower("weather of the rainy season in the air", 1.0, 1.3, ASSUMED);

    private static final Factor COLUMN =
            Factor.slower("a column keeps together", 1.1, 1.5, ASSUMED);

    private static final Factor SEARCH_FOR_BOMBS =
            Factor.slower(
                    "suspect stretches are searched",
                    1.1,
                    2.0,
                    ASSUMED + ", with the two Sévaré-Ogossagou convoys in view");
    private static final Factor UNDER_ATTACK =
            Factor.slower(
                    "attacks on the way",
                    2.0,
                    7,
                    ASSUMED + ", with the withdrawals from Ber, Tessalit and Kidal in view");
    private static final Factor SEARCH_ON_FOOT =
            Factor.slower("suspect stretches are searched on foot", 1.0, 2.0, ASSUMED);
    private static final Factor SHOTS_AT_WALKERS =
            Factor.slower("attacks on people on foot", 1.5, 5, ASSUMED);
    private static final Factor SHOTS_AT_BOATS = Factor.slower("attacks on boats", 1.0, 3, ASSUMED);
    private static final Factor SHOTS_AT_AIRCRAFT =
            Factor.slower("ways around fire from the ground", 1.0, 1.2, ASSUMED);

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
            case ROAD -> rains ? rainOn(state.surface()) : Factor.none("the dry season");
            case FOOT -> rains ? RAIN_ON_FOOT : Factor.none("the dry season");
            case RIVER -> rains ? Factor.none("high water") : LOW_WATER;
            case HELICOPTER, FIXED_WING -> rains ? BAD_WEATHER : Factor.none("the dry season");
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
            case CALM -> Factor.none("no danger on the way");
            case IED_THREAT ->
                    switch (mode) {
                        case ROAD -> SEARCH_FOR_BOMBS;
                        case FOOT -> SEARCH_ON_FOOT;
                        case RIVER, HELICOPTER, FIXED_WING -> Factor.none("bombs under the road");
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
        return slower ? COLUMN : Factor.none("no column");
    }

    /// Hours of movement in a day; the latest arrival halts for the rest. Aircraft do not halt.
    static double movingHoursPerDay(Mode mode) {
        return switch (mode) {
            case ROAD, RIVER -> 12;
            case FOOT -> 8;
            case HELICOPTER, FIXED_WING -> Double.POSITIVE_INFINITY;
        };
    }

    static String haltsSentence(Mode mode) {
        return switch (mode) {
            case ROAD ->
                    "the latest time halts 12 hours after each 12 hours on the way (UN convoys in"
                            + " South Sudan stop at nightfall); the earliest does not halt";
            case RIVER ->
                    "the latest time halts 12 hours after each 12 hours on the way (assumed); the"
                            + " earliest does not halt";
            case FOOT ->
                    "the latest time halts 16 hours after each 8 hours of marching (US Army FM"
                            + " 21-18); the earliest does not halt";
            case HELICOPTER ->
                    "refuelling is not in it: a Mi-171 without extra tanks reaches about 580 km";
            case FIXED_WING -> "it needs a runway at both ends";
        };
    }
}

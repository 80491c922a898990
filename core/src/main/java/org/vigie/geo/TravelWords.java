package org.vigie.geo;

/// What the travel model says of itself: every factor by its name and its source, and what is not
/// in it.
public enum TravelWords implements Wording {
    FACTOR("{0}: {1} to {2} {3} ({4})"),
    TIMES_AS_LONG("times as long"),
    KM_PER_HOUR("km/h"),
    BY_DEFINITION("by definition"),
    ITS_OWN("its own"),
    ASSUMED("assumed"),

    PAVED_DETOUR("the road against the straight line"),
    TRACK_DETOUR("the track against the straight line"),
    FOOT_DETOUR("the path against the straight line"),
    RIVER_DETOUR("the river against the straight line"),
    AIR_DETOUR("the flight against the straight line"),
    NO_DETOUR("the length of the way is known"),

    UNIT_SPEED("speed of the unit"),
    PAVED_SPEED("speed of vehicles on tar"),
    TRACK_SPEED("speed of vehicles on a track"),
    OFF_ROAD_SPEED("speed of vehicles off the road"),
    FOOT_SPEED("speed on foot"),
    FOOT_OFF_ROAD_SPEED("speed on foot across country"),
    RIVER_SPEED("speed of a motor boat"),
    HELICOPTER_SPEED("speed of a helicopter"),
    FIXED_WING_SPEED("speed of an aeroplane"),

    DRY_SEASON("the dry season"),
    RAIN_ON_TAR("rains on tar"),
    RAIN_ON_TRACK("rains on a track"),
    RAIN_OFF_ROAD("rains where there is no road"),
    RAIN_ON_FOOT("rains on foot"),
    HIGH_WATER("high water"),
    LOW_WATER("low water"),
    BAD_WEATHER("weather of the rainy season in the air"),

    NO_DANGER("no danger on the way"),
    BOMBS_UNDER_THE_ROAD("bombs under the road"),
    SEARCH_FOR_BOMBS("suspect stretches are searched"),
    SEARCH_ON_FOOT("suspect stretches are searched on foot"),
    UNDER_ATTACK("attacks on the way"),
    SHOTS_AT_WALKERS("attacks on people on foot"),
    SHOTS_AT_BOATS("attacks on boats"),
    SHOTS_AT_AIRCRAFT("ways around fire from the ground"),

    COLUMN("a column keeps together"),
    NO_COLUMN("no column"),

    PAVED_LENGTHS(
            "Ballou, Rahardja and Sakai 2002: country means 1.12 to 2.10; published lengths:"
                    + " Garoua Boulai-Bouar 1.3, Khartoum-El Obeid 1.7"),
    TRACK_LENGTHS(
            "published lengths: Ber-Timbuktu and Wau-Rumbek 1.1, Kidal-Gao and Tessalit-Gao 1.2,"
                    + " Rumbek-Juba 1.4, Sévaré-Ogossagou 2.4"),
    PAVED_SPEEDS("assumed; UNJLC 2007: 63 km/h Khartoum-El Obeid"),
    TRACK_SPEEDS("assumed; UNJLC 2007: 19 to 38 km/h over five days on dry tracks in Sudan"),
    FOOT_SPEEDS(
            "US Army FM 21-18, 1990: 4.0 km/h on roads by day, 3.2 by night; upper end assumed"),
    FOOT_OFF_ROAD_SPEEDS(
            "US Army FM 21-18, 1990: 2.4 km/h by day, 1.6 by night; upper end assumed"),
    RIVER_SPEEDS(
            "river steamers of Mali: not above 14 to 15 km/h (travel guides); lower end assumed"),
    HELICOPTER_SPEEDS(
            "NH90 on the way to Gao, 2014: 130 knots on average; Mi-171: at most 250 km/h; lower end"
                    + " assumed"),
    RAIN_SPEEDS("assumed; UNJLC 2007: at most 20 km/h where 31 to 38 was driven dry"),
    STEAMERS("assumed; steamers run from August to January only (travel guides)"),
    TWO_CONVOYS("assumed, with the two Sévaré-Ogossagou convoys in view"),
    WITHDRAWALS("assumed, with the withdrawals from Ber, Tessalit and Kidal in view"),

    HALTS_ON_ROADS(
            "the latest time halts 12 hours after each 12 hours on the way (UN convoys in South Sudan"
                    + " stop at nightfall); the earliest does not halt"),
    HALTS_ON_RIVERS(
            "the latest time halts 12 hours after each 12 hours on the way (assumed); the earliest"
                    + " does not halt"),
    HALTS_ON_FOOT(
            "the latest time halts 16 hours after each 8 hours of marching (US Army FM 21-18); the"
                    + " earliest does not halt"),
    NO_REFUELLING("refuelling is not in it: a Mi-171 without extra tanks reaches about 580 km"),
    NEEDS_RUNWAYS("it needs a runway at both ends"),
    INDEPENDENT("the factors vary independently of each other (assumed)"),
    BY_ROAD_MAP(
            "by the road map: {0} km on tar, {1} km on other roads, {2} km off the road to reach them; of {3} km the map does not say the surface, and the class of road was taken for it"),
    BY_LINE("by straight line and detour, not by the road map: {0}"),
    NO_ROAD_MAP("there is none"),
    NO_ROAD_NEAR("no road within {0} km of one of the ends"),
    NO_ROAD_BETWEEN("no road leads from one end to the other"),
    ROAD_MAP_UNREADABLE("the file of the roads could not be read"),
    NO_ROAD_OPEN("every road leads through a closed area"),
    NOT_IN_IT("the time on the way alone: notice to move, clearances and loading come on top");

    private final String english;

    TravelWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}

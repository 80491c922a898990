package org.vigie.geo;

/// What the way is like, as far as it changes how long it takes. A quick patrol on a dry track and
/// a convoy that will be attacked are two states, not one road with two speeds.
///
/// @param escorted whether it is a column that keeps together (trucks, a withdrawal, an escort of
///   others), which moves at the pace of its slowest vehicle
public record RouteState(Surface surface, Season season, Danger danger, boolean escorted) {

    /// What one drives on; for boats and aircraft without meaning.
    public enum Surface {
        /// Tar, in a state in which it deserves the name.
        PAVED,
        /// Laterite, gravel or sand with wheel marks.
        TRACK,
        /// No road.
        OFF_ROAD
    }

    /// In the Sahel the rains fall from June to September. Rain makes roads slow; for boats the dry
    /// season is the slow one, because the river is low.
    public enum Season {
        DRY,
        RAINS
    }

    /// What armed groups are expected to do on the way.
    public enum Danger {
        /// Nothing more than anywhere.
        CALM,
        /// Bombs under the road are to be expected: suspect stretches are searched, culverts are
        /// checked on foot, detours are taken.
        IED_THREAT,
        /// Attacks on this movement are to be expected, and it will have to stop, fight, evacuate
        /// its wounded and repair.
        CONTESTED
    }

    /// A dry track in peace: the easiest state that is likely outside towns.
    public static final RouteState DRY_TRACK =
            new RouteState(Surface.TRACK, Season.DRY, Danger.CALM, false);
}

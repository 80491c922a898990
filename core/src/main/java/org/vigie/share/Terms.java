package org.vigie.share;

/// What is done to rows before a reader has them.
///
/// @param groupMin how many rows must be alike in place, time and kind; 1 for no such demand
/// @param delayDays how long after its last day an incident is first given
/// @param exact whether place, day, actors and identifiers are given as they are known
/// @param sources whether the data set that an account comes from is named
public record Terms(int groupMin, int delayDays, boolean exact, boolean sources) {

    /// The smallest group that is given out: five, the usual threshold for tables on persons
    /// (SHR-2).
    public static final int GROUP_MIN = 5;

    /// A month, so that nobody reads from it where the mission is now. Assumed; no source fixes it.
    public static final int DELAY_DAYS = 30;

    /// No change.
    static final Terms AS_KNOWN = new Terms(1, 0, true, true);
}

package org.vigie.geo;

/// A stand-in until the gazetteer lands.
public enum Mode {
    ROAD,
    HELICOPTER,
    FOOT,
    RIVER,
    FIXED_WING
}

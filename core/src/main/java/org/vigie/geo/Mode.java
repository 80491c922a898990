package org.vigie.geo;

public enum Mode {
    ROAD,
    HELICOPTER,
    FOOT,
    RIVER,
    FIXED_WING
}

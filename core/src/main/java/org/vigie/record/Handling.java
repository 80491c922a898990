package org.vigie.record;

/// Who may see an entry at all. One bit each, so that the viewer's right is a single AND over a
/// column.
///
/// - `OPEN`: published elsewhere, e.g. an open data set.
/// - `MISSION`: every component of the mission; never outside.
/// - `PROTECTION`: protection, human rights, the operations centre and leadership.
/// - `SEALED`: named officers only; unsealing is an entry of its own.
public enum Handling {
    OPEN(1),
    MISSION(2),
    PROTECTION(4),
    SEALED(8);

    private final int bit;

    Handling(int bit) {
        this.bit = bit;
    }

    /// The handling with this bit.
    static Handling ofBit(int bit) {
        for (var handling : values()) {
            if (handling.bit == bit) {
                return handling;
            }
        }
        throw new IllegalStateException("no handling has the bit " + bit);
    }

    public int bit() {
        return bit;
    }
}

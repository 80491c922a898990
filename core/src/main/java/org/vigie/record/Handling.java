package org.vigie.record;

import java.util.List;
import java.util.Locale;
import org.vigie.geo.BadInput;

/// Who may see an entry at all. One bit each, so that the viewer's right is a single AND over a
/// column.
///
/// - `OPEN`: published elsewhere, e.g. an open data set.
/// - `MISSION`: every component of the mission; never outside.
/// - `PROTECTION`: protection, human rights, the operations centre and leadership.
/// - `SEALED`: named officers only; unsealing is an entry of its own.
/// - `WITHHELD`: nobody at all, the owner included, until what it waits for is said: a death of
///   which the next of kin do not know yet.
public enum Handling {
    OPEN(1),
    MISSION(2),
    PROTECTION(4),
    SEALED(8),
    WITHHELD(16);

    private final int bit;

    Handling(int bit) {
        this.bit = bit;
    }

    static boolean isBit(int bit) {
        return java.util.Arrays.stream(values()).anyMatch(handling -> handling.bit == bit);
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

    /// The word that options, mappings and files use.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What somebody says that a whole file is; single entries alone are sealed.
    public static Handling chosen(String code) {
        for (var handling : List.of(OPEN, MISSION, PROTECTION)) {
            if (handling.code().equals(code)) {
                return handling;
            }
        }
        throw new BadInput("handling", code, "open, mission or protection");
    }

    /// Whether what is said has a key of its own, which can be destroyed.
    public boolean isProtected() {
        return this == PROTECTION || this == SEALED || this == WITHHELD;
    }

    /// The one that fewer may see.
    public Handling stricter(Handling other) {
        return bit >= other.bit ? this : other;
    }

    public int bit() {
        return bit;
    }
}

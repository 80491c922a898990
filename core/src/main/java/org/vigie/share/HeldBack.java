package org.vigie.share;

import java.util.Locale;

/// Why a row was not given.
public enum HeldBack {
    /// A state is said to have attacked, and no protection officer has decided that it may leave.
    STATE_ACCUSED,
    /// It was too recent.
    TOO_RECENT,
    /// Nobody knows when it was, so nobody knows whether it is old enough.
    UNDATED,
    /// Too few others are like it, even in a whole country and year.
    TOO_FEW_ALIKE;

    /// The word that files use.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

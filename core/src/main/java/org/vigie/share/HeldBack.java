package org.vigie.share;

import java.util.Locale;

/// Why a row was not given.
public enum HeldBack {
    /// A state, or a force that may fight beside it, is said to have attacked, and no protection
    /// officer has decided that it may leave.
    STATE_ACCUSED,
    /// Nobody said what sort of actor attacked, so it may have been the state's forces; no
    /// protection officer has decided that it may leave.
    PERPETRATOR_UNKNOWN,
    /// The mission holds an account of the same incident that is not open.
    NOT_OPEN,
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

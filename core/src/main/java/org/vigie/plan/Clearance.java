package org.vigie.plan;

import org.vigie.geo.Wording;

/// How a clearance by the host state stands. Only the first two let anybody go.
public enum Clearance implements Wording {
    NOT_NEEDED,
    GRANTED,
    PENDING,
    NOT_ASKED,
    REFUSED;

    boolean allows() {
        return switch (this) {
            case NOT_NEEDED, GRANTED -> true;
            case PENDING, NOT_ASKED, REFUSED -> false;
        };
    }

    @Override
    public String english() {
        return switch (this) {
            case NOT_NEEDED -> "not needed";
            case GRANTED -> "granted";
            case PENDING -> "asked for and not answered yet";
            case NOT_ASKED -> "needed and not asked for yet";
            case REFUSED -> "refused";
        };
    }
}

package org.vigie.plan.medical;

import java.util.Collection;
import org.vigie.geo.Wording;

/// Whether something is met, over the whole range of what may happen.
public enum Verdict implements Wording {
    /// Also in the worst case.
    YES,
    /// Not even in the best case.
    NO,
    /// In some cases, or the register does not say enough.
    CANNOT_TELL;

    /// A chain holds no better than its weakest link.
    static Verdict all(Collection<Verdict> links) {
        if (links.contains(NO)) {
            return NO;
        }
        return links.contains(CANNOT_TELL) ? CANNOT_TELL : YES;
    }

    @Override
    public String english() {
        return switch (this) {
            case YES -> "met";
            case NO -> "not met";
            case CANNOT_TELL -> "cannot tell";
        };
    }
}

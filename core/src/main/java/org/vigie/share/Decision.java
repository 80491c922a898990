package org.vigie.share;

import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// A named protection officer's decision that rows may leave in which a state is said to have
/// attacked. It is written into the ledger with the export.
///
/// @param officer name and post of who decided
/// @param reason why nobody is endangered by it
public record Decision(String officer, String reason) {

    private static final int TEXT_MAX = 300;

    public Decision {
        officer = checked("protection officer", officer);
        reason = checked("reason", reason);
    }

    /// What was said of a decision; null when nothing was. Half a decision is none, and refused.
    public static @Nullable Decision of(@Nullable String officer, @Nullable String reason) {
        return officer == null && reason == null
                ? null
                : new Decision(officer == null ? "" : officer, reason == null ? "" : reason);
    }

    private static String checked(String field, String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new BadInput(field, null, "given");
        }
        if (stripped.length() > TEXT_MAX) {
            throw new BadInput(field, stripped, "at most " + TEXT_MAX + " letters");
        }
        return stripped;
    }
}

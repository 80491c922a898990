package org.vigie.watch;

import org.vigie.geo.BadInput;
import org.vigie.share.Identifying;

/// What an officer may write on a watch: short, and nothing by which somebody could be found.
///
/// It must not be trusted to find a name that stands alone: that takes a person.
public final class WatchText {

    /// Longest note, in letters.
    public static final int NOTE_MAX = 600;

    /// Longest text of a handover, in letters.
    public static final int HANDOVER_MAX = 2_000;

    /// Longest post or name, in letters.
    public static final int POST_MAX = 60;

    private WatchText() {}

    /// The text without the spaces around it, or [BadInput] that says what is wrong with it.
    public static String checked(String field, String text, int max) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new BadInput(field, "", "given");
        }
        if (stripped.length() > max) {
            throw new BadInput(field, stripped.length() + " letters", "at most " + max);
        }
        if (Identifying.find(stripped).isPresent()) {
            throw new BadInput(
                    field,
                    "a telephone, an address, a handle or a position",
                    "words by which nobody can be found");
        }
        return stripped;
    }
}

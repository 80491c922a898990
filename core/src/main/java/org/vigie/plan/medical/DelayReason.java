package org.vigie.plan.medical;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What kept a step on the way to care, to be chosen rather than written: whoever chooses tells
/// nothing of who it is. It stands at the head of a step's note, `escort` or `escort: at the ford`;
/// a note that begins otherwise is free text.
public enum DelayReason {
    WEATHER,
    CLEARANCE,
    AIRCRAFT,
    ESCORT,
    ROAD,
    SECURITY,
    OTHER;

    private static final String PARTED = ": ";

    /// `WEATHER` is written `weather`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The note of a reason, null for none, and of free text, which may be empty.
    public static String note(@Nullable DelayReason reason, String text) {
        if (reason == null) {
            return text;
        }
        return text.isEmpty() ? reason.code() : reason.code() + PARTED + text;
    }

    /// The reason that a note begins with.
    public static Optional<DelayReason> find(String note) {
        return Arrays.stream(values())
                .filter(one -> note.equals(one.code()) || note.startsWith(one.code() + PARTED))
                .findFirst();
    }

    /// The free text of a note, without its reason.
    public static String text(String note) {
        return find(note)
                .map(one ->
                        note.equals(one.code())
                                ? ""
                                : note.substring((one.code() + PARTED).length()))
                .orElse(note);
    }
}

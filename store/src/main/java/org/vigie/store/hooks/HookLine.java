package org.vigie.store.hooks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of the log of webhooks, or of e-mail: what was tried, never what it said.
///
/// @param hook code of the receiver
/// @param id of the message; the same at each try
/// @param event e.g. `alert.opened`
/// @param tries how often it was tried by then, this time included
/// @param outcome what came of it
/// @param detail the status that came back, or why none did
public record HookLine(
        Instant at,
        String hook,
        String id,
        String event,
        int tries,
        Outcome outcome,
        String detail) {

    /// What came of a try.
    public enum Outcome {
        DELIVERED,
        /// It will be tried again.
        FAILED,
        /// It was tried for the last time.
        GIVEN_UP,
        /// There was nothing that these readers may be told.
        NOTHING
    }

    private static final int PARTS = 7;
    private static final int DETAIL_MAX = 120;

    public HookLine {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        var plain = detail.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
        detail = plain.substring(0, Math.min(DETAIL_MAX, plain.length()));
    }

    String text() {
        return String.join(
                "\t", at.toString(), hook, id, event, "" + tries, outcome.name(), detail);
    }

    /// Empty for a line that a crash cut off.
    static Optional<HookLine> parse(String text) {
        var parts = text.split("\t", -1);
        var outcome = parts.length == PARTS ? outcome(parts[5]) : null;
        return outcome == null
                ? Optional.empty()
                : Optional.of(
                        new HookLine(
                                Instant.parse(parts[0]),
                                parts[1],
                                parts[2],
                                parts[3],
                                Integer.parseInt(parts[4], 10),
                                outcome,
                                parts[6]));
    }

    private static @Nullable Outcome outcome(String name) {
        for (var outcome : Outcome.values()) {
            if (outcome.name().equals(name)) {
                return outcome;
            }
        }
        return null;
    }
}

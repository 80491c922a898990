package org.vigie.record;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One handover of the watch. Folded from a picture by [Handovers].
///
/// @param given the entry with which it was given
/// @param signed the entry with which another officer took the watch over; empty until then
/// @param replaced whether the same officer gave another one before anybody signed this one
public record Handover(UUID id, Recorded given, Optional<Recorded> signed, boolean replaced) {

    /// The officer who leaves.
    public String giver() {
        return given.entry().author();
    }

    public Instant givenAt() {
        return given.recordedAt();
    }

    /// What was said; empty where that was erased.
    public Optional<Watchkeeping.HandoverGiven> findWhat() {
        return given.body() instanceof Watchkeeping.HandoverGiven what
                ? Optional.of(what)
                : Optional.empty();
    }

    /// The officer who took the watch over.
    public Optional<String> findSigner() {
        return signed.map(entry -> entry.entry().author());
    }

    /// Whether it waits for somebody to sign it.
    public boolean waits() {
        return signed.isEmpty() && !replaced;
    }
}

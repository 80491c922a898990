package org.vigie.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The body of an entry whose key was destroyed: nobody can read any longer what it said. That it
/// was there, when, and who wrote it stays; who erased it and why says a
/// [Housekeeping.KeyDestroyed] about the same subject.
///
/// @param kind the entry's kind, which is not erased
public record Erased(String kind) implements Body {

    /// The statement that an entry was erased.
    ///
    /// @param history entries about the same subject
    public static Optional<Recorded> findStatement(List<Recorded> history, UUID entry) {
        return history.stream()
                .filter(recorded ->
                        recorded.body() instanceof Housekeeping.KeyDestroyed destroyed
                                && destroyed.entry().equals(entry))
                .findFirst();
    }
}

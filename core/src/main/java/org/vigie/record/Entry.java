package org.vigie.record;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the ledger: a header that every kind shares, and a body that says what happened.
///
/// Three times are told apart: `happenedOn` (the world), `knownAt` (the mission) and, given by the
/// ledger alone, [Recorded#recordedAt] (the system).
///
/// @param id UUIDv7, made where the entry is born, or made of the names of what can be only once
///   (the closing of an alert); the same id twice is the same entry
/// @param subject the thing that this is about: an incident, an alert, a unit …
/// @param happenedOn when it was so in the world; null when unknown
/// @param knownAt when the mission knew; null means: when the system took it
/// @param author who says so: a person's post or name, or a program
/// @param supersedes the entry that this one corrects, retracts or undoes
public record Entry(
        UUID id,
        UUID subject,
        @Nullable Happened happenedOn,
        @Nullable Instant knownAt,
        String author,
        Component component,
        Handling handling,
        Origin origin,
        @Nullable UUID supersedes,
        Body body) {

    public String kind() {
        return Kinds.of(body);
    }

    public Optional<Happened> findHappenedOn() {
        return Optional.ofNullable(happenedOn);
    }

    /// The same entry, taking the place of an older one. The caller decides about `knownAt`:
    /// correcting a typing error keeps the old one, new knowledge does not (settled in
    /// `docs/decisions`).
    public Entry superseding(UUID older) {
        return new Entry(
                id, subject, happenedOn, knownAt, author, component, handling, origin, older, body);
    }

    /// The same entry, as far as somebody may read it.
    Entry saying(Body part) {
        return new Entry(
                id,
                subject,
                happenedOn,
                knownAt,
                author,
                component,
                handling,
                origin,
                supersedes,
                part);
    }

    /// The same entry, known at another time.
    public Entry knownAt(Instant moment) {
        return new Entry(
                id,
                subject,
                happenedOn,
                moment,
                author,
                component,
                handling,
                origin,
                supersedes,
                body);
    }
}

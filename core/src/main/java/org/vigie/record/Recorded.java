package org.vigie.record;

import java.time.Duration;
import java.time.Instant;

/// An entry that the ledger has taken.
///
/// @param seq position in the ledger, from 0, without gaps
/// @param recordedAt when the system took it; given by the ledger, never decreasing along `seq`
public record Recorded(long seq, Instant recordedAt, Entry entry) {

    /// A gap between knowing and recording that is more than a minute is shown as back-dated.
    private static final Duration BACK_DATED_AFTER = Duration.ofMinutes(1);

    /// When the mission knew: what the entry says, else when it was recorded.
    public Instant knownAt() {
        var said = entry.knownAt();
        return said == null ? recordedAt : said;
    }

    /// When it was so: what the entry says of the world, else when the mission knew.
    public Happened happened() {
        return entry.findHappenedOn().orElseGet(() -> Happened.at(knownAt()));
    }

    /// How long after knowing it was written down; zero when it was written down at once.
    public Duration delay() {
        var delay = Duration.between(knownAt(), recordedAt);
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    /// Whether `knownAt` lies so far before `recordedAt` that every screen must say so: the easiest
    /// field to falsify.
    public boolean backDated() {
        return delay().compareTo(BACK_DATED_AFTER) > 0;
    }

    public Body body() {
        return entry.body();
    }
}

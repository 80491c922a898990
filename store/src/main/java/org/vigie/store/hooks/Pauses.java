package org.vigie.store.hooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How long after each vain try the next one comes, as the Standard Webhooks propose; after the
/// last the event is given up, about three days after the first.
public final class Pauses {

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    private Pauses() {}

    /// When it is tried again.
    ///
    /// @param tried how often it was tried in vain, at least once
    static Instant after(int tried, Instant now) {
        return now.plus(PAUSES.get(Math.min(tried, PAUSES.size()) - 1));
    }

    /// Whether no other try is to follow.
    ///
    /// @param tried how often it was tried in vain
    public static boolean exhausted(int tried) {
        return tried > PAUSES.size();
    }
}

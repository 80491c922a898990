package org.vigie.store.hooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How far a webhook has been told. What it has not been told of yet are the entries of the ledger
/// after this one, so nothing that waits can be lost: there is no queue beside the ledger.
///
/// @param seq the last entry that it was told of, or that was given up
/// @param tries how often the next one was tried in vain
/// @param nextAt not tried again before
public record HookProgress(long seq, int tries, Instant nextAt) {

    /// How long after each vain try the next one comes, as the Standard Webhooks propose; after the
    /// last the event is given up, about three days after the first.
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

    public static HookProgress after(long seq) {
        return new HookProgress(seq, 0, Instant.EPOCH);
    }

    /// Whether the last try was in vain, and no other is to follow.
    public boolean exhausted() {
        return tries > PAUSES.size();
    }

    /// After one more vain try.
    public HookProgress failed(Instant now) {
        int tried = tries + 1;
        var pause = PAUSES.get(Math.min(tried, PAUSES.size()) - 1);
        return new HookProgress(seq, tried, now.plus(pause));
    }
}

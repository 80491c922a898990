package org.vigie.store.hooks;

import java.time.Instant;

/// How far a receiver has been told of the ledger. What it has not been told of yet are the entries
/// after this one, so nothing that waits can be lost: there is no queue beside the ledger.
///
/// @param seq the last entry that it was told of, or that was given up
/// @param tries how often the next one was tried in vain
/// @param nextAt not tried again before
public record HookProgress(long seq, int tries, Instant nextAt) {

    public static HookProgress after(long seq) {
        return new HookProgress(seq, 0, Instant.EPOCH);
    }

    /// After one more vain try.
    public HookProgress failed(Instant now) {
        return new HookProgress(seq, tries + 1, Pauses.after(tries + 1, now));
    }
}

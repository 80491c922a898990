package org.vigie.store.hooks;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// What a receiver has been told of that no entry brought but the clock: each by a key, as long as
/// it still stands.
///
/// @param told what it was told of, or was given up
/// @param forgotten how many it was told of that were over since: what stands again is told again,
///   and must not look like a repeat
/// @param trying what was tried last in vain; empty for nothing
/// @param tries how often that was tried
/// @param nextAt not tried again before
public record ClockProgress(
        Set<String> told, long forgotten, String trying, int tries, Instant nextAt) {

    public static final ClockProgress NOTHING =
            new ClockProgress(Set.of(), 0, "", 0, Instant.EPOCH);

    public ClockProgress {
        told = Set.copyOf(told);
    }

    /// Nothing of these is to be told.
    public static ClockProgress knowing(Set<String> keys) {
        return new ClockProgress(keys, 0, "", 0, Instant.EPOCH);
    }

    /// Whether this may be tried by now: what was never tried waits for nothing.
    public boolean mayTry(String key, Instant now) {
        return !key.equals(trying) || !nextAt.isAfter(now);
    }

    /// How often this was tried in vain.
    public int triesOf(String key) {
        return key.equals(trying) ? tries : 0;
    }

    /// After it was told of one, or that was given up.
    public ClockProgress done(String key) {
        var more = new TreeSet<>(told);
        more.add(key);
        return new ClockProgress(more, forgotten, "", 0, Instant.EPOCH);
    }

    /// After one more vain try of one.
    public ClockProgress failed(String key, Instant now) {
        int tried = triesOf(key) + 1;
        return new ClockProgress(told, forgotten, key, tried, Pauses.after(tried, now));
    }

    /// Without what stands no longer.
    public ClockProgress within(Set<String> standing) {
        var kept = new TreeSet<>(told);
        kept.retainAll(standing);
        int more = told.size() - kept.size();
        return more == 0 ? this : new ClockProgress(kept, forgotten + more, trying, tries, nextAt);
    }
}

package org.vigie.server.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.vigie.record.Ledger;

/// The clock by which pages say *now*: that of the machine, but never before the newest entry. A
/// clock that was ahead and is right again would otherwise hide every new warning until it catches
/// up, for entries are never recorded before those that came before them.
///
/// @param machine the clock of the machine
public record LedgerClock(InstantSource machine, Ledger real, Ledger exercise)
        implements InstantSource {

    @Override
    public Instant instant() {
        var now = machine.instant();
        var newest = later(real.newest(), exercise.newest());
        return later(now, newest);
    }

    /// How far the machine's clock is behind the newest entry; zero when it is not.
    public Duration behind() {
        var now = machine.instant();
        var newest = later(real.newest(), exercise.newest());
        return newest.isAfter(now) ? Duration.between(now, newest) : Duration.ZERO;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

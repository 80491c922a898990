package org.vigie.server;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.vigie.record.Entry;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;

/// A ledger that is far away: writing takes a while, and its pictures end where its clock stood.
record FarLedger(Ledger ledger, Instant until, Duration pause) implements Ledger {

    @Override
    public Receipt append(Iterable<Entry> entries) throws IOException {
        LockSupport.parkNanos(pause.toNanos());
        return ledger.append(entries);
    }

    @Override
    public Receipt attach(Entry entry, byte[] file) throws IOException {
        return ledger.attach(entry, file);
    }

    @Override
    public Optional<byte[]> attached(UUID entry, Viewer viewer) throws IOException {
        return ledger.attached(entry, viewer);
    }

    @Override
    public Picture asOf(Instant known, Instant recorded, Viewer viewer) throws IOException {
        return ledger.asOf(earlier(known), earlier(recorded), viewer);
    }

    @Override
    public Instant newest() {
        return earlier(ledger.newest());
    }

    private Instant earlier(Instant asked) {
        return asked.isAfter(until) ? until : asked;
    }

    @Override
    public List<Recorded> history(UUID subject, Viewer viewer) throws IOException {
        return ledger.history(subject, viewer);
    }

    @Override
    public Optional<Recorded> find(long seq, Viewer viewer) throws IOException {
        return ledger.find(seq, viewer);
    }

    @Override
    public Optional<Recorded> find(UUID entry, Viewer viewer) throws IOException {
        return ledger.find(entry, viewer);
    }

    @Override
    public void read(Set<String> kinds, Viewer viewer, Consumer<Recorded> reader)
            throws IOException {
        ledger.read(kinds, viewer, reader);
    }
}

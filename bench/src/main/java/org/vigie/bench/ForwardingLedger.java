package org.vigie.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.vigie.record.Entry;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;

/// A ledger that lets everything through to another, but for what a subclass changes.
abstract class ForwardingLedger implements Ledger {

    final Ledger ledger;

    ForwardingLedger(Ledger ledger) {
        this.ledger = ledger;
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
        return ledger.asOf(known, recorded, viewer);
    }

    @Override
    public Instant newest() {
        return ledger.newest();
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

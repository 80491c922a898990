package org.vigie.cli;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.KeptFiles;
import org.vigie.record.Ledger;
import org.vigie.store.access.AccessStore;
import org.vigie.store.ledger.Checkpoint;
import org.vigie.store.ledger.Erasure;
import org.vigie.store.ledger.Proofs;
import org.vigie.store.ledger.Store;
import org.vigie.store.ledger.Verification;
import org.vigie.store.ledger.VerifyingKey;

/// The ledgers of the store: in Vigie's own database, or in one that somebody else looks after.
final class StoreLedgers implements Ledgers {

    /// Beside a database of somebody else's, the signing key still lives in the data folder.
    private static final String KEYS = "keys";

    @Override
    public OpenLedger open(Where where) throws IOException {
        var url = where.databaseUrl();
        var store =
                (url == null
                                ? Store.open(where.data())
                                : Store.open(url, where.data().resolve(KEYS)))
                        .closedAtExit();
        return opened(store, where);
    }

    @Override
    public OpenLedger openExisting(Where where) throws IOException {
        var url = where.databaseUrl();
        if (url != null) {
            Store.requireLedger(url, where.exercise());
            return open(where);
        }
        var store = Store.openExisting(where.data()).closedAtExit();
        try {
            store.requireLedger(where.exercise());
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
        return opened(store, where);
    }

    private static OpenLedger opened(Store store, Where where) throws IOException {
        try {
            return new OpenStore(store, store.ledger(where.exercise()));
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private record OpenStore(Store store, Store.Opened opened) implements OpenLedger {

        @Override
        public Ledger ledger() {
            return opened.ledger();
        }

        @Override
        public KeptFiles keptFiles() {
            return opened.files()::keep;
        }

        @Override
        public Verification verify(
                @Nullable Checkpoint outside, @Nullable VerifyingKey trusted, boolean files)
                throws IOException {
            return opened.verify(outside, trusted, files);
        }

        @Override
        public Proofs proofs() throws IOException {
            return opened.proofs();
        }

        @Override
        public Verification.Gone erase(Erasure erasure, UUID id) throws IOException {
            return opened.erase(erasure, id);
        }

        @Override
        public AccessStore access() {
            return AccessStore.on(opened.source());
        }

        @Override
        public void close() throws IOException {
            store.close();
        }
    }
}

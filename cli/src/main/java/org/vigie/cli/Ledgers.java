package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.KeptFiles;
import org.vigie.record.Ledger;
import org.vigie.store.access.AccessStore;
import org.vigie.store.ledger.Checkpoint;
import org.vigie.store.ledger.Erasure;
import org.vigie.store.ledger.Proofs;
import org.vigie.store.ledger.Verification;
import org.vigie.store.ledger.VerifyingKey;

/// Opens the ledger that a command works on. Two of them: the one of the store, and one in memory
/// for tests.
interface Ledgers {

    /// Opens a ledger to write in it; makes it when it is not there.
    OpenLedger open(Where where) throws IOException;

    /// Opens a ledger that somebody has written in before.
    ///
    /// @throws IOException when there is none; then nothing was made
    default OpenLedger openExisting(Where where) throws IOException {
        return open(where);
    }

    /// Which ledger is meant.
    ///
    /// @param data folder of Vigie's own database, when `databaseUrl` is null
    /// @param exercise the ledger of exercises, never mixed with the real one
    record Where(Path data, @Nullable String databaseUrl, boolean exercise) {}

    /// A ledger for the length of one command.
    interface OpenLedger extends AutoCloseable {

        Ledger ledger();

        KeptFiles keptFiles();

        /// Checks the whole ledger; see [Verification].
        ///
        /// @param outside a checkpoint that somebody kept outside, or null
        /// @param trusted the only key whose signatures count, or null
        /// @param files whether the files that imports brought are read again too
        Verification verify(
                @Nullable Checkpoint outside, @Nullable VerifyingKey trusted, boolean files)
                throws IOException;

        /// What can be proven to somebody who has no access to the ledger.
        Proofs proofs() throws IOException;

        /// Makes a protected body unreadable for everybody.
        ///
        /// @param id of the entry that says so
        Verification.Gone erase(Erasure erasure, UUID id) throws IOException;

        /// Who may sign in to the server of this ledger.
        AccessStore access();

        @Override
        void close() throws IOException;
    }
}

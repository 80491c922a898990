package org.vigie.store.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.vigie.store.DataFolder;
import org.vigie.store.Database;
import org.vigie.store.Lease;
import org.vigie.store.Migrations;
import org.vigie.store.Role;

/// A data folder or a database, opened: the way to its two ledgers, the real one and that of
/// exercises. They are two databases and share nothing but the signing key.
public final class Store implements AutoCloseable {

    private final Database database;
    private final @Nullable Lease lease;
    private final SigningKey key;

    private Store(Database database, @Nullable Lease lease, SigningKey key) {
        this.database = database;
        this.lease = lease;
        this.key = key;
    }

    /// Joins the database of a data folder or starts it; makes everything that is missing.
    public static Store open(Path folder) throws IOException {
        var lease = DataFolder.open(folder);
        try {
            return new Store(new Database.Embedded(lease), lease, SigningKey.in(lease.keys()));
        } catch (IOException | RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    /// The same for a data folder that holds ledgers; makes none.
    ///
    /// @throws IOException when it holds none
    public static Store openExisting(Path folder) throws IOException {
        DataFolder.requireDatabase(folder);
        return open(folder);
    }

    /// Uses a database that somebody else looks after.
    ///
    /// @param url the value of `--database-url`
    /// @param keys the folder of this program's signing key
    public static Store open(String url, Path keys) throws IOException {
        return new Store(Database.External.of(url), null, SigningKey.in(keys));
    }

    /// Refuses a ledger that nobody has written in yet, and makes nothing.
    public void requireLedger(boolean exercise) throws IOException {
        requireLedger(database, exercise, "--data");
    }

    /// The same in a database that somebody else looks after.
    ///
    /// @param url the value of `--database-url`
    public static void requireLedger(String url, boolean exercise) throws IOException {
        requireLedger(Database.External.of(url), exercise, "--database-url");
    }

    private static void requireLedger(Database database, boolean exercise, String option)
            throws IOException {
        if (Migrations.LEDGER.begun(database, exercise)) return;
        if (exercise)
            throw new IOException(
                    "No ledger of exercises is there yet: play a chronology or import with --exercise first, or check %s."
                            .formatted(option));
        boolean playedOnly = option.equals("--data") && Migrations.LEDGER.begun(database, true);
        throw new IOException(
                playedOnly
                        ? "Only a ledger of exercises is there: add --exercise, or import a file first."
                        : "No ledger is there yet: import a file or run vigie up first, or check %s."
                                .formatted(option));
    }

    /// Lets go of the database when the program ends, however it ends short of a kill: for
    /// commands. A server closes its store itself, after its last request.
    public Store closedAtExit() {
        if (lease != null) {
            lease.closedAtExit();
        }
        return this;
    }

    /// One ledger of a store.
    ///
    /// @param files the files that its imports brought
    /// @param scrub takes what was deleted off the pages of the database
    public record Opened(SqlLedger ledger, KeptFiles files, DataSource source, Scrub scrub) {

        /// Checks the whole ledger and the files that it was made of; see [Verification].
        public Verification verify(@Nullable Checkpoint outside, @Nullable VerifyingKey trusted)
                throws IOException {
            return verify(outside, trusted, true);
        }

        /// The same.
        ///
        /// @param outside a checkpoint that somebody kept elsewhere, or null
        /// @param trusted the only key whose signatures count, or null for those of the folder
        /// @param files whether the files that imports brought are read again too
        public Verification verify(
                @Nullable Checkpoint outside, @Nullable VerifyingKey trusted, boolean files)
                throws IOException {
            ledger.sealIfPossible();
            ledger.forgetSaved();
            var trust = ledger.trust();
            var found =
                    Verification.of(
                            source, new Verification.Against(trust, outside, trusted, files));
            var note = found.checkpoint();
            if (found.ok() && note != null) {
                trust.keep(Checkpoint.parse(note));
            }
            return found;
        }

        /// Seals what a program that died left unsealed, and marks that nothing else was there: to
        /// be called every minute or so by a program that runs for long.
        public void watch() throws IOException {
            ledger.seal();
        }

        /// What can be proven to somebody who has no access to the ledger.
        public Proofs proofs() throws IOException {
            ledger.seal();
            return new Proofs(source);
        }

        /// Makes a protected body unreadable for everybody; see [Erasure].
        ///
        /// @param id of the entry that says so
        public Verification.Gone erase(Erasure erasure, UUID id) throws IOException {
            return erasure.run(ledger, scrub, id);
        }
    }

    /// Rewrites the table of keys, so that a deleted one is not left behind on a page.
    @FunctionalInterface
    public interface Scrub {

        /// Does so now.
        void run() throws IOException;
    }

    /// Opens the real ledger or that of exercises, migrating its database when that is needed.
    public Opened ledger(boolean exercise) throws IOException {
        return ledger(exercise, database.source(exercise, Role.APPLICATION));
    }

    /// The same over connections that the caller pools; they must be those of [#source].
    public Opened ledger(boolean exercise, DataSource source) throws IOException {
        Migrations.LEDGER.apply(database, exercise);
        return new Opened(
                SqlLedger.open(source, key, trust(exercise), saved(exercise)),
                new KeptFiles(source),
                source,
                () -> scrub(exercise));
    }

    private Trust trust(boolean exercise) {
        return key.trust(database.label() + (exercise ? "exercise" : "real"));
    }

    private @Nullable SavedHistory saved(boolean exercise) {
        return lease == null
                ? null
                : new SavedHistory(
                        lease.folder()
                                .resolve("columns")
                                .resolve(exercise ? "exercise.columns" : "real.columns"));
    }

    private void scrub(boolean exercise) throws IOException {
        try (var owner = database.connect(exercise, Role.OWNER);
                var statement = owner.createStatement()) {
            statement.execute("vacuum (full) body_key, kept_key");
        } catch (SQLException e) {
            throw new IOException(
                    "The key is destroyed, and the ledger says so; but the pages on which it stood could not be rewritten: let the owner of the database run: vacuum (full) body_key, kept_key",
                    e);
        }
    }

    /// Connections of the program at work, for a pool.
    public DataSource source(boolean exercise) {
        return database.source(exercise, Role.APPLICATION);
    }

    /// The public half of the key that signs here, for whoever wants to check from outside.
    public VerifyingKey publicKey() {
        return key.verifying();
    }

    /// Lets go of the database; the last program out stops it.
    @Override
    public void close() throws IOException {
        if (lease != null) {
            lease.close();
        }
    }
}

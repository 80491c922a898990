package org.vigie.store.ledger;

import java.io.IOException;
import java.nio.file.Path;
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

    /// Uses a database that somebody else looks after.
    ///
    /// @param url the value of `--database-url`
    /// @param keys the folder of this program's signing key
    public static Store open(String url, Path keys) throws IOException {
        return new Store(Database.External.of(url), null, SigningKey.in(keys));
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
    public record Opened(SqlLedger ledger, KeptFiles files, DataSource source) {

        /// Checks the whole ledger; see [Verification].
        public Verification verify(@Nullable Checkpoint outside, @Nullable VerifyingKey trusted)
                throws IOException {
            ledger.seal();
            return Verification.of(source, outside, trusted);
        }
    }

    /// Opens the real ledger or that of exercises, migrating its database when that is needed.
    public Opened ledger(boolean exercise) throws IOException {
        return ledger(exercise, database.source(exercise, Role.APPLICATION));
    }

    /// The same over connections that the caller pools; they must be those of [#source].
    public Opened ledger(boolean exercise, DataSource source) throws IOException {
        Migrations.LEDGER.apply(database, exercise);
        return new Opened(
                SqlLedger.open(source, key, saved(exercise)), new KeptFiles(source), source);
    }

    private @Nullable SavedHistory saved(boolean exercise) {
        return lease == null
                ? null
                : new SavedHistory(
                        lease.folder()
                                .resolve("columns")
                                .resolve(exercise ? "exercise.columns" : "real.columns"));
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

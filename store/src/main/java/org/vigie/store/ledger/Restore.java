package org.vigie.store.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Housekeeping;
import org.vigie.record.Kinds;
import org.vigie.store.DataFolder;
import org.vigie.store.Database;
import org.vigie.store.Lease;
import org.vigie.store.Migrations;
import org.vigie.store.Role;

/// Makes a data folder of a backup: under another name first, so that a folder under its own name
/// is always whole.
public final class Restore {

    private static final String HALF = ".restoring";

    private Restore() {}

    /// Makes the folder.
    ///
    /// @param keys the file with the keys, or null: then protected bodies stay closed
    /// @param folder absent or empty
    /// @param progress is told how many rows are restored
    public static void run(Path backup, @Nullable Path keys, Path folder, LongConsumer progress)
            throws IOException {
        refuseUsed(folder);
        try (var file = new BackupFile("backup", backup, Backup.FORMAT);
                var keyFile =
                        keys == null ? null : new BackupFile("keys", keys, Backup.KEYS_FORMAT)) {
            var absolute = folder.toAbsolutePath();
            var half = absolute.resolveSibling(absolute.getFileName() + HALF);
            remove(half);
            boolean done = false;
            try {
                fill(half, file, keyFile, progress);
                Files.deleteIfExists(absolute);
                Files.move(half, absolute, StandardCopyOption.ATOMIC_MOVE);
                done = true;
            } finally {
                if (!done) {
                    remove(half);
                }
            }
        }
    }

    private static void refuseUsed(Path folder) throws IOException {
        if (Files.exists(folder)) {
            if (!Files.isDirectory(folder)) {
                throw new BadInput("data", folder, "a folder that is empty or not there");
            }
            try (var inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new BadInput("data", folder, "a folder that is empty or not there");
                }
            }
        }
    }

    /// What a restore that was killed left behind, its PostgreSQL included.
    private static void remove(Path half) throws IOException {
        if (Files.exists(half)) {
            DataFolder.open(half).close();
            DataFolder.delete(half);
        }
    }

    private static void fill(
            Path half, BackupFile file, @Nullable BackupFile keyFile, LongConsumer progress)
            throws IOException {
        try (var lease = DataFolder.open(half).closedAtExit()) {
            if (keyFile != null) {
                signingKey(keyFile, lease);
            }
            var database = new Database.Embedded(lease);
            var sources = new Sources(file, keyFile);
            var signers = new LinkedHashSet<String>();
            for (boolean exercise : List.of(false, true)) {
                var name = exercise ? DataFolder.EXERCISE : DataFolder.REAL;
                if (file.holds(name)) {
                    Migrations.LEDGER.apply(database, exercise);
                    try (var owner = database.connect(exercise, Role.OWNER)) {
                        Transaction.of(owner, () -> tables(owner, name, sources, progress));
                        signers.addAll(signers(owner));
                    } catch (SQLException e) {
                        throw Database.explain(
                                database.source(exercise, Role.OWNER),
                                "the backup could not be restored",
                                e);
                    }
                }
            }
            Trust.add(lease.keys(), signers);
        }
    }

    /// The keys that signed the ledger before it came here: who restores a backup trusts it.
    private static List<String> signers(Connection owner) throws SQLException {
        var keys = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var result = statement.executeQuery("select public_key from signer")) {
            while (result.next()) {
                keys.add(VerifyingKey.parse(result.getString(1)).toString());
            }
        }
        return keys;
    }

    /// With the old key the folder goes on signing as before.
    private static void signingKey(BackupFile keys, Lease lease) throws IOException {
        for (var name : List.of(Backup.SIGNING_KEY, Backup.SIGNING_PUB)) {
            if (keys.names().contains(name)) {
                SigningKey.put(lease.keys(), name, keys.small(name));
            }
        }
    }

    /// The files that a folder is made of.
    private record Sources(BackupFile file, @Nullable BackupFile keys) {}

    private static long tables(
            Connection owner, String database, Sources sources, LongConsumer progress)
            throws SQLException, IOException {
        var file = sources.file;
        var keyFile = sources.keys;
        var counter = new Counter(progress);
        for (var table : Backup.TABLES) {
            file.restore(owner, database, table, counter::add);
        }
        if (keyFile != null && keyFile.holds(database)) {
            for (var table : Backup.KEY_TABLES) {
                keyFile.restore(owner, database, table, counter::add);
            }
        }
        try (var statement = owner.createStatement()) {
            statement.execute(
                    "select setval('batch_id', (select coalesce(max(id), 0) + 1 from batch), false)");
        }
        destroyAgain(owner);
        return counter.rows;
    }

    /// The keys may be older than the backup: what was erased in between stays erased.
    private static void destroyAgain(Connection owner) throws SQLException, IOException {
        var erased =
                "select e.id, f.body::json->>'sha256', e.line from entry d join entry e on e.id = (d.body::json->>'entry')::uuid"
                        + " left join entry f on f.id = e.import_id where d.kind = '"
                        + Kinds.of(Housekeeping.KeyDestroyed.class)
                        + "'";
        try (var statement = owner.createStatement();
                var result = statement.executeQuery(erased)) {
            while (result.next()) {
                BodyKeys.delete(owner, result.getObject(1, UUID.class));
                var sha256 = result.getString(2);
                if (sha256 != null) {
                    KeptBlocks.destroy(owner, sha256, result.getInt(3));
                }
            }
        }
    }

    private static final class Counter {
        private final LongConsumer progress;
        private long rows;

        Counter(LongConsumer progress) {
            this.progress = progress;
        }

        void add(long more) {
            rows += more;
            progress.accept(rows);
        }
    }
}

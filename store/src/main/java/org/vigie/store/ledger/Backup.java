package org.vigie.store.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.vigie.geo.BadInput;
import org.vigie.store.DataFolder;
import org.vigie.store.Lease;
import org.vigie.store.Migrations;
import org.vigie.store.Role;

/// A copy of a data folder's two ledgers in one file, made while programs go on writing: each
/// ledger as it stood at one moment. `docs/backup.md` says how the file is made up.
///
/// The keys of protected bodies and kept records and the key that signs are not in it: they go into
/// a second file, to be kept apart, so that who finds the backup reads no protected body, and what
/// is erased later is erased there too once the second file is replaced.
public final class Backup {

    /// What stands in the manifest of the one file and of the other.
    static final String FORMAT = "vigie-backup-1";

    /// The same for the file with the keys.
    static final String KEYS_FORMAT = "vigie-backup-keys-1";

    static final String MANIFEST = "manifest.json";
    static final String SIGNING_KEY = "signing.key";
    static final String SIGNING_PUB = "signing.pub";

    /// The tables that go into the file with the keys.
    static final List<String> KEY_TABLES = List.of("body_key", "kept_key");

    /// In the order in which they are restored.
    static final List<String> TABLES =
            List.of(
                    "ledger",
                    "batch",
                    "entry",
                    "leaf",
                    "checkpoint",
                    "signer",
                    "kept_file",
                    "kept_block",
                    "attachment");

    private Backup() {}

    /// What is in the file.
    ///
    /// @param form of the tables, as [Migrations#newest] counts
    public record Manifest(String format, int form, List<Part> parts) {

        public Manifest {
            parts = List.copyOf(parts);
            Proof.require("format", format);
        }
    }

    /// One table of one ledger, or another file.
    ///
    /// @param name in the zip, e.g. `vigie/entry.copy`
    /// @param columns of the table, in the order in which they stand; empty for another file
    /// @param rows of the table
    /// @param sha256 of the bytes, in hex
    public record Part(String name, List<String> columns, long rows, long bytes, String sha256) {

        public Part {
            columns = List.copyOf(columns);
            Proof.require("name", name);
            Proof.require("sha256", sha256);
        }
    }

    /// What a backup held.
    ///
    /// @param entries of both ledgers
    /// @param rows of all tables
    public record Made(long entries, long rows) {}

    /// Writes the backup, and the keys if a file for them is named.
    ///
    /// @param progress is told how many rows are written
    public static Made write(Path folder, Path out, @Nullable Path keys, LongConsumer progress)
            throws IOException {
        DataFolder.requireDatabase(folder);
        if (keys != null && Files.exists(keys)) {
            throw new BadInput("keys", keys, "a file that is not there yet");
        }
        try (var lease = DataFolder.open(folder).closedAtExit();
                var real = new Snapshot(lease, DataFolder.REAL);
                var exercise = new Snapshot(lease, DataFolder.EXERCISE)) {
            var snapshots = List.of(real, exercise);
            if (keys != null) {
                WholeFile.write(keys, file -> keys(lease, snapshots, file));
            }
            return WholeFile.write(out, file -> tables(snapshots, file, progress));
        }
    }

    private static Made tables(List<Snapshot> snapshots, OutputStream file, LongConsumer progress)
            throws IOException {
        try (var zip = zip(file)) {
            var writer = new Writer(zip, progress);
            for (var snapshot : snapshots) {
                for (var table : TABLES) {
                    writer.table(snapshot, table);
                }
            }
            writer.manifest(FORMAT);
            return new Made(writer.entries, writer.rows);
        }
    }

    private static long keys(Lease lease, List<Snapshot> snapshots, OutputStream file)
            throws IOException {
        try (var zip = zip(file)) {
            var writer = new Writer(zip, rows -> {});
            for (var snapshot : snapshots) {
                for (var table : KEY_TABLES) {
                    writer.table(snapshot, table);
                }
            }
            for (var name : List.of(SIGNING_KEY, SIGNING_PUB)) {
                var key = lease.keys().resolve(name);
                if (Files.isRegularFile(key)) {
                    writer.file(name, Files.readAllBytes(key));
                }
            }
            writer.manifest(KEYS_FORMAT);
            return writer.rows;
        }
    }

    private static ZipOutputStream zip(OutputStream file) {
        var zip = new ZipOutputStream(file, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        return zip;
    }

    /// One ledger at one moment, however long it takes to write it down.
    static final class Snapshot implements AutoCloseable {

        private final String database;
        private final Connection connection;

        Snapshot(Lease lease, String database) throws IOException {
            this.database = database;
            this.connection = lease.connect(database, Role.OWNER);
            try {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setReadOnly(true);
                try (var statement = connection.createStatement()) {
                    statement.execute("select 1");
                }
            } catch (SQLException e) {
                throw trouble(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                connection.close();
            } catch (SQLException e) {
                throw trouble(e);
            }
        }
    }

    /// Columns of a table; empty when there is no such table.
    static List<String> columns(Connection connection, String table) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select column_name from information_schema.columns where table_schema = 'public' and table_name = ? order by ordinal_position")) {
            query.setString(1, table);
            try (var result = query.executeQuery()) {
                var columns = new ArrayList<String>();
                while (result.next()) {
                    columns.add(result.getString(1));
                }
                return columns;
            }
        }
    }

    static IOException trouble(SQLException e) {
        return new IOException("The database could not be copied: " + e.getMessage(), e);
    }

    /// Writes parts and remembers what they are.
    private static final class Writer {

        private final ZipOutputStream zip;
        private final LongConsumer progress;
        private final List<Part> parts = new ArrayList<>();
        private long rows;
        private long entries;

        Writer(ZipOutputStream zip, LongConsumer progress) {
            this.zip = zip;
            this.progress = progress;
        }

        void table(Snapshot snapshot, String table) throws IOException {
            try {
                var columns = columns(snapshot.connection, table);
                if (columns.isEmpty()) {
                    return; // nobody has used this ledger yet
                }
                var name = snapshot.database + "/" + table + ".copy";
                zip.putNextEntry(new ZipEntry(name));
                var copied = copy(snapshot.connection, table, columns);
                zip.closeEntry();
                parts.add(new Part(name, columns, copied.rows, copied.bytes, copied.sha256));
                entries += table.equals("entry") ? copied.rows : 0;
            } catch (SQLException e) {
                throw trouble(e);
            }
        }

        private record Copied(long rows, long bytes, String sha256) {}

        private Copied copy(Connection connection, String table, List<String> columns)
                throws SQLException, IOException {
            MessageDigest digest = LeafTree.sha256();
            long bytes = 0;
            long before = rows;
            var copy =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "copy %s (%s) to stdout (format binary)"
                                            .formatted(table, String.join(", ", columns)));
            try {
                for (var part = copy.readFromCopy(); part != null; part = copy.readFromCopy()) {
                    digest.update(part);
                    zip.write(part);
                    bytes += part.length;
                    progress.accept(++rows);
                }
                rows = before + copy.getHandledRowCount();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            var sha256 = HexFormat.of().formatHex(digest.digest());
            return new Copied(rows - before, bytes, sha256);
        }

        void file(String name, byte[] content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
            var sha256 = HexFormat.of().formatHex(LeafTree.sha256().digest(content));
            parts.add(new Part(name, List.of(), 0, content.length, sha256));
        }

        void manifest(String format) throws IOException {
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(CanonicalJson.bytes(new Manifest(format, Migrations.LEDGER.newest(), parts)));
            zip.closeEntry();
        }
    }
}

package org.vigie.store.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
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
    private static final int CHUNK = 1 << 17;
    private static final long MANIFEST_BYTES_MAX = 1 << 20;
    private static final long KEY_BYTES_MAX = 1 << 16;

    private Restore() {}

    /// Makes the folder.
    ///
    /// @param keys the file with the keys, or null: then protected bodies stay closed
    /// @param folder absent or empty
    /// @param progress is told how many rows are restored
    public static void run(Path backup, @Nullable Path keys, Path folder, LongConsumer progress)
            throws IOException {
        refuseUsed(folder);
        try (var file = new Opened("backup", backup, Backup.FORMAT);
                var keyFile = keys == null ? null : new Opened("keys", keys, Backup.KEYS_FORMAT)) {
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
            Path half, Opened file, @Nullable Opened keyFile, LongConsumer progress)
            throws IOException {
        try (var lease = DataFolder.open(half).closedAtExit()) {
            if (keyFile != null) {
                keyFile.signingKey(lease);
            }
            var database = new Database.Embedded(lease);
            var sources = new Sources(file, keyFile);
            for (boolean exercise : List.of(false, true)) {
                var name = exercise ? DataFolder.EXERCISE : DataFolder.REAL;
                if (file.holds(name)) {
                    Migrations.LEDGER.apply(database, exercise);
                    try (var owner = database.connect(exercise, Role.OWNER)) {
                        Transaction.of(owner, () -> tables(owner, name, sources, progress));
                    } catch (SQLException e) {
                        throw Database.explain(
                                database.source(exercise, Role.OWNER),
                                "the backup could not be restored",
                                e);
                    }
                }
            }
        }
    }

    /// The files that a folder is made of.
    private record Sources(Opened file, @Nullable Opened keys) {}

    private static long tables(
            Connection owner, String database, Sources sources, LongConsumer progress)
            throws SQLException, IOException {
        var file = sources.file;
        var keyFile = sources.keys;
        var counter = new Counter(progress);
        for (var table : Backup.TABLES) {
            file.restore(owner, database, table, counter);
        }
        if (keyFile != null && keyFile.holds(database)) {
            keyFile.restore(owner, database, Backup.BODY_KEY, counter);
        }
        try (var statement = owner.createStatement()) {
            statement.execute(
                    "select setval('batch_id', (select coalesce(max(id), 0) + 1 from batch), false)");
            // The keys may be older than the backup: what was erased in between stays erased.
            statement.execute(
                    "delete from body_key where id in (select (body::json->>'entry')::uuid from entry where kind = '"
                            + Kinds.of(Housekeeping.KeyDestroyed.class)
                            + "')");
        }
        return counter.rows;
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

    /// A file of a backup, and what it says of itself.
    private static final class Opened implements AutoCloseable {

        private final String option;
        private final Path path;
        private final ZipFile zip;
        private final Backup.Manifest manifest;

        Opened(String option, Path path, String format) throws IOException {
            this.option = option;
            this.path = path;
            if (!Files.isRegularFile(path)) {
                throw new BadInput(option, path, "a file that is there");
            }
            try {
                zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            } catch (ZipException e) {
                throw new BadInput(option, path, "a backup of Vigie, whole (it may be cut off)", e);
            }
            boolean read = false;
            try {
                manifest = manifest(format);
                read = true;
            } finally {
                if (!read) {
                    zip.close();
                }
            }
        }

        private Backup.Manifest manifest(String format) throws IOException {
            var entry = zip.getEntry(Backup.MANIFEST);
            if (entry == null) {
                throw new BadInput(option, path, "a backup of Vigie (it has no manifest)");
            }
            String text;
            try (var in = zip.getInputStream(entry)) {
                text = new String(in.readNBytes((int) MANIFEST_BYTES_MAX), StandardCharsets.UTF_8);
            } catch (ZipException e) {
                throw damaged(Backup.MANIFEST, e);
            }
            Backup.Manifest found;
            try {
                found = Proof.read(text, Backup.Manifest.class);
            } catch (BadInput e) {
                throw damaged(Backup.MANIFEST, e);
            }
            if (!found.format().equals(format)) {
                throw new BadInput(
                        option,
                        path,
                        "a file of the form " + format + " (this one is " + found.format() + ")");
            }
            if (found.form() != Migrations.LEDGER.newest()) {
                throw new BadInput(
                        option,
                        path,
                        "made by a Vigie with tables of form %s (this one has %s): restore it with that Vigie"
                                .formatted(Migrations.LEDGER.newest(), found.form()));
            }
            return found;
        }

        boolean holds(String database) {
            return manifest.parts().stream()
                    .anyMatch(part -> part.name().startsWith(database + "/"));
        }

        private BadInput damaged(String name, Exception e) {
            return new BadInput(
                    option, path, "whole and unchanged (%s in it is damaged)".formatted(name), e);
        }

        private BadInput damaged(String name) {
            return new BadInput(
                    option, path, "whole and unchanged (%s in it is damaged)".formatted(name));
        }

        private Backup.Part part(String name) {
            return manifest.parts().stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> damaged(name));
        }

        void restore(Connection owner, String database, String table, Counter counter)
                throws SQLException, IOException {
            var name = database + "/" + table + ".copy";
            var part = part(name);
            if (!part.columns().equals(Backup.columns(owner, table))) {
                throw new BadInput(
                        option, path, "of tables as this Vigie has them (" + table + " differs)");
            }
            try (var in = new DigestInputStream(stream(name), LeafTree.sha256())) {
                var copy =
                        owner.unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn(
                                        "copy %s (%s) from stdin (format binary)"
                                                .formatted(
                                                        table, String.join(", ", part.columns())));
                copy(copy, part, in, counter);
                var sha256 = HexFormat.of().formatHex(in.getMessageDigest().digest());
                if (!sha256.equals(part.sha256())) {
                    throw damaged(name);
                }
            } catch (ZipException | java.io.EOFException e) {
                throw damaged(name, e);
            }
        }

        private void copy(CopyIn copy, Backup.Part part, InputStream in, Counter counter)
                throws SQLException, IOException {
            try {
                long bytes = 0;
                long told = 0;
                for (var some = in.readNBytes(CHUNK);
                        some.length > 0;
                        some = in.readNBytes(CHUNK)) {
                    bytes += some.length;
                    if (bytes > part.bytes()) {
                        throw damaged(part.name());
                    }
                    copy.writeToCopy(some, 0, some.length);
                    long done = part.rows() * bytes / part.bytes();
                    counter.add(done - told);
                    told = done;
                }
                if (copy.endCopy() != part.rows()) {
                    throw damaged(part.name());
                }
            } catch (SQLException e) {
                if (Opened.isFormat(e)) {
                    throw damaged(part.name(), e);
                }
                throw e;
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        }

        /// Bytes that are no binary COPY, or rows that no ledger has (classes 22 and 23).
        private static boolean isFormat(SQLException e) {
            var state = String.valueOf(e.getSQLState());
            return state.startsWith("22") || state.startsWith("23");
        }

        private InputStream stream(String name) throws IOException {
            var entry = zip.getEntry(name);
            if (entry == null) {
                throw damaged(name);
            }
            return zip.getInputStream(entry);
        }

        /// With the old key the folder goes on signing as before.
        void signingKey(Lease lease) throws IOException {
            for (var name : List.of(Backup.SIGNING_KEY, Backup.SIGNING_PUB)) {
                if (manifest.parts().stream().anyMatch(part -> part.name().equals(name))) {
                    try (var in = stream(name)) {
                        var content = in.readNBytes((int) KEY_BYTES_MAX);
                        var sha256 = HexFormat.of().formatHex(LeafTree.sha256().digest(content));
                        if (!sha256.equals(part(name).sha256())) {
                            throw damaged(name);
                        }
                        SigningKey.put(lease.keys(), name, content);
                    }
                }
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}

package org.vigie.store.ledger;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.vigie.geo.BadInput;
import org.vigie.store.Migrations;

/// A file of a backup, and what it says of itself.
final class BackupFile implements AutoCloseable {

    private static final int CHUNK = 1 << 17;
    private static final int MANIFEST_BYTES_MAX = 1 << 20;
    private static final int SMALL_BYTES_MAX = 1 << 16;

    private final String option;
    private final Path path;
    private final ZipFile zip;
    private final Backup.Manifest manifest;

    BackupFile(String option, Path path, String format) throws IOException {
        this.option = option;
        this.path = path;
        if (!Files.isRegularFile(path)) {
            throw new BadInput(option, path, "a file that is there");
        }
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
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
            text = new String(in.readNBytes(MANIFEST_BYTES_MAX), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException e) {
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
        return manifest.parts().stream().anyMatch(part -> part.name().startsWith(database + "/"));
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

    void restore(Connection owner, String database, String table, LongConsumer more)
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
                                            .formatted(table, String.join(", ", part.columns())));
            copy(copy, part, in, more);
            var sha256 = HexFormat.of().formatHex(in.getMessageDigest().digest());
            if (!sha256.equals(part.sha256())) {
                throw damaged(name);
            }
        } catch (ZipException | EOFException e) {
            throw damaged(name, e);
        }
    }

    private void copy(CopyIn copy, Backup.Part part, InputStream in, LongConsumer more)
            throws SQLException, IOException {
        try {
            long bytes = 0;
            long told = 0;
            for (var some = in.readNBytes(CHUNK); some.length > 0; some = in.readNBytes(CHUNK)) {
                bytes += some.length;
                if (bytes > part.bytes()) {
                    throw damaged(part.name());
                }
                copy.writeToCopy(some, 0, some.length);
                long done = part.rows() * bytes / part.bytes();
                more.accept(done - told);
                told = done;
            }
            if (copy.endCopy() != part.rows()) {
                throw damaged(part.name());
            }
        } catch (SQLException e) {
            if (isFormat(e)) {
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

    /// The names of its parts.
    List<String> names() {
        return manifest.parts().stream().map(Backup.Part::name).toList();
    }

    /// The bytes of a small part.
    byte[] small(String name) throws IOException {
        try (var in = stream(name)) {
            var content = in.readNBytes(SMALL_BYTES_MAX);
            var sha256 = HexFormat.of().formatHex(LeafTree.sha256().digest(content));
            if (!sha256.equals(part(name).sha256())) {
                throw damaged(name);
            }
            return content;
        } catch (ZipException | EOFException e) {
            throw damaged(name, e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

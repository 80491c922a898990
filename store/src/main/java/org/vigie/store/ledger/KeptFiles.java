package org.vigie.store.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.vigie.geo.BadInput;

/// The files that came in, kept as evidence under their SHA-256, in compressed blocks. The same
/// bytes are kept once, as openly as when they first came.
public final class KeptFiles {

    /// Bytes of a block before compression: small enough to be read for one row, large enough to
    /// compress well.
    private static final int BLOCK_BYTES = 256 * 1024;

    private static final int RECORDS_AT_ONCE = 500;

    private final DataSource source;

    public KeptFiles(DataSource source) {
        this.source = source;
    }

    /// Keeps a file, whole or not at all.
    ///
    /// @param closed whether its rows are protected: then each record has a key of its own, which
    ///   is destroyed when an entry that it made is erased
    public void keep(String sha256, String name, Path file, boolean closed) throws IOException {
        try (var connection = source.getConnection();
                var in = Files.newInputStream(file)) {
            long bytes = Files.size(file);
            Transaction.of(
                    connection,
                    () ->
                            claim(connection, sha256, name, bytes)
                                    ? whole(new Place(connection, sha256, closed), name, in)
                                    : 0);
        } catch (SQLException e) {
            throw SqlLedger.trouble(source, "written", e);
        }
    }

    /// Where a file goes, and how.
    private record Place(Connection connection, String sha256, boolean closed) {}

    /// Keeps the blocks; the bytes must be those that the hash is of.
    private static int whole(Place place, String name, InputStream in)
            throws SQLException, IOException {
        var digest = new DigestInputStream(in, LeafTree.sha256());
        int blocks = place.closed ? records(place, digest) : blocks(place, digest);
        if (!HexFormat.of().formatHex(digest.getMessageDigest().digest()).equals(place.sha256)) {
            throw new BadInput("file", name, "left alone while it is read");
        }
        return blocks;
    }

    /// Whether the file is new here.
    private static boolean claim(Connection connection, String sha256, String name, long bytes)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into kept_file (sha256, name, bytes) values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, sha256);
            insert.setString(2, name);
            insert.setLong(3, bytes);
            return insert.executeUpdate() == 1;
        }
    }

    private static int blocks(Place place, InputStream in) throws SQLException, IOException {
        try (var insert =
                place.connection.prepareStatement(
                        "insert into kept_block (sha256, no, offset_, content) values (?, ?, ?, ?)")) {
            long offset = 0;
            int no = 0;
            for (var block = in.readNBytes(BLOCK_BYTES);
                    block.length > 0;
                    block = in.readNBytes(BLOCK_BYTES)) {
                insert.setString(1, place.sha256);
                insert.setInt(2, no++);
                insert.setLong(3, offset);
                insert.setBytes(4, KeptBlocks.deflated(block));
                insert.executeUpdate();
                offset += block.length;
            }
            return no;
        }
    }

    private static int records(Place place, InputStream in) throws SQLException, IOException {
        try (var blocks =
                        place.connection.prepareStatement(
                                "insert into kept_block (sha256, no, offset_, content, line) values (?, ?, ?, ?, ?)");
                var keys =
                        place.connection.prepareStatement(
                                "insert into kept_key (sha256, no, key) values (?, ?, ?)")) {
            var fresh = new KeptBlocks.Keys();
            var next = new long[2]; // no, offset
            RecordCut.of(
                    in,
                    (line, bytes) -> {
                        int no = Math.toIntExact(next[0]++);
                        var key = fresh.next();
                        blocks.setString(1, place.sha256);
                        blocks.setInt(2, no);
                        blocks.setLong(3, next[1]);
                        blocks.setBytes(4, KeptBlocks.sealed(key, place.sha256, no, bytes));
                        blocks.setInt(5, line);
                        blocks.addBatch();
                        keys.setString(1, place.sha256);
                        keys.setInt(2, no);
                        keys.setBytes(3, key);
                        keys.addBatch();
                        next[1] += bytes.length;
                        if (next[0] % RECORDS_AT_ONCE == 0) {
                            blocks.executeBatch();
                            keys.executeBatch();
                        }
                    });
            blocks.executeBatch();
            keys.executeBatch();
            return Math.toIntExact(next[0]);
        }
    }

    /// Writes a kept file out again, byte for byte; what was erased of it is left out.
    public void write(String sha256, Path to) throws IOException {
        try (var connection = source.getConnection();
                var out = Files.newOutputStream(to)) {
            KeptBlocks.read(
                    connection,
                    sha256,
                    block -> {
                        if (block.bytes().isPresent()) {
                            out.write(block.bytes().get());
                        }
                    });
        } catch (SQLException e) {
            throw SqlLedger.trouble(source, "read", e);
        }
    }
}

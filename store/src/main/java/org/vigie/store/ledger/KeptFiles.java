package org.vigie.store.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.sql.DataSource;
import org.vigie.geo.BadInput;

/// The files that came in, kept as evidence under their SHA-256, in compressed blocks. The same
/// bytes are kept once.
public final class KeptFiles {

    /// Bytes of a block before compression: small enough to be read for one row, large enough to
    /// compress well.
    private static final int BLOCK_BYTES = 256 * 1024;

    private final DataSource source;

    public KeptFiles(DataSource source) {
        this.source = source;
    }

    /// Keeps a file, whole or not at all.
    public void keep(String sha256, String name, Path file) throws IOException {
        try (var connection = source.getConnection();
                var in = Files.newInputStream(file)) {
            long bytes = Files.size(file);
            Transaction.of(
                    connection,
                    () ->
                            claim(connection, sha256, name, bytes)
                                    ? whole(connection, sha256, name, in)
                                    : 0);
        } catch (SQLException e) {
            throw SqlLedger.trouble(source, "written", e);
        }
    }

    /// Keeps the blocks; the bytes must be those that the hash is of.
    private static int whole(Connection connection, String sha256, String name, InputStream in)
            throws SQLException, IOException {
        var digest = new DigestInputStream(in, LeafTree.sha256());
        int blocks = blocks(connection, sha256, digest);
        if (!HexFormat.of().formatHex(digest.getMessageDigest().digest()).equals(sha256)) {
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

    private static int blocks(Connection connection, String sha256, InputStream in)
            throws SQLException, IOException {
        try (var insert =
                connection.prepareStatement(
                        "insert into kept_block (sha256, no, offset_, content) values (?, ?, ?, ?)")) {
            long offset = 0;
            int no = 0;
            for (var block = in.readNBytes(BLOCK_BYTES);
                    block.length > 0;
                    block = in.readNBytes(BLOCK_BYTES)) {
                insert.setString(1, sha256);
                insert.setInt(2, no++);
                insert.setLong(3, offset);
                insert.setBytes(4, deflated(block));
                insert.executeUpdate();
                offset += block.length;
            }
            return no;
        }
    }

    /// Writes a kept file out again, byte for byte.
    public void write(String sha256, Path to) throws IOException {
        try (var connection = source.getConnection();
                var query =
                        connection.prepareStatement(
                                "select content from kept_block where sha256 = ? order by no");
                var out = Files.newOutputStream(to)) {
            query.setString(1, sha256);
            try (var result = query.executeQuery()) {
                while (result.next()) {
                    out.write(inflated(result.getBytes(1)));
                }
            }
        } catch (SQLException e) {
            throw SqlLedger.trouble(source, "read", e);
        }
    }

    private static byte[] deflated(byte[] block) throws IOException {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(bytes, deflater)) {
                out.write(block);
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflated(byte[] block) throws IOException {
        try (var in =
                new java.util.zip.InflaterInputStream(new java.io.ByteArrayInputStream(block))) {
            return in.readAllBytes();
        }
    }
}

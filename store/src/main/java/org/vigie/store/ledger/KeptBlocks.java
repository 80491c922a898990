package org.vigie.store.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// The blocks of kept files as the tables hold them: compressed, and, where a file is closed, each
/// under a key of its own that can be destroyed.
final class KeptBlocks {

    private static final SecureRandom CHANCE = new SecureRandom();

    /// Blocks fetched together: each is at most 256 KiB before compression.
    private static final int FETCH_ROWS = 16;

    private static final int RANDOM_BYTES_AT_ONCE = 1024 * Aes.KEY_BYTES;

    private static final String ALL =
            "select b.sha256, b.no, b.line, b.content, k.key from kept_block b left join kept_key k"
                    + " on k.sha256 = b.sha256 and k.no = b.no where ";

    private KeptBlocks() {}

    /// One block.
    ///
    /// @param line at which its record begins; null where the file is kept open
    /// @param bytes empty when its key was destroyed
    record Block(String sha256, int no, @Nullable Integer line, Optional<byte[]> bytes) {

        boolean isErased() {
            return line != null && bytes.isEmpty();
        }
    }

    /// Takes blocks in their order.
    @FunctionalInterface
    interface Sink {
        void take(Block block) throws IOException, SQLException;
    }

    /// Keys for many blocks.
    static final class Keys {

        private final byte[] chance = new byte[RANDOM_BYTES_AT_ONCE];
        private int at = chance.length;

        byte[] next() {
            if (at == chance.length) {
                CHANCE.nextBytes(chance);
                at = 0;
            }
            at += Aes.KEY_BYTES;
            return Arrays.copyOfRange(chance, at - Aes.KEY_BYTES, at);
        }
    }

    static byte[] sealed(byte[] key, String sha256, int no, byte[] bytes) {
        return Aes.seal(key, of(sha256, no), deflated(bytes));
    }

    private static byte[] of(String sha256, int no) {
        var hash = sha256.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(hash.length + Integer.BYTES).put(hash).putInt(no).array();
    }

    /// The blocks of one file.
    ///
    /// @throws DamagedFile when one cannot be opened or unpacked
    static void read(Connection connection, String sha256, Sink sink)
            throws SQLException, IOException {
        try (var query = connection.prepareStatement(ALL + "b.sha256 = ? order by b.no")) {
            query.setString(1, sha256);
            read(query, sink);
        }
    }

    /// A kept block that is not what was kept.
    static final class DamagedFile extends IOException {
        private static final long serialVersionUID = 1;

        DamagedFile(String what, @Nullable Exception cause) {
            super(what, cause);
        }
    }

    private static void read(java.sql.PreparedStatement query, Sink sink)
            throws SQLException, IOException {
        query.setFetchSize(FETCH_ROWS);
        try (var result = query.executeQuery()) {
            while (result.next()) {
                int line = result.getInt(3);
                boolean open = result.wasNull();
                var key = result.getBytes(5);
                var sha256 = result.getString(1);
                int no = result.getInt(2);
                var content = result.getBytes(4);
                if (open) {
                    sink.take(new Block(sha256, no, null, Optional.of(inflated(content))));
                } else if (key == null) {
                    sink.take(new Block(sha256, no, line, Optional.empty()));
                } else {
                    var packed =
                            Aes.open(key, of(sha256, no), content)
                                    .orElseThrow(() ->
                                            new DamagedFile(
                                                    "a block or its key was changed", null));
                    sink.take(new Block(sha256, no, line, Optional.of(inflated(packed))));
                }
            }
        }
    }

    /// Destroys the keys of the record that begins at a line or before it, and of every other
    /// record in any closed file that says the same to the letter.
    ///
    /// @return for each file in which something was destroyed the SHA-256 of what is left of it, in
    ///   hex; empty when the file is kept open, or nothing of the record was left
    static SortedMap<String, String> destroy(Connection connection, String sha256, int line)
            throws SQLException, IOException {
        var asked = find(connection, sha256, line);
        var rests = new TreeMap<String, String>();
        if (asked.isEmpty()) {
            return rests;
        }
        var block = asked.get();
        int whole = 0;
        if (block.line() != null && block.line() == whole) {
            try (var delete =
                    connection.prepareStatement("delete from kept_key where sha256 = ?")) {
                delete.setString(1, sha256);
                if (delete.executeUpdate() > 0) {
                    rests.put(sha256, "");
                }
            }
        } else if (block.bytes().isPresent()) {
            same(connection, text(block.bytes().get()), rests);
        }
        for (var file : rests.entrySet()) {
            file.setValue(rest(connection, file.getKey()).sha256());
        }
        return rests;
    }

    private static Optional<Block> find(Connection connection, String sha256, int line)
            throws SQLException, IOException {
        var found = new Block[1];
        try (var query =
                connection.prepareStatement(
                        ALL + "b.sha256 = ? and b.line <= ? order by b.line desc, b.no limit 1")) {
            query.setString(1, sha256);
            query.setInt(2, line);
            read(query, block -> found[0] = block);
        }
        return Optional.ofNullable(found[0]);
    }

    private static void same(Connection connection, byte[] said, SortedMap<String, String> rests)
            throws SQLException, IOException {
        try (var query = connection.prepareStatement(ALL + "b.line > 0 order by b.sha256, b.no");
                var delete =
                        connection.prepareStatement(
                                "delete from kept_key where sha256 = ? and no = ?")) {
            read(
                    query,
                    block -> {
                        if (block.bytes().isPresent()
                                && Arrays.equals(text(block.bytes().get()), said)) {
                            delete.setString(1, block.sha256());
                            delete.setInt(2, block.no());
                            delete.addBatch();
                            rests.put(block.sha256(), "");
                        }
                    });
            delete.executeBatch();
        }
    }

    /// Without the line end, which the last record of a file may lack.
    private static byte[] text(byte[] record) {
        int end = record.length;
        while (end > 0 && (record[end - 1] == '\n' || record[end - 1] == '\r')) {
            end--;
        }
        return Arrays.copyOf(record, end);
    }

    /// What can still be read of a file.
    ///
    /// @param sha256 of it, in hex
    /// @param blocks how many there are
    /// @param erased of how many the key is gone
    record Rest(String sha256, int blocks, int erased) {}

    static Rest rest(Connection connection, String sha256) throws SQLException, IOException {
        MessageDigest digest = LeafTree.sha256();
        var counts = new int[2];
        read(
                connection,
                sha256,
                block -> {
                    counts[0]++;
                    counts[1] += block.isErased() ? 1 : 0;
                    block.bytes().ifPresent(digest::update);
                });
        return new Rest(HexFormat.of().formatHex(digest.digest()), counts[0], counts[1]);
    }

    static byte[] deflated(byte[] block) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(bytes, deflater)) {
                out.write(block);
            } catch (IOException e) {
                throw new UncheckedIOException("memory takes what is written", e);
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflated(byte[] block) throws DamagedFile {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(block))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DamagedFile("a block cannot be unpacked", e);
        }
    }
}

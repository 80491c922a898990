package org.vigie.store.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Follows the ledger: writes the leaf of each entry, grows the Merkle tree and signs a checkpoint.
///
/// One program at a time seals, whoever can take the lock; who cannot goes on at once, because the
/// sealer looks again after it let go. So each committed entry gets its leaf within moments, and
/// after a crash at the next append, start or `verify`.
final class Seal {

    /// The lock of the one who seals, until the end of the transaction ("vig2").
    private static final long SEAL_LOCK = 0x76696732L;

    /// Entries read and hashed at a time.
    private static final int FETCH_ROWS = 5_000;

    /// Entries under one checkpoint at the most, so that sealing a large import needs little
    /// memory.
    private static final int SEAL_MAX = 50_000;

    private static final String NEW_ENTRIES =
            "select "
                    + StoredEntry.COLUMNS
                    + " from batch b join entry e on e.batch = b.id"
                    + " where b.first_seq + b.entries > ? and b.first_seq + e.no >= ?"
                    + " order by b.first_seq, e.no limit "
                    + SEAL_MAX;

    private final SigningKey key;
    private final String origin;

    private Seal(SigningKey key, String origin) {
        this.key = key;
        this.origin = origin;
    }

    /// The seal of a database; gives the ledger its identity when it is new.
    static Seal in(Connection connection, SigningKey key) throws SQLException {
        try (var signer =
                connection.prepareStatement(
                        "insert into signer (public_key) values (?) on conflict do nothing")) {
            signer.setString(1, key.verifying().toString());
            signer.executeUpdate();
        }
        return new Seal(key, "vigie.org/ledger/" + identity(connection));
    }

    private static UUID identity(Connection connection) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into ledger (id) values (gen_random_uuid()) on conflict do nothing")) {
            insert.executeUpdate();
        }
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select id from ledger")) {
            result.next();
            return result.getObject(1, UUID.class);
        }
    }

    /// Seals what is not sealed yet, unless somebody else is at it.
    void advance(Connection connection) throws SQLException, IOException {
        boolean ours = true;
        while (ours && unsealed(connection)) {
            ours = Transaction.of(connection, () -> tryLock(connection) && seal(connection));
        }
    }

    /// Writes the next leaves and their checkpoint; whoever holds the lock.
    private boolean seal(Connection connection) throws SQLException {
        var tree = tree(connection);
        long before = tree.size();
        var lines = new StringBuilder();
        try (var query = connection.prepareStatement(NEW_ENTRIES)) {
            query.setLong(1, before);
            query.setLong(2, before);
            query.setFetchSize(FETCH_ROWS);
            try (var result = query.executeQuery()) {
                while (result.next()) {
                    var hash = hash(result);
                    tree.add(hash);
                    lines.append(result.getLong("seq"))
                            .append('\t')
                            .append(result.getString("id"))
                            .append("\t\\\\x")
                            .append(HexFormat.of().formatHex(hash))
                            .append('\n');
                }
            }
        }
        writeLeaves(connection.unwrap(PGConnection.class), lines);
        if (tree.size() > before) {
            sign(connection, tree);
        }
        return true;
    }

    /// The leaf hash of the entry in the row.
    static byte[] hash(java.sql.ResultSet result) throws SQLException {
        var recordedAt = StoredEntry.instant(result, "recorded_at");
        if (recordedAt == null) {
            throw new IllegalStateException("a batch without recorded_at");
        }
        var json = EntryJson.of(StoredEntry.row(result), result.getLong("seq"), recordedAt);
        return LeafTree.leaf(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void writeLeaves(PGConnection connection, StringBuilder lines)
            throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn("copy leaf (seq, id, hash) from stdin");
        try {
            var bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } catch (SQLException | RuntimeException | Error e) {
            Transaction.cancel(copy, e);
            throw e;
        }
    }

    private void sign(Connection connection, LeafTree tree) throws SQLException {
        var checkpoint = Checkpoint.of(origin, tree).signed(key);
        try (var insert =
                connection.prepareStatement(
                        "insert into checkpoint (size, note, peaks) values (?, ?, ?)")) {
            insert.setLong(1, tree.size());
            insert.setString(2, checkpoint.note());
            insert.setBytes(3, tree.peaks());
            insert.executeUpdate();
        }
    }

    private static LeafTree tree(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery(
                                "select size, peaks from checkpoint order by size desc limit 1")) {
            return result.next()
                    ? LeafTree.of(result.getLong(1), result.getBytes(2))
                    : new LeafTree();
        }
    }

    private static boolean unsealed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery(
                                """
                                select coalesce((select first_seq + entries from batch order by first_seq desc limit 1), 0)
                                     > coalesce((select max(size) from checkpoint), 0)
                                """)) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, SEAL_LOCK);
            try (var result = lock.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }
}

package org.vigie.store.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Checks the ledger from the rows up: every entry's leaf is computed again and compared, the
/// Merkle tree is rebuilt and compared with every checkpoint kept, every signature is checked, and
/// a checkpoint from outside if one is handed in.
///
/// What it means to an officer: when it says ok, nothing that was recorded has been changed,
/// removed, inserted or reordered since the checkpoints were signed. What it does not mean: that
/// what was recorded is true, nor that `knownAt` is (hashes prove bytes, not honesty). Who holds
/// the signing key could rewrite everything; a checkpoint that somebody outside kept catches that.
///
/// @param entries entries looked at
/// @param checkpoints how many signed checkpoints were checked
/// @param unsealed entries at the end whose leaf is not written yet: another program appended them
///   a moment ago
/// @param checkpoint the newest checkpoint's note; null for an empty ledger
/// @param findings what is wrong, worst first as found, at most [#FINDINGS_MAX]
public record Verification(
        long entries,
        long checkpoints,
        long unsealed,
        @Nullable String checkpoint,
        List<Finding> findings) {

    /// More findings than this say nothing new.
    public static final int FINDINGS_MAX = 100;

    private static final int FETCH_ROWS = 5_000;

    public Verification {
        findings = List.copyOf(findings);
    }

    /// One thing that is wrong.
    ///
    /// @param seq the entry's place, or -1 when it concerns a checkpoint
    /// @param entry the entry's id, null when it concerns a checkpoint
    /// @param what one sentence
    public record Finding(long seq, @Nullable String entry, String what) {}

    public boolean ok() {
        return findings.isEmpty();
    }

    /// Checks the whole ledger as it stands.
    ///
    /// @param outside a checkpoint that somebody kept outside, or null
    /// @param trusted the only key whose signatures count, or null for the keys known to the
    ///   database
    public static Verification of(
            DataSource source, @Nullable Checkpoint outside, @Nullable VerifyingKey trusted)
            throws IOException {
        try (var connection = source.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return Transaction.of(connection, new Check(connection, outside, trusted)::run);
        } catch (SQLException e) {
            throw SqlLedger.trouble(source, "read", e);
        }
    }

    private static final class Check {

        private final Connection connection;
        private final @Nullable Checkpoint outside;
        private final @Nullable VerifyingKey trusted;
        private final List<Finding> findings = new ArrayList<>();
        private final SortedMap<Long, Checkpoint> checkpoints = new TreeMap<>();
        private final LeafTree tree = new LeafTree();
        private long matched;
        private long unsealed;

        Check(Connection connection, @Nullable Checkpoint outside, @Nullable VerifyingKey trusted) {
            this.connection = connection;
            this.outside = outside;
            this.trusted = trusted;
        }

        Verification run() throws SQLException {
            readCheckpoints();
            compareRoots();
            var sql =
                    "select "
                            + StoredEntry.COLUMNS
                            + ", l.seq as leaf_seq, l.id as leaf_id, l.hash from batch b join entry e on e.batch = b.id"
                            + " full join leaf l on l.seq = b.first_seq + e.no order by coalesce(l.seq, b.first_seq + e.no)";
            long entries = 0;
            try (var query = connection.prepareStatement(sql)) {
                query.setFetchSize(FETCH_ROWS);
                try (var result = query.executeQuery()) {
                    while (result.next()) {
                        compare(result);
                        entries++;
                    }
                }
            }
            checkEnds();
            var last = checkpoints.isEmpty() ? null : checkpoints.get(checkpoints.lastKey());
            return new Verification(
                    entries,
                    checkpoints.size(),
                    unsealed,
                    last == null ? null : last.note(),
                    findings);
        }

        private void compare(ResultSet result) throws SQLException {
            var hash = result.getBytes("hash");
            long seq = result.getLong(hash == null ? "seq" : "leaf_seq");
            if (hash == null) {
                unsealed++;
                return;
            }
            if (seq != tree.size()) {
                find(tree.size(), null, "leaves are missing before entry " + seq);
            }
            if (result.getString("id") == null) {
                find(seq, result.getString("leaf_id"), "was removed after it was recorded");
            } else if (!Arrays.equals(recomputed(result), hash)) {
                find(seq, result.getString("id"), "was changed after it was recorded");
            } else if (!result.getString("id").equals(result.getString("leaf_id"))) {
                find(seq, result.getString("id"), "is not the entry that its leaf names");
            }
            tree.add(hash);
            compareRoots();
        }

        /// Null when the row can no longer be read as an entry.
        private static byte @Nullable [] recomputed(ResultSet result) throws SQLException {
            try {
                return Seal.hash(result);
            } catch (IllegalArgumentException unreadable) {
                return null;
            }
        }

        private void compareRoots() {
            var kept = checkpoints.get(tree.size());
            if (kept != null) {
                if (kept.fits(tree)) {
                    matched = tree.size();
                } else {
                    find(-1, null, interval("the checkpoint of this ledger", kept.size()));
                }
            }
            if (outside != null && outside.size() == tree.size() && !outside.fits(tree)) {
                find(-1, null, interval("the checkpoint handed in", outside.size()));
            }
        }

        private String interval(String which, long size) {
            return "entries from %s to %s are not those that %s of size %s was signed over"
                    .formatted(matched, size - 1, which, size);
        }

        private void readCheckpoints() throws SQLException {
            var keys = trusted == null ? knownKeys() : List.of(trusted);
            try (var statement = connection.createStatement();
                    var result =
                            statement.executeQuery(
                                    "select size, note from checkpoint order by size")) {
                while (result.next()) {
                    long size = result.getLong(1);
                    try {
                        var checkpoint = Checkpoint.parse(result.getString(2));
                        checkpoints.put(size, checkpoint);
                        if (checkpoint.size() != size
                                || keys.stream().noneMatch(checkpoint::signedBy)) {
                            find(
                                    -1,
                                    null,
                                    "the checkpoint of size "
                                            + size
                                            + " carries no valid signature");
                        }
                    } catch (IllegalArgumentException unreadable) {
                        find(-1, null, "the checkpoint of size " + size + " cannot be read");
                    }
                }
            }
            if (outside != null && keys.stream().noneMatch(outside::signedBy)) {
                find(
                        -1,
                        null,
                        "the checkpoint handed in carries no valid signature of a key known here");
            }
        }

        private List<VerifyingKey> knownKeys() throws SQLException {
            var keys = new ArrayList<VerifyingKey>();
            try (var statement = connection.createStatement();
                    var result =
                            statement.executeQuery(
                                    "select public_key from signer order by since")) {
                while (result.next()) {
                    keys.add(VerifyingKey.parse(result.getString(1)));
                }
            }
            return keys;
        }

        private void checkEnds() {
            for (long size : checkpoints.tailMap(tree.size() + 1).keySet()) {
                find(
                        -1,
                        null,
                        "the checkpoint of size %s speaks of more than the %s entries that are there"
                                .formatted(size, tree.size()));
            }
            if (outside != null && outside.size() > tree.size()) {
                find(
                        -1,
                        null,
                        "the checkpoint handed in speaks of %s entries, here are %s"
                                .formatted(outside.size(), tree.size()));
            }
        }

        private void find(long seq, @Nullable String entry, String what) {
            if (findings.size() < FINDINGS_MAX) {
                findings.add(new Finding(seq, entry, what));
            }
        }
    }
}

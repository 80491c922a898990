package org.vigie.store.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.vigie.record.Housekeeping;
import org.vigie.record.Kinds;
import org.vigie.record.Warnings;

/// Checks the ledger from the rows up: every entry's leaf is computed again and compared, the
/// Merkle tree is rebuilt and compared with every checkpoint kept, every signature is checked, and
/// a checkpoint from outside if one is handed in.
///
/// What it means to an officer: when it says ok, nothing that was recorded has been changed,
/// removed, inserted or reordered since the checkpoints were signed. What it does not mean: that
/// what was recorded is true, nor that `knownAt` is (hashes prove bytes, not honesty). Who holds
/// the folder of the keys could rewrite everything; a checkpoint that somebody outside kept catches
/// that.
///
/// @param entries entries looked at
/// @param checkpoints how many signed checkpoints were checked
/// @param unsealed entries at the end whose leaf is not written yet: another program appended them
///   a moment ago
/// @param checkpoint the newest checkpoint's note; null for an empty ledger
/// @param findings what is wrong, worst first as found, at most [#FINDINGS_MAX]
/// @param erased entries whose body nobody can read any longer, and the ledger says why: no finding
public record Verification(
        long entries,
        long checkpoints,
        long unsealed,
        @Nullable String checkpoint,
        List<Finding> findings,
        List<Gone> erased) {

    /// More findings than this say nothing new.
    public static final int FINDINGS_MAX = 100;

    private static final String OPENING = Kinds.of(Housekeeping.ImportOpened.class);
    private static final String STATEMENT = Kinds.of(Housekeeping.KeyDestroyed.class);

    private static final String ATTACHED = Kinds.of(Warnings.ReportAttached.class);

    private static final String KEY_LOST =
            "has lost the key of its body, and nobody said that it was destroyed";

    private static final int FETCH_ROWS = 5_000;

    /// Places looked at together: bounds the memory.
    private static final int WINDOW = 50_000;

    public Verification {
        findings = List.copyOf(findings);
        erased = List.copyOf(erased);
    }

    /// One thing that is wrong.
    ///
    /// @param seq the entry's place, or -1 when it concerns a checkpoint
    /// @param entry the entry's id, null when it concerns a checkpoint
    /// @param what one sentence
    public record Finding(long seq, @Nullable String entry, String what) {}

    /// An erased entry.
    ///
    /// @param seq its place
    /// @param at when the key was destroyed
    /// @param statement who did so, and why
    public record Gone(long seq, Instant at, Housekeeping.KeyDestroyed statement) {}

    /// Whether nothing is wrong but that keys of protected bodies are not here, as in a ledger that
    /// was restored without them.
    public boolean okButForKeys() {
        return findings.stream().allMatch(finding -> finding.what().equals(KEY_LOST));
    }

    public boolean ok() {
        return findings.isEmpty();
    }

    /// What a ledger is held against.
    ///
    /// @param trust what is known of it outside the database
    /// @param outside a checkpoint that somebody kept elsewhere, or null
    /// @param key the only one whose signatures count, or null for those that `trust` names
    /// @param files whether the files that imports and reports brought are read again too
    record Against(
            Trust trust, @Nullable Checkpoint outside, @Nullable VerifyingKey key, boolean files) {}

    /// Checks the whole ledger as it stands.
    static Verification of(DataSource source, Against against) throws IOException {
        try (var connection = source.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return Transaction.of(connection, new Check(connection, against)::run);
        } catch (SQLException e) {
            throw SqlLedger.trouble(source, "read", e);
        }
    }

    private static final class Check {

        private final Connection connection;
        private final Against against;
        private final Map<String, Checkpoint> outside = new LinkedHashMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final SortedMap<Long, Checkpoint> checkpoints = new TreeMap<>();
        private final Map<Long, byte[]> peaks = new HashMap<>();
        private final Evidence evidence = new Evidence();
        private final Attachments attachments = new Attachments();
        private final LeafTree tree = new LeafTree();
        private final ByteSink scratch = new ByteSink(2_048);
        private final ProtectedBodies bodies = new ProtectedBodies();
        private long matched;
        private long unsealed;

        Check(Connection connection, Against against) throws IOException {
            this.connection = connection;
            this.against = against;
            if (against.outside != null) {
                outside.put("the checkpoint handed in", against.outside);
            }
            try {
                against.trust
                        .newest()
                        .ifPresent(kept ->
                                outside.put(
                                        "the checkpoint kept in " + against.trust.file(), kept));
            } catch (IOException damaged) {
                find(-1, null, String.valueOf(damaged.getMessage()));
            }
        }

        Verification run() throws SQLException, IOException {
            readCheckpoints();
            compareRoots();
            long entries = 0;
            long leaves = number("select coalesce(max(seq) + 1, 0) from leaf");
            long end =
                    number(
                            "select coalesce((select first_seq + entries from batch order by first_seq desc limit 1), 0)");
            for (long from = 0; from < Math.max(leaves, end); from += WINDOW) {
                entries += window(from, Math.min(from + WINDOW, Math.max(leaves, end)));
            }
            checkEnds();
            bodies.judge(this::find);
            new Structure(connection, this::find).check();
            findLate();
            if (against.files) {
                evidence.check(connection, this::find);
                attachments.check(connection, this::find);
            }
            var last = checkpoints.isEmpty() ? null : checkpoints.get(checkpoints.lastKey());
            return new Verification(
                    entries,
                    checkpoints.size(),
                    unsealed,
                    last == null ? null : last.note(),
                    findings,
                    bodies.erased());
        }

        /// Checks the places in `[from, to)`; tells how many of them hold something.
        private long window(long from, long to) throws SQLException {
            int size = (int) (to - from);
            var kept = new byte[size] @Nullable [];
            var computed = new byte[size] @Nullable [];
            var ids = new @Nullable UUID[size];
            var held = new @Nullable UUID[size];
            readLeaves(from, to, kept, ids);
            new EntryReader(connection)
                    .read(
                            EntryReader.Span.of(from, to),
                            (read, batch) -> {
                                int at = (int) (batch.firstSeq() + read.no() - from);
                                var hash = EntryJson.hash(read.row(), scratch);
                                computed[at] = Seal.leaf(batch, read.no(), hash, 0);
                                held[at] = read.row().id();
                                look(from + at, read, batch.recordedAt());
                            });
            long found = 0;
            for (int at = 0; at < size; at++) {
                found += kept[at] == null && computed[at] == null ? 0 : 1;
                compare(from + at, new Place(kept[at], computed[at], ids[at], held[at]));
            }
            return found;
        }

        /// What is not sealed, and was put there after everything was.
        private void findLate() throws SQLException {
            var watched = against.trust.watched();
            if (watched.isPresent()) {
                long sealed = checkpoints.isEmpty() ? 0 : checkpoints.lastKey();
                new EntryReader(connection)
                        .batches(sealed, Long.MAX_VALUE).stream()
                                .filter(batch -> Seal.isLate(batch, watched.get()))
                                .forEach(batch ->
                                        find(
                                                batch.firstSeq(),
                                                null,
                                                Seal.late(batch, watched.get(), against.trust)));
            }
        }

        private void look(long seq, StoredEntry.Read read, Instant recordedAt) {
            bodies.look(seq, read, recordedAt);
            var row = read.row();
            if (!read.committed() && row.body() == null) {
                find(seq, row.id().toString(), "has neither a body nor a commitment to one");
            }
            if (!read.committed() && row.secret() != null) {
                find(seq, row.id().toString(), "has a secret body beside its open one");
            }
            var happened = row.happenedOn();
            if (Structure.tooFine(row.knownAt())
                    || (happened != null
                            && (Structure.tooFine(happened.first())
                                    || Structure.tooFine(happened.last())))) {
                find(seq, row.id().toString(), "has a time finer than what was hashed");
            }
            if (row.kind().equals(ATTACHED)
                    && read.recorded(seq, recordedAt, false).body()
                            instanceof Warnings.ReportAttached attached) {
                attachments.look(seq, row.id(), attached);
            }
            if (row.kind().equals(OPENING)
                    && read.recorded(seq, recordedAt, false).body()
                            instanceof Housekeeping.ImportOpened opened) {
                evidence.look(seq, row.id().toString(), opened);
            }
            if (row.kind().equals(STATEMENT)
                    && read.recorded(seq, recordedAt, false).body()
                            instanceof Housekeeping.KeyDestroyed destroyed) {
                evidence.look(destroyed);
            }
        }

        private void readLeaves(long from, long to, byte[] @Nullable [] into, @Nullable UUID[] ids)
                throws SQLException {
            try (var query =
                    connection.prepareStatement(
                            "select seq, hash, id from leaf where seq >= ? and seq < ? order by seq")) {
                query.setLong(1, from);
                query.setLong(2, to);
                query.setFetchSize(FETCH_ROWS);
                // As bytes: a million hashes as text take half a second to be read.
                query.unwrap(PGStatement.class).setPrepareThreshold(-1);
                try (var result = query.executeQuery()) {
                    while (result.next()) {
                        int at = (int) (result.getLong(1) - from);
                        into[at] = result.getBytes(2);
                        ids[at] = result.getObject(3, UUID.class);
                    }
                }
            }
        }

        /// One place of the ledger: its leaf as kept and as computed from the entry, and the ids of
        /// both.
        @SuppressWarnings("ArrayRecordComponent") // never compared as a record
        private record Place(
                byte @Nullable [] kept,
                byte @Nullable [] computed,
                @Nullable UUID leafId,
                @Nullable UUID entryId) {}

        private void compare(long seq, Place place) {
            if (place.kept == null) {
                unsealed += place.computed == null ? 0 : 1;
                return;
            }
            if (seq != tree.size()) {
                find(tree.size(), null, "leaves are missing before entry " + seq);
            }
            var name = String.valueOf(place.entryId != null ? place.entryId : place.leafId);
            if (place.computed == null) {
                find(seq, name, "was removed after it was recorded");
            } else if (!Arrays.equals(place.computed, place.kept)) {
                find(seq, name, "was changed after it was recorded");
            } else if (!Objects.equals(place.leafId, place.entryId)) {
                find(seq, name, "is not the entry that its leaf names");
            }
            tree.add(place.kept);
            compareRoots();
        }

        private long number(String sql) throws SQLException {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        }

        private void compareRoots() {
            var kept = checkpoints.get(tree.size());
            if (kept != null) {
                if (kept.fits(tree)) {
                    matched = tree.size();
                    if (!Arrays.equals(tree.peaks(), peaks.get(kept.size()))) {
                        find(
                                -1,
                                null,
                                "the tree beside the checkpoint of size %s was changed"
                                        .formatted(kept.size()));
                    }
                } else {
                    find(-1, null, interval("the checkpoint of this ledger", kept.size()));
                }
            }
            outside.forEach((which, one) -> {
                if (one.size() == tree.size() && !one.fits(tree)) {
                    find(-1, null, interval(which, one.size()));
                }
            });
        }

        private String interval(String which, long size) {
            return "entries from %s to %s are not those that %s of size %s was signed over"
                    .formatted(matched, size - 1, which, size);
        }

        /// The keys that the database names do not count: who changed it could have added one.
        private void readCheckpoints() throws SQLException, IOException {
            var keys = against.key == null ? against.trust.keys() : List.of(against.key);
            var origin = Seal.origin(connection);
            try (var statement = connection.createStatement();
                    var result =
                            statement.executeQuery(
                                    "select size, note, peaks from checkpoint order by size")) {
                while (result.next()) {
                    long size = result.getLong(1);
                    try {
                        var checkpoint = Checkpoint.parse(result.getString(2));
                        checkpoints.put(size, checkpoint);
                        peaks.put(size, result.getBytes(3));
                        sign("the checkpoint of size " + size, checkpoint, keys, origin);
                        if (checkpoint.size() != size) {
                            find(-1, null, "the checkpoint of size " + size + " speaks of another");
                        }
                    } catch (IllegalArgumentException unreadable) {
                        find(-1, null, "the checkpoint of size " + size + " cannot be read");
                    }
                }
            }
            outside.forEach((which, one) -> sign(which, one, keys, origin));
        }

        private void sign(
                String which, Checkpoint checkpoint, List<VerifyingKey> keys, String origin) {
            if (!checkpoint.origin().equals(origin)) {
                find(-1, null, which + " is of another ledger: " + checkpoint.origin());
            }
            if (keys.stream().noneMatch(checkpoint::signedBy)) {
                find(-1, null, which + " carries no valid signature of a key that is trusted here");
            }
        }

        private void checkEnds() {
            for (long size : checkpoints.tailMap(tree.size() + 1).keySet()) {
                find(
                        -1,
                        null,
                        "the checkpoint of size %s speaks of more than the %s entries that are there"
                                .formatted(size, tree.size()));
            }
            outside.forEach((which, one) -> {
                if (one.size() > tree.size()) {
                    find(
                            -1,
                            null,
                            "%s speaks of %s entries, here are %s"
                                    .formatted(which, one.size(), tree.size()));
                }
            });
        }

        private void find(long seq, @Nullable String entry, String what) {
            if (findings.size() < FINDINGS_MAX) {
                findings.add(new Finding(seq, entry, what));
            }
        }
    }

    /// What to do with a finding.
    interface Finder {
        void find(long seq, @Nullable String entry, String what);
    }

    /// The protected bodies: each must be the one that its entry was committed to, unless the
    /// ledger says that it was erased.
    private static final class ProtectedBodies {

        private final Map<UUID, Gone> statements = new LinkedHashMap<>();
        private final Map<UUID, Long> closed = new LinkedHashMap<>();
        private final Map<UUID, Long> wrong = new LinkedHashMap<>();

        void look(long seq, StoredEntry.Read read, Instant recordedAt) {
            var row = read.row();
            if (read.committed()) {
                if (read.key() == null) {
                    closed.put(row.id(), seq);
                } else if (read.opened().isEmpty()) {
                    wrong.put(row.id(), seq);
                }
            } else if (row.kind().equals(STATEMENT)
                    && read.recorded(seq, recordedAt, false).body()
                            instanceof Housekeeping.KeyDestroyed destroyed) {
                statements.putIfAbsent(destroyed.entry(), new Gone(seq, recordedAt, destroyed));
            }
        }

        void judge(Finder finder) {
            wrong.forEach((id, seq) ->
                    finder.find(
                            seq,
                            id.toString(),
                            "has a body that is not the one it was committed to, or another key"));
            statements.forEach((id, statement) -> {
                if (!closed.containsKey(id)) {
                    finder.find(
                            statement.seq,
                            null,
                            "says that the key of " + id + " was destroyed, but it is still there");
                }
            });
            closed.forEach((id, seq) -> {
                if (!statements.containsKey(id)) {
                    finder.find(seq, id.toString(), KEY_LOST);
                }
            });
        }

        List<Gone> erased() {
            var erased = new ArrayList<Gone>();
            closed.forEach((id, seq) -> {
                var statement = statements.get(id);
                if (statement != null) {
                    erased.add(new Gone(seq, statement.at, statement.statement));
                }
            });
            return erased;
        }
    }
}

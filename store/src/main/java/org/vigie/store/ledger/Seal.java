package org.vigie.store.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// Follows the ledger: writes the leaf of each entry, grows the Merkle tree and signs a checkpoint.
///
/// One program at a time seals, whoever can take the lock; who cannot goes on at once, because the
/// sealer looks again after it let go. So each committed entry gets its leaf within moments, and
/// after a crash at the next append, start or `verify`.
final class Seal {

    /// What a checkpoint names the ledger by, before its id.
    static final String ORIGIN = "vigie.org/ledger/";

    /// The lock of the one who seals, until the end of the transaction ("vig2").
    private static final long SEAL_LOCK = 0x76696732L;

    /// Entries under one checkpoint at the most, so that sealing a large import needs little
    /// memory.
    private static final int SEAL_MAX = 50_000;

    /// A small append seals for others too, but not more than this: a warning must not wait until a
    /// whole import is sealed.
    private static final int COURTESY_MAX = 2_000;

    /// From saying when an entry is recorded to its commit no more time passes than this.
    private static final Duration IN_FLIGHT = Duration.ofSeconds(60);

    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final int MARK_BYTES = ID_BYTES + LeafTree.HASH_BYTES;

    private static final int LEAF_BYTES = 2 * Long.BYTES + LeafTree.HASH_BYTES;

    private final SigningKey key;
    private final String origin;
    private final Trust trust;

    private Seal(SigningKey key, String origin, Trust trust) {
        this.key = key;
        this.origin = origin;
        this.trust = trust;
    }

    Trust trust() {
        return trust;
    }

    /// The seal of a database; gives the ledger its identity when it is new.
    static Seal in(Connection connection, SigningKey key, Trust trust) throws SQLException {
        warnOfNewKey(connection, key);
        try (var signer =
                connection.prepareStatement(
                        "insert into signer (public_key) values (?) on conflict do nothing")) {
            signer.setString(1, key.verifying().toString());
            signer.executeUpdate();
        }
        return new Seal(key, ORIGIN + identity(connection), trust);
    }

    /// A key that was lost is made anew without a question, for warnings must be taken; but not
    /// without a word.
    private static void warnOfNewKey(Connection connection, SigningKey key) throws SQLException {
        var sql = "select count(*), count(*) filter (where public_key = ?) from signer";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, key.verifying().toString());
            try (var result = query.executeQuery()) {
                result.next();
                if (result.getLong(1) > 0 && result.getLong(2) == 0) {
                    System.getLogger(Seal.class.getName())
                            .log(
                                    System.Logger.Level.WARNING,
                                    "this ledger was signed with another key, which is not here;"
                                            + " from now on it is signed with a new one");
                }
            }
        }
    }

    /// What a checkpoint of a database names its ledger by.
    static String origin(Connection connection) throws SQLException {
        return ORIGIN + id(connection);
    }

    private static UUID identity(Connection connection) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into ledger (id) values (gen_random_uuid()) on conflict do nothing")) {
            insert.executeUpdate();
        }
        return id(connection);
    }

    private static UUID id(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select id from ledger")) {
            result.next();
            return result.getObject(1, UUID.class);
        }
    }

    /// Marks of entries that this program has just appended, by batch: what need not be read back.
    private final Map<Long, byte[]> fresh = new ConcurrentHashMap<>();

    /// Keeps the hashes of a batch until it is sealed.
    ///
    /// @param marks id and hash of its entries ([#mark]), one after another
    void remember(long batch, byte[] marks) {
        fresh.put(batch, marks);
    }

    /// Seals what is not sealed yet, unless somebody else is at it or it is much: then whoever
    /// appended it seals this too.
    void advanceABit(Connection connection) throws SQLException, IOException {
        long backlog = backlog(connection);
        boolean ours = true;
        while (ours && backlog > 0 && backlog <= COURTESY_MAX) {
            ours =
                    keep(
                            Transaction.of(
                                    connection,
                                    () -> tryLock(connection) ? seal(connection) : Sealed.NOT));
            backlog = backlog(connection);
        }
    }

    /// Seals all that is not sealed yet, after whoever is at it now.
    void advance(Connection connection) throws SQLException, IOException {
        boolean sealing = true;
        var begun = now(connection);
        while (sealing && backlog(connection) > 0) {
            sealing =
                    keep(
                            Transaction.of(
                                    connection,
                                    () -> {
                                        lock(connection);
                                        return seal(connection);
                                    }));
        }
        if (sealing) {
            trust.watched(begun);
        }
    }

    /// The clock that also says when entries are recorded.
    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select clock_timestamp()")) {
            result.next();
            return result.getTimestamp(1).toInstant();
        }
    }

    /// What a round of sealing did.
    ///
    /// @param done whether it may go on
    private record Sealed(boolean done, Optional<Checkpoint> checkpoint) {
        static final Sealed NOT = new Sealed(false, Optional.empty());
    }

    /// Outside the database only what is committed in it.
    private boolean keep(Sealed sealed) throws IOException {
        if (sealed.checkpoint.isPresent()) {
            trust.keep(sealed.checkpoint.get());
        }
        return sealed.done;
    }

    /// Writes the next leaves and their checkpoint; whoever holds the lock. What somebody changed
    /// past the program is not signed: then nothing is, until `verify` was read and it is put
    /// right; appends go on, for a warning must be taken.
    private Sealed seal(Connection connection) throws SQLException, IOException {
        Last last;
        Optional<String> refusal;
        try {
            last = last(connection);
            refusal = refusal(connection, last);
        } catch (BadInput | IllegalStateException unreadable) {
            last = new Last(null, new LeafTree());
            refusal = Optional.of("the newest checkpoint cannot be read");
        }
        if (refusal.isPresent()) {
            System.getLogger(Seal.class.getName())
                    .log(
                            System.Logger.Level.ERROR,
                            "nothing is signed any more: {0}; ask vigie verify",
                            refusal.get());
            return Sealed.NOT;
        }
        return new Sealed(true, seal(connection, last.tree()));
    }

    /// Why the ledger must not be signed as it stands; see [Trust].
    private Optional<String> refusal(Connection connection, Last last)
            throws SQLException, IOException {
        var checkpoint = last.checkpoint();
        if (checkpoint != null && !checkpoint.origin().equals(origin)) {
            return Optional.of("the newest checkpoint is of another ledger");
        }
        if (checkpoint != null && !checkpoint.fits(last.tree())) {
            return Optional.of("the newest checkpoint does not fit the tree that stands beside it");
        }
        var kept = trust.newest();
        if (kept.isPresent() && !holds(connection, kept.get())) {
            return Optional.of(
                    "the checkpoint of %s entries that is kept in %s is no longer in the database"
                            .formatted(kept.get().size(), trust.file()));
        }
        var late = late(connection, last.tree().size());
        return late.isPresent() ? late : decrease(connection, last.tree().size());
    }

    /// An entry that says it was recorded before everything was seen to be sealed was put there
    /// later. What this program appended itself is above that: the clock may have been set back.
    private Optional<String> late(Connection connection, long from) throws SQLException {
        var watched = trust.watched();
        if (watched.isEmpty()) {
            return Optional.empty();
        }
        for (var batch : new EntryReader(connection).batches(from, Long.MAX_VALUE)) {
            if (!fresh.containsKey(batch.id()) && isLate(batch, watched.get())) {
                return Optional.of(late(batch, watched.get(), trust));
            }
        }
        return Optional.empty();
    }

    static boolean isLate(EntryReader.Batch batch, Instant watched) {
        return batch.recordedAt().isBefore(watched.minus(IN_FLIGHT));
    }

    static String late(EntryReader.Batch batch, Instant watched, Trust trust) {
        return "batch %s claims to be recorded at %s, but at %s the ledger was seen without it (if the clock was set back and it is yours, delete %s)"
                .formatted(batch.id(), batch.recordedAt(), watched, trust.watchedFile());
    }

    private static boolean holds(Connection connection, Checkpoint kept) throws SQLException {
        try (var query =
                connection.prepareStatement("select note from checkpoint where size = ?")) {
            query.setLong(1, kept.size());
            try (var result = query.executeQuery()) {
                return result.next()
                        && Checkpoint.parse(result.getString(1)).body().equals(kept.body());
            }
        } catch (BadInput unreadable) {
            return false;
        }
    }

    /// The time of recording never decreases, so nobody can put an entry into the past.
    private static Optional<String> decrease(Connection connection, long from) throws SQLException {
        var sql =
                """
                select id from (
                    select id, first_seq, recorded_at,
                           lag(recorded_at) over (order by first_seq) as before
                    from batch
                    where first_seq >= coalesce((select max(first_seq) from batch where first_seq < ?), 0)
                ) b where recorded_at < before order by first_seq limit 1
                """;
        try (var query = connection.prepareStatement(sql)) {
            query.setLong(1, from);
            try (var result = query.executeQuery()) {
                return result.next()
                        ? Optional.of(
                                "batch %s claims to be recorded before the batch before it"
                                        .formatted(result.getLong(1)))
                        : Optional.empty();
            }
        }
    }

    private Optional<Checkpoint> seal(Connection connection, LeafTree tree) throws SQLException {
        long before = tree.size();
        long until = before + SEAL_MAX;
        var reader = new EntryReader(connection);
        var leaves = new Leaves(before);
        for (var batch : reader.batches(before, until)) {
            int from = (int) Math.max(0, before - batch.firstSeq());
            int to = (int) Math.min(batch.entries(), until - batch.firstSeq());
            var known = fresh.get(batch.id());
            if (known != null) {
                for (int no = from; no < to; no++) {
                    leaves.add(batch, no, known, no * MARK_BYTES);
                }
            } else {
                var scratch = new ByteSink(2_048);
                reader.read(
                        List.of(batch),
                        EntryReader.Span.of(before, until),
                        (read, in) -> leaves.add(in, read.no(), marked(read.row(), scratch), 0));
            }
            if (leaves.size() != batch.firstSeq() + to) {
                throw new SQLException(
                        "entries of batch %s are missing: somebody removed them before they were sealed"
                                .formatted(batch.id()));
            }
        }
        leaves.write(connection, tree);
        if (tree.size() == before) {
            return Optional.empty();
        }
        var checkpoint = sign(connection, tree);
        forget(reader.batches(before, tree.size()), tree.size());
        return Optional.of(checkpoint);
    }

    private void forget(List<EntryReader.Batch> batches, long sealed) {
        for (var batch : batches) {
            if (batch.end() <= sealed) {
                fresh.remove(batch.id());
            }
        }
    }

    private static byte[] marked(EntryJson.Row row, ByteSink scratch) {
        var mark = new ByteSink(MARK_BYTES);
        mark(mark, row, scratch);
        return mark.array();
    }

    /// Writes what sealing needs of an entry: its id (16 bytes) and the hash of its canonical JSON.
    static void mark(ByteSink out, EntryJson.Row row, ByteSink scratch) {
        out.putLong(row.id().getMostSignificantBits());
        out.putLong(row.id().getLeastSignificantBits());
        out.put(EntryJson.hash(row, scratch));
    }

    /// The hash that stands in the tree for an entry: of its place, the time when it was recorded
    /// and its own hash.
    static byte[] leaf(EntryReader.Batch batch, int no, byte[] hashes, int offset) {
        return LeafTree.leaf(
                ByteBuffer.allocate(LEAF_BYTES)
                        .putLong(batch.firstSeq() + no)
                        .putLong(batch.recordedAt().toEpochMilli())
                        .put(hashes, offset, LeafTree.HASH_BYTES)
                        .array());
    }

    /// The same for an entry that is known by a proof alone.
    ///
    /// @param hash of the entry's canonical JSON
    static byte[] leaf(long seq, Instant recordedAt, byte[] hash) {
        if (hash.length != LeafTree.HASH_BYTES) {
            throw new BadInput("entryHash", null, "32 bytes");
        }
        return LeafTree.leaf(
                ByteBuffer.allocate(LEAF_BYTES)
                        .putLong(seq)
                        .putLong(recordedAt.toEpochMilli())
                        .put(hash)
                        .array());
    }

    /// Leaves in order, until they are written.
    private static final class Leaves {

        private final long first;
        private final List<byte[]> hashes = new ArrayList<>();
        private final ByteSink ids = new ByteSink(ID_BYTES * 1_024);

        Leaves(long first) {
            this.first = first;
        }

        long size() {
            return first + hashes.size();
        }

        void add(EntryReader.Batch batch, int no, byte[] marks, int offset) {
            ids.put(marks, offset, ID_BYTES);
            hashes.add(leaf(batch, no, marks, offset + ID_BYTES));
        }

        void write(Connection connection, LeafTree tree) throws SQLException {
            try (var rows = new CopyRows(connection, "leaf", "seq, id, hash")) {
                for (int at = 0; at < hashes.size(); at++) {
                    var hash = hashes.get(at);
                    tree.add(hash);
                    rows.row().putShort(3).putInt(Long.BYTES).putLong(first + at);
                    rows.row().putInt(ID_BYTES).put(ids.array(), at * ID_BYTES, ID_BYTES);
                    rows.row().putInt(LeafTree.HASH_BYTES).put(hash);
                    rows.sent();
                }
                rows.finish();
            }
        }
    }

    private Checkpoint sign(Connection connection, LeafTree tree) throws SQLException {
        var checkpoint = Checkpoint.of(origin, tree).signed(key);
        try (var insert =
                connection.prepareStatement(
                        "insert into checkpoint (size, note, peaks) values (?, ?, ?)")) {
            insert.setLong(1, tree.size());
            insert.setString(2, checkpoint.note());
            insert.setBytes(3, tree.peaks());
            insert.executeUpdate();
        }
        return checkpoint;
    }

    /// The newest checkpoint, and the tree that grows on from it.
    ///
    /// @param checkpoint null for an empty ledger
    private record Last(@Nullable Checkpoint checkpoint, LeafTree tree) {}

    private static Last last(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery(
                                "select size, peaks, note from checkpoint order by size desc limit 1")) {
            return result.next()
                    ? new Last(
                            Checkpoint.parse(result.getString(3)),
                            LeafTree.of(result.getLong(1), result.getBytes(2)))
                    : new Last(null, new LeafTree());
        }
    }

    private static long backlog(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery(
                                """
                                select coalesce((select first_seq + entries from batch order by first_seq desc limit 1), 0)
                                     - coalesce((select max(size) from checkpoint), 0)
                                """)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, SEAL_LOCK);
            lock.execute();
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

package org.vigie.store.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Handling;

/// Makes proofs for people who have no access to the ledger. `docs/ledger-format.md` says how they
/// are checked, and `docs/verify.py` does it without a line of this program.
public final class Proofs {

    private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");
    private static final int FETCH_ROWS = 5_000;

    /// Places looked at together: bounds the memory.
    private static final int WINDOW = 50_000;

    private final DataSource source;

    Proofs(DataSource source) {
        this.source = source;
    }

    /// What nobody may see is in no proof: a header alone would tell that somebody died, and when.
    private static final String WITHHELD = CanonicalJson.code(Handling.WITHHELD);

    /// How much of an entry is handed out.
    public enum Share {
        /// Its hash and when it was recorded.
        HASH,
        /// The entry, if it is handled as open; else its hash.
        OPEN,
        /// The entry; of a protected body the commitment.
        ENTRY,
        /// Protected bodies too, with the salt that opens the commitment.
        BODY
    }

    /// Proves that an entry is in the ledger.
    ///
    /// @param which its id or its place
    public InclusionProof inclusion(String which, Share share) throws IOException {
        return read(connection -> {
            var found = entry(connection, which);
            var checkpoint = newest(connection);
            if (checkpoint == null || found.seq >= checkpoint.size()) {
                throw new IOException("The entry is not sealed yet: ask again in a moment.");
            }
            var ranges = MerklePath.inclusion(found.seq, checkpoint.size());
            var line = line(found, share);
            return checked(
                    new InclusionProof(
                            InclusionProof.FORMAT,
                            signer(connection, checkpoint),
                            checkpoint.note(),
                            found.seq,
                            found.recordedAt,
                            line.hash(),
                            line.entry,
                            line.opening,
                            path(connection, ranges, checkpoint.size())));
        });
    }

    /// Proves that the ledger of one checkpoint is the beginning of that of another.
    public ConsistencyProof consistency(long older, long newer) throws IOException {
        if (older > newer) {
            throw new BadInput("sizes", older + " " + newer, "the smaller size first");
        }
        return read(connection -> {
            var before = checkpoint(connection, older);
            var after = checkpoint(connection, newer);
            var ranges =
                    older == newer
                            ? List.<MerklePath.Range>of()
                            : MerklePath.consistency(older, newer);
            return checked(
                    new ConsistencyProof(
                            ConsistencyProof.FORMAT,
                            signer(connection, after),
                            before.note(),
                            after.note(),
                            path(connection, ranges, newer)));
        });
    }

    /// A ledger that does not fit its checkpoint has no proof to give.
    private static <P extends Proof> P checked(P proof) throws IOException {
        return switch (proof.check(null)) {
            case Proof.Judgement.Holds _ -> proof;
            case Proof.Judgement.Fails fails ->
                    throw new IOException(
                            "The ledger gives no proof that holds (%s): see vigie verify."
                                    .formatted(fails.why()));
        };
    }

    /// Writes the whole ledger so that a stranger can check it: one JSON object a line.
    ///
    /// @param progress is told how many entries are written
    /// @return how many there are
    public long export(Path file, Share share, LongConsumer progress) throws IOException {
        return read(connection ->
                WholeFile.write(file, out -> export(connection, share, progress, out)));
    }

    private static long export(
            Connection connection, Share share, LongConsumer progress, OutputStream out)
            throws IOException {
        try {
            long size = number(connection, "select coalesce(max(seq) + 1, 0) from leaf");
            var notes = texts(connection, "select note from checkpoint order by size");
            var keys = texts(connection, "select public_key from signer order by since");
            write(out, new Beginning("vigie-export-1", origin(connection), keys, size));
            long written = 0;
            for (long from = 0; from < size; from += WINDOW) {
                for (var line : window(connection, share, from, Math.min(from + WINDOW, size))) {
                    write(out, line);
                    progress.accept(++written);
                }
            }
            for (var note : notes) {
                write(out, new Note(note));
            }
            write(out, new End(written, notes.size()));
            return size;
        } catch (SQLException e) {
            throw new IOException("The ledger could not be read: " + e.getMessage(), e);
        }
    }

    /// The first line of an export.
    public record Beginning(String format, String origin, List<String> publicKeys, long size) {}

    /// One entry of an export. Of an entry that was removed only its leaf and id are left; of one
    /// that is not shared only its leaf, so that nobody can try what it says against its own hash.
    ///
    /// @param leaf as the ledger kept it, in hex
    /// @param hidden true of one that is not shared, else null
    public record Line(
            long seq,
            @Nullable String id,
            @Nullable String leaf,
            @Nullable Instant recordedAt,
            @Nullable String entryHash,
            @Nullable String entry,
            InclusionProof.@Nullable Opening opening,
            @Nullable Boolean hidden) {

        static Line hidden(long seq) {
            return new Line(seq, null, null, null, null, null, null, true);
        }

        Line with(String leafId, String leafHash) {
            return new Line(
                    seq,
                    hidden == null ? leafId : null,
                    leafHash,
                    recordedAt,
                    entryHash,
                    entry,
                    opening,
                    hidden);
        }

        String hash() {
            if (entryHash == null) {
                throw new IllegalStateException("an entry that was read has a hash");
            }
            return entryHash;
        }
    }

    /// A checkpoint of an export.
    public record Note(String checkpoint) {}

    /// The last line of an export: without it the file was cut off.
    public record End(long entries, long checkpoints) {}

    private static void write(OutputStream out, Record line) throws IOException {
        out.write(CanonicalJson.bytes(line));
        out.write('\n');
    }

    private static Iterable<Line> window(Connection connection, Share share, long from, long to)
            throws SQLException {
        var lines = new TreeMap<Long, Line>();
        new EntryReader(connection)
                .read(
                        EntryReader.Span.of(from, to),
                        (read, batch) -> {
                            long seq = batch.firstSeq() + read.no();
                            lines.put(seq, line(new Found(seq, batch.recordedAt(), read), share));
                        });
        try (var query =
                connection.prepareStatement(
                        "select seq, id, hash from leaf where seq >= ? and seq < ? order by seq")) {
            query.setLong(1, from);
            query.setLong(2, to);
            query.setFetchSize(FETCH_ROWS);
            try (var result = query.executeQuery()) {
                while (result.next()) {
                    long seq = result.getLong(1);
                    var gone = new Line(seq, null, null, null, null, null, null, null);
                    var leaf = HexFormat.of().formatHex(result.getBytes(3));
                    lines.put(seq, lines.getOrDefault(seq, gone).with(result.getString(2), leaf));
                }
            }
        }
        return lines.values();
    }

    private record Found(long seq, Instant recordedAt, StoredEntry.Read read) {}

    private static Line line(Found found, Share share) {
        var row = found.read.row();
        if (row.handling().equals(WITHHELD)
                || (share == Share.OPEN && !row.handling().equals("open"))) {
            return Line.hidden(found.seq);
        }
        var json = new ByteSink(2_048);
        EntryJson.write(json, row);
        var text = new String(json.copy(), java.nio.charset.StandardCharsets.UTF_8);
        boolean shown =
                switch (share) {
                    case HASH -> false;
                    case OPEN, ENTRY, BODY -> true;
                };
        return new Line(
                found.seq,
                row.id().toString(),
                null,
                found.recordedAt,
                HexFormat.of().formatHex(EntryJson.hash(row, json)),
                shown ? text : null,
                share == Share.BODY ? opening(found.read) : null,
                null);
    }

    private static InclusionProof.@Nullable Opening opening(StoredEntry.Read read) {
        var key = read.key();
        if (key == null) {
            return null;
        }
        var salt = HexFormat.of().formatHex(key.salt());
        return read.opened()
                .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .map(body -> new InclusionProof.Opening(body, salt))
                .orElse(null);
    }

    private static Found entry(Connection connection, String which) throws SQLException {
        var found = new ArrayList<Found>();
        EntryReader.Taker taker =
                (read, batch) ->
                        found.add(
                                new Found(batch.firstSeq() + read.no(), batch.recordedAt(), read));
        var reader = new EntryReader(connection);
        if (PLACE.matcher(which).matches()) {
            long seq = Long.parseLong(which);
            reader.read(EntryReader.Span.of(seq, seq + 1), taker);
        } else {
            reader.find("id = '" + id(which) + "'", taker);
        }
        found.removeIf(one -> one.read.row().handling().equals(WITHHELD));
        if (found.isEmpty()) {
            throw new BadInput("entry", which, "the id or the place of an entry of this ledger");
        }
        return found.getFirst();
    }

    private static UUID id(String which) {
        try {
            return UUID.fromString(which);
        } catch (IllegalArgumentException e) {
            throw new BadInput("entry", which, "an entry's id, or its place as a number", e);
        }
    }

    private static List<String> path(
            Connection connection, List<MerklePath.Range> ranges, long size) throws SQLException {
        return MerklePath.roots(ranges, taker -> leaves(connection, size, taker)).stream()
                .map(hash -> Base64.getEncoder().encodeToString(hash))
                .toList();
    }

    private static void leaves(Connection connection, long size, MerklePath.Taker taker)
            throws SQLException {
        try (var query =
                connection.prepareStatement("select hash from leaf where seq < ? order by seq")) {
            query.setLong(1, size);
            query.setFetchSize(FETCH_ROWS);
            try (var result = query.executeQuery()) {
                while (result.next()) {
                    taker.take(result.getBytes(1));
                }
            }
        }
    }

    private static @Nullable Checkpoint newest(Connection connection) throws SQLException {
        var notes = texts(connection, "select note from checkpoint order by size desc limit 1");
        return notes.isEmpty() ? null : Checkpoint.parse(notes.getFirst());
    }

    private static Checkpoint checkpoint(Connection connection, long size) throws SQLException {
        var notes = texts(connection, "select note from checkpoint where size = " + size);
        if (notes.isEmpty()) {
            var near =
                    texts(
                            connection,
                            "select size from (select size from checkpoint order by abs(size - %s) limit 3) near order by size"
                                    .formatted(size));
            throw new BadInput(
                    "size",
                    size,
                    near.isEmpty()
                            ? "one of a signed checkpoint, and this ledger is empty"
                            : "one of a signed checkpoint, such as " + String.join(", ", near));
        }
        return Checkpoint.parse(notes.getFirst());
    }

    /// The key that signed a checkpoint, of those known here.
    private static String signer(Connection connection, Checkpoint checkpoint)
            throws SQLException, IOException {
        return texts(connection, "select public_key from signer order by since").stream()
                .filter(key -> checkpoint.signedBy(VerifyingKey.parse(key)))
                .findFirst()
                .orElseThrow(() ->
                        new IOException(
                                "The checkpoint of size %s carries no valid signature: see vigie verify."
                                        .formatted(checkpoint.size())));
    }

    private static String origin(Connection connection) throws SQLException {
        return Seal.ORIGIN + texts(connection, "select id::text from ledger").getFirst();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(texts(connection, sql).getFirst());
    }

    /// What is read of one state of the ledger.
    private interface Reading<T> {
        T of(Connection connection) throws SQLException, IOException;
    }

    private <T> T read(Reading<T> reading) throws IOException {
        try (var connection = source.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return Transaction.of(connection, () -> reading.of(connection));
        } catch (SQLException e) {
            throw SqlLedger.trouble(source, "read", e);
        }
    }
}

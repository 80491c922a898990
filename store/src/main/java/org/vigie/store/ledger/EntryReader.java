package org.vigie.store.ledger;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.vigie.record.Recorded;

/// Reads entries in the order of the ledger, as fast as PostgreSQL hands them out: in stretches of
/// batches whose numbers rise with their place, each one scan along the primary key, so that
/// nothing is sorted.
final class EntryReader {

    /// Bytes before the first row of a binary COPY: signature, flags, length of what follows.
    private static final int HEADER_BYTES = 19;

    private final Connection connection;

    EntryReader(Connection connection) {
        this.connection = connection;
    }

    /// A batch that has its place.
    record Batch(long id, long firstSeq, int entries, Instant recordedAt) {

        long end() {
            return firstSeq + entries;
        }
    }

    /// Takes one entry with its place.
    interface Taker {
        void take(StoredEntry.Read read, Batch batch) throws SQLException;
    }

    /// Batches with entries in `[from, to)`, in the order of the ledger.
    List<Batch> batches(long from, long to) throws SQLException {
        var sql =
                "select id, first_seq, entries, recorded_at from batch"
                        + " where first_seq + entries > ? and first_seq < ? order by first_seq";
        try (var query = connection.prepareStatement(sql)) {
            query.setLong(1, from);
            query.setLong(2, to);
            var batches = new ArrayList<Batch>();
            try (var result = query.executeQuery()) {
                while (result.next()) {
                    batches.add(batch(result));
                }
            }
            return batches;
        }
    }

    /// Entries with `from <= seq < to`.
    ///
    /// @param where a further condition on columns of `entry`; "" for none
    record Span(long from, long to, String where) {

        static final Span ALL = new Span(0, Long.MAX_VALUE, "");

        static Span of(long from, long to) {
            return new Span(from, to, "");
        }

        Span where(String condition) {
            return new Span(from, to, condition);
        }
    }

    /// The entries of a span, in order.
    void read(Span span, Taker taker) throws SQLException {
        read(batches(span.from, span.to), span, taker);
    }

    /// The same for batches that the caller has looked up.
    void read(List<Batch> batches, Span span, Taker taker) throws SQLException {
        for (int start = 0; start < batches.size(); ) {
            int end = start + 1;
            while (end < batches.size() && batches.get(end).id > batches.get(end - 1).id) {
                end++;
            }
            stretch(batches.subList(start, end), span, taker);
            start = end;
        }
    }

    /// A condition on the kind of an entry.
    static String ofKinds(Set<String> kinds) {
        return kinds.isEmpty()
                ? ""
                : kinds.stream()
                        .map(kind -> "'" + kind.replace("'", "''") + "'")
                        .collect(Collectors.joining(", ", " and kind in (", ")"));
    }

    /// A condition on the import of an entry.
    static String ofImports(Set<UUID> imports) {
        return imports.stream()
                .map(id -> "'" + id + "'")
                .collect(Collectors.joining(", ", " and import_id in (", ")"));
    }

    /// Entries that fulfil a condition which an index answers, in no order.
    void find(String where, Taker taker) throws SQLException {
        var found = new ArrayList<StoredEntry.Read>();
        copy("where " + where, found::add);
        for (var read : found) {
            var batch = batch(read.batch());
            if (batch.isPresent() && read.no() >= 0 && read.no() < batch.get().entries) {
                taker.take(read, batch.get());
            }
        }
    }

    private Optional<Batch> batch(long id) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select id, first_seq, entries, recorded_at from batch where id = ?")) {
            query.setLong(1, id);
            try (var result = query.executeQuery()) {
                return result.next() ? Optional.of(batch(result)) : Optional.empty();
            }
        }
    }

    private static Batch batch(ResultSet result) throws SQLException {
        return new Batch(
                result.getLong(1),
                result.getLong(2),
                result.getInt(3),
                result.getTimestamp(4).toInstant());
    }

    private void stretch(List<Batch> stretch, Span span, Taker taker) throws SQLException {
        var first = stretch.getFirst();
        var last = stretch.getLast();
        var range =
                "where (batch, no) >= (%s, %s) and (batch, no) < (%s, %s)%s order by batch, no"
                        .formatted(
                                first.id,
                                Math.max(0, span.from - first.firstSeq),
                                last.id,
                                Math.min(last.entries, span.to - last.firstSeq),
                                span.where);
        var at =
                new Object() {
                    int index;
                };
        copy(
                range,
                read -> {
                    while (at.index < stretch.size() && stretch.get(at.index).id < read.batch()) {
                        at.index++;
                    }
                    // A batch between that has its place elsewhere, or none yet, is not of this.
                    // A row beyond its batch was put there past the program.
                    if (at.index < stretch.size()
                            && stretch.get(at.index).id == read.batch()
                            && read.no() < stretch.get(at.index).entries) {
                        taker.take(read, stretch.get(at.index));
                    }
                });
    }

    /// Takes one row.
    private interface RowTaker {
        void take(StoredEntry.Read read) throws SQLException;
    }

    private void copy(String condition, RowTaker taker) throws SQLException {
        boolean alone = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            alongTheIndex();
            copyInTransaction(condition, taker);
        } finally {
            if (alone) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /// Right after a large import PostgreSQL knows nothing yet of the table's size, and would
    /// rather sort a million rows than follow an index in which they stand in order.
    private void alongTheIndex() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "set local enable_sort = off; set local enable_seqscan = off; set local enable_bitmapscan = off");
        }
    }

    private void copyInTransaction(String condition, RowTaker taker) throws SQLException {
        var sql =
                "copy (select %s from entry %s) to stdout (format binary)"
                        .formatted(StoredEntry.READ_COLUMNS, condition);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        var at =
                new Object() {
                    boolean header = true;
                };
        try {
            FetchAhead.each(
                    copy,
                    bytes -> {
                        var in = ByteBuffer.wrap(bytes);
                        if (at.header) {
                            in.position(HEADER_BYTES);
                            at.header = false;
                        }
                        if (in.remaining() > Short.BYTES) {
                            taker.take(StoredEntry.read(in));
                        }
                    });
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /// The same without what a picture does not keep: the source's own columns.
    static Recorded outline(StoredEntry.Read read, Batch batch) {
        return read.recorded(batch.firstSeq + read.no(), batch.recordedAt, true);
    }

    static Recorded recorded(StoredEntry.Read read, Batch batch) {
        return read.recorded(batch.firstSeq + read.no(), batch.recordedAt, false);
    }
}

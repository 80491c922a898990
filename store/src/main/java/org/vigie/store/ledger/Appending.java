package org.vigie.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.record.Entry;
import org.vigie.record.Ledger.Receipt;

/// Writes a batch of entries in one transaction and gives it its place in the ledger.
final class Appending {

    /// Entries that are looked up by id before they are added, so that a repeated append is
    /// harmless. A larger append is a file's import, whose ids are new by construction.
    static final int REPEATABLE_MAX = 1_000;

    /// The transaction lock under which an append takes its place in the order ("vig1").
    private static final long ORDER_LOCK = 0x76696731L;

    private Appending() {}

    static Receipt insert(
            Connection connection, long batch, Iterable<Entry> entries, ByteSink marks)
            throws SQLException {
        return placed(connection, batch, copy(connection, batch, entries, marks));
    }

    /// Gives what was copied its place; the last thing before the commit.
    static Receipt placed(Connection connection, long batch, int count) throws SQLException {
        return count == 0
                ? new Receipt(0, SqlLedger.size(connection), Instant.EPOCH)
                : place(connection, batch, count);
    }

    /// Copies in what is new; tells how many that are.
    static int copy(Connection connection, long batch, Iterable<Entry> entries, ByteSink marks)
            throws SQLException {
        var waiting = new ArrayList<Entry>();
        var iterator = entries.iterator();
        while (iterator.hasNext() && waiting.size() < REPEATABLE_MAX) {
            waiting.add(iterator.next());
        }
        var first = iterator.hasNext() ? waiting : unknown(connection, waiting);
        var json = new ByteSink(2_048);
        var keys = new BodyKeys();
        int count = 0;
        try (var rows = new CopyRows(connection, "entry", StoredEntry.COLUMNS)) {
            for (var all = Stream.of(first.iterator(), iterator).iterator(); all.hasNext(); ) {
                for (var some = all.next(); some.hasNext(); count++) {
                    var row = keys.row(some.next());
                    Seal.mark(marks, row, json);
                    StoredEntry.write(rows.row(), batch, count, row);
                    rows.sent();
                }
            }
            rows.finish();
        }
        keys.write(connection);
        return count;
    }

    /// The entries whose ids the ledger does not hold yet, each once.
    private static List<Entry> unknown(Connection connection, List<Entry> entries)
            throws SQLException {
        var ids = entries.stream().map(Entry::id).distinct().toArray(UUID[]::new);
        var held = new java.util.HashSet<UUID>();
        try (var query = connection.prepareStatement("select id from entry where id = any(?)")) {
            query.setArray(1, connection.createArrayOf("uuid", ids));
            try (var result = query.executeQuery()) {
                while (result.next()) {
                    held.add(result.getObject(1, UUID.class));
                }
            }
        }
        return entries.stream().filter(entry -> held.add(entry.id())).toList();
    }

    /// Gives the batch its place in the order of the ledger; the lock is held until the commit that
    /// follows at once.
    private static Receipt place(Connection connection, long batch, int count) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, ORDER_LOCK);
            lock.execute();
        }
        var insert =
                """
                insert into batch (id, first_seq, entries, recorded_at)
                select ?, coalesce(max(first_seq + entries), 0), ?,
                       greatest(date_trunc('milliseconds', clock_timestamp()), max(recorded_at))
                from (select * from batch order by first_seq desc limit 1) last
                returning first_seq + entries, recorded_at
                """;
        try (var statement = connection.prepareStatement(insert)) {
            statement.setLong(1, batch);
            statement.setInt(2, count);
            try (var result = statement.executeQuery()) {
                result.next();
                var receipt =
                        new Receipt(count, result.getLong(1), result.getTimestamp(2).toInstant());
                try (var notify = connection.prepareStatement("select pg_notify('vigie', ?)")) {
                    notify.setString(1, String.valueOf(receipt.size()));
                    notify.execute();
                }
                return receipt;
            }
        }
    }
}

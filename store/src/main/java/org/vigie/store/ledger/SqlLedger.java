package org.vigie.store.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.vigie.record.Entry;
import org.vigie.record.History;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;
import org.vigie.store.Database;

/// The ledger in PostgreSQL.
///
/// An append is one transaction: entries are copied in, and only at its end, under a lock held for
/// milliseconds, the batch gets its place (`first_seq`) and `recordedAt` from the database. So a
/// bulk import never keeps a warning waiting, the order of the ledger is the order of commits, and
/// `recordedAt` never decreases. Leaves and checkpoints follow right after ([Seal]).
///
/// Several programs may append to one database; each `asOf` first reads what the others added. Safe
/// for several threads.
public final class SqlLedger implements Ledger {

    /// Entries that are looked up by id before they are added, so that a repeated append is
    /// harmless. A larger append is a file's import, whose ids are new by construction.
    private static final int REPEATABLE_MAX = 1_000;

    /// Characters that are handed to COPY at a time: about what a socket buffer takes.
    private static final int COPY_CHUNK = 64 * 1024;

    /// Rows fetched at a time when the ledger is read.
    private static final int FETCH_ROWS = 5_000;

    /// The transaction lock under which an append takes its place in the order ("vig1").
    private static final long ORDER_LOCK = 0x76696731L;

    private static final String COPY =
            """
            copy entry (batch, no, id, kind, subject, happened_first, happened_last, happened_precision, known_at, author,
            component, handling, lane, import_id, file, line, supersedes, body) from stdin
            """;

    private final DataSource source;
    private final Seal seal;
    private final Object refreshing = new Object();
    private volatile History history = History.EMPTY;

    private SqlLedger(DataSource source, Seal seal) {
        this.source = source;
        this.seal = seal;
    }

    /// Opens a migrated database. Leaves that an appender which died left unwritten are written
    /// now.
    public static SqlLedger open(DataSource source, SigningKey key) throws IOException {
        try (var connection = source.getConnection()) {
            var seal = Seal.in(connection, key);
            seal.advance(connection);
            return new SqlLedger(source, seal);
        } catch (SQLException e) {
            throw trouble(source, "opened", e);
        }
    }

    @Override
    public Receipt append(Iterable<Entry> entries) throws IOException {
        try (var connection = source.getConnection()) {
            var receipt = Transaction.of(connection, () -> insert(connection, entries));
            if (receipt.appended() > 0) {
                seal(connection);
            }
            return receipt;
        } catch (SQLException e) {
            throw trouble(source, "written", e);
        }
    }

    private static Receipt insert(Connection connection, Iterable<Entry> entries)
            throws SQLException {
        long batch = number(connection, "select nextval('batch_id')");
        int count = copy(connection, batch, entries);
        return count == 0
                ? new Receipt(0, size(connection), Instant.EPOCH)
                : place(connection, batch, count);
    }

    private static int copy(Connection connection, long batch, Iterable<Entry> entries)
            throws SQLException {
        var waiting = new ArrayList<Entry>();
        var iterator = entries.iterator();
        while (iterator.hasNext() && waiting.size() < REPEATABLE_MAX) {
            waiting.add(iterator.next());
        }
        var first = iterator.hasNext() ? waiting : unknown(connection, waiting);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        int count = 0;
        try {
            var text = new StringBuilder(COPY_CHUNK * 2);
            for (var entry : first) {
                StoredEntry.copyLine(text, batch, count++, StoredEntry.row(entry));
            }
            while (iterator.hasNext()) {
                StoredEntry.copyLine(text, batch, count++, StoredEntry.row(iterator.next()));
                if (text.length() > COPY_CHUNK) {
                    write(copy, text);
                }
            }
            write(copy, text);
            copy.endCopy();
            return count;
        } catch (SQLException | RuntimeException | Error e) {
            Transaction.cancel(copy, e);
            throw e;
        }
    }

    private static void write(org.postgresql.copy.CopyIn copy, StringBuilder text)
            throws SQLException {
        var bytes = text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
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

    /// Writes the leaves and the checkpoint of what is not sealed yet, unless somebody else is at
    /// it.
    void seal() throws IOException {
        try (var connection = source.getConnection()) {
            seal(connection);
        } catch (SQLException e) {
            throw trouble(source, "sealed", e);
        }
    }

    /// What is written stays written, whether or not it can be sealed.
    private void seal(Connection connection) throws IOException {
        try {
            seal.advance(connection);
        } catch (SQLException e) {
            throw trouble(source, "sealed yet, though it holds what was to be written", e);
        }
    }

    @Override
    public Picture asOf(Instant known, Instant recorded, Viewer viewer) throws IOException {
        return current().asOf(known, recorded, viewer);
    }

    /// The history with everything that any program has committed by now.
    private History current() throws IOException {
        synchronized (refreshing) {
            var known = history;
            try (var connection = source.getConnection()) {
                if (size(connection) > known.size()) {
                    var added = new ArrayList<Recorded>();
                    select(
                            connection,
                            "b.first_seq >= ?",
                            query -> query.setLong(1, known.size()),
                            added::add);
                    history = known.plus(added);
                }
            } catch (SQLException e) {
                throw trouble(source, "read", e);
            }
            return history;
        }
    }

    @Override
    public List<Recorded> history(UUID subject, Viewer viewer) throws IOException {
        var entries = new ArrayList<Recorded>();
        try (var connection = source.getConnection()) {
            select(
                    connection,
                    "e.subject = ?",
                    query -> query.setObject(1, subject),
                    recorded -> {
                        if (viewer.maySee(recorded.entry().handling())) {
                            entries.add(recorded);
                        }
                    });
        } catch (SQLException e) {
            throw trouble(source, "read", e);
        }
        return entries;
    }

    @Override
    public Optional<Recorded> find(long seq, Viewer viewer) throws IOException {
        return one(
                "b.first_seq <= ? and b.first_seq + b.entries > ? and b.first_seq + e.no = ?",
                query -> {
                    query.setLong(1, seq);
                    query.setLong(2, seq);
                    query.setLong(3, seq);
                },
                viewer);
    }

    @Override
    public Optional<Recorded> find(UUID entry, Viewer viewer) throws IOException {
        return one("e.id = ?", query -> query.setObject(1, entry), viewer);
    }

    private Optional<Recorded> one(String where, Parameters parameters, Viewer viewer)
            throws IOException {
        var found = new ArrayList<Recorded>();
        try (var connection = source.getConnection()) {
            select(connection, where, parameters, found::add);
        } catch (SQLException e) {
            throw trouble(source, "read", e);
        }
        return found.stream()
                .filter(recorded -> viewer.maySee(recorded.entry().handling()))
                .findFirst();
    }

    @Override
    public void read(Set<String> kinds, Viewer viewer, Consumer<Recorded> reader)
            throws IOException {
        try (var connection = source.getConnection()) {
            var wanted = kinds.isEmpty() ? "? is not null" : "e.kind = any(?)";
            var array = connection.createArrayOf("text", kinds.toArray());
            select(
                    connection,
                    wanted,
                    query -> query.setArray(1, array),
                    recorded -> {
                        if (viewer.maySee(recorded.entry().handling())) {
                            reader.accept(recorded);
                        }
                    });
        } catch (SQLException e) {
            throw trouble(source, "read", e);
        }
    }

    /// Sets the parameters of a query.
    private interface Parameters {
        void set(PreparedStatement query) throws SQLException;
    }

    private static void select(
            Connection connection, String where, Parameters parameters, Consumer<Recorded> reader)
            throws SQLException, IOException {
        var sql =
                "select %s from batch b join entry e on e.batch = b.id where %s order by b.first_seq, e.no"
                        .formatted(StoredEntry.COLUMNS, where);
        Transaction.of(connection, () -> read(connection, sql, parameters, reader));
    }

    private static int read(
            Connection connection, String sql, Parameters parameters, Consumer<Recorded> reader)
            throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setFetchSize(FETCH_ROWS);
            parameters.set(query);
            int rows = 0;
            try (ResultSet result = query.executeQuery()) {
                for (; result.next(); rows++) {
                    reader.accept(StoredEntry.recorded(result));
                }
            }
            return rows;
        }
    }

    private static long size(Connection connection) throws SQLException {
        return number(
                connection,
                "select coalesce((select first_seq + entries from batch order by first_seq desc limit 1), 0)");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    static IOException trouble(DataSource source, String what, SQLException e) throws IOException {
        return Database.explain(source, "the ledger could not be " + what, e);
    }
}

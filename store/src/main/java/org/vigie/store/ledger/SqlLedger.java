package org.vigie.store.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.History;
import org.vigie.record.Housekeeping;
import org.vigie.record.Kinds;
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

    /// What PostgreSQL answers when another program wrote an entry of the same id at the same
    /// moment.
    private static final String ID_TAKEN = "23505";

    /// Entries that the index on subjects knows: all but open accounts of incidents.
    private static final String OTHERS_OF =
            "(kind <> '"
                    + Kinds.of(Facts.IncidentReported.class)
                    + "' or body is null) and subject = '";

    private static final Following NOTHING = connection -> {};

    private final DataSource source;
    private final Seal seal;
    private final Object refreshing = new Object();
    private volatile History history = History.EMPTY;
    private volatile Instant newest = Instant.EPOCH;

    private final @Nullable SavedHistory saved;
    private long savedSize;

    private SqlLedger(DataSource source, Seal seal, @Nullable SavedHistory saved) {
        this.source = source;
        this.seal = seal;
        this.saved = saved;
    }

    /// Opens a migrated database. Leaves that an appender which died left unwritten are written
    /// now.
    ///
    /// @param saved where the columns of a large history are kept between programs; null for
    ///   nowhere
    static SqlLedger open(
            DataSource source, SigningKey key, Trust trust, @Nullable SavedHistory saved)
            throws IOException {
        try (var connection = source.getConnection()) {
            var ledger = new SqlLedger(source, Seal.in(connection, key, trust), saved);
            ledger.sealAfter(connection, true);
            ledger.newest = newest(connection);
            return ledger;
        } catch (SQLException e) {
            throw trouble(source, "opened", e);
        }
    }

    @Override
    public Receipt append(Iterable<Entry> entries) throws IOException {
        try {
            return appendOnce(entries, NOTHING);
        } catch (SQLException e) {
            if (!ID_TAKEN.equals(e.getSQLState()) || !(entries instanceof Collection)) {
                throw trouble(source, "written", e);
            }
        }
        try {
            return appendOnce(entries, NOTHING); // now the ledger holds the id, and skips it
        } catch (SQLException e) {
            throw trouble(source, "written", e);
        }
    }

    @Override
    public Receipt attach(Entry entry, byte[] file) throws IOException {
        if (!StoredEntry.isProtected(entry)) {
            throw new IllegalStateException("a file belongs to a protected entry alone");
        }
        var entries = List.of(entry);
        Following keepFile = connection -> Attachments.insert(connection, entry.id(), file);
        try {
            return appendOnce(entries, keepFile);
        } catch (SQLException e) {
            if (!ID_TAKEN.equals(e.getSQLState())) {
                throw trouble(source, "written", e);
            }
        }
        try {
            return appendOnce(entries, keepFile);
        } catch (SQLException e) {
            throw trouble(source, "written", e);
        }
    }

    @Override
    public Optional<byte[]> attached(UUID entry, Viewer viewer) throws IOException {
        if (find(entry, viewer).isEmpty()) {
            return Optional.empty();
        }
        try (var connection = source.getConnection()) {
            return Attachments.find(connection, entry);
        } catch (SQLException e) {
            throw trouble(source, "read", e);
        }
    }

    /// What is written in the same transaction, where the entries were new.
    @FunctionalInterface
    private interface Following {
        void write(Connection connection) throws SQLException;
    }

    private Receipt appendOnce(Iterable<Entry> entries, Following following)
            throws IOException, SQLException {
        try (var connection = source.getConnection()) {
            var marks = new ByteSink(64);
            long batch = number(connection, "select nextval('batch_id')");
            var receipt =
                    Transaction.of(
                            connection,
                            () -> {
                                int count = Appending.copy(connection, batch, entries, marks);
                                if (count > 0) {
                                    following.write(connection);
                                }
                                return Appending.placed(connection, batch, count);
                            });
            if (receipt.appended() > 0) {
                seal.remember(batch, marks.array());
                sealAfter(connection, receipt.appended() > Appending.REPEATABLE_MAX);
                newest = receipt.recordedAt();
            }
            return receipt;
        }
    }

    /// What an erasure came to.
    record Destroyed(Receipt receipt, Entry statement) {}

    /// Destroys what opens a protected body and the record of a kept file that it came from, and
    /// says who did so and why; all or nothing. Nobody can read either afterwards, from this
    /// database.
    ///
    /// @param statement with the rests of the kept files: its body is a
    ///   [org.vigie.record.Housekeeping.KeyDestroyed]
    /// @param besides what is said of other entries that are erased with it, where their keys are
    ///   still here
    /// @return empty when there is no key to destroy
    Optional<Destroyed> destroy(
            Recorded held,
            Function<SortedMap<String, String>, Entry> statement,
            List<Entry> besides)
            throws IOException {
        var sha256 = fileOf(held.entry());
        try (var connection = source.getConnection()) {
            var marks = new ByteSink(64);
            long batch = number(connection, "select nextval('batch_id')");
            var destroyed =
                    Transaction.of(
                            connection,
                            () -> {
                                if (!BodyKeys.delete(connection, held.entry().id())) {
                                    return Optional.<Destroyed>empty();
                                }
                                var rests =
                                        sha256.isEmpty()
                                                ? new TreeMap<String, String>()
                                                : KeptBlocks.destroy(
                                                        connection,
                                                        sha256.get(),
                                                        held.entry().origin().line());
                                var said = new ArrayList<>(List.of(statement.apply(rests)));
                                said.addAll(destroyed(connection, besides));
                                return Optional.of(
                                        new Destroyed(
                                                Appending.insert(connection, batch, said, marks),
                                                said.getFirst()));
                            });
            if (destroyed.isPresent()) {
                seal.remember(batch, marks.array());
                sealAfter(connection, true);
            }
            return destroyed;
        } catch (SQLException e) {
            throw trouble(source, "written", e);
        }
    }

    /// Destroys the keys that these statements are about; those of which there was one.
    private static List<Entry> destroyed(Connection connection, List<Entry> statements)
            throws SQLException {
        var destroyed = new ArrayList<Entry>();
        for (var statement : statements) {
            if (statement.body() instanceof Housekeeping.KeyDestroyed gone
                    && BodyKeys.delete(connection, gone.entry())) {
                destroyed.add(statement);
            }
        }
        return destroyed;
    }

    /// The hash of the file that brought an entry.
    private Optional<String> fileOf(Entry entry) throws IOException {
        var importId = entry.origin().importId();
        return importId == null
                ? Optional.empty()
                : find(importId, Viewer.owner())
                        .filter(opening -> opening.body() instanceof Housekeeping.ImportOpened)
                        .map(opening -> ((Housekeeping.ImportOpened) opening.body()).sha256());
    }

    /// Writes the leaves and the checkpoint of all that is not sealed yet.
    void seal() throws IOException {
        try (var connection = source.getConnection()) {
            seal.advance(connection);
        } catch (SQLException e) {
            throw trouble(source, "sealed", e);
        }
    }

    /// The same before a check, which says itself why it was not possible.
    void sealIfPossible() throws IOException {
        try (var connection = source.getConnection()) {
            sealAfter(connection, true);
        } catch (SQLException e) {
            throw trouble(source, "read", e);
        }
    }

    /// What is known of this ledger outside the database.
    Trust trust() {
        return seal.trust();
    }

    /// Deletes the saved columns: the next picture is made of the entries themselves.
    void forgetSaved() throws IOException {
        try {
            if (saved != null) {
                saved.forget();
            }
        } catch (SQLException e) {
            throw trouble(source, "verified from its entries alone", e);
        }
    }

    /// What is written stays written, whether or not it can be sealed: whoever wrote it must not be
    /// told that it was not. `verify` says why nothing is signed.
    ///
    /// @param all whether to wait for others and seal everything; else only a little, if it is free
    private void sealAfter(Connection connection, boolean all) {
        try {
            if (all) {
                seal.advance(connection);
            } else {
                seal.advanceABit(connection);
            }
        } catch (IOException | SQLException trouble) {
            System.getLogger(SqlLedger.class.getName())
                    .log(
                            System.Logger.Level.ERROR,
                            "the ledger holds what was written, but cannot sign it: {0}; ask vigie verify",
                            trouble.getMessage());
        }
    }

    /// When the newest entry was recorded that this program has seen: never before, though the
    /// clock of the machine may have been ahead and is right again.
    @Override
    public Instant newest() {
        return newest;
    }

    private static Instant newest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery(
                                "select recorded_at from batch order by first_seq desc limit 1")) {
            return result.next() ? result.getTimestamp(1).toInstant() : Instant.EPOCH;
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
            var forgets = new Forgets();
            try (var connection = source.getConnection()) {
                if (known.size() == 0 && saved != null) {
                    known = saved.read(connection).orElse(known);
                    history = known;
                    savedSize = known.size();
                }
                long size = size(connection);
                newest = newest(connection);
                if (size > known.size()) {
                    var growth = known.growth(size - known.size());
                    new EntryReader(connection)
                            .read(
                                    EntryReader.Span.of(known.size(), Long.MAX_VALUE),
                                    (read, batch) -> {
                                        var recorded = EntryReader.outline(read, batch);
                                        forgets.look(recorded);
                                        growth.add(recorded);
                                    });
                    boolean held = known.size() > 0;
                    if (forgets.something && saved != null) {
                        saved.forget();
                        savedSize = 0;
                    }
                    history = held && forgets.something ? whole(connection) : growth.done();
                    if (saved != null && saved.write(connection, history, savedSize)) {
                        savedSize = history.size();
                    }
                }
            } catch (SQLException e) {
                throw trouble(source, "read", e);
            }
            return history;
        }
    }

    /// What was erased meanwhile must not be kept in memory any longer.
    private static final class Forgets {
        private boolean something;

        void look(Recorded recorded) {
            something |= recorded.body() instanceof Housekeeping.KeyDestroyed;
        }
    }

    private static History whole(Connection connection) throws SQLException {
        var growth = History.EMPTY.growth(size(connection));
        new EntryReader(connection)
                .read(
                        EntryReader.Span.ALL,
                        (read, batch) -> growth.add(EntryReader.outline(read, batch)));
        return growth.done();
    }

    @Override
    public List<Recorded> history(UUID subject, Viewer viewer) throws IOException {
        var places = current().accountsOf(subject);
        var found = new TreeMap<Long, Recorded>();
        try (var connection = source.getConnection()) {
            var reader = new EntryReader(connection);
            EntryReader.Taker taker =
                    (read, batch) -> {
                        var recorded = EntryReader.recorded(read, batch);
                        found.put(recorded.seq(), recorded);
                    };
            reader.find(OTHERS_OF + subject + "'", taker);
            for (long seq : places) {
                reader.read(EntryReader.Span.of(seq, seq + 1), taker);
            }
        } catch (SQLException e) {
            throw trouble(source, "read", e);
        }
        return found.values().stream().map(sight(viewer)).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<Recorded> find(UUID entry, Viewer viewer) throws IOException {
        return some("id = '" + entry + "'", viewer).stream().findFirst();
    }

    /// Entries that an index finds, in the order of the ledger.
    private List<Recorded> some(String where, Viewer viewer) throws IOException {
        var found = new ArrayList<Recorded>();
        try (var connection = source.getConnection()) {
            new EntryReader(connection)
                    .find(where, (read, batch) -> found.add(EntryReader.recorded(read, batch)));
        } catch (SQLException e) {
            throw trouble(source, "read", e);
        }
        found.sort(Comparator.comparingLong(Recorded::seq));
        return found.stream().map(sight(viewer)).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<Recorded> find(long seq, Viewer viewer) throws IOException {
        var found = new ArrayList<Recorded>();
        read(EntryReader.Span.of(seq, seq + 1), viewer, found::add);
        return found.stream().findFirst();
    }

    @Override
    public void read(Set<String> kinds, Viewer viewer, Consumer<Recorded> reader)
            throws IOException {
        read(EntryReader.Span.ALL.where(EntryReader.ofKinds(kinds)), viewer, reader);
    }

    @Override
    public void readHolding(Set<String> words, Viewer viewer, Consumer<Recorded> reader)
            throws IOException {
        var filter = new WordFilter(words);
        var sight = sight(viewer);
        try (var connection = source.getConnection()) {
            new EntryReader(connection)
                    .read(
                            EntryReader.Span.ALL,
                            (read, batch) -> {
                                if (filter.mayHold(read.row())) {
                                    sight.apply(EntryReader.recorded(read, batch))
                                            .ifPresent(reader);
                                }
                            });
        } catch (SQLException e) {
            throw trouble(source, "search", e);
        }
    }

    @Override
    public void readImports(Set<UUID> imports, Viewer viewer, Consumer<Recorded> reader)
            throws IOException {
        if (!imports.isEmpty()) {
            read(EntryReader.Span.ALL.where(EntryReader.ofImports(imports)), viewer, reader);
        }
    }

    /// What a viewer sees of what is read. Where things lie is asked only for those whom it bounds:
    /// it takes the whole history.
    private Function<Recorded, Optional<Recorded>> sight(Viewer viewer) throws IOException {
        return (viewer.purview() == null ? History.EMPTY : current()).sight(viewer);
    }

    private void read(EntryReader.Span span, Viewer viewer, Consumer<Recorded> reader)
            throws IOException {
        var sight = sight(viewer);
        try (var connection = source.getConnection()) {
            new EntryReader(connection)
                    .read(
                            span,
                            (read, batch) ->
                                    sight.apply(EntryReader.recorded(read, batch))
                                            .ifPresent(reader));
        } catch (SQLException e) {
            throw trouble(source, "read", e);
        }
    }

    static long size(Connection connection) throws SQLException {
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

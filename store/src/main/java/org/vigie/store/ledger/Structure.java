package org.vigie.store.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What must be so of the tables beside the hashes: batches follow each other without a gap and
/// never back in time, hold their own rows and no others, and no key lies about that opens nothing.
/// A row that was put where no leaf looks for it is found here.
final class Structure {

    private static final String BATCHES =
            """
            select b.id, b.first_seq, b.entries, b.recorded_at, c.batch, c.rows, c.low, c.high
            from batch b
            full join (select batch, count(*) as rows, min(no) as low, max(no) as high
                       from entry group by batch) c on c.batch = b.id
            order by b.first_seq nulls last, c.batch
            """;

    /// A minute is left to two machines whose clocks differ.
    private static final String AHEAD =
            "select first_seq, recorded_at from batch where recorded_at > clock_timestamp() + interval '1 minute'"
                    + " order by first_seq limit 1";

    private final Connection connection;
    private final Verification.Finder finder;
    private long next;
    private @Nullable Timestamp before;

    Structure(Connection connection, Verification.Finder finder) {
        this.connection = connection;
        this.finder = finder;
    }

    void check() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(AHEAD)) {
            if (result.next()) {
                find(
                        "entries from %s on claim to be recorded at %s, which is still to come: a clock was ahead"
                                .formatted(result.getLong(1), result.getTimestamp(2).toInstant()));
            }
        }
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(BATCHES)) {
            while (result.next()) {
                if (result.getObject("id") == null) {
                    find(
                            "%s rows stand in batch %s, which nobody recorded"
                                    .formatted(result.getLong("rows"), result.getLong("batch")));
                } else {
                    batch(result);
                }
            }
        }
        keys();
    }

    /// Whether a moment has more than was hashed.
    static boolean tooFine(@Nullable Instant moment) {
        return moment != null && !moment.equals(CanonicalJson.cut(moment));
    }

    private void batch(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long first = row.getLong("first_seq");
        int entries = row.getInt("entries");
        var recordedAt = row.getTimestamp("recorded_at");
        if (first != next) {
            find("batch %s begins at entry %s, not at %s".formatted(id, first, next));
        }
        next = first + entries;
        if (before != null && recordedAt.before(before)) {
            find(
                    "entries %s to %s claim to be recorded at %s, before the entry before them"
                            .formatted(first, next - 1, recordedAt.toInstant()));
        }
        if (tooFine(recordedAt.toInstant())) {
            find("batch %s has a time finer than what was hashed".formatted(id));
        }
        before = recordedAt;
        if (row.getObject("batch") != null
                && (row.getLong("low") < 0 || row.getLong("high") >= entries)) {
            find(
                    "batch %s holds %s rows, but was recorded with %s entries (%s to %s)"
                            .formatted(id, row.getLong("rows"), entries, first, next - 1));
        }
    }

    private void keys() throws SQLException {
        var sql =
                "select count(*) from body_key k where not exists"
                        + " (select from entry e where e.id = k.id"
                        + " and (e.commitment is not null or e.handling in ('protection', 'sealed')))";
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            if (result.getLong(1) > 0) {
                find(result.getLong(1) + " keys belong to no protected entry");
            }
        }
    }

    private void find(String what) {
        finder.find(-1, null, what);
    }
}

package org.vigie.store.access;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who looked at what, and who signed in. A line is written before the answer leaves; the program
/// may add lines and read them, and neither change nor delete one.
public final class Audit {

    private static final int PATH_MAX = 1_000;

    private static final String TROUBLE = "the audit cannot be read or written";

    private final Sql sql;

    Audit(Sql sql) {
        this.sql = sql;
    }

    /// One line.
    ///
    /// @param account its name
    /// @param act what they did: `GET`, `POST` …, `sign-in`, `sign-in-failed`, `sign-out`, `set-up`
    /// @param path what they asked for, with its parameters
    /// @param address from where
    public record Line(Instant at, String account, String act, String path, String address) {}

    /// Adds a line; it is on the disk when this returns.
    public void add(Line line) throws IOException {
        var path = line.path();
        sql.whole(
                TROUBLE,
                connection ->
                        Sql.change(
                                connection,
                                "insert into audit (at, account, act, path, address) values (?, ?, ?, ?, ?)",
                                line.at(),
                                line.account(),
                                line.act(),
                                path.substring(0, Math.min(path.length(), PATH_MAX)),
                                line.address()));
    }

    /// What somebody wants to read.
    ///
    /// @param account of one account alone; null for all
    /// @param day of one day (UTC) alone; null for all
    /// @param first how many lines are passed over
    /// @param limit how many at most
    public record Asked(@Nullable String account, @Nullable LocalDate day, int first, int limit) {}

    /// The lines, the newest first.
    public List<Line> list(Asked asked) throws IOException {
        var where = new StringBuilder(" where true");
        var values = new ArrayList<Object>();
        if (asked.account() != null) {
            where.append(" and account = ?");
            values.add(asked.account());
        }
        if (asked.day() != null) {
            where.append(" and at >= ? and at < ?");
            values.add(asked.day().atStartOfDay().toInstant(ZoneOffset.UTC));
            values.add(asked.day().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        values.add(asked.limit());
        values.add(asked.first());
        return sql.whole(
                TROUBLE,
                connection ->
                        Sql.ask(
                                connection,
                                "select at, account, act, path, address from audit"
                                        + where
                                        + " order by at desc, no desc limit ? offset ?",
                                row ->
                                        new Line(
                                                Sql.momentOf(row, "at"),
                                                row.getString("account"),
                                                row.getString("act"),
                                                row.getString("path"),
                                                row.getString("address")),
                                values.toArray()));
    }
}

package org.vigie.store.access;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Browsers that are signed in.
public final class Sessions {

    /// A session ends when nobody has asked for anything for so long.
    public static final Duration IDLE_MAX = Duration.ofMinutes(30);

    /// It ends after so long in any case: a watch.
    public static final Duration MAX = Duration.ofHours(12);

    /// When it was last seen is written no more often than this.
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final String TROUBLE = "the sessions cannot be read or written";

    private static final String OPEN =
            " from session s join account a on a.id = s.account left join credential c on c.account ="
                    + " a.id where s.ended_at is null and a.locked_at is null and s.begun_at > ? and s.seen_at > ? and ";

    private final Sql sql;

    Sessions(Sql sql) {
        this.sql = sql;
    }

    /// A browser that is signed in.
    ///
    /// @param begunAt when they signed in
    /// @param seenAt when they last asked for something, to the minute
    /// @param address from where they signed in
    /// @param asked whether it is the one that asks
    public record Session(
            Account account, Instant begunAt, Instant seenAt, String address, boolean asked) {}

    /// Begins one.
    ///
    /// @return the token for the cookie, which is kept nowhere
    public String begin(UUID account, String address, Instant now) throws IOException {
        var token = Secrets.token();
        sql.whole(
                TROUBLE,
                connection ->
                        Sql.change(
                                connection,
                                "insert into session (hash, account, begun_at, seen_at, address) values (?, ?, ?, ?, ?)",
                                Secrets.hash(token),
                                account,
                                now,
                                now,
                                address));
        return token;
    }

    /// The session with this token, if it goes on; it then goes on from now.
    public Optional<Session> find(String token, Instant now) throws IOException {
        var hash = Secrets.hash(token);
        return sql.whole(
                TROUBLE,
                connection -> {
                    var found = open(connection, "s.hash = ?", hash, new At(hex(hash), now));
                    if (!found.isEmpty()
                            && found.getFirst().seenAt().isBefore(now.minus(SEEN_EVERY))) {
                        Sql.change(
                                connection,
                                "update session set seen_at = ? where hash = ? and seen_at < ?",
                                now,
                                hash,
                                now);
                    }
                    return found.stream().findFirst();
                });
    }

    /// The sessions of an account that go on, the newest first.
    ///
    /// @param token of the one that asks
    public List<Session> list(UUID account, String token, Instant now) throws IOException {
        return sql.whole(
                TROUBLE,
                connection ->
                        open(
                                connection,
                                "s.account = ?",
                                account,
                                new At(hex(Secrets.hash(token)), now)));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private record At(String asking, Instant now) {}

    private static List<Session> open(Connection connection, String which, Object value, At at)
            throws SQLException {
        return Sql.ask(
                connection,
                "select a.id, a.name, a.role, a.area, a.locked_at, coalesce(c.password, '') <> '' as ready,"
                        + " s.hash, s.begun_at, s.seen_at, s.address"
                        + OPEN
                        + which
                        + " order by s.begun_at desc",
                row ->
                        new Session(
                                Accounts.read(row),
                                Sql.momentOf(row, "begun_at"),
                                Sql.momentOf(row, "seen_at"),
                                row.getString("address"),
                                hex(row.getBytes("hash")).equals(at.asking)),
                at.now.minus(MAX),
                at.now.minus(IDLE_MAX),
                value);
    }

    /// Ends one.
    public void end(String token, Instant now) throws IOException {
        sql.whole(
                TROUBLE,
                connection ->
                        Sql.change(
                                connection,
                                "update session set ended_at = ? where hash = ? and ended_at is null",
                                now,
                                Secrets.hash(token)));
    }

    /// Ends all of an account.
    public void endAll(UUID account, Instant now) throws IOException {
        sql.whole(TROUBLE, connection -> endAll(connection, account, now));
    }

    static int endAll(Connection connection, UUID account, Instant now) throws SQLException {
        return Sql.change(
                connection,
                "update session set ended_at = ? where account = ? and ended_at is null",
                now,
                account);
    }
}

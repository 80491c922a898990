package org.vigie.store.access;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// Sign-ins that failed, by the name that was typed and by the address from which. After five the
/// next must wait, longer each time. A name that no account has is counted in the same way, so that
/// waiting tells nothing.
public final class Attempts {

    /// So many may fail before anybody waits.
    public static final int FREE = 5;

    /// The first wait; each failure doubles it.
    public static final Duration WAIT = Duration.ofSeconds(30);

    /// Nobody can be kept out for longer by a stranger who types their name.
    public static final Duration NAME_WAIT_MAX = Duration.ofMinutes(15);

    /// Shorter, because a whole office may share an address.
    public static final Duration ADDRESS_WAIT_MAX = Duration.ofMinutes(2);

    /// After so long without a failure it is forgotten.
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int DOUBLINGS_MAX = 10;

    private static final String TROUBLE = "the failed sign-ins cannot be counted";

    private final Sql sql;

    Attempts(Sql sql) {
        this.sql = sql;
    }

    private record Failed(int count, Instant lastAt) {}

    /// Begins an attempt: counts it as failed until [#succeeded] takes that back, so that a hundred
    /// at the same moment count as a hundred.
    ///
    /// @return how long to wait first; zero when the attempt may go on
    public Duration begin(String name, String address, Instant now) throws IOException {
        return sql.whole(
                TROUBLE,
                connection -> {
                    Sql.change(
                            connection,
                            "delete from attempt where last_at < ?",
                            now.minus(REMEMBERED));
                    var byName = wait(connection, ofName(name), NAME_WAIT_MAX, now);
                    var byAddress = wait(connection, ofAddress(address), ADDRESS_WAIT_MAX, now);
                    var wait = byName.compareTo(byAddress) > 0 ? byName : byAddress;
                    if (wait.isZero()) {
                        count(connection, ofName(name), now);
                        count(connection, ofAddress(address), now);
                    }
                    return wait;
                });
    }

    /// The name begins anew; of the address this attempt alone is taken back, or who has one
    /// account could try the others without end.
    public void succeeded(String name, String address) throws IOException {
        sql.whole(
                TROUBLE,
                connection -> {
                    forget(connection, name);
                    return Sql.change(
                            connection,
                            "update attempt set failures = greatest(failures - 1, 0) where key = ?",
                            ofAddress(address));
                });
    }

    static void forget(Connection connection, String name) throws SQLException {
        Sql.change(connection, "delete from attempt where key = ?", ofName(name));
    }

    /// How long after so many failures.
    static Duration after(int failures, Duration max) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        var wait = WAIT.multipliedBy(1L << Math.min(failures - FREE, DOUBLINGS_MAX));
        return wait.compareTo(max) > 0 ? max : wait;
    }

    private static Duration wait(Connection connection, String key, Duration max, Instant now)
            throws SQLException {
        List<Failed> found =
                Sql.ask(
                        connection,
                        "select failures, last_at from attempt where key = ? for update",
                        row -> new Failed(row.getInt("failures"), Sql.momentOf(row, "last_at")),
                        key);
        if (found.isEmpty()) {
            return Duration.ZERO;
        }
        var failed = found.getFirst();
        var left = Duration.between(now, failed.lastAt.plus(after(failed.count, max)));
        return left.isPositive() ? left : Duration.ZERO;
    }

    private static void count(Connection connection, String key, Instant now) throws SQLException {
        Sql.change(
                connection,
                "insert into attempt (key, failures, last_at) values (?, 1, ?) on conflict (key)"
                        + " do update set failures = attempt.failures + 1, last_at = excluded.last_at",
                key,
                now);
    }

    /// What was typed may be a password in the wrong field: its hash alone is kept.
    private static String ofName(String name) {
        return "name " + HexFormat.of().formatHex(Secrets.hash(name));
    }

    private static String ofAddress(String address) {
        return "address " + address;
    }
}

package org.vigie.store.access;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// The accounts, and the links with which somebody chooses a password.
public final class Accounts {

    /// How long a link is good for.
    public static final Duration LINK_LASTS = Duration.ofHours(24);

    private static final String COLUMNS =
            "select a.id, a.name, a.role, a.area, a.locked_at, coalesce(c.password, '') <> '' as ready"
                    + " from account a left join credential c on c.account = a.id ";

    private static final String TROUBLE = "the accounts cannot be read or written";

    /// One maker of a first administrator at a time.
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(5640701)";

    private final Sql sql;

    Accounts(Sql sql) {
        this.sql = sql;
    }

    /// Whether there is any account, locked ones included. There is no way back: accounts are
    /// locked and never deleted.
    public boolean any() throws IOException {
        return sql.whole(TROUBLE, Accounts::any);
    }

    private static boolean any(Connection connection) throws SQLException {
        return !Sql.ask(connection, "select 1 from account limit 1", row -> 1).isEmpty();
    }

    /// All of them, by name.
    public List<Account> list() throws IOException {
        return sql.whole(
                TROUBLE,
                connection -> Sql.ask(connection, COLUMNS + "order by a.name", Accounts::read));
    }

    /// The account with this name.
    public Optional<Account> find(String name) throws IOException {
        return sql.whole(TROUBLE, connection -> find(connection, name));
    }

    /// The account with this name.
    ///
    /// @throws BadInput when there is none
    public Account get(String name) throws IOException {
        return find(name)
                .orElseThrow(() ->
                        new BadInput(
                                "name", name, "the name of an account: see vigie account list"));
    }

    private static Optional<Account> find(Connection connection, String name) throws SQLException {
        return Sql.ask(connection, COLUMNS + "where a.name = ?", Accounts::read, name).stream()
                .findFirst();
    }

    /// Makes an account without a password; its holder chooses one by [#link].
    ///
    /// @throws BadInput when the name is taken or none
    public void add(Account account, Instant now) throws IOException {
        sql.whole(
                TROUBLE,
                connection -> {
                    add(connection, account, now);
                    return true;
                });
    }

    private static void add(Connection connection, Account account, Instant now)
            throws SQLException {
        int added =
                Sql.change(
                        connection,
                        "insert into account (id, name, role, component, area, made_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict (name) do nothing",
                        account.id(),
                        Account.checkedName(account.name()),
                        account.role().code(),
                        account.role().component().name(),
                        account.area(),
                        now);
        if (added == 0) {
            throw new BadInput("name", account.name(), "free: an account has it already");
        }
    }

    /// What somebody needs to sign in.
    ///
    /// @param password Argon2id in PHC form, empty when it was taken back
    /// @param totp the shared secret
    public record Credential(UUID account, String password, TotpSecret totp) {
        @Override
        public String toString() {
            return "Credential of " + account;
        }
    }

    /// The credential of an account that may sign in.
    public Optional<Credential> credential(String name) throws IOException {
        return sql.whole(
                TROUBLE,
                connection ->
                        Sql.ask(
                                        connection,
                                        "select c.account, c.password, c.totp from credential c join account a"
                                                + " on a.id = c.account where a.name = ? and a.locked_at is null and c.password <> ''",
                                        row ->
                                                new Credential(
                                                        row.getObject("account", UUID.class),
                                                        row.getString("password"),
                                                        TotpSecret.of(row.getBytes("totp"))),
                                        name)
                                .stream()
                                .findFirst());
    }

    /// Takes a code of this time step, once.
    ///
    /// @return false when a code of it or of a later one was taken before
    public boolean takeStep(UUID account, long step) throws IOException {
        return sql.whole(
                TROUBLE,
                connection ->
                        Sql.change(
                                        connection,
                                        "update credential set totp_step = ? where account = ? and totp_step < ?",
                                        step,
                                        account,
                                        step)
                                == 1);
    }

    /// Takes a recovery code, once.
    ///
    /// @return false when there is none such, or it was taken before
    public boolean takeRecoveryCode(UUID account, String code, Instant now) throws IOException {
        return sql.whole(
                TROUBLE,
                connection ->
                        Sql.change(
                                        connection,
                                        "update recovery_code set used_at = ? where account = ? and hash = ? and used_at is null",
                                        now,
                                        account,
                                        Secrets.hash(code))
                                == 1);
    }

    /// How many recovery codes are left.
    public int recoveryCodes(UUID account) throws IOException {
        return sql.whole(
                TROUBLE,
                connection ->
                        Sql.ask(
                                        connection,
                                        "select 1 from recovery_code where account = ? and used_at is null",
                                        row -> 1,
                                        account)
                                .size());
    }

    /// Makes a link for the first administrator; earlier ones are void.
    ///
    /// @return the token, which is kept nowhere
    /// @throws BadInput when there is an account
    public String firstLink(Instant now) throws IOException {
        return sql.whole(
                TROUBLE,
                connection -> {
                    Sql.ask(connection, ONE_AT_A_TIME, row -> 1);
                    if (any(connection)) {
                        throw new BadInput("account", "the first", "made: there is one");
                    }
                    Sql.change(
                            connection,
                            "update one_time_link set used_at = ?, totp = null where account is null and used_at is null",
                            now);
                    return link(connection, null, now);
                });
    }

    /// Makes a link with which the holder of an account chooses a password. Whatever they had is
    /// void from now on: password, telephone, recovery codes, earlier links and sessions.
    ///
    /// @return the token, which is kept nowhere
    public String link(String name, Instant now) throws IOException {
        var account = get(name);
        return sql.whole(
                TROUBLE,
                connection -> {
                    Sql.change(
                            connection,
                            "update credential set password = '', set_at = ? where account = ?",
                            now,
                            account.id());
                    for (var table : List.of("recovery_code", "one_time_link")) {
                        Sql.change(
                                connection,
                                "update "
                                        + table
                                        + " set used_at = ? where account = ? and used_at is null",
                                now,
                                account.id());
                    }
                    Sessions.endAll(connection, account.id(), now);
                    return link(connection, account.id(), now);
                });
    }

    private static String link(Connection connection, @Nullable UUID account, Instant now)
            throws SQLException {
        var token = Secrets.token();
        Sql.change(
                connection,
                "insert into one_time_link (hash, account, totp, made_at, ends_at) values (?, ?::uuid, ?, ?, ?)",
                Secrets.hash(token),
                account == null ? null : account.toString(),
                Secrets.totp(),
                now,
                now.plus(LINK_LASTS));
        return token;
    }

    /// A link that is still good.
    ///
    /// @param account whose it is; null for the first administrator
    /// @param totp the shared secret that its holder gets
    public record Link(String token, @Nullable Account account, TotpSecret totp) {
        @Override
        public String toString() {
            return "Link of " + account;
        }
    }

    /// The link with this token, if it is still good.
    public Optional<Link> findLink(String token, Instant now) throws IOException {
        return sql.whole(TROUBLE, connection -> findLink(connection, token, now));
    }

    private static Optional<Link> findLink(Connection connection, String token, Instant now)
            throws SQLException {
        record Row(@Nullable UUID account, TotpSecret totp) {}
        var rows =
                Sql.ask(
                        connection,
                        "select account, totp from one_time_link where hash = ? and used_at is null and ends_at > ?",
                        row ->
                                new Row(
                                        row.getObject("account", UUID.class),
                                        TotpSecret.of(row.getBytes("totp"))),
                        Secrets.hash(token),
                        now);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var found = rows.getFirst();
        if (found.account == null) {
            return any(connection)
                    ? Optional.empty()
                    : Optional.of(new Link(token, null, found.totp));
        }
        return Sql.ask(
                        connection,
                        COLUMNS + "where a.id = ? and a.locked_at is null",
                        Accounts::read,
                        found.account)
                .stream()
                .findFirst()
                .map(account -> new Link(token, account, found.totp));
    }

    /// What the holder of a link chose.
    ///
    /// @param password Argon2id in PHC form
    /// @param step the time step of the code that they typed
    /// @param recoveryCodes as they are shown to them, once
    public record Chosen(String password, long step, List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Chosen";
        }
    }

    /// Uses a link, once: the account can sign in from now on.
    ///
    /// @param first the account to make, for the link of the first administrator
    /// @return false when the link is not good any more; then nothing has changed
    public boolean use(Link link, @Nullable Account first, Chosen chosen, Instant now)
            throws IOException {
        return sql.whole(
                TROUBLE,
                connection -> {
                    Sql.ask(connection, ONE_AT_A_TIME, row -> 1);
                    var good = findLink(connection, link.token(), now);
                    var owner = link.account() == null ? first : link.account();
                    if (good.isEmpty() || owner == null) {
                        return false;
                    }
                    Sql.change(
                            connection,
                            "update one_time_link set used_at = ?, totp = null where hash = ?",
                            now,
                            Secrets.hash(link.token()));
                    if (link.account() == null) {
                        add(connection, owner, now);
                    }
                    set(connection, owner.id(), link, new At(chosen, now));
                    return true;
                });
    }

    private record At(Chosen chosen, Instant now) {}

    private static void set(Connection connection, UUID account, Link link, At at)
            throws SQLException {
        Sql.change(
                connection,
                "insert into credential (account, password, totp, totp_step, set_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (account) do update set password = excluded.password,"
                        + " totp = excluded.totp, totp_step = excluded.totp_step, set_at = excluded.set_at",
                account,
                at.chosen.password(),
                link.totp().bytes(),
                at.chosen.step(),
                at.now);
        for (var code : at.chosen.recoveryCodes()) {
            Sql.change(
                    connection,
                    "insert into recovery_code (account, hash, made_at) values (?, ?, ?)",
                    account,
                    Secrets.hash(code),
                    at.now);
        }
    }

    /// Keeps an account out from now on, sessions included.
    public void lock(String name, Instant now) throws IOException {
        var account = get(name);
        sql.whole(
                TROUBLE,
                connection -> {
                    Sql.change(
                            connection,
                            "update account set locked_at = ? where id = ? and locked_at is null",
                            now,
                            account.id());
                    Sessions.endAll(connection, account.id(), now);
                    return true;
                });
    }

    /// Lets an account in again, and forgets the sign-ins that failed.
    public void unlock(String name) throws IOException {
        var account = get(name);
        sql.whole(
                TROUBLE,
                connection -> {
                    Sql.change(
                            connection,
                            "update account set locked_at = null where id = ?",
                            account.id());
                    Attempts.forget(connection, name);
                    return true;
                });
    }

    static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                AccountRole.ofCode(row.getString("role")),
                row.getString("area"),
                Sql.moment(row, "locked_at"),
                row.getBoolean("ready"));
    }
}

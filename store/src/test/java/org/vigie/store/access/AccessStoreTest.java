package org.vigie.store.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.Handling;
import org.vigie.store.DataFolder;
import org.vigie.store.Database;
import org.vigie.store.Lease;
import org.vigie.store.Migrations;
import org.vigie.store.Role;

/// On a real PostgreSQL, as the program at work: the rights of its role are tested too.
@SuppressWarnings("NullAway.Init")
class AccessStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-15T05:30:00Z");
    private static final Path FOLDER = Path.of("target", "access-tests").toAbsolutePath();

    private static Lease lease;
    private static DataSource source;
    private AccessStore store;
    private int number;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(FOLDER);
        lease = DataFolder.open(FOLDER);
        var database = new Database.Embedded(lease);
        Migrations.LEDGER.apply(database, false);
        source = database.source(false, Role.APPLICATION);
    }

    @AfterAll
    static void stop() throws IOException {
        lease.close();
    }

    @BeforeEach
    void empty() throws IOException, SQLException {
        try (var owner = new Database.Embedded(lease).connect(false, Role.OWNER);
                var statement = owner.createStatement()) {
            statement.execute(
                    "truncate account, credential, recovery_code, one_time_link, session, attempt, audit");
        }
        store = AccessStore.on(source);
    }

    private Account account(String name, AccountRole role) {
        return new Account(new UUID(7, number++), name, role, null, null, false);
    }

    private static Accounts.Chosen chosen(String... recoveryCodes) {
        return new Accounts.Chosen("$argon2id$made-up", 100, List.of(recoveryCodes));
    }

    private Account ready(String name, AccountRole role) throws IOException {
        store.accounts().add(account(name, role), NOW);
        var link = store.accounts().findLink(store.accounts().link(name, NOW), NOW).orElseThrow();
        assertTrue(store.accounts().use(link, null, chosen("code-one", "code-two"), NOW));
        return store.accounts().get(name);
    }

    private void refused(String sql) {
        assertThrows(
                SQLException.class,
                () -> {
                    try (var connection = source.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                },
                sql);
    }

    @Test
    void the_program_at_work_can_neither_change_nor_delete_a_line_of_the_audit()
            throws IOException {
        store.audit().add(new Audit.Line(NOW, "a.diallo", "GET", "/lite/watch", "127.0.0.1"));
        refused("update audit set account = 'nobody'");
        refused("delete from audit");
        refused("truncate audit");
        assertEquals(1, store.audit().list(new Audit.Asked(null, null, 0, 10)).size());
    }

    @Test
    void the_program_at_work_deletes_no_account_and_gives_nobody_another_role() throws IOException {
        ready("a.diallo", AccountRole.WATCH);
        refused("delete from account");
        refused("update account set role = 'oversight'");
        refused("delete from session");
        refused("delete from one_time_link");
    }

    @Test
    void the_audit_is_read_by_account_and_by_utc_day_the_newest_first() throws IOException {
        var lines =
                List.of(
                        new Audit.Line(NOW, "a.diallo", "GET", "/lite/one", "127.0.0.1"),
                        new Audit.Line(
                                NOW.plusSeconds(1), "b.traore", "GET", "/lite/two", "127.0.0.1"),
                        new Audit.Line(
                                NOW.plus(Duration.ofDays(1)),
                                "a.diallo",
                                "POST",
                                "/lite/three",
                                "127.0.0.1"));
        for (var line : lines) store.audit().add(line);
        assertEquals(lines.reversed(), store.audit().list(new Audit.Asked(null, null, 0, 10)));
        assertEquals(
                List.of(lines.get(2), lines.get(0)),
                store.audit().list(new Audit.Asked("a.diallo", null, 0, 10)));
        assertEquals(
                List.of(lines.get(1), lines.get(0)),
                store.audit().list(new Audit.Asked(null, LocalDate.of(2026, 3, 15), 0, 10)));
        assertEquals(
                List.of(lines.get(0)),
                store.audit().list(new Audit.Asked("a.diallo", LocalDate.of(2026, 3, 15), 0, 10)));
    }

    @Test
    void a_link_is_used_once_and_not_after_a_day() throws IOException {
        store.accounts().add(account("a.diallo", AccountRole.WATCH), NOW);
        var token = store.accounts().link("a.diallo", NOW);
        var late = NOW.plus(Accounts.LINK_LASTS);
        assertTrue(store.accounts().findLink(token, late).isEmpty());
        var link = store.accounts().findLink(token, late.minusMillis(1)).orElseThrow();
        assertFalse(store.accounts().get("a.diallo").ready());
        assertTrue(store.accounts().use(link, null, chosen(), NOW));
        assertTrue(store.accounts().get("a.diallo").ready());
        assertFalse(store.accounts().use(link, null, chosen(), NOW));
        assertTrue(store.accounts().findLink(token, NOW).isEmpty());
        assertArrayEquals(
                link.totp().bytes(),
                store.accounts().credential("a.diallo").orElseThrow().totp().bytes());
    }

    @Test
    void a_new_link_makes_the_earlier_ones_void_and_takes_back_what_was_there() throws IOException {
        var account = ready("a.diallo", AccountRole.WATCH);
        var session = store.sessions().begin(account.id(), "127.0.0.1", NOW);
        var first = store.accounts().link("a.diallo", NOW);
        var second = store.accounts().link("a.diallo", NOW);
        assertTrue(store.accounts().findLink(first, NOW).isEmpty());
        assertTrue(store.accounts().findLink(second, NOW).isPresent());
        assertTrue(store.accounts().credential("a.diallo").isEmpty());
        assertFalse(store.accounts().takeRecoveryCode(account.id(), "code-one", NOW));
        assertTrue(store.sessions().find(session, NOW).isEmpty());
    }

    @Test
    void of_two_links_for_the_first_administrator_and_eight_uses_exactly_one_makes_one()
            throws IOException {
        var old = store.accounts().firstLink(NOW);
        var token = store.accounts().firstLink(NOW);
        assertTrue(store.accounts().findLink(old, NOW).isEmpty());
        var link = store.accounts().findLink(token, NOW).orElseThrow();
        var made = IntStream.range(0, 8).parallel().filter(i -> use(link, account(i))).count();
        assertEquals(1, made);
        assertEquals(1, store.accounts().list().size());
        assertThrows(BadInput.class, () -> store.accounts().firstLink(NOW));
    }

    private static Account account(int i) {
        return new Account(
                new UUID(9, i), "admin" + i, AccountRole.ADMINISTRATOR, null, null, false);
    }

    private boolean use(Accounts.Link link, @Nullable Account first) {
        try {
            return store.accounts().use(link, first, chosen(), NOW);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_recovery_code_and_a_time_step_are_taken_once() throws IOException {
        var account = ready("a.diallo", AccountRole.WATCH);
        assertEquals(2, store.accounts().recoveryCodes(account.id()));
        assertTrue(store.accounts().takeRecoveryCode(account.id(), "code-one", NOW));
        assertFalse(store.accounts().takeRecoveryCode(account.id(), "code-one", NOW));
        assertEquals(1, store.accounts().recoveryCodes(account.id()));
        assertFalse(store.accounts().takeStep(account.id(), 100));
        assertTrue(store.accounts().takeStep(account.id(), 101));
        assertFalse(store.accounts().takeStep(account.id(), 101));
        assertFalse(store.accounts().takeStep(account.id(), 100));
    }

    @Test
    void a_session_ends_when_it_is_idle_and_after_a_watch() throws IOException {
        var account = ready("a.diallo", AccountRole.WATCH);
        var token = store.sessions().begin(account.id(), "127.0.0.1", NOW);
        var idle = Sessions.IDLE_MAX.minusSeconds(1);
        var moment = NOW;
        while (moment.isBefore(NOW.plus(Sessions.MAX).minus(idle))) {
            moment = moment.plus(idle);
            assertTrue(store.sessions().find(token, moment).isPresent(), moment.toString());
        }
        assertTrue(store.sessions().find(token, NOW.plus(Sessions.MAX)).isEmpty());
        var other = store.sessions().begin(account.id(), "127.0.0.1", NOW);
        assertTrue(store.sessions().find(other, NOW.plus(Sessions.IDLE_MAX)).isEmpty());
        assertTrue(store.sessions().find("made-up", NOW).isEmpty());
    }

    @Test
    void sessions_end_one_by_one_or_all_and_when_the_account_is_locked() throws IOException {
        var account = ready("a.diallo", AccountRole.WATCH);
        var tokens =
                List.of(
                        store.sessions().begin(account.id(), "127.0.0.1", NOW),
                        store.sessions().begin(account.id(), "10.0.0.2", NOW.plusSeconds(1)));
        store.sessions().end(tokens.getFirst(), NOW);
        assertTrue(store.sessions().find(tokens.getFirst(), NOW).isEmpty());
        assertEquals(1, store.sessions().list(account.id(), tokens.getLast(), NOW).size());
        assertTrue(store.sessions().list(account.id(), tokens.getLast(), NOW).getFirst().asked());
        store.sessions().endAll(account.id(), NOW);
        assertTrue(store.sessions().find(tokens.getLast(), NOW).isEmpty());
        var third = store.sessions().begin(account.id(), "127.0.0.1", NOW);
        store.accounts().lock("a.diallo", NOW);
        store.accounts().unlock("a.diallo");
        assertTrue(store.sessions().find(third, NOW).isEmpty());
    }

    @Test
    void who_is_locked_has_no_credential_and_no_link() throws IOException {
        ready("a.diallo", AccountRole.WATCH);
        var token = store.accounts().link("a.diallo", NOW);
        store.accounts().lock("a.diallo", NOW);
        assertTrue(store.accounts().findLink(token, NOW).isEmpty());
        assertTrue(store.accounts().credential("a.diallo").isEmpty());
        store.accounts().unlock("a.diallo");
        assertTrue(store.accounts().findLink(token, NOW).isPresent());
    }

    @Test
    void after_five_failures_the_wait_grows_for_a_name_nobody_has_as_for_one_somebody_has()
            throws IOException {
        ready("a.diallo", AccountRole.WATCH);
        for (var name : List.of("a.diallo", "b.nobody")) {
            for (int i = 0; i < Attempts.FREE; i++) {
                assertEquals(
                        Duration.ZERO, store.attempts().begin(name, "10.0.0." + i + name, NOW));
            }
            assertEquals(Attempts.WAIT, store.attempts().begin(name, "10.0.0.9", NOW));
            assertEquals(Attempts.WAIT, store.attempts().begin(name, "10.0.0.9", NOW));
            var then = NOW.plus(Attempts.WAIT);
            assertEquals(Duration.ZERO, store.attempts().begin(name, "10.0.0.9" + name, then));
            assertEquals(Attempts.WAIT.multipliedBy(2), store.attempts().begin(name, "10.1", then));
        }
    }

    @Test
    void an_address_waits_too_and_one_good_sign_in_does_not_free_it() throws IOException {
        for (int i = 0; i < Attempts.FREE; i++) {
            store.attempts().begin("name" + i, "10.0.0.1", NOW);
        }
        assertEquals(Attempts.WAIT, store.attempts().begin("other", "10.0.0.1", NOW));
        assertEquals(Duration.ZERO, store.attempts().begin("other", "10.0.0.2", NOW));
        var then = NOW.plus(Attempts.WAIT);
        assertEquals(Duration.ZERO, store.attempts().begin("name0", "10.0.0.1", then));
        store.attempts().succeeded("name0", "10.0.0.1");
        assertEquals(Attempts.WAIT, store.attempts().begin("other", "10.0.0.1", then));
    }

    @Test
    void twenty_attempts_at_the_same_moment_are_five_attempts() {
        var tried =
                IntStream.range(0, 20)
                        .parallel()
                        .filter(i -> begin("a.diallo", "10.0.1." + i).isZero())
                        .count();
        assertEquals(Attempts.FREE, tried);
    }

    private Duration begin(String name, String address) {
        try {
            return store.attempts().begin(name, address, NOW);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void names_are_plain_and_not_those_of_the_program() {
        for (var name :
                List.of("", "ab", "A.Diallo", "a diallo", "owner", "a..b", "x".repeat(41))) {
            assertThrows(BadInput.class, () -> Account.checkedName(name), name);
        }
        assertEquals("a.diallo-2", Account.checkedName("a.diallo-2"));
    }

    @Test
    void protection_marks_are_for_four_roles_and_seals_for_none() {
        for (var role : AccountRole.values()) {
            var viewer = role.viewer("a.diallo");
            boolean four =
                    List.of(
                                    AccountRole.WATCH,
                                    AccountRole.PROTECTION,
                                    AccountRole.HUMAN_RIGHTS,
                                    AccountRole.LEADERSHIP)
                            .contains(role);
            assertEquals(four, viewer.maySee(Handling.PROTECTION), role.code());
            assertTrue(viewer.maySee(Handling.MISSION));
            assertFalse(viewer.maySee(Handling.SEALED));
            assertFalse(viewer.maySee(Handling.WITHHELD));
            assertEquals(role, AccountRole.ofCode(role.code()));
        }
    }
}

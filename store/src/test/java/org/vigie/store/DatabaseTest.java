package org.vigie.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One server plays both parts: the one that Vigie brings along, and the one of somebody else.
class DatabaseTest {

    private static final Migrations PROBE = new Migrations("org/vigie/store/probe", 2);

    @TempDir static Path folder;
    private static Lease lease;

    @BeforeAll
    static void start() throws IOException, SQLException {
        lease = Fixture.open(folder);
        try (var superuser = lease.connect(DataFolder.REAL, Role.OWNER)) {
            Fixture.execute(superuser, "create role chief login createrole password 'p@ss word'");
            Fixture.execute(superuser, "create role stranger login password 'x'");
            Fixture.execute(superuser, "grant vigie to chief with admin option");
            Fixture.execute(superuser, "create database mission owner chief");
            Fixture.execute(superuser, "create database mission_exercise owner chief");
            Fixture.execute(superuser, "create database lonely owner chief");
            Fixture.execute(superuser, "create role builder login password 'x'");
            Fixture.execute(superuser, "grant vigie to builder with admin true, set false");
            Fixture.execute(superuser, "create database built owner builder");
            Fixture.execute(superuser, "create database strange owner stranger");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        lease.close();
    }

    private static Database.External external(String loginAt, String database) throws IOException {
        int port = Fixture.announced(lease).port();
        return Database.External.of(
                "postgresql://%s127.0.0.1:%s/%s".formatted(loginAt, port, database));
    }

    private static final String CHIEF = "chief:p%40ss%20word@";

    private static String user(Database database, boolean exercise, Role role)
            throws IOException, SQLException {
        try (var connection = database.connect(exercise, role)) {
            return Fixture.ask(
                    connection,
                    "select current_user || ' in ' || current_database() || ' at ' || current_setting('TimeZone')");
        }
    }

    @Test
    void the_own_database_is_used_by_the_role_that_may_append() throws IOException, SQLException {
        var own = new Database.Embedded(lease);
        assertEquals("vigie in vigie at UTC", user(own, false, Role.APPLICATION));
        assertEquals("vigie in exercise at UTC", user(own, true, Role.APPLICATION));
        assertEquals("postgres in vigie at UTC", user(own, false, Role.OWNER));
    }

    @Test
    void the_database_of_another_is_used_by_the_role_that_may_append()
            throws IOException, SQLException {
        var other = external(CHIEF, "mission");
        assertEquals("vigie in mission at UTC", user(other, false, Role.APPLICATION));
        assertEquals("vigie in mission_exercise at UTC", user(other, true, Role.APPLICATION));
        assertEquals("chief in mission at UTC", user(other, false, Role.OWNER));
    }

    @Test
    void a_pool_gets_the_same_connections() throws IOException, SQLException {
        var source = external(CHIEF, "mission").source(true, Role.APPLICATION);
        try (var connection = source.getConnection()) {
            assertEquals("mission_exercise", Fixture.ask(connection, "select current_database()"));
        }
    }

    private static void assertRefused(String expected, Database database, boolean exercise) {
        var refused = assertThrows(IOException.class, () -> database.connect(exercise).close());
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith(expected), message);
    }

    @Test
    void a_missing_database_of_exercises_is_told_how_to_be_made() throws IOException {
        assertRefused(
                "The database lonely_exercise does not exist: create it with: create database \"lonely_exercise\" owner \"chief\".",
                external(CHIEF, "lonely"),
                true);
    }

    @Test
    void a_wrong_password_is_told_without_repeating_it() throws IOException {
        assertRefused(
                "The database refused the user chief (FATAL: password authentication failed for user \"chief\"): check user and password in --database-url.",
                external("chief:guess@", "mission"),
                false);
    }

    @Test
    void a_user_who_may_not_take_the_role_is_told_who_can_help() throws IOException {
        assertRefused(
                "The user stranger may not take the role vigie (",
                external("stranger:x@", "mission"),
                false);
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        assertRefused(
                "No PostgreSQL answers at jdbc:postgresql://127.0.0.1:1/mission: ",
                Database.External.of("postgresql://chief:secret@127.0.0.1:1/mission"),
                false);
    }

    @Test
    void migrations_bring_both_kinds_of_database_to_the_newest_form()
            throws IOException, SQLException {
        for (Database database :
                List.of(new Database.Embedded(lease), external(CHIEF, "mission"))) {
            for (boolean exercise : List.of(false, true)) {
                PROBE.apply(database, exercise);
                PROBE.apply(database, exercise); // nothing is left to do
                try (var connection = database.connect(exercise)) {
                    Fixture.execute(connection, "insert into probe values (1, 'x')");
                    Fixture.execute(connection, "insert into more default values");
                    assertEquals("1", Fixture.ask(connection, "select count(*) from more"));
                    assertEquals(List.of(), Rights.listExcess(connection));
                }
            }
        }
    }

    @Test
    void who_may_grant_the_role_gets_it() throws IOException, SQLException {
        var built = external("builder:x@", "built");
        PROBE.apply(built, false);
        assertEquals("vigie in built at UTC", user(built, false, Role.APPLICATION));
    }

    @Test
    void who_may_not_grant_the_role_is_told_who_can_help() throws IOException {
        var strange = external("stranger:x@", "strange");
        var refused = assertThrows(IOException.class, () -> PROBE.apply(strange, false));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .endsWith(
                                "let an administrator of the database run: create role vigie; grant vigie to the user of --database-url;"),
                refused.getMessage());
    }

    @Test
    void a_migration_that_fails_leaves_the_database_as_it_was() throws IOException, SQLException {
        var lonely = external(CHIEF, "lonely");
        var failing = new Migrations("org/vigie/store/failing", 1);
        assertThrows(IOException.class, () -> failing.apply(lonely, false));
        try (var owner = lonely.connect(false, Role.OWNER)) {
            assertEquals("t", Fixture.ask(owner, "select to_regclass('half') is null"));
        }
    }

    @Test
    void a_database_of_a_newer_vigie_is_left_alone() throws IOException {
        PROBE.apply(external(CHIEF, "mission"), false);
        var older = new Migrations("org/vigie/store/probe", 1);
        var refused =
                assertThrows(
                        IOException.class, () -> older.apply(external(CHIEF, "mission"), false));
        assertEquals(
                "The database has form 2, made by a newer Vigie, and this one knows up to 1: use the newer Vigie.",
                refused.getMessage());
    }

    @Test
    void the_number_of_the_newest_migration_is_that_of_the_newest_file() throws IOException {
        Path files = Path.of("src", "main", "resources").resolve(Migrations.LEDGER.folder());
        int newest = 0;
        if (Files.exists(files)) {
            try (var paths = Files.newDirectoryStream(files, "V*__*.sql")) {
                for (Path path : paths) {
                    String name = path.getFileName().toString();
                    newest =
                            Math.max(
                                    newest,
                                    Integer.parseInt(name.substring(1, name.indexOf("__"))));
                }
            }
        }
        assertEquals(newest, Migrations.LEDGER.newest());
    }

    @Test
    void rights_beyond_reading_and_appending_are_named() throws IOException, SQLException {
        try (var owner = lease.connect(DataFolder.EXERCISE, Role.OWNER)) {
            Fixture.execute(
                    owner,
                    "create table leaky (n int, m int); grant update (m), delete on leaky to vigie");
        }
        try (var connection = lease.connect(DataFolder.EXERCISE, Role.APPLICATION)) {
            var excess = Rights.listExcess(connection);
            try (var owner = lease.connect(DataFolder.EXERCISE, Role.OWNER)) {
                Fixture.execute(owner, "drop table leaky");
                assertTrue(Rights.listExcess(owner).contains("superuser"));
            }
            assertEquals(List.of("delete of public.leaky", "update of public.leaky"), excess);
        }
    }
}

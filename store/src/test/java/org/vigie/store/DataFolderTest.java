package org.vigie.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir static Path folder;

    @BeforeAll
    static void start_for_the_first_time() throws IOException, SQLException {
        try (Lease lease = Fixture.open(folder)) {
            Fixture.createTable(lease);
            Fixture.insert(lease, 1);
        }
    }

    @Test
    void the_second_start_finds_what_the_first_one_kept() throws IOException, SQLException {
        try (Lease lease = Fixture.open(folder)) {
            assertEquals(List.of(1), Fixture.rows(lease));
        }
    }

    @Test
    void the_last_one_out_stops_the_server() throws IOException {
        Lease first = Fixture.open(folder);
        Lease second = Fixture.open(folder);
        first.close();
        assertTrue(Fixture.runs(folder));
        second.close();
        assertFalse(Fixture.runs(folder));
        assertFalse(Files.exists(folder.resolve("postgres.json")));
    }

    @Test
    void a_lease_that_is_closed_twice_counts_once() throws IOException {
        try (Lease kept = Fixture.open(folder)) {
            Lease other = Fixture.open(folder);
            other.close();
            other.close();
            assertTrue(Fixture.runs(kept.folder()));
        }
    }

    @Test
    void a_closed_lease_gives_no_connection() throws IOException {
        Lease lease = Fixture.open(folder);
        lease.close();
        assertThrows(
                IllegalStateException.class,
                () -> lease.connect(DataFolder.REAL, Role.APPLICATION));
    }

    @Test
    void many_threads_may_open_and_close_at_once() throws Exception {
        Callable<List<Integer>> visit =
                () -> {
                    try (Lease lease = Fixture.open(folder)) {
                        return Fixture.rows(lease);
                    }
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits = new ArrayList<Callable<List<Integer>>>();
            for (int i = 0; i < 12; i++) visits.add(visit);
            for (var rows : threads.invokeAll(visits)) assertEquals(List.of(1), rows.get());
        }
        assertFalse(Fixture.runs(folder));
    }

    @Test
    void exercises_are_a_database_of_their_own() throws IOException, SQLException {
        try (Lease lease = Fixture.open(folder);
                var exercise = lease.connect(DataFolder.EXERCISE, Role.APPLICATION)) {
            assertEquals("exercise", Fixture.ask(exercise, "select current_database()"));
            assertEquals("t", Fixture.ask(exercise, "select to_regclass('kept') is null"));
        }
    }

    @Test
    void the_program_at_work_may_not_change_what_is_written() throws IOException {
        try (Lease lease = Fixture.open(folder)) {
            for (String sql :
                    List.of(
                            "update kept set n = 2",
                            "delete from kept",
                            "truncate kept",
                            "drop table kept",
                            "create table mine (n int)")) {
                var refused =
                        assertThrows(
                                SQLException.class,
                                () -> Fixture.execute(lease, Role.APPLICATION, sql));
                assertEquals("42501", refused.getSQLState(), sql);
            }
        }
    }

    @Test
    void the_database_is_made_as_it_should_be() throws IOException, SQLException {
        try (Lease lease = Fixture.open(folder);
                var owner = lease.connect(DataFolder.REAL, Role.OWNER)) {
            var expected =
                    List.of(
                            "data_checksums=on",
                            "fsync=on",
                            "full_page_writes=on",
                            "jit=off",
                            "listen_addresses=127.0.0.1",
                            "password_encryption=scram-sha-256",
                            "server_encoding=UTF8",
                            "synchronous_commit=on",
                            "TimeZone=UTC",
                            "unix_socket_directories=",
                            "wal_compression=off");
            var found = new ArrayList<String>();
            for (String line : expected) {
                String name = line.substring(0, line.indexOf('='));
                found.add(name + "=" + Fixture.ask(owner, "show " + name));
            }
            assertEquals(expected, found);
            assertEquals(
                    "b C.UTF-8",
                    Fixture.ask(
                            owner,
                            "select concat(datlocprovider, ' ', datlocale) from pg_database where datname = current_database()"));
        }
    }

    @Test
    void it_listens_on_loopback_alone() throws IOException {
        try (Lease lease = Fixture.open(folder)) {
            var announced = Fixture.announced(lease);
            assertEquals(
                    List.of("127.0.0.1:" + announced.port()),
                    ListeningSockets.of(Fixture.serverPid(folder)));
        }
    }

    @Test
    void only_the_owner_may_read_passwords_keys_and_data() throws IOException {
        assertEquals("rw-------", mode(folder.resolve("postgres.password")));
        assertEquals("rw-------", mode(folder.resolve("postgres.log")));
        assertEquals("rwx------", mode(folder.resolve("postgres")));
        assertEquals("rwx------", mode(folder.resolve("keys")));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void no_password_gets_in_without_being_right() throws IOException {
        try (Lease lease = Fixture.open(folder)) {
            var announced = Fixture.announced(lease);
            var login =
                    new Login(
                            "jdbc:postgresql://127.0.0.1:%s/vigie".formatted(announced.port()),
                            "vigie",
                            "wrong",
                            java.util.Map.of());
            var refused = assertThrows(SQLException.class, login::connect);
            assertTrue(Login.refused(refused));
        }
    }

    @Test
    void a_password_file_that_others_may_read_is_closed_to_them() throws IOException {
        Path file = folder.resolve("postgres.password");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Fixture.open(folder).close();
        assertEquals("rw-------", mode(file));
    }

    @Test
    void what_postgres_json_says_is_where_the_server_is() throws IOException {
        try (Lease lease = Fixture.open(folder)) {
            var server = Fixture.server(lease);
            assertEquals(
                    new Announcement(
                            server.port(), server.pid(), "18.6", Announcement.thisMachine()),
                    Announcement.find(lease.folder()));
        }
    }

    @Test
    void a_stale_postgres_json_is_not_believed() throws IOException, SQLException {
        new Announcement(1, 1, "9.6", Announcement.thisMachine()).write(folder);
        try (Lease lease = Fixture.open(folder)) {
            assertEquals(List.of(1), Fixture.rows(lease));
            assertNotEquals(1, Fixture.announced(lease).port());
        }
    }

    @Test
    void a_stale_postmaster_pid_with_the_number_of_another_process_is_not_believed()
            throws IOException, SQLException {
        Files.writeString(
                folder.resolve("postgres").resolve("postmaster.pid"),
                "%s\n%s\n1\n1\n\n127.0.0.1\n0 0\nready   \n"
                        .formatted(ProcessHandle.current().pid(), folder.resolve("postgres")));
        try (Lease lease = Fixture.open(folder)) {
            assertEquals(List.of(1), Fixture.rows(lease));
        }
    }

    @Test
    void a_server_that_nobody_announced_is_taken_over() throws IOException, SQLException {
        try (Lease lease = Fixture.open(folder)) {
            Files.delete(folder.resolve("postgres.json"));
            long pid = Fixture.serverPid(folder);
            try (var other = OtherProgram.start(folder)) {
                assertTrue(other.tell("open").startsWith("open"));
                assertEquals("[1]", other.tell("count"));
            }
            assertEquals(pid, Fixture.announced(lease).pid());
        }
    }

    @Test
    void a_log_of_more_than_10_MB_is_begun_anew() throws IOException {
        Path log = folder.resolve("postgres.log");
        Files.write(log, new byte[(10 << 20) + 1]);
        Fixture.open(folder).close();
        assertTrue(Files.size(log) < 1 << 20);
        assertTrue(Files.size(folder.resolve("postgres.log.1")) > 10 << 20);
    }

    @Test
    void the_standard_folder_is_in_the_home_of_the_user() throws IOException {
        assertEquals(Path.of(System.getProperty("user.home"), ".vigie"), DataFolder.standard());
    }
}

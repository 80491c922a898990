package org.vigie.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the person at the keyboard is told when it does not work.
class TroubleTest {

    @TempDir static Path folder;
    static Path real;

    @BeforeAll
    static void start_for_the_first_time() throws IOException {
        Fixture.open(folder).close();
        real = folder.toRealPath();
    }

    private static String messageOfOpening(Path folder) {
        return String.valueOf(
                assertThrows(IOException.class, () -> Fixture.open(folder).close()).getMessage());
    }

    @Test
    void a_password_file_of_another_database_does_not_fit(@TempDir Path aside) throws IOException {
        Path file = folder.resolve("postgres.password");
        Path right = Files.copy(file, aside.resolve("right"));
        Passwords.create(folder);
        String message = messageOfOpening(folder);
        Files.move(right, file, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(
                "%s does not fit the database beside it: put back the file that was made with it."
                        .formatted(real.resolve("postgres.password")),
                message);
        assertFalse(Fixture.runs(folder));
    }

    @Test
    void a_missing_password_file_is_named(@TempDir Path aside) throws IOException {
        Path file = folder.resolve("postgres.password");
        Path right = Files.move(file, aside.resolve("right"));
        String message = messageOfOpening(folder);
        Files.move(right, file);
        assertEquals(
                "%s is missing, and without it the database beside it cannot be opened: put it back from your backup."
                        .formatted(real.resolve("postgres.password")),
                message);
    }

    @Test
    void a_database_of_another_postgresql_is_left_alone() throws IOException {
        Path version = folder.resolve("postgres").resolve("PG_VERSION");
        Files.writeString(version, "16\n");
        String message = messageOfOpening(folder);
        Files.writeString(version, "18\n");
        assertEquals(
                "The database in %s was made by PostgreSQL 16, and this Vigie brings PostgreSQL 18.6: open it with the Vigie that made it, export, and import here."
                        .formatted(real.resolve("postgres")),
                message);
    }

    @Test
    void a_folder_with_something_else_in_it_is_left_alone(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("postgres"));
        Files.writeString(other.resolve("postgres").resolve("thesis.txt"), "dear to somebody");
        assertEquals(
                "%s is not empty and is no database of PostgreSQL: move it away, or choose another folder with --data."
                        .formatted(other.toRealPath().resolve("postgres")),
                messageOfOpening(other));
        assertTrue(Files.exists(other.resolve("postgres").resolve("thesis.txt")));
    }

    @Test
    void a_file_is_no_data_folder(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("file"), "");
        assertEquals(
                "The data folder %s cannot be made or written (%s is not a folder): choose another with --data."
                        .formatted(file, file),
                messageOfOpening(file));
    }

    @Test
    void a_damaged_setting_is_shown_in_the_words_of_the_log() throws IOException {
        Path settings = folder.resolve("postgres").resolve("postgresql.conf");
        String right = Files.readString(settings);
        Files.writeString(settings, right + "shared_buffers = plenty\n");
        String message = messageOfOpening(folder);
        Files.writeString(settings, right);
        assertTrue(
                message.startsWith("PostgreSQL did not start in " + real + ": ")
                        && message.contains("invalid value for parameter \"shared_buffers\"")
                        && message.endsWith("its log is " + real.resolve("postgres.log") + "."),
                message);
    }

    @Test
    void a_port_that_is_taken_between_looking_and_listening_is_exchanged()
            throws IOException, SQLException {
        try (var taken = new java.net.ServerSocket(0, 1, PostgresServer.LOOPBACK)) {
            assertTrue(
                    Trouble.portTaken(
                            "LOG:  could not bind IPv4 address \"127.0.0.1\": Address already in use"));
            new Announcement(taken.getLocalPort(), 1, "18.6", Announcement.thisMachine())
                    .write(folder);
            try (Lease lease = Fixture.open(folder)) {
                assertTrue(Fixture.announced(lease).port() != taken.getLocalPort());
            }
        }
    }

    @Test
    void the_message_holds_what_tells_and_not_the_rest() throws IOException {
        String log =
                """
                2026-01-01 00:00:00.000 UTC [7] LOG:  starting PostgreSQL 18.6
                2026-01-01 00:00:00.001 UTC [7] FATAL:  could not write lock file: No space left on device
                2026-01-01 00:00:00.002 UTC [7] LOG:  database system is shut down
                """;
        String message =
                String.valueOf(Trouble.of(real, "PostgreSQL did not start", log).getMessage());
        assertTrue(
                message.startsWith("The disk that holds " + real + " is full (")
                        && message.endsWith(
                                "MB free): PostgreSQL did not start: FATAL: could not write lock file: No space left on device; its log is "
                                        + real.resolve("postgres.log")
                                        + ". Nothing is half written: free space there, then do the same again."),
                message);
    }

    @Test
    void a_full_disk_is_named_when_the_database_is_made(@TempDir Path other) throws Exception {
        try (var program = SmallDisk.program(other, 24)) {
            String answer = program.tell("open");
            assertTrue(SmallDisk.isNamed(answer, other), answer);
            assertTrue(answer.contains("PostgreSQL could not make its database"), answer);
        }
    }

    @Test
    void a_full_disk_is_named_when_the_server_starts(@TempDir Path other) throws Exception {
        try (var program = SmallDisk.program(other, 120)) {
            program.tell("open");
            program.tell("close");
            program.tell("fill");
            String answer = program.tell("open");
            assertTrue(SmallDisk.isNamed(answer, other), answer);
        }
    }

    @Test
    void a_limit_on_the_size_of_files_is_shown(@TempDir Path other) throws Exception {
        try (var program = OtherProgram.start(SmallDisk.LIMITED, other)) {
            String answer = program.tell("open");
            assertTrue(answer.contains("File too large"), answer);
        }
    }

    @Test
    void a_folder_in_use_in_another_container_is_left_alone() throws IOException {
        try (var other = OtherProgram.start(folder)) {
            other.tell("open");
            Fixture.kill(Fixture.serverPid(folder));
            new Announcement(1, 1, "18.6", "pid:[another]").write(folder);
            assertEquals(
                    "The data folder %s is in use in another container: one at a time may use it."
                            .formatted(real),
                    messageOfOpening(folder));
            other.tell("close");
        }
    }
}

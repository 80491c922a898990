package org.vigie.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs and servers that are killed, as machines in the field are.
class CrashTest {

    @TempDir static Path folder;

    @BeforeAll
    static void start_for_the_first_time() throws IOException, SQLException {
        try (Lease lease = Fixture.open(folder)) {
            Fixture.createTable(lease);
        }
    }

    @BeforeEach
    void keep_one_row() throws IOException, SQLException {
        try (Lease lease = Fixture.open(folder)) {
            Fixture.execute(lease, Role.OWNER, "truncate kept");
            Fixture.insert(lease, 1);
        }
    }

    @Test
    void programs_at_the_same_time_share_one_server_and_the_last_one_stops_it() throws IOException {
        try (var first = OtherProgram.start(folder);
                var second = OtherProgram.start(folder)) {
            assertTrue(first.tell("open").startsWith("open"));
            assertTrue(second.tell("open").startsWith("open"));
            first.tell("insert 2");
            assertEquals("[1, 2]", second.tell("count"));
            first.tell("close");
            assertEquals("[1, 2]", second.tell("count"));
            second.tell("close");
            assertFalse(Fixture.runs(folder));
        }
    }

    @Test
    void a_killed_program_leaves_its_server_to_the_next_one()
            throws IOException, SQLException, InterruptedException {
        long server;
        try (var killed = OtherProgram.start(folder)) {
            killed.tell("open");
            killed.tell("insert 2");
            server = Fixture.serverPid(folder);
            killed.kill();
        }
        assertTrue(Fixture.runs(folder));
        try (Lease lease = Fixture.open(folder)) {
            assertEquals(server, Fixture.serverPid(folder));
            assertEquals(List.of(1, 2), Fixture.rows(lease));
        }
        assertFalse(Fixture.runs(folder));
    }

    @Test
    void a_program_that_is_asked_to_end_stops_the_server() throws Exception {
        try (var asked = OtherProgram.start(folder)) {
            asked.tell("open");
            asked.tell("close at exit");
            asked.interrupt();
            asked.waitForExit();
        }
        assertFalse(Fixture.runs(folder));
    }

    @Test
    void a_killed_server_is_started_again_for_those_who_use_it() throws IOException, SQLException {
        try (Lease lease = Fixture.open(folder)) {
            long before = Fixture.serverPid(folder);
            Fixture.kill(before);
            assertEquals(List.of(1), Fixture.rows(lease));
            assertNotEquals(before, Fixture.serverPid(folder));
        }
    }

    @Test
    void two_programs_whose_server_is_killed_find_the_same_new_one() throws IOException {
        try (var first = OtherProgram.start(folder);
                var second = OtherProgram.start(folder)) {
            first.tell("open");
            second.tell("open");
            Fixture.kill(Fixture.serverPid(folder));
            assertEquals("done", first.tell("insert 2"));
            assertEquals("[1, 2]", second.tell("count"));
            second.tell("close");
            assertEquals("[1, 2]", first.tell("count"));
        }
    }

    @Test
    void what_was_acknowledged_survives_the_kill_of_program_and_server()
            throws IOException, SQLException, InterruptedException {
        var acknowledged = new ArrayList<>(List.of(1));
        try (var killed = OtherProgram.start(folder)) {
            killed.tell("open");
            for (int n : IntStream.rangeClosed(2, 20).toArray()) {
                killed.tell("insert " + n);
                acknowledged.add(n);
            }
            Fixture.kill(Fixture.serverPid(folder));
            killed.kill();
        }
        try (Lease lease = Fixture.open(folder)) {
            assertEquals(acknowledged, Fixture.rows(lease));
        }
    }

    @Test
    void a_program_killed_while_it_makes_the_database_blocks_nobody(@TempDir Path other)
            throws IOException, InterruptedException {
        for (int afterMillis : List.of(300, 500, 700, 900)) {
            try (var killed = OtherProgram.start(other)) {
                killed.order("open");
                Thread.sleep(afterMillis);
                killed.kill();
            }
        }
        // The programs of the killed may be at work a little longer in what they leave.
        for (int i = 0; i == 0 || (i < 50 && leftovers(other)); i++) {
            Fixture.open(other).close();
            Thread.sleep(i);
        }
        assertFalse(leftovers(other));
    }

    private static boolean leftovers(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "postgres.new-*")) {
            return files.iterator().hasNext();
        }
    }

    @Test
    void a_program_killed_while_it_starts_the_server_blocks_nobody()
            throws IOException, SQLException, InterruptedException {
        for (int afterMillis : List.of(150, 300, 450)) {
            try (var killed = OtherProgram.start(folder)) {
                killed.order("open");
                Thread.sleep(afterMillis);
                killed.kill();
            }
            try (Lease lease = Fixture.open(folder)) {
                assertEquals(List.of(1), Fixture.rows(lease));
            }
        }
    }

    @Test
    void a_server_that_hangs_while_it_stops_is_ended_by_the_next_program()
            throws IOException, SQLException, InterruptedException {
        try (var killed = OtherProgram.start(folder)) {
            killed.tell("open");
            killed.kill();
        }
        long server = Fixture.serverPid(folder);
        for (var part : ProcessHandle.of(server).orElseThrow().descendants().toList())
            signal("STOP", part.pid());
        signal("INT", server); // as "pg_ctl stop -m fast" does
        while (!Fixture.isStopping(folder)) Thread.sleep(1);
        try (Lease lease = Fixture.open(folder)) {
            assertNotEquals(server, Fixture.serverPid(folder));
            assertEquals(List.of(1), Fixture.rows(lease));
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        // The one that served the program that was killed may end by itself meanwhile.
        assertTrue(kill.waitFor() == 0 || ProcessHandle.of(pid).isEmpty());
    }
}

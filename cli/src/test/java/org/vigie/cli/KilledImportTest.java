package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.store.DataFolder;
import org.vigie.store.Lease;
import org.vigie.store.Role;

/// An import is whole or not at all, also when the importing program is killed; in every other
/// round all of PostgreSQL is killed with it, as by a power cut.
class KilledImportTest {

    private static final int ROUNDS = 5;
    private static final int ROWS = 3_000;

    /// The last rounds come after the rows are copied: at the commit, at the leaves.
    private static final int LATEST_ROW = ROWS + ROWS / 5;

    private static final String COPIED =
            "select coalesce(max(tuples_processed), -1) from pg_stat_progress_copy where relid = 'entry'::regclass";

    private static final Pattern N = Pattern.compile("\"n\":([0-9]+),");

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();
    private final Random chance = new Random();

    @BeforeEach
    void use_the_real_database() throws IOException {
        vigie.source = new StoreLedgers();
        var now = InstantSource.system().instant();
        vigie.wait(Duration.between(vigie.now(), now.plus(Duration.ofMinutes(5))));
        new StoreLedgers().open(new Ledgers.Where(data(), null, false)).close();
        assertEquals(0, count());
    }

    @Test
    void an_import_that_is_killed_leaves_nothing_or_all() throws Exception {
        killEachRound();
    }

    @Tag("long")
    @RepeatedTest(20)
    void an_import_that_is_killed_a_hundred_times_leaves_nothing_or_all() throws Exception {
        killEachRound();
    }

    private void killEachRound() throws Exception {
        int cut = 0;
        try (var lease = DataFolder.open(data())) { // or each command starts and stops PostgreSQL
            for (int round = 0; round < ROUNDS; round++) {
                cut += killAndImportAgain(round, lease) ? 1 : 0;
            }
            assertVerified("at the end: ");
        }
        assertTrue(cut > 0, "no kill came while rows were being copied");
    }

    /// Tells whether rows were being copied when the program was killed.
    private boolean killAndImportAgain(int round, Lease lease) throws Exception {
        int rowsBefore = round * ROWS;
        int killAt = (int) ((round + chance.nextDouble()) / ROUNDS * LATEST_ROW);
        var file = MadeUpEvents.write(folder.resolve("made-up.csv"), rowsBefore, ROWS).toString();
        boolean cut = importAndKill(file, killAt, lease);
        if (round % 2 == 1) {
            killPostgres();
        }

        var when = "round %s, killed at row %s: ".formatted(round, killAt);
        assertVerified(when);
        int left = count();
        assertTrue(left == rowsBefore || left == rowsBefore + ROWS, when + left + " are left");
        assertEquals("", run("import", file).err(), when + "import again");
        assertEquals(rowsBefore + ROWS, count(), when + "import again");
        return cut;
    }

    private boolean importAndKill(String file, int killAt, Lease lease) throws Exception {
        try (var watch = lease.connect(DataFolder.REAL, Role.OWNER);
                var importing =
                        Program.start(folder, "import", file, "--data", data().toString())) {
            boolean cut = copies(watch, importing, killAt);
            importing.kill();
            return cut;
        }
    }

    /// Waits until so many rows are copied, or the copying is over.
    private static boolean copies(Connection watch, Program importing, int rows)
            throws SQLException, InterruptedException {
        boolean begun = false;
        try (var query = watch.prepareStatement(COPIED)) {
            while (importing.runs()) {
                try (var result = query.executeQuery()) {
                    result.next();
                    long copied = result.getLong(1);
                    if (copied >= rows) return true;
                    if (begun && copied < 0) return false;
                    begun |= copied >= 0;
                }
                Thread.sleep(1);
            }
        }
        return false;
    }

    private void killPostgres() throws IOException {
        var file = data().resolve("postgres").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        var server = ProcessHandle.of(pid).orElseThrow();
        var processes = server.descendants().toList();
        server.destroyForcibly();
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    private void assertVerified(String when) {
        var verified = run("verify");
        assertEquals(0, verified.exitCode(), () -> when + verified);
    }

    private int count() {
        var counted = run("count", "--json");
        var n = N.matcher(counted.out());
        assertTrue(n.find(), counted::toString);
        return Integer.parseInt(n.group(1));
    }

    private CommandRun.Result run(String... words) {
        return vigie.on(data(), words);
    }

    private Path data() {
        return folder.resolve("data");
    }
}

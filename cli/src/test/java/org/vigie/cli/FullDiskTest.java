package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fills up in the middle of an import: it is named, nothing is half written, and once
/// there is space again the work goes on.
class FullDiskTest {

    private static final int ROWS = 30_000;

    /// Too little for the next piece of PostgreSQL's log of changes: PostgreSQL ends.
    private static final int MEGABYTES_FOR_NO_LOG = 12;

    /// Enough for that, and too little for the rows: PostgreSQL says so and goes on.
    private static final int MEGABYTES_FOR_SOME_ROWS = 24;

    @TempDir Path folder;
    @TempDir Path aside;

    @Test
    void a_disk_that_fills_up_during_an_import_is_named_and_nothing_is_half_written()
            throws Exception {
        var file = MadeUpEvents.write(aside.resolve("made-up.csv"), 0, ROWS).toString();
        try (var disk = SmallDisk.at(folder.toRealPath())) {
            assertPrints(disk, "\"added\":" + ROWS, "import", "--dry-run", file, "--json");
            importOntoFullDisk(disk, file, MEGABYTES_FOR_NO_LOG);
            importOntoFullDisk(disk, file, MEGABYTES_FOR_SOME_ROWS);
            assertPrints(disk, "\"added\":" + ROWS + ",", "import", file, "--json");
            assertPrints(disk, "ok: ", "verify");
        }
    }

    private void importOntoFullDisk(SmallDisk disk, String file, int megabytes) throws Exception {
        disk.fill(megabytes);
        try (var importing = start(disk, "import", file)) {
            int exitCode = importing.exitCode();
            assertTrue(exitCode == 2 && disk.isNamed(importing.printed()), importing::toString);
        }
        disk.free();
        assertPrints(disk, "ok: none of 0 entries", "verify");
    }

    private void assertPrints(SmallDisk disk, String expected, String... words) throws Exception {
        try (var program = start(disk, words)) {
            int exitCode = program.exitCode();
            assertEquals(0, exitCode, program::toString);
            assertTrue(program.printed().contains(expected), program::toString);
        }
    }

    private Program start(SmallDisk disk, String... words) throws IOException {
        var line = new java.util.ArrayList<>(java.util.List.of(words));
        line.addAll(java.util.List.of("--data", folder.toRealPath().resolve("data").toString()));
        return disk.start(aside, line.toArray(String[]::new));
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import is whole or not at all, also when the importing program is killed.
class KilledImportTest {

    private static final int ROWS = 30_000;

    /// What the import takes on a slow machine; a later kill finds it whole.
    private static final int LATEST_MILLIS = 6_000;

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();
    private final Random chance = new Random();

    @BeforeEach
    void use_the_real_database() {
        vigie.source = new StoreLedgers();
        var now = InstantSource.system().instant();
        vigie.wait(Duration.between(vigie.now(), now.plus(Duration.ofMinutes(5))));
    }

    @Tag("long")
    @Test
    void an_import_that_is_killed_leaves_nothing_or_all() throws Exception {
        killAndImportAgain();
    }

    @Tag("long")
    @RepeatedTest(10)
    void an_import_that_is_killed_leaves_nothing_or_all_time_and_again() throws Exception {
        killAndImportAgain();
    }

    private void killAndImportAgain() throws IOException, InterruptedException {
        var file = madeUpFile();
        assertEquals(0, run("count").exitCode());
        int millis = 500 + chance.nextInt(LATEST_MILLIS);
        var importing = start("import", file, "--data", folder.resolve("data").toString());
        importing.waitFor(millis, TimeUnit.MILLISECONDS);
        importing.destroyForcibly().waitFor();

        var when = "killed after " + millis + " ms: ";
        assertEquals(0, run("verify").exitCode(), when + "verify");
        var left = run("count", "--json").out();
        assertTrue(left.contains("\"n\":0,") || left.contains("\"n\":" + ROWS), when + left);
        assertEquals(0, run("import", file).exitCode(), when + "import again");
        var whole = run("count", "--json").out();
        assertTrue(whole.contains("\"n\":" + ROWS), when + whole);
        assertEquals(0, run("verify").exitCode(), when + "verify again");
    }

    private CommandRun.Result run(String... words) {
        return vigie.on(folder.resolve("data"), words);
    }

    /// A program of its own, with the classes under test.
    private Process start(String... words) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp"));
        line.add(System.getProperty("java.class.path", ""));
        line.add(Main.class.getName());
        line.addAll(List.of(words));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile())
                .start();
    }

    /// Events that never happened, laid out as UCDP lays out GED.
    private String madeUpFile() throws IOException {
        var header = Files.readAllLines(Path.of(CommandRun.testFile(CAR))).getFirst();
        var lines = new ArrayList<>(List.of(header));
        for (int n = 0; n < ROWS; n++) {
            lines.add(row(n));
        }
        return Files.write(folder.resolve("made-up.csv"), lines).toString();
    }

    private static String row(int n) {
        return (9_000_000 + n)
                + ",MADE-UP-"
                + n
                + ",2023,1,Clear,3,1,1,Made up - Civilians,1,1,Made up - Civilians,1,1,Made-up armed group,9999,1,"
                + "Civilians,1,Made up by a test "
                + n
                + ",,2023-05-01,,,1,Tarn Ford,Tarn Ford,North,Ford,8.0,20.0,POINT (20 8),141522,Ostrelle,482,Africa,1,1,"
                + "2023-04-30 00:00:00.000,2023-04-30 00:00:00.000,0,0,2,0,2,3,1,482,";
    }

    private static final String CAR = "ucdp/ged231_central_african_republic.csv";
}

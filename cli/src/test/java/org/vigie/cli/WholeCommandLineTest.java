package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands over a real data folder, with PostgreSQL and all.
class WholeCommandLineTest {

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();

    @Test
    void a_file_is_imported_counted_verified_and_taken_back() throws IOException {
        vigie.source = new StoreLedgers();
        vigie.wait(
                Duration.between(
                        vigie.now(), InstantSource.system().instant().plus(Duration.ofMinutes(5))));
        var car = CommandRun.testFile("ucdp/ged231_central_african_republic.csv");
        var data = folder.resolve("data").toString();

        var imported = vigie.run("import", car, "--data", data, "--json");
        assertEquals("", imported.err());
        assertTrue(imported.out().contains("\"added\":1848,"), imported::out);

        var again = vigie.run("import", car, "--data", data, "--json");
        assertTrue(
                again.out().contains("\"added\":0,\"changed\":0,\"unchanged\":1848,"), again::out);

        var count = vigie.run("count", "--data", data, "--json");
        assertTrue(count.out().contains("\"n\":1848,\"unplaced\":0,\"vague\":29,"), count::out);
        assertTrue(
                count.out()
                        .contains(
                                "\"total\":{\"key\":\"total\",\"events\":1848,\"best\":14948,"
                                        + "\"low\":13721,\"high\":17760,\"civilians\":8931,"),
                count::out);

        var verified = vigie.run("verify", "--data", data);
        assertEquals(0, verified.exitCode(), verified::toString);
        var note = verified.out().lines().skip(2).toList();
        var kept = Files.write(folder.resolve("checkpoint.txt"), note);

        var id = imported.out().replaceAll("(?s).*\"importId\":\"([^\"]+)\"}.*", "$1");
        assertEquals(0, vigie.run("undo", id, "--data", data).exitCode());
        assertTrue(vigie.run("count", "--data", data, "--json").out().contains("\"n\":0,"));

        var later = vigie.run("verify", "--data", data, "--checkpoint", kept.toString(), "--json");
        assertTrue(later.out().startsWith("{\"ok\":true,\"entries\":1853,"), later::toString);
    }
}

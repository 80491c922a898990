package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands over a real data folder, with PostgreSQL and all.
class WholeCommandLineTest {

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();

    /// Each reading command with the least that it needs beside the folder.
    private static final List<String> READING =
            List.of(
                    "verify",
                    "count",
                    "search camp",
                    "history ucdp-ged:1",
                    "response",
                    "brief --from 2020-01-01 --to 2020-01-31 --out FOLDER/b.html",
                    "export --format csv --out FOLDER/x.csv",
                    "changes --since 2020-01-01",
                    "candidates",
                    "actors",
                    "mandate",
                    "accords",
                    "register votes",
                    "query list",
                    "query run morning",
                    "prove --all --out FOLDER/p.json",
                    "imports",
                    "backup --out FOLDER/b.zip",
                    "grade radio D --reason x --by y",
                    "reach --mission mali --at 14.35,-3.61 --when 2020-02-14T00:00Z");

    @Test
    void a_reading_command_refuses_a_folder_without_a_ledger_and_makes_nothing()
            throws IOException {
        vigie.source = new StoreLedgers();
        for (var where : List.of("absent", "absent --exercise", "empty")) {
            Files.createDirectories(folder.resolve("empty"));
            for (var command : READING) {
                if (command.startsWith("backup") && where.contains("--exercise")) continue;
                var line = command + " --data FOLDER/" + where;
                var words = line.replace("FOLDER", folder.toString()).split(" ");
                var refused = vigie.run(words);
                assertEquals(2, refused.exitCode(), () -> line + refused);
                assertEquals("", refused.out(), line);
                assertTrue(refused.err().contains("holds no ledger"), () -> line + refused);
                try (var left = Files.walk(folder)) {
                    assertEquals(2, left.count(), line);
                }
            }
        }
    }

    @Test
    void a_folder_with_the_real_ledger_alone_has_none_of_exercises() throws IOException {
        vigie.source = new StoreLedgers();
        var data = folder.resolve("data").toString();
        assertEquals(0, vigie.run("mission", "load", "ostrelle", "--data", data).exitCode());

        assertEquals(0, vigie.run("count", "--data", data).exitCode());
        var refused = vigie.run("count", "--exercise", "--data", data);
        assertEquals(2, refused.exitCode(), refused::toString);
        assertTrue(refused.err().contains("No ledger of exercises is there yet"), refused::err);
        assertEquals(2, vigie.run("count", "--exercise", "--data", data).exitCode());
    }

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

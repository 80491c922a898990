package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packs and chronologies over a real data folder: what the database gives back must equal what was
/// put in, else every loading would find changes.
class MissionsInTheStoreTest {

    private static final List<String> FILES =
            List.of(
                    "README.md",
                    "mission.properties",
                    "sources.csv",
                    "areas.csv",
                    "places.csv",
                    "actors.csv",
                    "relations.csv",
                    "bases.csv",
                    "units.csv",
                    "caveats.csv",
                    "mandate.csv",
                    "incidents.csv",
                    "claims.csv",
                    "knowledge.csv",
                    "chronologies/night-at-tarn-ford.txt");

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();

    @Test
    void only_what_changed_is_written_again() throws IOException {
        vigie.source = new StoreLedgers();
        var pack = copy();
        var data = folder.resolve("data").toString();
        var night = pack + "/chronologies/night-at-tarn-ford";

        var first = vigie.run("play", night, "--data", data, "--json");
        assertEquals("", first.err());
        var again = vigie.run("play", night, "--data", data, "--json");
        assertTrue(again.out().contains("\"added\":0,\"changed\":0"), again::out);

        var units = pack.resolve("units.csv");
        Files.writeString(units, Files.readString(units).replace(",700,deployed", ",650,deployed"));
        var changed = vigie.run("mission", "load", pack.toString(), "--exercise", "--data", data);
        assertTrue(changed.out().contains(": 0 added, 1 changed,"), changed::out);
        assertTrue(changed.out().contains(" 0 removed"), changed::out);

        var untouched = vigie.run("count", "--data", data, "--json");
        assertEquals(2, untouched.exitCode());
        assertTrue(untouched.err().contains("add --exercise"), untouched::err);
        assertEquals(0, vigie.run("verify", "--exercise", "--data", data).exitCode());
    }

    private Path copy() throws IOException {
        var pack = Files.createDirectories(folder.resolve("ostrelle/chronologies")).getParent();
        if (pack == null) {
            throw new IllegalStateException("a folder inside another has a parent");
        }
        for (var file : FILES) {
            try (var bytes =
                    Packs.class.getClassLoader().getResourceAsStream("missions/ostrelle/" + file)) {
                if (bytes == null) {
                    throw new IllegalStateException("the pack lacks " + file);
                }
                Files.copy(bytes, pack.resolve(file));
            }
        }
        return pack;
    }
}

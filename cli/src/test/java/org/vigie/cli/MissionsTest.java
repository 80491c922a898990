package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissionsTest {

    private static final String OGOSSAGOU = "missions/mali/chronologies/ogossagou-2020-02";

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();

    @Test
    void a_shipped_pack_has_nothing_to_put_right() {
        var result = vigie.run("mission", "check", "mali");
        assertEquals("missions/mali: nothing to put right\n", result.out());
        assertEquals(0, result.exitCode());
    }

    @Test
    void a_clean_pack_is_an_empty_list_in_json() {
        assertEquals(
                "{\"pack\":\"missions/ostrelle\",\"errors\":0,\"warnings\":0,\"findings\":[]}\n",
                vigie.run("mission", "check", "missions/ostrelle", "--json").out());
    }

    @Test
    void a_broken_pack_is_a_finding() throws IOException {
        Files.writeString(folder.resolve("mission.properties"), "");
        Files.writeString(folder.resolve("sources.csv"), "id,name\n");
        var result = vigie.run("mission", "check", folder.toString());
        assertTrue(result.out().contains("error   sources.csv:1 kind: add this column\n"));
        assertEquals(1, result.exitCode());
    }

    @Test
    void a_folder_without_a_pack_is_refused() {
        var result = vigie.run("mission", "check", folder.toString());
        assertEquals(2, result.exitCode());
        assertTrue(
                result.err()
                        .contains(
                                "must be a folder with mission.properties, which is not in "
                                        + folder.toAbsolutePath()),
                result.err());
    }

    @Test
    void all_that_is_wrong_is_named_at_once() throws IOException {
        Files.createDirectories(folder.resolve("chronologies"));
        Files.writeString(folder.resolve("mission.properties"), "");
        Files.writeString(folder.resolve("sources.csv"), "id,name\n");
        Files.writeString(
                folder.resolve("chronologies/night.txt"),
                """
                title  A night
                source  a  A, B, 2020
                2020-02-13T18:00Z  alert  one  colour=red  size=big  [a]
                """);
        var out = vigie.run("mission", "check", folder.toString()).out();
        assertTrue(out.contains("sources.csv:1"), out);
        assertTrue(out.contains("colour"), out);
        assertTrue(out.contains("size"), out);
    }

    @Test
    void what_is_no_pack_is_refused() {
        var result = vigie.run("mission", "check", "atlantis");
        assertEquals(
                "vigie: mission must be a folder with mission.properties, and there is no "
                        + Path.of("atlantis").toAbsolutePath()
                        + "; or one of mali, central-african-republic, ostrelle, was \"atlantis\"\n",
                result.err());
        assertEquals(2, result.exitCode());
    }

    @Test
    void mission_alone_says_how_it_is_used() {
        var result = vigie.run("mission");
        assertTrue(result.err().contains("check"), result.err());
        assertEquals(2, result.exitCode());
    }

    @Test
    void a_pack_is_loaded_once() {
        var first = vigie.run("mission", "load", "mali");
        var second = vigie.run("mission", "load", "mali");
        assertEquals(
                "MINUSMA: 600 entries: 600 added, 0 changed, 0 unchanged, 0 removed\n",
                first.out());
        assertEquals(
                "MINUSMA: 600 entries: 0 added, 0 changed, 600 unchanged, 0 removed\n",
                second.out());
    }

    @Test
    void play_writes_to_the_ledger_of_exercises_only() {
        var result = vigie.run("play", OGOSSAGOU);
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(vigie.opened.stream().allMatch(Ledgers.Where::exercise));
        assertEquals(
                """
                EXERCISE: Ogossagou, 13-14 February 2020
                pack minusma: 600 entries: 600 added, 0 changed, 0 unchanged, 0 removed
                ogossagou-2020-02: 40 entries: 40 added, 0 changed, 0 unchanged, 0 removed
                """,
                result.out());
    }

    @Test
    void play_finds_the_chronology_with_its_ending_too() {
        var result = vigie.run("play", OGOSSAGOU + ".txt", "--json");
        assertTrue(result.out().contains("\"lines\":40,\"read\":40,\"added\":40"), result.out());
    }

    @Test
    void play_twice_adds_nothing() {
        vigie.run("play", OGOSSAGOU);
        var again = vigie.run("play", OGOSSAGOU, "--json");
        assertTrue(again.out().contains("\"added\":0,\"changed\":0,\"unchanged\":40"), again.out());
        assertTrue(again.out().contains("\"importId\":null"), again.out());
    }

    @Test
    void play_in_time_prints_every_line() {
        var result = vigie.run("play", OGOSSAGOU, "--speed", "1e12");
        assertEquals(43, result.out().lines().count());
        assertTrue(
                result.out().contains("2020-02-13T18:00:00Z  report ogo-r1  By their account"),
                result.out());
    }

    @Test
    void play_needs_a_speed_above_nothing() {
        assertEquals(2, vigie.run("play", OGOSSAGOU, "--speed", "0").exitCode());
        assertEquals(2, vigie.run("play", OGOSSAGOU, "--speed", "2", "--real-time").exitCode());
    }

    @Test
    void play_refuses_what_is_no_chronology() {
        var result = vigie.run("play", "missions/mali/chronologies/nothing");
        assertEquals(
                "vigie: chronology must be one of moura-2022-03, ogossagou-2020-02, was \"nothing\"\n",
                result.err());
        assertEquals(2, result.exitCode());
    }

    @Test
    void the_rate_of_response_reads_what_was_played() {
        vigie.run("play", OGOSSAGOU);
        var result = vigie.run("response", "--exercise");
        assertTrue(result.out().startsWith("EXERCISE\nWarnings: "), result.out());
    }

    @Test
    void generate_writes_the_same_events_for_the_same_seed() {
        var first =
                vigie.run("generate", "ostrelle", "--seed", "7", "--until", "2026-03-01", "--json");
        var again =
                vigie.run("generate", "ostrelle", "--seed", "7", "--until", "2026-03-01", "--json");
        assertEquals(0, first.exitCode(), first.err());
        assertTrue(first.out().contains("\"seed\":7,\"until\":\"2026-03-01\""), first.out());
        assertTrue(again.out().contains("\"added\":0"), again.out());
        assertTrue(vigie.opened.stream().allMatch(Ledgers.Where::exercise));
    }

    @Test
    void generate_refuses_a_real_country() {
        var result = vigie.run("generate", "mali");
        assertTrue(result.err().contains("violence is generated nowhere else"), result.err());
        assertEquals(2, result.exitCode());
        assertEquals("", vigie.opened.stream().map(Object::toString).collect(Collectors.joining()));
    }
}

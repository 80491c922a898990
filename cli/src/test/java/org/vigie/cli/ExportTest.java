package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportTest {

    private static final String CAR = "ucdp/ged231_central_african_republic.csv";

    @TempDir private Path folder = Path.of("");
    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void read() {
        assertEquals(0, vigie.run("import", CommandRun.testFile(CAR)).exitCode());
    }

    private CommandRun.Result export(String... options) {
        var all = new java.util.ArrayList<>(List.of("export", "--out", out().toString()));
        all.addAll(List.of(options));
        return vigie.run(all.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out.csv");
    }

    private Path beside() {
        return folder.resolve("out.csv.meta.json");
    }

    @Test
    void ged_comes_out_byte_by_byte_as_it_went_in() throws IOException {
        var result = export("--format", "ucdp-ged");
        assertEquals(0, result.exitCode(), result.err());
        assertArrayEquals(
                Files.readAllBytes(Path.of(CommandRun.testFile(CAR))), Files.readAllBytes(out()));
        assertTrue(
                result.out().contains("equal to the imported ged231_central_african_republic.csv"));
    }

    @Test
    void the_owner_s_default_is_restricted_and_its_words_lie_beside_the_file() throws IOException {
        export("--format", "csv", "--area", "Bangui province");
        var beside = Files.readString(beside());
        assertTrue(beside.contains("\"tier\" : \"restricted\""), beside);
        assertTrue(beside.contains("\"area\" : \"Bangui province\""), beside);
    }

    @Test
    void for_the_public_the_risk_is_shown_and_nothing_is_written() {
        var result = export("--format", "csv", "--tier", "public");
        assertEquals(1, result.exitCode());
        assertTrue(
                result.out()
                        .startsWith(
                                "asked for 1,848 rows; 1,726 are alone in place, day and kind;"
                                        + " smallest group 1\n"),
                result.out());
        assertFalse(Files.exists(out()));
    }

    @Test
    void once_it_was_read_it_is_released_without_those_who_accuse_a_state() throws IOException {
        var result = export("--format", "csv", "--tier", "public", "--release");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("held back state-accused: 192"), result.out());
        assertEquals(1626, Files.readAllLines(out()).size());
    }

    @Test
    void what_lies_beside_a_public_file_is_no_oracle() throws IOException {
        for (var tier : List.of("public", "host")) {
            var result =
                    export(
                            "--format",
                            "csv",
                            "--tier",
                            tier,
                            "--release",
                            "--force",
                            "--actor",
                            "Government of Central African Republic",
                            "--from",
                            "2014-01-03",
                            "--to",
                            "2014-01-20",
                            "--area",
                            "Ouham province");
            assertEquals(0, result.exitCode(), result.err());
            assertTrue(result.out().contains("held back "), result.out());
            var beside = Files.readString(beside());
            for (var telling :
                    List.of(
                            "state-accused",
                            "rows",
                            "Government",
                            "Ouham",
                            "2014-01",
                            "smallest")) {
                assertFalse(beside.contains(telling), telling + beside);
            }
            assertTrue(beside.contains("\"heldBack\" : \"fewer than 5\""), beside);
        }
    }

    @Test
    void a_decision_needs_its_reason() {
        var result =
                export(
                        "--format",
                        "csv",
                        "--tier",
                        "host",
                        "--release",
                        "--decided-by",
                        "A. Diallo");
        assertEquals(2, result.exitCode());
        assertEquals("vigie: reason must be given, but is missing\n", result.err());
    }

    @Test
    void a_file_that_is_there_is_not_overwritten_unless_one_says_so() throws IOException {
        Files.writeString(out(), "mine");
        var refused = export("--format", "csv");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("--force"), refused.err());
        assertEquals("mine", Files.readString(out()));
        assertEquals(0, export("--format", "csv", "--force").exitCode());
    }

    @Test
    void a_format_that_is_not_known_is_said_to_be() {
        var result = export("--format", "pdf");
        assertEquals(2, result.exitCode());
        assertEquals(
                "vigie: format must be one of csv, hxl, xlsx, geojson, gpkg, kml, ucdp-ged, acled, was"
                        + " \"pdf\"\n",
                result.err());
    }

    @Test
    void a_source_s_own_file_stays_within_the_mission() {
        var result = export("--format", "ucdp-ged", "--tier", "partner", "--release");
        assertEquals(2, result.exitCode());
        assertFalse(Files.exists(out()));
    }

    @Test
    void json_is_one_object_and_nothing_else() {
        var result = export("--format", "csv", "--tier", "public", "--json");
        assertEquals(1, result.out().lines().count());
        assertTrue(result.out().contains("\"written\":false"), result.out());
    }

    @Test
    void for_the_public_too_a_file_as_of_a_past_day_holds_what_was_known_then() {
        var earlier = vigie.now().minusSeconds(86_400).toString().substring(0, 10);
        var then = export("--format", "csv", "--tier", "public", "--as-of", earlier);
        assertEquals(Commands.FINDING, then.exitCode(), then.err());
        assertTrue(then.out().startsWith("asked for 0 rows"), then.out());
        assertFalse(Files.exists(out()), "the risk is read before anything is written");
        var now = export("--format", "csv", "--tier", "public", "--release");
        assertEquals(0, now.exitCode(), now.err());
        assertFalse(now.out().startsWith("asked for 0 rows"), now.out());
    }
}

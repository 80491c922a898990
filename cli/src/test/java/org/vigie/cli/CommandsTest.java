package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.store.ledger.Verification;

class CommandsTest {

    private static final String CAR = "ucdp/ged231_central_african_republic.csv";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();

    @Test
    void import_prints_one_json_object() {
        var result = vigie.run("import", CommandRun.testFile(CAR), "--json");
        assertEquals(
                """
                {"files":[{"file":"ged231_central_african_republic.csv","format":"ucdp-ged",\
                "read":1848,"added":1848,"changed":0,"unchanged":0,"removed":0,"rejected":0,\
                "disordered":20,"rejections":[],"importId":"ID","undated":0,"outdated":0,\
                "implausible":0,"handling":"open"}],"importId":"ID"}
                """,
                ID.matcher(result.out()).replaceAll("ID"));
        assertEquals("", result.err());
        assertEquals(0, result.exitCode());
    }

    @Test
    void import_tells_people_what_it_did() {
        var result = vigie.run("import", CommandRun.testFile(CAR), "--known-at", "source");
        assertEquals(
                """
                ged231_central_african_republic.csv: ucdp-ged, 1,848 rows: 1,848 added, 0 changed, \
                0 unchanged, 0 removed, 0 rejected
                20 rows whose figures are not low <= best <= high, kept as printed
                229 rows for which --known-at source gives no moment count as known from now on
                import ID
                """,
                ID.matcher(result.out()).replaceAll("ID"));
    }

    @ParameterizedTest
    @CsvSource({
        "Ouham province",
        "ouham",
        "Ouham prefecture",
        "préfecture de Ouham",
        "CF32",
        "OUHAM",
    })
    void an_area_may_be_called_by_a_name_a_code_or_an_alias_of_the_pack(String name) {
        vigie.run("import", CommandRun.testFile(CAR));
        var plain = vigie.run("count", "--json", "--area", "Ouham province").out();
        assertTrue(plain.contains("\"n\":197,"), plain);
        var counted = vigie.run("count", "--json", "--area", name);
        assertEquals(plain, counted.out(), counted::err);
    }

    @Test
    void an_area_or_an_actor_that_nobody_knows_is_refused_with_near_names() {
        vigie.run("import", CommandRun.testFile(CAR));
        var area = vigie.run("count", "--area", "Ouhamm");
        assertEquals(2, area.exitCode());
        assertTrue(area.err().contains("near: Ouham"), area::err);
        var actor = vigie.run("count", "--actor", "Anti-Balakka");
        assertEquals(2, actor.exitCode());
        assertTrue(actor.err().contains("anti-Balaka"), actor::err);
        for (var command : List.of("changes --since 2020-01-01", "response", "candidates")) {
            var words = (command + " --area Nowhereland").split(" ");
            assertEquals(2, vigie.run(words).exitCode(), command);
        }
    }

    @Test
    void an_actor_may_be_called_by_an_alias_of_the_pack() {
        vigie.run("import", CommandRun.testFile(CAR));
        assertEquals(
                vigie.run("count", "--json", "--actor", "Government of Central African Republic")
                        .out(),
                vigie.run("count", "--json", "--actor", "FACA").out());
    }

    @Test
    void one_area_is_one_row_however_its_sources_spell_it() throws IOException {
        vigie.run("import", CommandRun.testFile(CAR));
        var own = folder.resolve("own.csv");
        var car = Files.readString(Path.of(CommandRun.testFile(CAR)));
        var lines = car.lines().toList();
        var row = lines.stream().filter(line -> line.contains("Ouham province")).findFirst();
        Files.writeString(
                own,
                lines.getFirst()
                        + "\n"
                        + row.orElseThrow()
                                .replace("Ouham province", "Ouham")
                                .replaceFirst("^[0-9]+", "999999999")
                        + "\n");
        assertEquals(0, vigie.run("import", own.toString()).exitCode());
        var counted = vigie.run("count", "--by", "area").out();
        assertEquals(
                1,
                counted.lines()
                        .filter(line -> line.startsWith("Ouham ") && !line.contains("Pend"))
                        .count(),
                counted);
    }

    @Test
    void rejected_rows_are_listed_and_are_a_finding() throws IOException {
        var result = vigie.run("import", broken().toString(), "--json");
        assertTrue(
                result.out()
                        .contains(
                                "\"rejected\":1,\"disordered\":0,\"rejections\":[{\"line\":3,\"field\":"
                                        + "\"best\",\"value\":\"many\",\"reason\":\"must be a"
                                        + " number\"}]"),
                result::out);
        assertEquals(1, result.exitCode());
    }

    @Test
    void people_see_rejected_rows_as_a_table() throws IOException {
        var result = vigie.run("import", broken().toString());
        assertEquals(
                """
                broken.csv: ucdp-ged, 2 rows: 1 added, 0 changed, 0 unchanged, 0 removed, 1 rejected
                line  field  value  reason
                3     best   many   must be a number
                import ID
                """,
                ID.matcher(result.out()).replaceAll("ID"));
    }

    @Test
    void a_dry_run_writes_nothing() throws IOException {
        vigie.run("import", "--dry-run", broken().toString());
        assertEquals("{\"imports\":[]}\n", vigie.run("imports", "--json").out());
    }

    @Test
    void several_files_are_several_imports() {
        vigie.run(
                "import",
                CommandRun.testFile("geopko/minusma_TTMap_v.2.3.csv"),
                CommandRun.testFile("geopko/minusma_TCCMap_v.2.3.csv"));
        var imports = vigie.run("imports").out().lines().toList();
        assertEquals(3, imports.size());
        assertTrue(imports.get(2).contains("geopko-contributors"), imports::toString);
    }

    @Test
    void a_file_of_no_known_format_stops_the_command_before_the_first_import() throws IOException {
        var strange = Files.writeString(folder.resolve("strange.csv"), "a,b\n1,2\n");
        var result = vigie.run("import", CommandRun.testFile(CAR), strange.toString(), "--json");
        assertEquals(2, result.exitCode());
        assertEquals("", result.out());
        assertEquals("{\"imports\":[]}\n", vigie.run("imports", "--json").out());
    }

    @Test
    void count_by_year_prints_the_published_figures() {
        vigie.run("import", CommandRun.testFile(CAR));
        var result = vigie.run("count", "--from", "2013-01-01", "--to", "2014-12-31", "--json");
        assertEquals(
                """
                {"knownAsOf":"2024-05-01T06:00:00Z","recordedAsOf":"2024-05-01T06:00:00Z","n":647,\
                "unplaced":0,"vague":8,"rows":[\
                {"key":"2013","events":186,"best":3396,"low":2847,"high":4120,"civilians":2559,\
                "unstated":0,"civiliansUnstated":0},\
                {"key":"2014","events":461,"best":3493,"low":3160,"high":4073,"civilians":2299,\
                "unstated":0,"civiliansUnstated":0}],\
                "total":{"key":"total","events":647,"best":6889,"low":6007,"high":8193,\
                "civilians":4858,"unstated":0,"civiliansUnstated":0},"unstated":0,"sources":["ucdp-ged"],\
                "definition":"an event of organised violence with at least one direct death (UCDP \
                GED); dead as printed by the source, events by their last day (UTC)"}
                """,
                result.out());
    }

    @Test
    void people_see_a_count_with_its_range_its_n_its_source_and_its_moment() {
        vigie.run("import", CommandRun.testFile(CAR));
        var result = vigie.run("count", "--by", "kind", "--area", "Bangui province");
        assertEquals("", result.err());
        assertEquals(golden("count-by-kind.txt"), result.out());
    }

    @Test
    void a_count_can_look_back_on_what_was_known() {
        vigie.run("import", CommandRun.testFile(CAR), "--known-at", "lag:30d");
        var result = vigie.run("count", "--as-of", "2013-12-31", "--json");
        assertTrue(
                result.out().startsWith("{\"knownAsOf\":\"2013-12-31T23:59:59.999Z\""),
                result::out);
        assertTrue(result.out().contains("{\"key\":\"2012\",\"events\":31,"), result::out);
        assertTrue(!result.out().contains("{\"key\":\"2014\""), result::out);
    }

    @Test
    void a_past_that_knew_nothing_yet_is_explained() {
        vigie.run("import", CommandRun.testFile(CAR));
        var result = vigie.run("count", "--as-of", "2020-02-13T20:00Z");
        assertTrue(result.out().contains("n 0;"), result::out);
        assertTrue(result.err().contains("'import --known-at source'"), result::err);
    }

    @Test
    void what_the_system_held_is_the_other_clock() {
        vigie.wait(Duration.ofHours(1));
        vigie.run("import", CommandRun.testFile(CAR), "--known-at", "lag:0d");
        var before = vigie.run("count", "--recorded-as-of", "2024-05-01T06:30Z", "--json");
        var after = vigie.run("count", "--recorded-as-of", "2024-05-01T07:00Z", "--json");
        assertTrue(before.out().contains("\"n\":0,"), before::out);
        assertTrue(after.out().contains("\"n\":1848,"), after::out);
    }

    @Test
    void undo_takes_an_import_back() {
        var imported = vigie.run("import", CommandRun.testFile(CAR), "--json").out();
        var result = vigie.run("undo", id(imported));
        assertEquals(
                "undone: import ID of ged231_central_african_republic.csv\n",
                ID.matcher(result.out()).replaceAll("ID"));
        assertTrue(vigie.run("count", "--json").out().contains("\"n\":0,"));
    }

    @Test
    void undo_warns_of_later_imports_that_leaned_on_it() {
        var first = id(vigie.run("import", CommandRun.testFile(CAR), "--json").out());
        vigie.run("import", CommandRun.testFile(CAR));
        var result = vigie.run("undo", first, "--json");
        assertTrue(result.out().contains("\"later\":[\""), result::out);
        assertEquals(
                "vigie: rows that later imports found unchanged are gone too; import the newest"
                        + " file again to bring them back\n",
                result.err());
    }

    @Test
    void exercise_data_stays_in_its_own_ledger_and_is_marked() {
        vigie.run("import", CommandRun.testFile(CAR), "--exercise");
        assertTrue(vigie.run("count", "--json").out().contains("\"n\":0,"));
        assertTrue(vigie.run("count", "--exercise").out().startsWith("EXERCISE\n"));
    }

    @Test
    void the_ledger_is_found_by_the_options() {
        vigie.run("count", "--data", "/srv/vigie", "--database-url", "jdbc:postgresql://h/v");
        assertEquals(
                List.of(new Ledgers.Where(Path.of("/srv/vigie"), "jdbc:postgresql://h/v", false)),
                vigie.opened);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "count --by week        | by must be year, month, area, actor, kind or cell, was \"week\"",
                "count --as-of june     | as-of must be a day such as 2020-02-13 or a time such as 2020-02-13T20:00Z, was \"june\"",
                "count --as-of 2020-02-13T20:00 | as-of must be a day such as 2020-02-13 or a time such as 2020-02-13T20:00Z, was \"2020-02-13T20:00\"",
                "count --from 2020-13-01 | from must be a day such as 2020-02-13, was \"2020-13-01\"",
                "count --from 2020-02-01 --to 2020-01-01 | to must be a day that is not before 2020-02-01, was 2020-01-01",
                "undo 12                | import must be an id such as 01900000-0000-7000-8000-000000000000, was \"12\"",
                "import nowhere.csv     | file must be a file that is there, was \"nowhere.csv\"",
                "import                 | missing required parameter: 'FILE' (see 'vigie import --help')",
                "import --frobnicate x  | unknown option: '--frobnicate' (see 'vigie import --help')",
                "frobnicate             | unmatched argument at index 0: 'frobnicate' (see 'vigie --help')",
            })
    void a_refusal_is_one_sentence_and_exit_code_two(String arguments, String sentence) {
        var result = vigie.run(arguments.split(" ", -1));
        assertEquals("vigie: " + sentence + "\n", result.err());
        assertEquals("", result.out());
        assertEquals(2, result.exitCode());
    }

    @Test
    void a_kind_that_does_not_exist_is_answered_with_those_that_do() {
        var result = vigie.run("count", "--kind", "war");
        assertTrue(
                result.err()
                        .startsWith(
                                "vigie: kind must be one of state-based, non-state, one-sided,"),
                result::err);
    }

    @Test
    void trouble_outside_is_one_sentence_too() {
        vigie.source =
                where -> {
                    throw new IOException("the database does not answer\nafter 10 s");
                };
        var result = vigie.run("count");
        assertEquals("vigie: the database does not answer after 10 s\n", result.err());
        assertEquals(2, result.exitCode());
    }

    @Test
    void a_fault_of_our_own_says_so_without_a_trace() {
        vigie.source =
                where -> {
                    throw new IllegalStateException("a row without a place");
                };
        assertEquals(
                "vigie: a fault of Vigie itself, please report it: java.lang.IllegalStateException:"
                        + " a row without a place in 'vigie count'\n",
                vigie.run("count").err());
    }

    @Test
    void version_and_help_are_answers_and_no_errors() {
        assertEquals(0, vigie.run("--version").exitCode());
        assertTrue(vigie.run("help", "import").out().contains("--known-at"));
        assertTrue(vigie.run("--help").out().contains("Count incidents"));
    }

    @Test
    void a_ledger_that_does_not_verify_is_a_finding() {
        vigie.verification =
                new Verification(
                        3,
                        2,
                        1,
                        null,
                        List.of(
                                new Verification.Finding(
                                        1, "0192", "was changed after it was recorded")),
                        List.of());
        var result = vigie.run("verify");
        assertEquals(
                """
                NOT ok: 3 entries and 2 signed checkpoints looked at
                entry 1 (0192) was changed after it was recorded
                1 entries of the last moments are not sealed yet; verify again
                """,
                result.out());
        assertEquals(1, result.exitCode());
        assertEquals(
                "{\"ok\":false,\"entries\":3,\"checkpoints\":2,\"unsealed\":1,\"checkpoint\":null,\"erased\":[],\"findings\":[{\"seq\":1,"
                        + "\"entry\":\"0192\",\"what\":\"was changed after it was recorded\"}]}\n",
                vigie.run("verify", "--json").out());
    }

    @Test
    void a_checkpoint_that_is_no_text_is_refused_in_words() throws IOException {
        var file = folder.resolve("picture.jpg");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xd8, 0});
        var result = vigie.run("verify", "--checkpoint", file.toString());
        assertEquals(
                "vigie: checkpoint must be a file of text, was \"" + file + "\"\n", result.err());
        assertEquals(2, result.exitCode());
    }

    @ParameterizedTest
    @CsvSource({"-999999999-01-01", "0000-01-01", "-9999-01-01T00:00Z", "+99999-01-01T00:00Z"})
    void a_moment_far_outside_history_is_refused(String moment) {
        for (var option : List.of("--as-of", "--recorded-as-of")) {
            var result = vigie.run("count", option + "=" + moment);
            assertTrue(result.err().contains(option.substring(2) + " must be"), result::err);
            assertEquals(2, result.exitCode());
        }
    }

    @Test
    void a_folder_without_a_name_is_refused() {
        for (var command : List.of("count", "verify", "up")) {
            var result = vigie.run(command, "--data", "");
            assertEquals("vigie: data must be the name of a folder, was \"\"\n", result.err());
            assertEquals(2, result.exitCode());
        }
    }

    @Test
    void a_checkpoint_that_is_none_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("note.txt"), "hello");
        assertEquals(2, vigie.run("verify", "--checkpoint", file.toString()).exitCode());
    }

    private Path broken() throws IOException {
        var header =
                "id,type_of_violence,side_a,side_b,where_prec,latitude,longitude,date_prec,"
                        + "date_start,date_end,best,low,high\n";
        var row = ",3,Riders,Civilians,1,12.5,-3.25,1,2020-02-14,2020-02-14,";
        return Files.writeString(
                folder.resolve("broken.csv"),
                header + 1 + row + "8,8,9\n" + 2 + row + "many,8,9\n");
    }

    private static String id(String text) {
        var matcher = ID.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group();
    }

    private static String golden(String name) {
        try (var in = Objects.requireNonNull(CommandsTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.SameIncident;
import org.vigie.record.Viewer;

/// Two sources tell of one attack: proposed, merged by a person, its figure chosen, parted again.
class WeighingCommandsTest {

    private static final Pattern ENTRY = Pattern.compile("\"entry\":\"([^\"]+)\"");

    @TempDir private Path folder;
    private CommandRun vigie = new CommandRun();

    @BeforeEach
    void two_tables_of_one_night() throws IOException {
        table("north", "N1,2024-01-10,Bria,6.54,21.99,12,Reuters");
        table("south", "S1,2024-01-11,Bria,6.55,21.99,15,Reuters");
    }

    private void table(String source, String row) throws IOException {
        var file = folder.resolve(source + ".csv");
        Files.writeString(file, "Ref,Date,Village,Lat,Lon,Dead,source\n" + row + "\n");
        var mapping = folder.resolve(source + ".mapping");
        Files.writeString(
                mapping,
                """
                source = %s
                key = Ref
                date = Date
                place = Village
                latitude = Lat
                longitude = Lon
                kind = "one-sided"
                deaths = Dead
                handling = open
                """
                        .formatted(source));
        var imported = vigie.run("import", file.toString(), "--mapping", mapping.toString());
        assertEquals(0, imported.exitCode(), imported.err());
    }

    private CommandRun.Result run(String... arguments) {
        var result = vigie.run(arguments);
        assertEquals(0, result.exitCode(), result.err());
        return result;
    }

    private String total() {
        var out = run("count", "--json").out();
        return out.replaceAll(".*\"n\":([0-9]+).*\"best\":([0-9]+).*\n?", "$1 with $2");
    }

    private static String entry(CommandRun.Result result) {
        var found = ENTRY.matcher(result.out());
        assertTrue(found.find(), result.out());
        return found.group(1);
    }

    @Test
    void a_pair_is_proposed_with_the_parts_of_its_score_and_what_both_quote() {
        var out = run("candidates", "--json").out();
        assertTrue(out.startsWith("{\"n\":1,"), out);
        assertTrue(out.contains("\"when\":\"0.86\",\"where\":\"1.00\""), out);
        assertTrue(out.contains("\"sharedOrigin\":[\"reuters\"]"), out);
    }

    @Test
    void merged_it_counts_once_and_undone_twice_again() {
        assertEquals("2 with 27", total());
        var link =
                entry(
                        run(
                                "merge",
                                "north:N1",
                                "south:S1",
                                "--reason",
                                "same night",
                                "--by",
                                "analyst",
                                "--json"));
        assertEquals("1 with 12", total());
        assertTrue(run("candidates").out().contains("no pair"), "asked again");
        var refused = vigie.run("undo", link, "--reason", "two villages");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("--by"), refused.err());
        run("undo", link, "--by", "analyst", "--reason", "two villages");
        assertEquals("2 with 27", total());
        assertEquals(2, vigie.run("undo", link, "--by", "analyst", "--reason", "again").exitCode());
    }

    @Test
    void a_rule_gives_the_figure_and_its_author_stands_in_the_history() {
        run("merge", "north:N1", "south:S1", "--reason", "same night", "--by", "analyst");
        run(
                "rule",
                "north:N1",
                "source-hierarchy",
                "--sources",
                "south,north",
                "--reason",
                "south was there",
                "--by",
                "head of analysis");
        assertEquals("1 with 15", total());
        var history = run("history", "south:S1").out();
        assertTrue(history.contains("rule: source hierarchy"), history);
        assertTrue(history.contains("south was there"), history);
        assertTrue(run("history", "north:N1", "--json").out().contains("head of analysis"));
    }

    @Test
    void another_population_confirms_nothing() {
        var refused =
                vigie.run(
                        "claim north:N1 --best 14 --source radio --population villagers --grade C1 --by a"
                                .split(" "));
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("nobody but radio"), refused.err());
    }

    @Test
    void a_source_is_known_once_something_was_claimed_of_it() {
        var grade = "grade radio D --reason wrong --by analyst".split(" ");
        var refused = vigie.run(grade);
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("by a pack, an import or a claim"), refused.err());
        run("claim north:N1 --best 14 --source radio --by analyst".split(" "));
        run(grade);
    }

    @Test
    void a_hierarchy_of_unknown_sources_is_refused() {
        var refused =
                vigie.run(
                        "rule north:N1 source-hierarchy --sources ohcr,north --reason x --by a"
                                .split(" "));
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("ohcr"), refused.err());
    }

    @Test
    void what_nobody_states_is_not_counted_as_nought() {
        var counted = run("count").out();
        assertTrue(counted.lines().anyMatch(line -> line.matches("2024 +2 +27 +.* \\?")), counted);
    }

    @Test
    void a_claim_is_printed_with_its_best_estimate() {
        run("claim north:N1 --low 1300 --best 1450 --high 1600 --source radio --by a".split(" "));
        var history = run("history", "north:N1").out();
        assertTrue(history.contains("1,450 (1,300-1,600)"), history);
    }

    @Test
    void a_refused_merge_repeats_the_key_that_was_typed() {
        var refused = vigie.run("merge north:N1 south:NOPE --reason x --by a".split(" "));
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("was \"south:NOPE\""), refused.err());
    }

    @Test
    void apart_they_are_not_proposed_again_and_can_be_taken_back() {
        run("merge", "north:N1", "south:S1", "--apart", "--reason", "two", "--by", "analyst");
        assertTrue(run("candidates").out().contains("no pair"));
        run("merge", "north:N1", "south:S1", "--part", "--reason", "unsure", "--by", "analyst");
        assertTrue(run("candidates", "--json").out().startsWith("{\"n\":1,"));
    }

    @Test
    void a_claim_stands_beside_and_one_source_alone_confirms_nothing() {
        var claim =
                entry(
                        run(
                                "claim",
                                "north:N1",
                                "--best",
                                "14",
                                "--source",
                                "radio",
                                "--by",
                                "analyst",
                                "--json"));
        assertEquals("2 with 27", total());
        run("grade", claim, "2", "--reason", "a witness", "--by", "analyst");
        var alone =
                vigie.run(
                        "claim",
                        "north:N1",
                        "--measure",
                        "missing",
                        "--best",
                        "3",
                        "--source",
                        "north",
                        "--grade",
                        "A1",
                        "--by",
                        "analyst");
        assertEquals(2, alone.exitCode());
        assertTrue(alone.err().contains("nobody but north"), alone.err());
    }

    @Test
    void what_the_mission_thinks_of_a_source_stays_in_it_unless_it_is_said_to_be_open() {
        var grade = List.of("grade", "north", "C", "--reason", "his brother is in it", "--by", "a");
        var claim = List.of("claim", "north:N1", "--best", "9", "--source", "radio", "--by", "a");
        for (var command : List.of(grade, claim)) {
            assertEquals(Handling.MISSION, handling(command));
            var open = new ArrayList<>(command);
            open.add("--open");
            assertEquals(Handling.OPEN, handling(open));
        }
        assertEquals(
                Handling.MISSION,
                handling(
                        List.of(
                                "grade",
                                "north",
                                "--takes-from",
                                "south",
                                "--reason",
                                "he says so",
                                "--by",
                                "a")));
    }

    private Handling handling(List<String> command) {
        var json = new ArrayList<>(command);
        json.add("--json");
        var id = UUID.fromString(entry(run(json.toArray(String[]::new))));
        return vigie.ledger().find(id, Viewer.owner()).orElseThrow().entry().handling();
    }

    @Test
    void a_past_moment_does_not_show_what_came_later() {
        var before = vigie.now().toString();
        vigie.wait(Duration.ofHours(1));
        run("claim", "north:N1", "--best", "9", "--source", "informant", "--by", "a");
        for (var clock : List.of("--as-of", "--recorded-as-of")) {
            var out =
                    run("history", "north:N1", clock, before).out()
                            + run("history", "north:N1", clock, before, "--json").out();
            assertFalse(out.contains("informant") || out.contains("not yet"), out);
        }
        assertTrue(run("history", "north:N1").out().contains("informant"));
        var tooEarly = vigie.run("history", "north:N1", "--as-of", "2020-01-01");
        assertEquals(2, tooEarly.exitCode());
        assertTrue(tooEarly.err().contains("at that moment"), tooEarly.err());
    }

    @Test
    void merged_from_both_ends_at_once_they_are_parted_in_one_act() {
        var north = Ids.subject("north", "N1");
        var south = Ids.subject("south", "S1");
        vigie.ledger().append(List.of(link(1, north, south), link(2, south, north)));
        assertEquals(1, events());
        var parted = run("merge", "north:N1", "south:S1", "--part", "--reason", "no", "--by", "a");
        assertTrue(parted.out().startsWith("parted: each stands by itself"), parted.out());
        assertEquals(2, events());
    }

    private int events() {
        return vigie.ledger().asOf(vigie.now(), vigie.now(), Viewer.owner()).incidents().size();
    }

    private static Entry link(int number, UUID shown, UUID folded) {
        return new Entry(
                new UUID(7, number),
                shown,
                null,
                null,
                "an officer",
                Component.ANALYSIS_CENTRE,
                Handling.OPEN,
                Origin.hand(),
                null,
                new Facts.Linked(folded, SameIncident.SAME, "same night"));
    }

    @Test
    void a_table_of_ones_own_that_accuses_the_army_does_not_leave_by_its_name_alone()
            throws IOException {
        var file = folder.resolve("own.csv");
        Files.writeString(file, "Ref,Date,Village,Who\nO1,2024-01-10,Bria,FAMa (Mali)\n");
        var mapping = folder.resolve("own.mapping");
        Files.writeString(
                mapping,
                """
                source = own
                key = Ref
                date = Date
                place = Village
                attacker = Who
                kind = "one-sided"
                """);
        run("import", file.toString(), "--mapping", mapping.toString(), "--handling", "open");
        var out = folder.resolve("out.csv");
        var export =
                run(
                        "export",
                        "--format",
                        "csv",
                        "--tier",
                        "partner",
                        "--release",
                        "--out",
                        out.toString());
        assertTrue(export.out().contains("held back perpetrator-unknown: 1"), export.out());
        assertFalse(Files.readString(out).contains("FAMa"));
    }

    @Test
    void bad_words_are_refused_in_one_sentence() {
        assertEquals(
                2,
                vigie.run("merge", "north:N1", "south:S9", "--reason", "x", "--by", "a")
                        .exitCode());
        assertEquals(
                2, vigie.run("rule", "north:N1", "vote", "--reason", "x", "--by", "a").exitCode());
        assertEquals(2, vigie.run("grade", "north", "G", "--reason", "x", "--by", "a").exitCode());
        assertEquals(2, vigie.run("claim", "north:N1", "--source", "x", "--by", "a").exitCode());
        assertEquals(
                2,
                vigie.run("claim", "north:N1", "--best", "-4", "--source", "x", "--by", "a")
                        .exitCode());
    }
}

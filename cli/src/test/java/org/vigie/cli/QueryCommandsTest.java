package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Questions with a name, on the public event file of the Central African Republic.
class QueryCommandsTest {

    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void take_the_file() {
        var file = CommandRun.testFile("ucdp/ged231_central_african_republic.csv");
        assertEquals(0, vigie.run("import", file).exitCode());
        vigie.wait(Duration.ofDays(1));
    }

    @Test
    void a_saved_question_prints_what_count_prints() {
        save(
                "ouham",
                "--set",
                "area=Ouham prefecture",
                "--set",
                "kind=one-sided",
                "--set",
                "by=month");
        var run = vigie.run("query", "run", "ouham", "--json");
        var count =
                vigie.run(
                        "count",
                        "--area",
                        "Ouham prefecture",
                        "--kind",
                        "one-sided",
                        "--by",
                        "month",
                        "--json");
        assertEquals(count, run);
        assertTrue(run.out().contains("\"n\":"), run.out());
        assertEquals(
                vigie.run(
                        "count",
                        "--area",
                        "Ouham prefecture",
                        "--kind",
                        "one-sided",
                        "--by",
                        "month"),
                vigie.run("query", "run", "ouham"));
    }

    @Test
    void a_saved_search_prints_what_search_prints() {
        save("balaka", "--page", "search", "--set", "q=bossangoa balaka");
        assertEquals(
                vigie.run("search", "bossangoa", "balaka", "--json"),
                vigie.run("query", "run", "balaka", "--json"));
    }

    @Test
    void a_clock_that_was_saved_stays_and_one_that_was_not_is_now() {
        save("then", "--set", "recorded=2024-04-30");
        save("today");
        assertTrue(vigie.run("query", "run", "then").out().contains("n 0;"));
        assertTrue(vigie.run("query", "run", "today").out().contains("n 1,848;"));
    }

    @Test
    void what_is_new_in_it_since_a_moment_is_what_changes_prints() {
        save("ouham", "--set", "area=Ouham prefecture");
        assertEquals(
                vigie.run(
                        "changes", "--area", "Ouham prefecture", "--since", "2024-04-30", "--json"),
                vigie.run("query", "run", "ouham", "--since", "2024-04-30", "--json"));
    }

    @Test
    void the_list_names_each_with_its_author() {
        save("ouham", "--set", "area=Ouham prefecture", "--note", "for the morning", "--by", "JOC");
        assertEquals(
                "{\"queries\":[{\"name\":\"ouham\",\"page\":\"picture\",\"parameters\":{\"area\":\"Ouham"
                        + " prefecture\"},\"note\":\"for the morning\",\"by\":\"JOC\","
                        + "\"recordedAt\":\"2024-05-02T06:00:00Z\"}]}\n",
                vigie.run("query", "list", "--json").out());
    }

    @Test
    void a_taken_name_is_replaced_only_when_asked_and_a_dropped_one_is_free() {
        save("ouham");
        var refused = vigie.run("query", "save", "ouham", "--set", "by=month");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("name must be free, or given with --replace"));
        save("ouham", "--set", "by=month", "--replace");
        assertEquals(0, vigie.run("query", "drop", "ouham").exitCode());
        assertEquals(2, vigie.run("query", "run", "ouham").exitCode());
        assertEquals(2, vigie.run("query", "drop", "ouham").exitCode());
        save("ouham");
    }

    @Test
    void a_question_that_cannot_be_asked_is_refused_in_one_sentence() {
        assertEquals(
                "vigie: kind must be a kind of incident, e.g. one-sided, was \"murder\"\n",
                vigie.run("query", "save", "x", "--set", "kind=murder").err());
        assertEquals(2, vigie.run("query", "save", "No Good").exitCode());
        assertEquals(2, vigie.run("query").exitCode());
    }

    private void save(String name, String... more) {
        var arguments = new String[more.length + 3];
        arguments[0] = "query";
        arguments[1] = "save";
        arguments[2] = name;
        System.arraycopy(more, 0, arguments, 3, more.length);
        var saved = vigie.run(arguments);
        assertEquals("saved: " + name + "\n", saved.out(), saved.err());
        vigie.wait(Duration.ofSeconds(1));
    }
}

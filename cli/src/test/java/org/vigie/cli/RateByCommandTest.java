package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The rate of response split by one thing, over the shipped chronologies.
class RateByCommandTest {

    private final CommandRun vigie = new CommandRun();

    private String by(String chronology, String... more) {
        vigie.run("play", "missions/mali/chronologies/" + chronology);
        var words = new java.util.ArrayList<>(java.util.List.of("response", "--exercise", "--by"));
        words.addAll(java.util.List.of(more));
        var result = vigie.run(words.toArray(String[]::new));
        assertEquals(0, result.exitCode(), result.err());
        return result.out();
    }

    @Test
    void by_reason_moura_was_refused_by_the_host_state() {
        var out = by("moura-2022-03", "reason", "--json");
        assertTrue(
                out.contains(
                        "\"by\":\"reason\",\"groups\":[{\"key\":\"host-refused\",\"n\":1,\"of\":1,\"few\":true,\"withReason\":1,\"arrivedWithReason\":0,\"rows\":{\"withReason\":[\""),
                out);
        assertTrue(out.contains("\"outside\":{\"responses.ordered\":{\"n\":5,"), out);
        assertTrue(out.contains("\"fewBelow\":10"), out);
    }

    @Test
    void by_sector_ogossagou_is_of_the_sector_centre_and_the_measures_stand_apart() {
        var out = by("ogossagou-2020-02", "sector", "--json");
        assertTrue(
                out.contains(
                        "{\"key\":\"Sector Centre\",\"warnings\":{\"n\":2,\"of\":2,\"few\":true,\"received\":2,\"answered\":2,"),
                out);
        assertTrue(out.contains("\"attacks\":{\"n\":"), out);
        assertFalse(out.contains("\"asked\""), out);
    }

    @Test
    void as_a_table_a_few_says_so_and_what_is_in_no_row_stands_below() {
        var out = by("moura-2022-03", "lane");
        assertTrue(out.startsWith("EXERCISE\nReports: share = answered of received"), out);
        assertTrue(out.contains("few\n"), out);
        assertTrue(out.contains("beside the rows, without lane: 0\n"), out);
        assertTrue(out.contains("of fewer than 10 neither the share nor the median"), out);
    }

    @Test
    void every_split_is_printed_in_both_forms() {
        for (var by :
                new String[] {"reason", "sector", "area", "component", "tier", "lane", "month"}) {
            assertTrue(by("ogossagou-2020-02", by).contains("\n" + by), by);
            assertTrue(by("ogossagou-2020-02", by, "--json").contains("\"by\":\"" + by + "\""), by);
        }
    }

    @Test
    void what_writing_down_takes_counts_forms_alone_and_what_stands_twice() {
        by("ogossagou-2020-02", "lane");
        var played = vigie.run("burden", "--exercise", "--json");
        assertEquals(0, played.exitCode(), played::err);
        assertTrue(played.out().contains("\"aimSeconds\":120,\"forms\":[],"), played::out);
        var table = vigie.run("burden", "--exercise");
        assertTrue(table.out().contains("nobody has filled in a form"), table::out);
        assertEquals(2, vigie.run("burden", "--from", "March").exitCode());
    }

    @Test
    void what_it_cannot_be_split_by_is_refused_with_what_it_can() {
        var result = vigie.run("response", "--by", "actor");
        assertEquals(2, result.exitCode());
        assertEquals(
                "vigie: by must be one of reason, sector, area, component, tier, lane, month, alleged, was \"actor\"\n",
                result.err());
    }
}

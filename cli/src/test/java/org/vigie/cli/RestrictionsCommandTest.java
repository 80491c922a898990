package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The register of requests at the command line.
class RestrictionsCommandTest {

    @TempDir private Path folder;

    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void import_a_list() throws IOException {
        var list =
                Files.writeString(
                        folder.resolve("requests.csv"),
                        """
                        request,kind,asset,asked,outcome,note_verbale,sector,decided,reason
                        1,flight,drone,2022-11-15,refused,NV/1,East,2022-11-18,operations
                        2,flight,drone,2022-11-16,granted,NV/2,East,2022-11-17,
                        3,flight,helicopter,2022-12-01,no-answer,NV/3,West,,
                        4,ground,convoy,2022-12-02,pending,NV/4,,,
                        """);
        var said = vigie.run("import", list.toString(), "--known-at", "source");
        assertEquals(0, said.exitCode(), said.err());
    }

    @Test
    void json_holds_the_counts_the_share_as_a_number_and_the_rows() {
        var said = vigie.run("restrictions", "--by", "sector", "--json");
        assertEquals(0, said.exitCode(), said.err());
        assertTrue(
                said.out()
                        .contains(
                                "\"by\":\"sector\",\"asked\":4,\"refused\":1,\"refusedShare\":0.250,"),
                said.out());
        assertTrue(
                said.out()
                        .contains(
                                "{\"key\":\"East\",\"asked\":2,\"refused\":1,\"refusedShare\":0.500"),
                said.out());
        assertTrue(said.out().contains("{\"key\":null,\"asked\":1,\"refused\":0,"), said.out());
        assertTrue(said.out().contains("\"medianDays\":2.0,\"medianOf\":2"), said.out());
    }

    @Test
    void the_table_says_what_is_not_stated_and_on_how_many_a_median_rests() {
        assertEquals(
                """
                sector      asked  granted  in part  refused  no answer  withdrawn  pending  refused of asked  median days (n)
                East            2        1        0        1          0          0        0  50.0 %            2.0 (2)
                West            1        0        0        0          1          0        0  0.0 %             ?
                not stated      1        0        0        0          0          0        1  0.0 %             ?
                all             4        1        0        1          1          0        1  25.0 %            2.0 (2)
                n 4; closed then: 0
                """,
                vigie.run("restrictions").out().split("as of ", -1)[0]);
    }

    @Test
    void a_place_that_is_none_is_refused_before_anything_is_printed() {
        var said = vigie.run("restrictions", "--place", "99,99");
        assertEquals(2, said.exitCode());
        assertEquals("", said.out());
        assertTrue(said.err().contains("latitude"), said.err());
    }

    @Test
    void a_past_moment_does_not_know_the_later_decision() {
        var said = vigie.run("restrictions", "--as-of", "2022-11-17", "--json").out();
        assertTrue(said.contains("\"asked\":1,\"refused\":0,"), said);
    }

    @Test
    void a_period_counts_what_was_asked_in_it_month_by_month() {
        var said =
                vigie.run(
                        "restrictions",
                        "--by",
                        "month",
                        "--from",
                        "2022-12-01",
                        "--to",
                        "2022-12-31");
        assertTrue(said.out().contains("\n2022-12      2 "), said.out());
        assertTrue(!said.out().contains("2022-11 "), said.out());
    }

    @Test
    void the_requests_print_as_a_list_that_can_be_imported_again() throws IOException {
        var list =
                Files.writeString(
                        folder.resolve("again.csv"), vigie.run("restrictions", "--csv").out());
        var other = new CommandRun();
        var said = other.run("import", list.toString(), "--json");
        assertTrue(said.out().contains("\"added\":4"), said.out() + said.err());
    }

    @Test
    void the_printed_list_imported_into_the_same_register_adds_nothing() throws IOException {
        var list =
                Files.writeString(
                        folder.resolve("same.csv"), vigie.run("restrictions", "--csv").out());
        var said = vigie.run("import", list.toString(), "--json");
        assertTrue(said.out().contains("\"added\":0"), said.out() + said.err());
        assertTrue(said.out().contains("\"unchanged\":4"), said.out() + said.err());
    }

    @Test
    void a_refused_area_is_closed_at_its_places_while_its_period_runs() throws IOException {
        var list =
                Files.writeString(
                        folder.resolve("areas.csv"),
                        """
                        request,kind,asset,asked,outcome,note_verbale,place,decided,area,from,to
                        9,area,patrol,2022-11-15,refused,,Square,2022-11-16,"POLYGON ((-4 14, -3 14, -3 15, -4 14))",2022-11-20,2022-11-25
                        """);
        assertEquals(0, vigie.run("import", list.toString(), "--known-at", "source").exitCode());
        var there = vigie.run("restrictions", "--as-of", "2022-11-22", "--place", "14.2,-3.1");
        assertTrue(
                there.out()
                        .contains(
                                "  area, patrol: Square; since 2022-11-20T00:00:00Z, until"
                                        + " 2022-11-25T23:59:59.999Z\n"),
                there.out());
        var elsewhere = vigie.run("restrictions", "--as-of", "2022-11-22", "--place", "1,1");
        assertTrue(elsewhere.out().contains("closed then: 0"), elsewhere.out());
        var later = vigie.run("restrictions", "--json", "--place", "14.2,-3.1");
        assertTrue(later.out().contains("\"closed\":[]"), later.out());
        assertEquals(2, vigie.run("restrictions", "--place", "Gao").exitCode());
    }

    @Test
    void a_refused_flight_is_listed_as_one_where_it_holds_and_until_further_notice()
            throws IOException {
        var list =
                Files.writeString(
                        folder.resolve("flights.csv"),
                        """
                        request,kind,asset,asked,outcome,note_verbale,place,decided,area,from,to
                        10,flight,helicopter,2022-11-15,refused,NV/20-1,Square,2022-11-16,"POLYGON ((-4 14, -3 14, -3 15, -4 14))",2022-11-20,
                        """);
        assertEquals(0, vigie.run("import", list.toString(), "--known-at", "source").exitCode());
        var there = vigie.run("restrictions", "--as-of", "2022-12-22", "--place", "14.2,-3.1");
        assertTrue(
                there.out()
                        .contains(
                                "  refused flight, helicopter: Square; since 2022-11-20T00:00:00Z,"
                                        + " until further notice\n"),
                there.out());
        var elsewhere = vigie.run("restrictions", "--as-of", "2022-12-22", "--place", "1,1");
        assertTrue(elsewhere.out().contains("closed then: 0"), elsewhere.out());
    }

    @Test
    void what_cannot_be_asked_is_refused_with_what_can() {
        assertEquals(
                "vigie: by must be sector, asset, month, kind or reason, was \"colour\"\n",
                vigie.run("restrictions", "--by", "colour").err());
        assertEquals(
                "vigie: to must be not before 2022-12-01, was 2022-11-01\n",
                vigie.run("restrictions", "--from", "2022-12-01", "--to", "2022-11-01").err());
    }

    @Test
    void where_a_pack_names_sectors_a_row_of_another_is_refused_with_those_that_are_allowed()
            throws IOException {
        assertEquals(0, vigie.run("mission", "load", "mali").exitCode());
        var list =
                Files.writeString(
                        folder.resolve("sectors.csv"),
                        """
                        request,kind,asset,asked,outcome,note_verbale,sector
                        11,flight,drone,2022-11-15,pending,NV/11,East
                        12,flight,drone,2022-11-15,pending,NV/12,secteur est
                        13,flight,drone,2022-11-15,pending,NV/13,Atlantis
                        14,flight,balloon,2022-11-15,pending,NV/14,
                        """);
        var said = vigie.run("import", list.toString());
        var all = said.out() + said.err();
        assertTrue(all.contains("2 rejected"), all);
        assertTrue(all.contains("Sector North, Sector East"), all);
        assertTrue(all.contains("one of drone, helicopter"), all);
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The registers of the Mali pack at the command line.
class RegisterCommandsTest {

    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void load() {
        assertEquals(0, vigie.run("mission", "load", "mali").exitCode());
    }

    @Test
    void an_actor_is_shown_by_any_name_as_it_was_known_on_a_day() {
        var before = vigie.run("actors", "gsim", "--as-of", "2023-09-29");
        assertTrue(before.out().contains("(jnim), armed-group, from 2017-03-02"), before.out());
        assertTrue(!before.out().contains("reported-cooperation-with"), before.out());
        var after = vigie.run("actors", "gsim", "--as-of", "2023-10-01");
        assertTrue(
                after.out()
                        .replaceAll(" +", " ")
                        .contains("cma reported-cooperation-with jnim 2023-09 holds low nos-2023"),
                after.out());
        assertTrue(after.out().contains("on 2023-10-01, as of 2023-10-01T23:59:59.999Z"));
    }

    @Test
    void the_list_says_what_changed_in_the_year_before() {
        var said = vigie.run("actors", "--as-of", "2023-12-31");
        assertTrue(
                said.out().contains("  2023-09-10 began: csp at-war-with mali-government\n"),
                said.out());
    }

    @Test
    void an_actor_that_nobody_knew_is_refused() {
        var said = vigie.run("actors", "wagner", "--as-of", "2019-01-01");
        assertEquals(
                "vigie: name must be a name of an actor that was known then, was \"wagner\"\n",
                said.err());
        assertEquals(2, said.exitCode());
    }

    @Test
    void the_mandate_of_a_day_is_said_with_what_it_changed() {
        var said = vigie.run("mandate", "--as-of", "2016-07-15").out();
        assertTrue(
                said.startsWith(
                        """
                        resolution 2295, adopted 2016-06-29, until 2017-06-30
                          ceiling: 13289 military, 1920 police
                        """),
                said);
        assertTrue(said.contains("  changed against 2227:\n    ceiling: +2529\n"), said);
    }

    @Test
    void a_vote_is_said_where_it_is_known() {
        var said = vigie.run("mandate", "--as-of", "2022-08-01").out();
        assertTrue(
                said.contains(
                        "  vote: 13 in favour, 0 against, 2 abstained (China, Russian Federation)\n"),
                said);
    }

    @Test
    void accords_say_who_signed_and_what_became_of_each_commitment() {
        var said = vigie.run("accords", "ogossagou-2021", "--as-of", "2022-01-01").out();
        assertTrue(
                said.startsWith(
                        "Local peace agreement of Ogossagou (ogossagou-2021), local, made 2021-10-08,"
                                + " stands\n"),
                said);
        assertTrue(said.contains("Let people and goods move freely"), said);
    }

    @Test
    void json_holds_both_clocks_the_day_and_the_rows() {
        var said =
                vigie.run("actors", "jnim", "--as-of", "2018-01-01", "--on", "2017-03-01", "--json")
                        .out();
        assertTrue(
                said.startsWith(
                        "{\"on\":\"2017-03-01\",\"knownAsOf\":\"2018-01-01T23:59:59.999Z\","),
                said);
        assertTrue(
                said.contains(
                        "\"relation\":\"faction-of\",\"other\":\"jnim\",\"from\":\"2017-03-02\",\"to\":null,\"state\":\"not-yet\""),
                said);
    }

    @Test
    void every_register_prints_as_a_table_as_json_and_as_csv() {
        for (var name :
                List.of(
                        "actors",
                        "relations",
                        "labels",
                        "mandate",
                        "votes",
                        "accords",
                        "commitments",
                        "surveys",
                        "strength",
                        "sources")) {
            for (var form : List.of("--json", "--csv")) {
                var said = vigie.run("register", name, form);
                assertEquals(0, said.exitCode(), said.err());
                assertTrue(said.out().contains(name.equals("surveys") ? "survey" : ","), name);
            }
            assertTrue(
                    vigie.run("register", name).out().contains("\nn ") || name.equals("surveys"));
        }
        assertEquals(2, vigie.run("register", "persons").exitCode());
    }
}

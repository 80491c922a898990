package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NearBasesCommandTest {

    private final CommandRun vigie = new CommandRun();

    @Test
    void json_holds_numbers_as_numbers_and_says_whether_it_is_an_exercise() {
        assertEquals(0, vigie.run("mission", "load", "mali").exitCode());
        var json = vigie.run("near-bases", "--json").out();
        assertTrue(json.startsWith("{\"exercise\":false,"), json);
        assertTrue(json.contains("\"km\":50.0,"), json);
        assertTrue(json.contains("{\"year\":20"), json);
        assertFalse(json.contains("\"percent\":\""), json);
    }

    @Test
    void attacks_in_another_country_are_in_no_share_and_are_counted_apart() {
        assertEquals(0, vigie.run("mission", "load", "mali").exitCode());
        var before = vigie.run("near-bases", "--km", "50").out().split("as of ", -1)[0];
        var central =
                vigie.run(
                        "import", CommandRun.testFile("ucdp/ged231_central_african_republic.csv"));
        assertEquals(0, central.exitCode(), central.err());
        var after = vigie.run("near-bases", "--km", "50").out().split("as of ", -1)[0];
        assertTrue(after.contains("lethal outside the mission's bounds"), after);
        assertEquals(before, after.replaceAll("left out: .*\n", ""));
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.record.LaneBook;
import org.vigie.record.Viewer;

class LaneCommandsTest {

    private static final Path DATA = Path.of("data");
    private static final Pattern KEY = Pattern.compile("\"key\":\"([A-Za-z0-9_-]{43})\"");

    private static final String[] OPEN = {
        "lane", "open", "sms-mopti", "--kind", "sms", "--region", "Mopti", "--by", "wo"
    };

    private final CommandRun vigie = new CommandRun();

    @Test
    void a_lane_has_a_key_that_is_shown_once_and_of_which_the_ledger_holds_the_hash_alone()
            throws IOException {
        var key = open("sms-mopti");
        refused("With --new-key", OPEN);
        assertNotEquals(key, key(run(with(OPEN, "--new-key", "--json"))));
        var now = vigie.now();
        var ledger = vigie.ledger();
        var book = LaneBook.of(ledger.asOf(now, now, Viewer.owner()));
        assertEquals(64, book.find("sms-mopti").orElseThrow().what().keySha256().length());
        var all = ledger.history(LaneBook.subject("sms-mopti"), Viewer.owner());
        assertEquals(2, all.size());
        assertFalse(all.toString().contains(key));
        assertFalse(list().contains(key));
    }

    @Test
    void the_list_says_which_are_open_and_what_came_through_them() {
        open("sms-mopti");
        open("sms-gao");
        var closed =
                run("lane", "close", "sms-gao", "--reason", "the phone was lost", "--by", "wo");
        assertEquals(0, closed.exitCode(), closed::toString);
        var json = list();
        assertTrue(json.contains("\"lane\":\"sms-gao\""), json);
        assertTrue(json.contains("\"closedBecause\":\"the phone was lost\""), json);
        assertTrue(json.contains("\"open\":true"), json);
        assertTrue(json.contains("\"reports\":0"), json);
        assertTrue(run("lane", "list").out().contains("closed: the phone was lost"));
    }

    @Test
    void the_address_of_an_exercise_is_one_that_its_sender_can_set() {
        assertTrue(ofExercise("sms-mopti", "sms").contains(" /intake/sms-mopti?exercise=1\n"));
        assertTrue(
                ofExercise("field-mopti", "openrosa").contains(" /intake/field-mopti/exercise\n"));
    }

    private String ofExercise(String code, String kind) {
        return run("lane", "open", code, "--kind", kind, "--region", "M", "--by", "x", "--exercise")
                .out();
    }

    @Test
    void what_cannot_be_is_refused_with_what_is_allowed() {
        refused("lane", "lane", "open", "SMS Mopti", "--kind", "sms", "--region", "M", "--by", "x");
        refused("kind", "lane", "open", "a", "--kind", "fax", "--region", "M", "--by", "x");
        refused("region", "lane", "open", "a", "--kind", "sms", "--region", " ", "--by", "x");
        refused(
                "region",
                "lane",
                "open",
                "a",
                "--kind",
                "sms",
                "--region",
                "call +223 76 12 34 56",
                "--by",
                "x");
        refused("by", "lane", "open", "a", "--kind", "sms", "--region", "M", "--by", "x@y.org");
        refused(
                "per-minute",
                "lane",
                "open",
                "a",
                "--kind",
                "sms",
                "--region",
                "M",
                "--by",
                "x",
                "--per-minute",
                "0");
        open("sms-mopti");
        refused("lane", "lane", "close", "sms-gao", "--reason", "r", "--by", "x");
        run("lane", "close", "sms-mopti", "--reason", "r", "--by", "x");
        refused("lane", "lane", "close", "sms-mopti", "--reason", "r", "--by", "x");
    }

    private void refused(String field, String... words) {
        var result = run(words);
        assertEquals(PlainErrors.REFUSED, result.exitCode(), result::toString);
        assertTrue(result.err().contains(field), result.err());
    }

    private String open(String code) {
        return key(
                run(
                        "lane",
                        "open",
                        code,
                        "--kind",
                        "sms",
                        "--region",
                        "M",
                        "--by",
                        "wo",
                        "--json"));
    }

    private static String key(CommandRun.Result opened) {
        var key = KEY.matcher(opened.out());
        assertTrue(key.find(), opened::toString);
        return key.group(1);
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    private String list() {
        return run("lane", "list", "--json").out();
    }

    private CommandRun.Result run(String... words) {
        return vigie.on(DATA, words);
    }
}

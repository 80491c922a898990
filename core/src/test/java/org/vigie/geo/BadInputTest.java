package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

final class BadInputTest {

    @Test
    void the_message_is_one_sentence_with_field_rule_and_value() {
        assertEquals(
                "latitude must be between -90 and 90 degrees, was 91.0",
                new BadInput("latitude", 91.0, "between -90 and 90 degrees").getMessage());
    }

    @Test
    void a_text_is_quoted() {
        assertEquals(
                "mode must be road or foot, was \"rail\"",
                new BadInput("mode", "rail", "road or foot").getMessage());
    }

    @Test
    void a_missing_value_is_called_missing() {
        var missing = new BadInput("place", null, "named");
        assertEquals("place must be named, but is missing", missing.getMessage());
        assertNull(missing.value());
    }

    @Test
    void a_long_value_is_cut_and_line_breaks_are_made_visible() {
        var message = new BadInput("name", "a\nb" + "c".repeat(200), "shorter").getMessage();
        assertEquals("name must be shorter, was \"a␣b" + "c".repeat(77) + "…\"", message);
    }

    @Test
    void a_field_and_a_rule_from_outside_break_no_line_either() {
        assertEquals(
                "first␣second must be one of a␣[2J, b␣c, was \"x\"",
                new BadInput("first\nsecond", "x", "one of a\u001b[2J, b\u2028c").getMessage());
    }

    @Test
    void a_rule_that_lists_a_whole_file_is_cut() {
        var bad = new BadInput("f".repeat(1_000), "v", "a".repeat(100_000));
        assertEquals(80 + 1, bad.field().length());
        assertEquals(2_000 + 1, bad.allowed().length());
    }

    @Test
    void it_keeps_the_parts() {
        var why = new NumberFormatException("why");
        var bad = new BadInput("day", 32, "1 to 31", why);
        assertEquals("day 32 1 to 31", bad.field() + " " + bad.value() + " " + bad.allowed());
        assertEquals(why, bad.getCause());
    }
}

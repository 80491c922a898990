package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypedTest {

    private static final Instant NOW = Instant.parse("2026-03-15T05:30:00Z");

    @Test
    void what_happened_on_the_watch_lies_neither_in_another_century_nor_ahead() {
        for (var wrong : List.of("1900-01-01T00:00", "2025-03-14T05:29", "2026-03-15T05:32")) {
            var typed = new Typed(Map.of("when", wrong));
            typed.recent("when", NOW);
            assertEquals(Set.of("when"), typed.problems().keySet(), wrong);
        }
        for (var right : List.of("2025-03-14T05:30", "2026-03-15T05:31", "")) {
            var typed = new Typed(Map.of("when", right));
            typed.recent("when", NOW);
            assertTrue(typed.good(), right);
        }
    }

    @Test
    void a_day_in_a_text_is_no_telephone_number() {
        for (var text :
                List.of(
                        "feared since 2020-02-14",
                        "on 14/02/2020 at 05:30",
                        "14.02.2020, then 15.2.2020",
                        "30 motorbikes, 20 men, 50 families, 12 km")) {
            assertEquals(List.of(), problems(text), text);
        }
    }

    @Test
    void a_telephone_number_is_found_however_it_is_written() {
        for (var text :
                List.of(
                        "76123456",
                        "+223 76.12.34.56",
                        "76–12–34–56",
                        "76\u00a012\u202f34\u00a056",
                        "76   12   34   56",
                        "٧٦١٢٣٤٥٦",
                        "since 2020-02-14 76123456")) {
            assertEquals(List.of("problem.identity"), problems(text), text);
        }
    }

    @Test
    void a_position_and_a_handle_are_refused_as_a_number_is() {
        for (var text :
                List.of(
                        "14.532, -4.105",
                        "ask @moussa_tg",
                        "76 12\n34 56",
                        "76\u200b123\u200b456")) {
            assertEquals(List.of("problem.identity"), problems(text), text);
        }
    }

    @Test
    void a_moment_that_no_clock_can_hold_is_a_problem_of_its_field() {
        for (var text :
                List.of(
                        "0001-01-01T00:00",
                        "-9999-01-01T00:00",
                        "-999999999-01-01T00:00",
                        "+999999999-12-31")) {
            var typed = new Typed(Map.of("when", text));
            typed.moment("when", NOW);
            assertEquals(Map.of("when", "problem.moment"), typed.problems(), text);
        }
    }

    /// Whoever looks for a telephone in each letter of a pasted book is still at it tomorrow, or
    /// has no stack left.
    @Test
    void a_text_of_a_million_signs_is_too_long_and_takes_no_time() {
        for (var text :
                List.of("1".repeat(1_000_000), "a".repeat(1_000_000), "1 ".repeat(500_000))) {
            assertEquals(List.of("problem.long"), problems(text));
        }
    }

    private static List<String> problems(String text) {
        var typed = new Typed(Map.of("threat", text));
        typed.optional("threat", 200);
        return List.copyOf(typed.problems().values());
    }
}

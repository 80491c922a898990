package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void a_handful_is_too_few_to_tell() {
        assertEquals(new Change.TooFew(0, 9), Change.of(0, 9));
    }

    @Test
    void from_2_to_12_is_more_with_the_chance_that_the_binomial_table_gives() {
        var more = assertInstanceOf(Change.More.class, Change.of(2, 12));
        assertEquals(2 * (1 + 14 + 91) / Math.pow(2, 14), more.chance(), 1e-12);
    }

    @Test
    void from_13_to_25_is_what_chance_alone_would_do() {
        assertInstanceOf(Change.NotApart.class, Change.of(13, 25));
    }

    @Property
    void before_and_now_swapped_swap_more_and_fewer(
            @ForAll @LongRange(min = 0, max = 5_000) long one,
            @ForAll @LongRange(min = 0, max = 5_000) long other) {
        var there = Change.of(one, other);
        var back = Change.of(other, one);
        assertEquals(name(back), mirrored(name(there)));
    }

    @Property
    void a_chance_is_between_0_and_1(
            @ForAll @LongRange(min = 0, max = 200_000) long one,
            @ForAll @LongRange(min = 0, max = 200_000) long other) {
        double chance =
                switch (Change.of(one, other)) {
                    case Change.TooFew _ -> 0.5;
                    case Change.NotApart same -> same.chance();
                    case Change.More more -> more.chance();
                    case Change.Fewer fewer -> fewer.chance();
                };
        assertTrue(chance >= 0 && chance <= 1, one + " to " + other + ": " + chance);
    }

    private static String name(Change change) {
        return change.getClass().getSimpleName();
    }

    private static String mirrored(String name) {
        return switch (name) {
            case "More" -> "Fewer";
            case "Fewer" -> "More";
            default -> name;
        };
    }
}

package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PostNameTest {

    private static final List<String> OTHERWISE =
            List.of(
                    "early",
                    "EARLY",
                    " Early ",
                    "\u00a0Early",
                    "Early\u2009",
                    "Ear\u200bly",
                    "\ufeffEarly",
                    "Ear\u00adly",
                    "Early\u202e",
                    "E\u034farly",
                    "Early\u3164",
                    "Early\ufe0f",
                    "\uff25\uff41\uff52\uff4c\uff59",
                    "Early\u2800",
                    "Early\udb40\udd00");

    @Test
    void a_name_in_other_letters_with_other_spaces_or_unseen_ones_is_of_the_same_officer() {
        OTHERWISE.forEach(name -> assertTrue(PostName.same("Early", name), name));
        assertTrue(PostName.same("Officier Traor\u00e9", "officier  traore\u0301"));
        assertTrue(PostName.same("Stra\u00dfe", "STRASSE"));
        assertTrue(PostName.same("STRA\u1e9eE", "strasse"));
    }

    @Test
    void another_name_is_of_another_officer() {
        for (var name : List.of("Late", "Earl", "Early 2", "E arly", "Earl\u00fd", "")) {
            assertFalse(PostName.same("Early", name), name);
        }
    }

    @Test
    void what_nobody_can_see_in_a_name_is_found_and_what_everybody_can_is_not() {
        for (var name : OTHERWISE) {
            boolean seen =
                    name.chars().allMatch(c -> c < 0x7f)
                            || name.chars().allMatch(c -> c > 0xff00 && c < 0xff60);
            assertEquals(!seen, PostName.hidesSomething(name), name);
        }
        for (var name : List.of("Traor\u00e9", "J5 / POC", "\u0636\u0627\u0628\u0637", "d'O.-2")) {
            assertFalse(PostName.hidesSomething(name), name);
        }
    }

    /// The short way for plain names says what the long one says.
    @Property(tries = 5_000)
    void folding_says_what_comparing_says(
            @ForAll @StringLength(max = 8) String one,
            @ForAll @StringLength(max = 8) String other) {
        assertEquals(
                PostName.folded(one).equals(PostName.folded(other)), PostName.same(one, other));
        assertTrue(PostName.same(one, one.toUpperCase(Locale.ROOT)), one);
        assertEquals(PostName.folded(one), PostName.folded(PostName.folded(one)));
    }
}

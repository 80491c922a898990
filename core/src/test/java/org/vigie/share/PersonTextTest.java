package org.vigie.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PersonTextTest {

    private static final List<String> TELLING =
            List.of(
                    "34 years old",
                    "homme, 34 ans",
                    "aged 7",
                    "âgée de 7",
                    "Sgt Traoré waits",
                    "Mme Diallo",
                    "a 12-year old",
                    "34 y.o. male",
                    "34 yo",
                    "aged thirty",
                    "thirty-four years old",
                    "trente-quatre ans",
                    "boy of 12",
                    "man of 40",
                    "born 1990",
                    "née en 1990",
                    "né le 3 mai 1990",
                    "M/34",
                    "34/F",
                    "in his thirties",
                    "la trentaine",
                    "une fillette",
                    "SGT TRAORE",
                    "Sergeant Traore",
                    "Captain Diallo",
                    "captain diallo",
                    "Lieutenant Keita",
                    "Sergent Diallo",
                    "sergent-chef Diallo",
                    "Capitaine Keita",
                    "Adjudant Keita",
                    "Imam Keita",
                    "M. Keita",
                    "m keita",
                    "soldier Keita",
                    "Dr.Keita",
                    "his name is Keita",
                    "gunshot wound to the head",
                    "plaie par balle au thorax",
                    "blessé à la jambe",
                    "leg amputated");

    private static final List<String> FINE =
            List.of(
                    "fog at the landing place",
                    "waited 45 min for escort",
                    "waiting for escort at the ford",
                    "2 h late",
                    "helicopter sent back at 10 km",
                    "Mi-8 from Gao",
                    "landing strip 800 m long",
                    "the captain of the Mi-8 refused",
                    "major delay at the bridge",
                    "armed men on the road to Bankass",
                    "company of Douentza late",
                    "unit B waits at the ford for the ford to fall",
                    "la route ne le permet pas",
                    "attente de l'escorte au gué",
                    "pas d'autorisation de vol avant 14 h 30",
                    "le commandant de bord refuse",
                    "col de Hombori fermé",
                    "au pied de la colline, vieux pont",
                    "waiting for crane, bassin du fleuve en crue",
                    "Force Commander approval pending",
                    "radio log",
                    "slip");

    @Test
    void a_note_that_tells_who_it_is_or_how_they_are_hurt_is_found() {
        for (var tells : TELLING) {
            assertTrue(PersonText.tells(tells), tells);
        }
    }

    @Test
    void what_kept_the_evacuation_is_let_through() {
        for (var fine : FINE) {
            assertFalse(PersonText.tells(fine), fine);
        }
    }

    @Property(tries = 300)
    void neither_case_nor_what_is_not_seen_nor_another_space_hides_it(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        var tells = TELLING.get(chance.nextInt(TELLING.size()));
        if (chance.nextBoolean()) {
            tells = tells.toUpperCase(Locale.ROOT);
        }
        var spaces =
                List.of(" ", "\u00a0", "\u202f", "\u3000", " \u200b", "\u200b ", "\u2060 \ufeff");
        tells = tells.replace(" ", spaces.get(chance.nextInt(spaces.size())));
        int at = chance.nextInt(tells.length());
        tells = tells.substring(0, at) + "\u200b" + tells.substring(at);
        assertTrue(PersonText.tells(tells), tells);
    }

    @Test
    void what_is_not_seen_parts_words_too() {
        assertTrue(PersonText.tells("34\u200byears"));
        assertTrue(PersonText.tells("SGT\u200bTRAORE"));
    }

    @Test
    void a_line_that_is_seen_other_than_it_is_is_no_plain_line() {
        for (var hidden :
                List.of("a\nok: b", "a\u202eb", "a\u0007", "a\u2028b", "\u2066a", "a\rb")) {
            assertFalse(PlainLine.is(hidden), hidden);
            assertTrue(PlainLine.is(PlainLine.escaped(hidden)), hidden);
        }
        assertEquals("a\\u000aok: b", PlainLine.escaped("a\nok: b"));
        assertTrue(PlainLine.is("attente au gué, 14 h 30 – Mi-8"));
    }
}

package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Whatever somebody writes for the name of a place.
class PlaceNamesFuzzTest {

    private static final Gazetteer GAZETTEER =
            Gazetteer.of(
                    List.of(
                            place("Ogossagou", "Ogossagou-Peulh"),
                            place("Timbuktu", "Tombouctou", "تمبكتو"),
                            place("Tiaboli Sévaré", "Sévaré"),
                            place("I-n-Délimane"),
                            place("Djenné", "Dienné"),
                            place("Koro"),
                            place("Moura")));

    private static final int LIMIT = 5;

    @FuzzTest
    void a_name_that_is_folded_stays_as_it_is_when_it_is_folded_again(byte[] bytes) {
        var folded = Spelling.folded(text(bytes));
        assertFalse(folded.startsWith(" ") || folded.endsWith(" ") || folded.contains("  "));
        if (folded.length() <= Spelling.TEXT_MAX) {
            assertEquals(folded, Spelling.folded(folded));
        }
        assertTrue(Spelling.sounded(folded).length() <= 2 * folded.length());
    }

    @FuzzTest
    void a_text_about_a_place_gives_a_few_phrases_the_whole_first(byte[] bytes) {
        var text = text(bytes);
        var phrases = PlaceText.phrases(text);
        assertEquals(Spelling.folded(text).isEmpty(), phrases.isEmpty());
        assertTrue(phrases.size() <= 7, phrases::toString);
        for (var phrase : phrases) {
            assertFalse(phrase.folded().isBlank(), phrases::toString);
        }
        if (!phrases.isEmpty()) {
            assertEquals(new PlaceText.Phrase(Spelling.folded(text), false), phrases.getFirst());
        }
    }

    @FuzzTest
    void a_search_gives_a_few_candidates_the_likeliest_first(byte[] bytes) {
        var text = text(bytes);
        var matches = GAZETTEER.search(text, LIMIT);
        assertTrue(matches.size() <= LIMIT);
        double last = 1;
        for (var match : matches) {
            assertTrue(match.score() > 0 && match.score() <= last, matches::toString);
            assertFalse(match.why().isBlank());
            last = match.score();
        }
        for (var place : GAZETTEER.exact(text)) {
            assertTrue(matches.stream().anyMatch(match -> match.place().equals(place)));
        }
    }

    @FuzzTest
    void a_place_of_any_name_is_found_by_that_name(byte[] bytes) {
        var name = text(bytes);
        if (!Spelling.folded(name).isEmpty()) {
            var place = place(name);
            var found = Gazetteer.of(List.of(place)).search(name, 1);
            assertEquals(List.of(place), found.stream().map(Gazetteer.Match::place).toList());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Place place(String name, String... aliases) {
        return new Place(
                "g:" + name,
                name,
                List.of(aliases),
                null,
                PlacePrecision.UNKNOWN,
                null,
                "village",
                0,
                "test",
                false);
    }
}

package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class GazetteerTest {

    private static final List<Place> PLACES =
            List.of(
                    place("ogossagou", "Ogossagou", 13.96, -3.57, true, "Ogossagou-Peulh"),
                    place("moura", "Moura", 14.42, -4.60, true),
                    place("g1", "Ogossogou", 14.1907, -3.5768, false),
                    place("g2", "Timbuktu", 16.77348, -3.00742, false, "Tombouctou", "تمبكتو"),
                    place("g3", "Mora", 14.32829, -4.60445, false),
                    place("g4", "Koro", 14.064, -3.07539, false),
                    place("g5", "Dioungani", 14.31558, -2.7403, false),
                    place("g6", "Tiaboli Sévaré", 14.52015, -4.09666, false),
                    place("g7", "Sévaré", 14.52742, -4.09344, false),
                    place("g8", "I-n-Délimane", 15.87, 1.52, false),
                    new Place(
                            "g9",
                            "Boni",
                            List.of(),
                            null,
                            PlacePrecision.UNKNOWN,
                            null,
                            "village",
                            0,
                            "test",
                            false));

    private static final Gazetteer GAZETTEER = Gazetteer.of(PLACES);

    @Test
    void a_place_of_the_pack_one_letter_away_comes_before_a_stranger_of_that_very_name() {
        assertEquals(List.of("ogossagou", "g1"), ids("Ogossogou", 2));
    }

    @Test
    void the_reason_says_how_it_fits_and_that_the_pack_names_it() {
        assertEquals(
                "one vowel differs from the name; a place of the mission's pack",
                GAZETTEER.search("Ogossogou", 1).getFirst().why());
    }

    @Test
    void an_alias_is_as_good_as_the_name() {
        var match = GAZETTEER.search("tombouctou", 1).getFirst();
        assertEquals("g2 the same as its alias Tombouctou", match.place().id() + " " + match.why());
    }

    @Test
    void a_name_in_arabic_letters_is_found_with_its_vowel_signs() {
        assertEquals(List.of("g2"), ids("تُمْبُكْتُو", 1));
    }

    @Test
    void accents_and_case_do_not_matter() {
        assertEquals(ids("Sévaré", 5), ids("SEVARE", 5));
        assertEquals("g7", ids("sevare", 5).getFirst());
    }

    @Test
    void hyphens_and_blanks_do_not_matter() {
        assertEquals("g8", ids("In Delimane", 1).getFirst());
        assertEquals("g8", ids("indeliman", 1).getFirst());
    }

    @Test
    void the_beginning_of_a_name_finds_it() {
        assertEquals(List.of("g5"), ids("dioun", 5));
    }

    @Test
    void a_word_of_a_name_finds_it_after_the_name_itself() {
        assertEquals(List.of("g7", "g6"), ids("Sévaré", 5));
    }

    @Test
    void words_that_say_what_kind_of_place_it_is_do_not_hinder() {
        assertEquals("g4", ids("Koro town", 1).getFirst());
        assertEquals("g4", ids("village de Koro", 1).getFirst());
    }

    @Test
    void a_text_with_two_places_offers_both() {
        assertEquals(List.of("g5", "g4"), ids("Between Koro and Dioungani", 2));
    }

    @Test
    void a_place_without_a_position_is_found_by_name_but_is_near_nothing() {
        assertEquals(List.of("g9"), ids("boni", 1));
        assertFalse(
                GAZETTEER.near(new Position(0, 0), 20_100).stream()
                        .anyMatch(place -> place.id().equals("g9")));
    }

    @Test
    void nothing_is_found_for_a_text_without_letters() {
        assertEquals(List.of(), GAZETTEER.search(" … ", 5));
        assertEquals(List.of(), GAZETTEER.search("", 5));
    }

    @Test
    void nothing_is_found_for_a_name_far_from_all() {
        assertEquals(List.of(), GAZETTEER.search("Quagadugu-Xyz", 5));
    }

    @Test
    void exact_finds_only_the_very_name() {
        assertEquals(
                List.of("ogossagou"),
                GAZETTEER.exact("ogossagou").stream().map(Place::id).toList());
        assertEquals(List.of(), GAZETTEER.exact("Ogosagou"));
    }

    @Test
    void near_sorts_by_distance() {
        assertEquals(
                List.of("g7", "g6", "moura"),
                GAZETTEER.near(new Position(14.53, -4.09), 57).stream().map(Place::id).toList());
    }

    @Test
    void near_looks_across_the_180th_meridian() {
        var fiji = Gazetteer.of(List.of(place("f", "Taveuni", -16.8, -179.9, false)));
        assertEquals(1, fiji.near(new Position(-16.8, 179.9), 30).size());
    }

    @Test
    void a_place_is_found_by_its_id() {
        assertEquals(Optional.of(PLACES.getFirst()), GAZETTEER.find("ogossagou"));
        assertEquals(Optional.empty(), GAZETTEER.find("Ogossagou"));
    }

    @Test
    void two_places_with_one_id_are_refused() {
        var twice = List.of(PLACES.getFirst(), PLACES.getFirst());
        var refused = assertThrows(BadInput.class, () -> Gazetteer.of(twice));
        assertEquals(
                "id of a place must be unique in the gazetteer, was \"ogossagou\"",
                refused.getMessage());
    }

    @Test
    void a_search_without_a_sensible_limit_is_refused() {
        assertThrows(BadInput.class, () -> GAZETTEER.search("Koro", 0));
        assertThrows(BadInput.class, () -> GAZETTEER.search("Koro", 101));
    }

    @Property
    void any_text_may_be_searched(@ForAll String text, @ForAll @IntRange(min = 1, max = 9) int n) {
        var found = GAZETTEER.search(text, n);
        assertTrue(found.size() <= n);
        for (int i = 1; i < found.size(); i++)
            assertTrue(found.get(i - 1).score() >= found.get(i).score());
    }

    @Property(tries = 50)
    void the_order_of_the_places_given_changes_no_answer(
            @ForAll @IntRange(min = 0, max = 10) int which, @ForAll Random random) {
        var shuffled = new ArrayList<>(PLACES);
        Collections.shuffle(shuffled, random);
        var text = PLACES.get(which).name();
        assertEquals(GAZETTEER.search(text, 9), Gazetteer.of(shuffled).search(text, 9));
    }

    private static List<String> ids(String text, int limit) {
        return GAZETTEER.search(text, limit).stream().map(match -> match.place().id()).toList();
    }

    private static Place place(
            String id, String name, double lat, double lon, boolean fromPack, String... aliases) {
        return new Place(
                id,
                name,
                List.of(aliases),
                new Position(lat, lon),
                PlacePrecision.EXACT,
                null,
                "village",
                0,
                "test",
                fromPack);
    }
}

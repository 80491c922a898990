package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Area;
import org.vigie.geo.Areas;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;

/// Three regions side by side, each two degrees wide; of the third the map does not tell a fourth
/// apart. The first has two cercles, one of which has the name of the region.
class PurviewTest {

    private static final Areas AREAS =
            Areas.of(
                    List.of(
                            area("XX", "Land", "0", null).drawn(box(0, 6)),
                            area("R1", "Delta", "1", "XX").drawn(box(0, 2)),
                            area("R2", "Nord", "1", "XX").drawn(box(2, 4)),
                            area("R3", "Est", "1", "XX").drawn(box(4, 6)),
                            area("R4", "Neuf", "1", "XX").drawn(box(4, 6)),
                            area("R101", "Delta", "2", "R1"),
                            area("R102", "Rive", "2", "R1"),
                            area("S1", "Sector West", "sector", "XX"),
                            area("S2", "Sector East", "sector", "XX")));

    static final Known KNOWN =
            new Known(
                    AREAS, Map.of("S1", List.of("R1", "R2"), "S2", List.of("R3", "R4")), List.of());

    private static Area area(String code, String name, String level, @Nullable String parent) {
        return new Area(code, name, level, parent, List.of(), null);
    }

    private static List<List<Position>> box(int west, int east) {
        return List.of(
                List.of(
                        new Position(0, west),
                        new Position(0, east),
                        new Position(2, east),
                        new Position(2, west)));
    }

    private static Site said(@Nullable String adm1, @Nullable String adm2) {
        return new Site("somewhere", null, PlacePrecision.UNKNOWN, null, adm1, adm2, "Land");
    }

    private static Site at(double longitude) {
        return Site.at("somewhere", new Position(1, longitude), PlacePrecision.EXACT);
    }

    private static boolean covers(String area, Site site) {
        return KNOWN.purview(area).covers(site);
    }

    @Test
    void the_areas_that_a_source_names_say_where_a_place_lies() {
        assertTrue(covers("R1", said("Delta", null)));
        assertTrue(covers("R1", said("delta region", "Rive")));
        assertTrue(covers("R1", said(null, "Rive")));
        assertFalse(covers("R1", said("Nord", null)));
        assertTrue(covers("R102", said("Delta", "Rive")));
        assertFalse(covers("R102", said("Delta", "Delta")));
    }

    @Test
    void their_word_beats_the_coordinates() {
        var site =
                new Site(
                        "x", new Position(1, 3), PlacePrecision.EXACT, null, "Delta", null, "Land");
        assertTrue(covers("R1", site));
        assertFalse(covers("R2", site));
    }

    @Test
    void coordinates_say_it_where_no_words_do() {
        assertTrue(covers("R1", at(1)));
        assertFalse(covers("R1", at(3)));
        assertTrue(covers("S1", at(1)));
        assertTrue(covers("S1", at(3)));
        assertFalse(covers("S1", at(5)));
        assertTrue(covers("XX", at(5)));
        assertFalse(covers("XX", at(7)));
    }

    @Test
    void what_the_map_does_not_tell_apart_lies_only_in_what_holds_both() {
        assertFalse(covers("R3", at(5)));
        assertFalse(covers("R4", at(5)));
        assertTrue(covers("S2", at(5)));
    }

    @Test
    void a_word_for_a_larger_area_says_nothing_of_a_smaller_one() {
        assertFalse(covers("R102", said("Delta", null)), "it may be in the other cercle");
        assertFalse(covers("R102", at(1)), "and of cercles there is no map");
    }

    @Test
    void a_place_of_which_nobody_says_where_it_is_lies_nowhere() {
        assertFalse(covers("XX", Site.named("the well behind the school")));
        assertFalse(covers("XX", said("", "")));
        assertFalse(covers("XX", said("Sahel", null)), "no area of this pack");
    }

    @Test
    void a_sector_is_what_it_holds_and_a_name_that_several_have_is_the_larger() {
        assertTrue(covers("Sector West", said("Nord", null)));
        assertTrue(covers("S1", said("Delta", "Rive")));
        assertTrue(covers("Delta", said("Delta", "Rive")), "the region, not the cercle");
        assertTrue(covers("delta", said("Delta", null)));
    }

    @Test
    void a_typing_error_is_refused_with_what_is_near() {
        var refusal = assertThrows(BadInput.class, () -> KNOWN.purview("Dleta"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("Delta"), refusal.getMessage());
        assertTrue(KNOWN.findPurview("").isEmpty());
    }

    @Test
    void an_area_that_nobody_knows_holds_nothing() {
        var nowhere = Purview.nowhere("Atlantis");
        assertFalse(nowhere.somewhere());
        assertFalse(nowhere.covers(said("Delta", "Rive")));
        assertFalse(nowhere.covers(at(1)));
        assertTrue(KNOWN.purview("R1").somewhere());
    }

    @Test
    void of_two_bounds_both_hold() {
        var viewer = Viewer.officer("x").boundTo(KNOWN.purview("S1"));
        var narrower = viewer.within(Viewer.owner().boundTo(KNOWN.purview("R1")));
        assertTrue(covers(narrower, at(1)));
        assertFalse(covers(narrower, at(3)));
        assertEquals(viewer, viewer.boundTo(null));
        assertEquals(viewer.purview(), viewer.within(viewer).purview());
    }

    private static boolean covers(Viewer viewer, Site site) {
        var purview = viewer.purview();
        return purview == null || purview.covers(site);
    }

    @Test
    void a_place_of_the_gazetteer_gets_the_names_of_its_areas() {
        var place =
                new org.vigie.geo.Place(
                        "p",
                        "Well",
                        List.of(),
                        new Position(1, 1),
                        PlacePrecision.EXACT,
                        "R102",
                        "well",
                        0,
                        "test",
                        true);
        assertEquals(
                new Site(
                        "Well",
                        new Position(1, 1),
                        PlacePrecision.EXACT,
                        "p",
                        "Delta",
                        "Rive",
                        "Land"),
                KNOWN.siteOf(place, "the well"));
        assertEquals("R1", KNOWN.areaOf("R102"), "an older entry may have the code for a name");
    }
}

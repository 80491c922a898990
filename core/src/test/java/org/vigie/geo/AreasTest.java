package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

final class AreasTest {

    private static final Area MOPTI = area("ML05", "Mopti", "1", null, box(-5, 13, -2, 16));
    private static final Area GAO = area("ML07", "Gao", "1", null, box(-2, 15, 2, 18), "Gawo");
    private static final Area KORO = area("ML0507", "Koro", "2", "ML05", box(-3.5, 13.5, -2, 15));
    private static final Area MOPTI_CERCLE =
            area("ML0501", "Mopti", "2", "ML05", box(-5, 14, -3.5, 15.5));
    private static final Area SECTOR = area("S-C", "Sector Centre", "sector", null, null);
    private static final Areas AREAS = Areas.of(List.of(SECTOR, KORO, GAO, MOPTI_CERCLE, MOPTI));

    @Test
    void all_come_in_the_order_of_their_codes() {
        assertEquals(List.of(MOPTI, MOPTI_CERCLE, KORO, GAO, SECTOR), AREAS.all());
    }

    @Test
    void a_code_finds_its_area() {
        assertEquals(Optional.of(GAO), AREAS.find("ML07"));
        assertEquals(Optional.empty(), AREAS.find("ml07"));
    }

    @Test
    void one_name_may_be_that_of_a_region_and_of_a_cercle() {
        assertEquals(List.of(MOPTI, MOPTI_CERCLE), AREAS.named("MOPTI"));
    }

    @Test
    void the_word_for_the_kind_of_area_does_not_hinder() {
        assertEquals(List.of(KORO), AREAS.named("Koro cercle"));
        assertEquals(List.of(GAO), AREAS.named("Région de Gao"));
        assertEquals(List.of(SECTOR), AREAS.named("sector centre"));
    }

    @Test
    void an_alias_finds_its_area() {
        assertEquals(List.of(GAO), AREAS.named("gawo"));
    }

    @Test
    void an_unknown_name_finds_nothing() {
        assertEquals(List.of(), AREAS.named("Kayes"));
        assertEquals(List.of(), AREAS.named(""));
    }

    @Test
    void a_point_lies_in_its_cercle_and_then_in_its_region() {
        assertEquals(List.of(KORO, MOPTI), AREAS.containing(new Position(14.0, -3.0)));
    }

    @Test
    void a_point_on_a_border_lies_in_both() {
        assertEquals(List.of(MOPTI, GAO), AREAS.containing(new Position(15.5, -2.0)));
    }

    @Test
    void a_point_outside_lies_in_none() {
        assertEquals(List.of(), AREAS.containing(new Position(48, 2)));
    }

    @Test
    void a_level_may_be_asked_for() {
        assertEquals(Optional.of(MOPTI), AREAS.findContaining(new Position(14.0, -3.0), "1"));
        assertEquals(Optional.empty(), AREAS.findContaining(new Position(16.5, 0), "2"));
    }

    @Test
    void children_come_in_the_order_of_their_codes() {
        assertEquals(List.of(MOPTI_CERCLE, KORO), AREAS.children("ML05"));
        assertEquals(List.of(), AREAS.children("ML07"));
    }

    @Test
    void a_level_lists_its_areas() {
        assertEquals(List.of(MOPTI, GAO), AREAS.atLevel("1"));
    }

    @Test
    void the_path_leads_from_the_cercle_to_its_region() {
        assertEquals(List.of(KORO, MOPTI), AREAS.path("ML0507"));
        assertEquals(List.of(), AREAS.path("nowhere"));
    }

    @Test
    void a_cercle_is_within_its_region_and_within_itself_and_nowhere_else() {
        assertTrue(AREAS.isWithin("ML0507", "ML05"));
        assertTrue(AREAS.isWithin("ML0507", "ML0507"));
        assertFalse(AREAS.isWithin("ML05", "ML0507"));
    }

    @Test
    void an_area_without_a_shape_contains_no_point() {
        assertFalse(AREAS.containing(new Position(14, -3)).contains(SECTOR));
    }

    @Test
    void a_code_may_be_used_once() {
        var refused = assertThrows(BadInput.class, () -> Areas.of(List.of(GAO, GAO)));
        assertEquals("code of an area must be unique, was \"ML07\"", refused.getMessage());
    }

    @Test
    void areas_that_hold_each_other_are_refused() {
        var a = area("A", "A", "1", "B", null);
        var b = area("B", "B", "1", "A", null);
        assertThrows(BadInput.class, () -> Areas.of(List.of(a, b)));
    }

    private static Area area(
            String code,
            String name,
            String level,
            @Nullable String parent,
            @Nullable Geometry shape,
            String... aliases) {
        return new Area(code, name, level, parent, List.of(aliases), shape);
    }

    private static Geometry box(double west, double south, double east, double north) {
        return new GeometryFactory().toGeometry(new Envelope(west, east, south, north));
    }
}

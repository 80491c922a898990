package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// An outline that lies on both sides of the date line.
class WideOutlineTest {

    @Test
    void an_outline_wider_than_half_the_earth_is_refused_with_what_to_do() {
        var refused =
                assertThrows(
                        BadInput.class,
                        () ->
                                Outline.parse(
                                        "outline",
                                        "POLYGON ((179 -1, -179 -1, -179 1, 179 1, 179 -1))"));
        assertTrue(refused.allowed().contains("as two"), refused.allowed());
    }

    @Test
    void one_of_half_the_earth_is_taken() {
        assertEquals(
                4,
                Outline.parse("outline", "POLYGON ((-90 -1, 90 -1, 90 1, -90 1, -90 -1))").size());
    }
}

package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SurroundingsTest {

    private static final Surroundings MALI = new Surroundings(new Bounds(10, -12.5, 25, 4.5));

    @Test
    void a_point_in_the_sea_is_refused_with_the_bounds() {
        assertEquals(
                "at must be in or near the mission: latitude 8.0 to 27.0, longitude -14.5 to 6.5, was"
                        + " \"0,0\"",
                refusal(0, 0));
        assertEquals(
                "at must be in or near the mission: latitude 8.0 to 27.0, longitude -14.5 to 6.5, was"
                        + " \"89.9,179\"",
                refusal(89.9, 179));
    }

    @Test
    void swapped_coordinates_are_offered_the_right_way_round() {
        assertEquals(
                "at must be in or near the mission: latitude 8.0 to 27.0, longitude -14.5 to 6.5"
                        + " (latitude comes first: did you mean 14.5,-4.1?), was \"-4.1,14.5\"",
                refusal(-4.1, 14.5));
    }

    @Test
    void a_place_just_beyond_the_border_is_near() {
        assertDoesNotThrow(() -> MALI.check("at", new Position(9, 5)));
    }

    private static String refusal(double latitude, double longitude) {
        return String.valueOf(
                assertThrows(
                                BadInput.class,
                                () -> MALI.check("at", new Position(latitude, longitude)))
                        .getMessage());
    }
}

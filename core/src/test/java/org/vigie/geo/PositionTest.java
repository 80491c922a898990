package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class PositionTest {

    private static final Position PARIS = new Position(48.8566, 2.3522);

    @Test
    void a_degree_of_a_great_circle_is_111_2_km() {
        assertEquals(111.195, new Position(0, 0).distanceKm(new Position(0, 1)), 0.001);
    }

    @Test
    void half_the_world_away_is_20015_km() {
        assertEquals(20015.115, new Position(0, 0).distanceKm(new Position(0, 180)), 0.001);
    }

    @Test
    void the_other_ogossogou_is_25_6_km_away() {
        var ogossagou = new Position(13.96014, -3.57019);
        assertEquals(25.6, ogossagou.distanceKm(new Position(14.1907, -3.5768)), 0.05);
    }

    /// Worked example of Williams, Aviation Formulary: Los Angeles to New York, 0.623585 radians of
    /// arc, first course 1.150035 radians.
    @Test
    void los_angeles_to_new_york_is_as_in_the_aviation_formulary() {
        var losAngeles = new Position(33 + 57 / 60.0, -(118 + 24 / 60.0));
        var newYork = new Position(40 + 38 / 60.0, -(73 + 47 / 60.0));
        assertEquals(0.623585 * Position.EARTH_RADIUS_KM, losAngeles.distanceKm(newYork), 0.01);
        assertEquals(Math.toDegrees(1.150035), losAngeles.bearingDegrees(newYork), 0.0001);
    }

    @Test
    void a_position_is_no_direction_away_from_itself() {
        assertEquals(0, PARIS.bearingDegrees(PARIS));
    }

    @Test
    void going_east_crosses_the_180th_meridian() {
        var fiji = new Position(-17, 179.5).toward(90, 200);
        assertEquals(-178.6, fiji.longitude(), 0.05);
    }

    @Test
    void minus_zero_is_zero() {
        assertEquals(new Position(0.0, 0.0), new Position(-0.0, -0.0));
    }

    @Test
    void a_latitude_beyond_a_pole_is_refused_in_a_sentence() {
        var refused = assertThrows(BadInput.class, () -> new Position(90.1, 0));
        assertEquals("latitude must be between -90 and 90 degrees, was 90.1", refused.getMessage());
    }

    @Test
    void a_longitude_that_is_no_number_is_refused() {
        assertThrows(BadInput.class, () -> new Position(0, Double.NaN));
    }

    @Test
    void a_negative_distance_is_refused() {
        assertThrows(BadInput.class, () -> PARIS.toward(0, -1));
    }
}

package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

final class PositionLawsTest {

    @Property
    void distance_is_the_same_both_ways(
            @ForAll @DoubleRange(min = -90, max = 90) double lat1,
            @ForAll @DoubleRange(min = -180, max = 180) double lon1,
            @ForAll @DoubleRange(min = -90, max = 90) double lat2,
            @ForAll @DoubleRange(min = -180, max = 180) double lon2) {
        var a = new Position(lat1, lon1);
        var b = new Position(lat2, lon2);
        assertEquals(a.distanceKm(b), b.distanceKm(a), 1e-9);
    }

    @Property
    void a_way_around_is_never_shorter(
            @ForAll @DoubleRange(min = -90, max = 90) double lat1,
            @ForAll @DoubleRange(min = -180, max = 180) double lon1,
            @ForAll @DoubleRange(min = -90, max = 90) double lat2,
            @ForAll @DoubleRange(min = -180, max = 180) double lon2) {
        var a = new Position(lat1, lon1);
        var b = new Position(lat2, lon2);
        var via = new Position(lat2 / 2 + lat1 / 3, lon1 / 2 - lon2 / 3);
        assertTrue(a.distanceKm(b) <= a.distanceKm(via) + via.distanceKm(b) + 1e-6);
    }

    @Property
    void one_arrives_as_far_away_as_one_went(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @DoubleRange(min = -720, max = 720) double bearing,
            @ForAll @DoubleRange(min = 0, max = 19_000) double km) {
        var start = new Position(latitude, longitude);
        assertEquals(km, start.distanceKm(start.toward(bearing, km)), 0.001);
    }

    @Property
    void the_bearing_leads_there(
            @ForAll @DoubleRange(min = -85, max = 85) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @DoubleRange(min = 0, max = 359) double bearing,
            @ForAll @DoubleRange(min = 1, max = 500) double km) {
        var start = new Position(latitude, longitude);
        var there = start.toward(bearing, km);
        double km2 = there.distanceKm(start.toward(start.bearingDegrees(there), km));
        assertEquals(0, km2, 0.001);
    }
}

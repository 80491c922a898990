package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geo.DaylightHours.Span;

final class DaylightHoursTest {

    private static final Position OGOSSAGOU = new Position(13.96014, -3.57019);
    private static final Position LONGYEARBYEN = new Position(78.216667, 15.633333);

    /// US Naval Observatory, Sun and Moon Data for One Day
    /// (https://aa.usno.navy.mil/data/RS_OneDay), times in UTC; the day is the one whose noon falls
    /// on the date.
    @ParameterizedTest
    @CsvSource({
        "Anchorage,   2020-01-05,  61.216667, -149.866667, 19:11, 00:57",
        "Anchorage,   2020-06-25,  61.216667, -149.866667, 12:22, 07:42",
        "Anchorage,   2020-09-25,  61.216667, -149.866667, 15:53, 03:51",
        "Brasilia,    2020-01-05, -15.8,       -47.85,     08:46, 21:48",
        "Brasilia,    2020-07-05, -15.8,       -47.85,     09:40, 20:53",
        "Brasilia,    2020-10-25, -15.8,       -47.85,     08:38, 21:13",
        "Singapore,   2020-02-15,   1.283333,  103.833333, 23:17, 11:21",
        "Singapore,   2020-11-05,   1.283333,  103.833333, 22:46, 10:50",
        "Auckland,    2020-03-25, -36.833333,  174.8,      18:29, 06:25",
        "Auckland,    2020-06-25, -36.833333,  174.8,      19:34, 05:13",
        "Longyearbyen, 2020-03-05, 78.216667,   15.633333, 06:48, 15:33",
        "Longyearbyen, 2020-09-25, 78.216667,   15.633333, 04:53, 16:42",
        "Longyearbyen, 2020-04-15, 78.216667,   15.633333, 00:38, 21:33",
    })
    void sunrise_and_sunset_agree_with_the_naval_observatory(
            String town, LocalDate date, double lat, double lon, LocalTime rise, LocalTime set) {
        var place = new Position(lat, lon);
        assertNear(rise, set, onDate(place, date, DaylightHours::sun), Duration.ofSeconds(60));
    }

    /// As above, civil twilight.
    @ParameterizedTest
    @CsvSource({
        "Anchorage, 2020-03-15,  61.216667, -149.866667, 15:31, 04:44",
        "Anchorage, 2020-12-05,  61.216667, -149.866667, 17:55, 01:46",
        "Brasilia,  2023-06-25, -15.8,       -47.85,     09:15, 21:13",
        "Singapore, 2023-09-15,   1.283333,  103.833333, 22:36, 11:24",
        "Auckland,  2023-12-25, -36.833333,  174.8,      16:30, 08:12",
    })
    void dawn_and_dusk_agree_with_the_naval_observatory(
            String town, LocalDate date, double lat, double lon, LocalTime dawn, LocalTime dusk) {
        var place = new Position(lat, lon);
        assertNear(dawn, dusk, onDate(place, date, DaylightHours::light), Duration.ofSeconds(60));
    }

    /// NREL's Solar Position Algorithm (Reda and Andreas 2004), as implemented by the library
    /// solarpositioning 2.0.9, to the second.
    @ParameterizedTest
    @CsvSource({
        "Bamako, 2020-02-14, 12.65,    -8.0,     06:54:42, 18:37:46, 06:32:59, 18:59:29",
        "Bamako, 2023-06-21, 12.65,    -8.0,     06:07:38, 18:59:55, 05:44:16, 19:23:17",
        "Gao,    2023-08-04, 16.27167, -0.04472, 05:41:50, 18:30:37, 05:19:02, 18:53:23",
        "Gao,    2023-12-21, 16.27167, -0.04472, 06:23:15, 17:32:57, 05:59:47, 17:56:26",
        "Mopti,  2020-02-14, 14.4843,  -4.18296, 06:41:14, 18:20:44, 06:19:21, 18:42:36",
        "Bangui, 2023-03-21,  4.3612,  18.555,   04:49:42, 16:56:23, 04:28:59, 17:17:06",
        "Paris,  2023-12-21, 48.8566,   2.3522,  07:41:06, 15:55:55, 07:03:47, 16:33:14",
    })
    void all_four_moments_agree_with_nrel_to_a_few_seconds(
            String town,
            LocalDate date,
            double lat,
            double lon,
            LocalTime rise,
            LocalTime set,
            LocalTime dawn,
            LocalTime dusk) {
        var hours = DaylightHours.of(new Position(lat, lon), date);
        assertNear(rise, set, hours.sun(), Duration.ofSeconds(5));
        assertNear(dawn, dusk, hours.light(), Duration.ofSeconds(5));
    }

    /// The beginning and the end that fall on this UTC date.
    private static Span onDate(
            Position place, LocalDate date, Function<DaylightHours, Span> which) {
        var spans =
                Stream.of(date.minusDays(1), date, date.plusDays(1))
                        .map(day -> (Span.Between) which.apply(DaylightHours.of(place, day)))
                        .toList();
        return new Span.Between(
                onDate(spans.stream().map(Span.Between::from), date),
                onDate(spans.stream().map(Span.Between::to), date));
    }

    private static Instant onDate(Stream<Instant> moments, LocalDate date) {
        return moments.filter(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).equals(date))
                .findFirst()
                .orElseThrow();
    }

    private static void assertNear(LocalTime from, LocalTime to, Span span, Duration tolerance) {
        var between = (Span.Between) span;
        assertTrue(secondsApart(from, between.from()) <= tolerance.toSeconds(), span::toString);
        assertTrue(secondsApart(to, between.to()) <= tolerance.toSeconds(), span::toString);
    }

    /// By clock times, since the tables give no date.
    private static long secondsApart(LocalTime expected, Instant moment) {
        long seconds = Math.floorMod(moment.getEpochSecond() - expected.toSecondOfDay(), 86_400L);
        return Math.min(seconds, 86_400 - seconds);
    }

    @Test
    void the_sun_does_not_rise_in_svalbard_in_january() {
        assertEquals(
                new Span.Never(), DaylightHours.of(LONGYEARBYEN, LocalDate.of(2020, 1, 15)).sun());
    }

    @Test
    void the_sun_does_not_set_in_svalbard_in_june() {
        assertEquals(
                new Span.Always(), DaylightHours.of(LONGYEARBYEN, LocalDate.of(2020, 6, 15)).sun());
    }

    @Test
    void there_is_light_all_night_in_anchorage_in_june_though_the_sun_sets() {
        var hours =
                DaylightHours.of(new Position(61.216667, -149.866667), LocalDate.of(2020, 6, 15));
        assertEquals(new Span.Always(), hours.light());
        assertTrue(hours.sun() instanceof Span.Between);
    }

    @Test
    void the_attack_on_ogossagou_began_more_than_an_hour_before_first_light() {
        var attack = Instant.parse("2020-02-14T05:00:00Z");
        assertFalse(DaylightHours.isLight(OGOSSAGOU, attack));
        assertEquals(
                Optional.of(Instant.parse("2020-02-14T06:16:28Z")),
                DaylightHours.nextDawn(OGOSSAGOU, attack));
    }

    @Test
    void forces_that_came_at_eight_came_by_day() {
        assertTrue(DaylightHours.isDay(OGOSSAGOU, Instant.parse("2020-02-14T08:00:00Z")));
    }

    @Test
    void a_day_at_the_equator_has_twelve_hours_and_nearly_seven_minutes() {
        var midnight = Instant.parse("2023-03-21T00:00:00Z");
        assertEquals(
                726,
                DaylightHours.daylightMinutesWithin(
                        new Position(0, 0), midnight, midnight.plus(Duration.ofDays(1))));
    }

    @Test
    void a_night_has_no_daylight() {
        assertEquals(
                0,
                DaylightHours.daylightMinutesWithin(
                        OGOSSAGOU,
                        Instant.parse("2020-02-13T20:00:00Z"),
                        Instant.parse("2020-02-14T05:00:00Z")));
    }

    @Test
    void midnight_sun_is_daylight_all_the_time() {
        var from = Instant.parse("2020-06-15T03:21:00Z");
        assertEquals(
                3 * 1440,
                DaylightHours.daylightMinutesWithin(
                        LONGYEARBYEN, from, from.plus(Duration.ofDays(3))));
    }

    @Test
    void the_next_dawn_in_the_polar_night_may_be_weeks_away() {
        var dawn = DaylightHours.nextDawn(LONGYEARBYEN, Instant.parse("2020-12-01T00:00:00Z"));
        assertTrue(dawn.orElseThrow().isAfter(Instant.parse("2021-01-15T00:00:00Z")));
    }

    @Test
    void a_span_that_ends_before_it_starts_is_refused() {
        var from = Instant.parse("2020-01-02T00:00:00Z");
        assertThrows(
                BadInput.class,
                () -> DaylightHours.daylightMinutesWithin(OGOSSAGOU, from, from.minusSeconds(1)));
    }

    @Property(tries = 200)
    void just_after_sunrise_it_is_day_and_just_before_it_is_not(
            @ForAll @DoubleRange(min = -60, max = 60) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @IntRange(min = 0, max = 3650) int day) {
        var position = new Position(latitude, longitude);
        var hours = DaylightHours.of(position, LocalDate.of(2015, 1, 1).plusDays(day));
        var sun = (Span.Between) hours.sun();
        assertTrue(DaylightHours.isDay(position, sun.from().plusSeconds(2)));
        assertFalse(DaylightHours.isDay(position, sun.from().minusSeconds(2)));
        assertTrue(DaylightHours.isDay(position, sun.to().minusSeconds(2)));
        assertFalse(DaylightHours.isDay(position, sun.to().plusSeconds(2)));
    }

    @Property(tries = 200)
    void first_light_comes_before_sunrise_and_ends_after_sunset(
            @ForAll @DoubleRange(min = -60, max = 60) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @IntRange(min = 0, max = 3650) int day) {
        var hours =
                DaylightHours.of(
                        new Position(latitude, longitude), LocalDate.of(2015, 1, 1).plusDays(day));
        var sun = (Span.Between) hours.sun();
        if (hours.light() instanceof Span.Between(Instant dawn, Instant dusk))
            assertTrue(dawn.isBefore(sun.from()) && dusk.isAfter(sun.to()));
        else assertEquals(new Span.Always(), hours.light());
    }

    @Property(tries = 100)
    void daylight_of_two_parts_of_a_time_is_the_daylight_of_the_whole(
            @ForAll @DoubleRange(min = -89, max = 89) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @IntRange(min = 0, max = 5000) int first,
            @ForAll @IntRange(min = 0, max = 5000) int second) {
        var position = new Position(latitude, longitude);
        var from = Instant.parse("2021-11-01T07:00:00Z");
        var middle = from.plus(Duration.ofMinutes(first));
        var to = middle.plus(Duration.ofMinutes(second));
        long parts =
                DaylightHours.daylightMinutesWithin(position, from, middle)
                        + DaylightHours.daylightMinutesWithin(position, middle, to);
        long whole = DaylightHours.daylightMinutesWithin(position, from, to);
        assertTrue(Math.abs(whole - parts) <= 2, () -> whole + " and " + parts);
        assertTrue(whole <= first + second);
    }
}

package org.vigie.geo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When the sun is up and when there is light at a place, on the solar day whose noon falls on a
/// UTC date.
///
/// What it means to an officer: units that may not move by night, helicopters that may not land in
/// the dark, and the hour before dawn at which villages are attacked. **Light** (civil twilight:
/// the sun less than 6° below the horizon) is enough to see the ground; **sun** is from sunrise to
/// sunset.
///
/// When it must not be trusted: dust, rain, hills on the horizon and the moon are not in it. Times
/// agree with those of the US Naval Observatory to the minute and a half in our tests; near the
/// polar circles a grazing sun makes them worse.
///
/// Source: the NOAA solar calculator ([Sun]); the moments themselves are found by halving, so that
/// polar days and nights are values and not errors.
///
/// @param date the UTC date
/// @param sun upper edge of the sun above the horizon, with mean refraction (centre at -0.833°)
/// @param light civil dawn to civil dusk (centre at -6°)
public record DaylightHours(Position position, LocalDate date, Span sun, Span light) {

    /// For which part of a solar day something is so. "Never" and "always" are answers, too.
    public sealed interface Span {
        /// From one moment to another.
        record Between(Instant from, Instant to) implements Span {}

        /// All day: midnight sun.
        record Always() implements Span {}

        /// Not at all: polar night.
        record Never() implements Span {}
    }

    private static final double SUN_UP_DEGREES = -0.833;
    private static final double LIGHT_DEGREES = -6;
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /// Halving half a day so often comes below a tenth of a second.
    private static final int HALVINGS = 20;

    /// Clearances and orders are asked for days; a longer span is somebody's mistake.
    private static final Duration SPAN_MAX = Duration.ofDays(400);

    /// At the poles one dawn is a year from the next.
    private static final int DAYS_TO_DAWN_MAX = 400;

    /// The hours of the solar day whose noon falls on this UTC date. Far from Greenwich its morning
    /// or evening lies in the neighbouring UTC date.
    public static DaylightHours of(Position position, LocalDate date) {
        return new DaylightHours(
                position,
                date,
                span(position, date, SUN_UP_DEGREES),
                span(position, date, LIGHT_DEGREES));
    }

    /// Whether the sun is up.
    public static boolean isDay(Position position, Instant moment) {
        return Sun.elevation(position, moment) > SUN_UP_DEGREES;
    }

    /// Whether there is light enough to see the ground: sun or civil twilight.
    public static boolean isLight(Position position, Instant moment) {
        return Sun.elevation(position, moment) > LIGHT_DEGREES;
    }

    /// How many whole minutes between two moments the sun is up.
    ///
    /// @param to not before `from`, and at most 400 days after it
    public static long daylightMinutesWithin(Position position, Instant from, Instant to) {
        var whole = Duration.between(from, to);
        if (whole.isNegative() || whole.compareTo(SPAN_MAX) > 0)
            throw new BadInput(
                    "end of the time span", to, "within 400 days after its start " + from);
        var up = Duration.ZERO;
        var first = dateOf(from).minusDays(1);
        var last = dateOf(to).plusDays(1);
        for (var date = first; !date.isAfter(last); date = date.plusDays(1))
            up = up.plus(shared(position, date, from, to));
        return (up.compareTo(whole) > 0 ? whole : up).toMinutes();
    }

    /// The first civil dawn after a moment; empty where none comes within 400 days.
    public static Optional<Instant> nextDawn(Position position, Instant after) {
        var date = dateOf(after).minusDays(1);
        for (int day = 0; day < DAYS_TO_DAWN_MAX; day++, date = date.plusDays(1)) {
            var noon = noon(position, date);
            var dawn = crossing(position, midnight(position, date), noon, LIGHT_DEGREES);
            if (dawn != null && dawn.isAfter(after)) return Optional.of(dawn);
        }
        return Optional.empty();
    }

    private static LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Duration shared(Position position, LocalDate date, Instant from, Instant to) {
        return switch (span(position, date, SUN_UP_DEGREES)) {
            case Span.Between(Instant rise, Instant set) -> overlap(rise, set, from, to);
            case Span.Always() ->
                    overlap(
                            midnight(position, date),
                            midnight(position, date.plusDays(1)),
                            from,
                            to);
            case Span.Never() -> Duration.ZERO;
        };
    }

    private static Duration overlap(Instant rise, Instant set, Instant from, Instant to) {
        var start = rise.isAfter(from) ? rise : from;
        var end = set.isBefore(to) ? set : to;
        return start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
    }

    private static Span span(Position position, LocalDate date, double degrees) {
        var noon = noon(position, date);
        var before = midnight(position, date);
        var after = midnight(position, date.plusDays(1));
        if (Sun.elevation(position, noon) <= degrees) return new Span.Never();
        var rise = crossing(position, before, noon, degrees);
        var set = crossing(position, after, noon, degrees);
        if (rise == null && set == null) return new Span.Always();
        return new Span.Between(rise == null ? before : rise, set == null ? after : set);
    }

    /// Solar noon on a UTC date.
    private static Instant noon(Position position, LocalDate date) {
        var midday = date.atTime(12, 0).toInstant(ZoneOffset.UTC);
        double minutes = -4 * position.longitude() - Sun.equationOfTime(midday);
        return midday.plusMillis(Math.round(minutes * 60_000));
    }

    /// The beginning of the solar day: one day ends where the next begins.
    private static Instant midnight(Position position, LocalDate date) {
        return noon(position, date).minus(HALF_A_DAY);
    }

    /// The moment between a midnight and noon at which the sun passes this height; null if it does
    /// not.
    private static @Nullable Instant crossing(
            Position position, Instant midnight, Instant noon, double degrees) {
        if (Sun.elevation(position, midnight) > degrees) return null;
        if (Sun.elevation(position, noon) <= degrees) return null;
        var low = midnight;
        var high = noon;
        for (int i = 0; i < HALVINGS; i++) {
            var middle = low.plus(Duration.between(low, high).dividedBy(2));
            if (Sun.elevation(position, middle) > degrees) high = middle;
            else low = middle;
        }
        return high.plusMillis(500).truncatedTo(ChronoUnit.SECONDS);
    }
}

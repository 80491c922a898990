package org.vigie.geo;

import java.time.Instant;

/// Where the sun stands.
///
/// The formulas of the solar calculator of NOAA's Global Monitoring Laboratory
/// (https://gml.noaa.gov/grad/solcalc/calcdetails.html), which are those of Meeus, *Astronomical
/// Algorithms*; stated as good to a minute between the polar circles and to ten minutes beyond, for
/// the years 1800 to 2100.
final class Sun {

    private static final double UNIX_EPOCH_JULIAN_DAY = 2440587.5;
    private static final double J2000_JULIAN_DAY = 2451545;
    private static final double DAYS_PER_CENTURY = 36525;
    private static final double SECONDS_PER_DAY = 86400;
    private static final double MINUTES_PER_DEGREE = 4;

    /// Centuries since the noon of 1 January 2000.
    private final double t;

    private Sun(Instant moment) {
        double seconds = moment.getEpochSecond() + moment.getNano() / 1e9;
        double julianDay = seconds / SECONDS_PER_DAY + UNIX_EPOCH_JULIAN_DAY;
        t = (julianDay - J2000_JULIAN_DAY) / DAYS_PER_CENTURY;
    }

    /// Height of the centre of the sun above the horizon in degrees, without refraction.
    static double elevation(Position position, Instant moment) {
        var sun = new Sun(moment);
        double declination = sun.declination();
        double latitude = Math.toRadians(position.latitude());
        double minutesUtc =
                Math.floorMod(moment.getEpochSecond(), 86400L) / 60.0 + moment.getNano() / 6e10;
        double solarMinutes =
                minutesUtc + sun.equationOfTime() + MINUTES_PER_DEGREE * position.longitude();
        double hourAngle = Math.toRadians(solarMinutes / MINUTES_PER_DEGREE - 180);
        double sine =
                Math.sin(latitude) * Math.sin(declination)
                        + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
        return Math.toDegrees(Math.asin(Math.clamp(sine, -1, 1)));
    }

    /// By how many minutes a sundial is ahead of a clock.
    static double equationOfTime(Instant moment) {
        return new Sun(moment).equationOfTime();
    }

    private double equationOfTime() {
        double y = Math.pow(Math.tan(obliquity() / 2), 2);
        double l = Math.toRadians(meanLongitude());
        double m = Math.toRadians(meanAnomaly());
        double e = eccentricity();
        double radians =
                y * Math.sin(2 * l)
                        - 2 * e * Math.sin(m)
                        + 4 * e * y * Math.sin(m) * Math.cos(2 * l)
                        - 0.5 * y * y * Math.sin(4 * l)
                        - 1.25 * e * e * Math.sin(2 * m);
        return MINUTES_PER_DEGREE * Math.toDegrees(radians);
    }

    /// In radians.
    private double declination() {
        double moonNode = Math.toRadians(125.04 - 1934.136 * t);
        double longitude =
                meanLongitude() + equationOfCentre() - 0.00569 - 0.00478 * Math.sin(moonNode);
        return Math.asin(Math.sin(obliquity()) * Math.sin(Math.toRadians(longitude)));
    }

    private double meanLongitude() {
        return 280.46646 + t * (36000.76983 + t * 0.0003032);
    }

    private double meanAnomaly() {
        return 357.52911 + t * (35999.05029 - 0.0001537 * t);
    }

    private double eccentricity() {
        return 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
    }

    private double equationOfCentre() {
        double m = Math.toRadians(meanAnomaly());
        return Math.sin(m) * (1.914602 - t * (0.004817 + 0.000014 * t))
                + Math.sin(2 * m) * (0.019993 - 0.000101 * t)
                + Math.sin(3 * m) * 0.000289;
    }

    /// Corrected for nutation, in radians.
    private double obliquity() {
        double seconds = 21.448 - t * (46.8150 + t * (0.00059 - t * 0.001813));
        double mean = 23 + (26 + seconds / 60) / 60;
        double moonNode = Math.toRadians(125.04 - 1934.136 * t);
        return Math.toRadians(mean + 0.00256 * Math.cos(moonNode));
    }
}

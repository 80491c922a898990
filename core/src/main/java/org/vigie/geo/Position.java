package org.vigie.geo;

/// A point on the earth in degrees, WGS 84: latitude -90 to 90 (north is positive), longitude -180
/// to 180 (east is positive).
///
/// Distances and bearings are those of a sphere with the mean radius of the earth. Against the
/// ellipsoid that is wrong by at most 0.56 % of a distance, far less than any road or any published
/// coordinate in this field. A position says nothing of how well it is known: that is
/// [PlacePrecision].
public record Position(double latitude, double longitude) {

    /// Mean radius R1 of the earth in km (IUGG; GRS 80, Moritz 2000).
    public static final double EARTH_RADIUS_KM = 6371.0088;

    public Position {
        if (!(latitude >= -90 && latitude <= 90))
            throw new BadInput("latitude", latitude, "between -90 and 90 degrees");
        if (!(longitude >= -180 && longitude <= 180))
            throw new BadInput("longitude", longitude, "between -180 and 180 degrees");
        latitude += 0.0; // so that -0.0 and 0.0 are one position
        longitude += 0.0;
    }

    /// Great-circle distance in km (haversine, exact also for short distances).
    public double distanceKm(Position other) {
        double sinLat = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double sinLon = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double cosines =
                Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude));
        double h = sinLat * sinLat + cosines * sinLon * sinLon;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)));
    }

    /// First bearing of the great circle to the other position, in degrees from north, 0 to below
    /// 360. Of a position to itself it is 0.
    public double bearingDegrees(Position other) {
        double lat1 = Math.toRadians(latitude);
        double lat2 = Math.toRadians(other.latitude);
        double dLon = Math.toRadians(other.longitude - longitude);
        double y = Math.sin(dLon) * Math.cos(lat2);
        double x =
                Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLon);
        double degrees = (Math.toDegrees(Math.atan2(y, x)) + 360) % 360;
        return degrees + 0.0;
    }

    /// Where one is after `km` along the great circle that starts with this bearing.
    ///
    /// @param bearingDegrees degrees from north, any finite number
    /// @param km not negative
    public Position toward(double bearingDegrees, double km) {
        if (!Double.isFinite(bearingDegrees))
            throw new BadInput("bearing", bearingDegrees, "a finite number of degrees");
        if (!(km >= 0 && Double.isFinite(km)))
            throw new BadInput("distance", km, "a finite number of km, not negative");
        double arc = km / EARTH_RADIUS_KM;
        double bearing = Math.toRadians(bearingDegrees);
        double lat1 = Math.toRadians(latitude);
        double sinLat2 =
                Math.sin(lat1) * Math.cos(arc) + Math.cos(lat1) * Math.sin(arc) * Math.cos(bearing);
        double lat2 = Math.asin(Math.clamp(sinLat2, -1, 1));
        double dLon =
                Math.atan2(
                        Math.sin(bearing) * Math.sin(arc) * Math.cos(lat1),
                        Math.cos(arc) - Math.sin(lat1) * sinLat2);
        return new Position(Math.toDegrees(lat2), wrapped(longitude + Math.toDegrees(dLon)));
    }

    /// A longitude brought into -180 to below 180 degrees.
    private static double wrapped(double longitude) {
        double turned = (longitude + 180) % 360;
        return Math.max(-180, (turned < 0 ? turned + 360 : turned) - 180);
    }
}

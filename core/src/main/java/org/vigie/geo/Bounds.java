package org.vigie.geo;

/// A box of latitudes and longitudes in degrees, borders included. It does not cross the 180th
/// meridian: west is never greater than east.
public record Bounds(double south, double west, double north, double east) {

    public Bounds {
        var southWest = new Position(south, west);
        var northEast = new Position(north, east);
        if (southWest.latitude() > northEast.latitude())
            throw new BadInput("south of a box", south, "not above its north " + north);
        if (southWest.longitude() > northEast.longitude())
            throw new BadInput("west of a box", west, "not above its east " + east);
    }

    /// Whether the position lies inside or on the border.
    public boolean contains(Position position) {
        return position.latitude() >= south
                && position.latitude() <= north
                && position.longitude() >= west
                && position.longitude() <= east;
    }

    /// The middle in degrees.
    public Position centre() {
        return new Position((south + north) / 2, (west + east) / 2);
    }
}

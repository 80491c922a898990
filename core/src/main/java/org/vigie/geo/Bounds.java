package org.vigie.geo;

import java.util.List;
import java.util.Optional;

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

    /// The box around these positions; empty where there are none.
    public static Optional<Bounds> around(List<Position> positions) {
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        var north = positions.stream().mapToDouble(Position::latitude).summaryStatistics();
        var east = positions.stream().mapToDouble(Position::longitude).summaryStatistics();
        return Optional.of(
                new Bounds(north.getMin(), east.getMin(), north.getMax(), east.getMax()));
    }

    /// The same with so many degrees more on each side, as far as there are any.
    public Bounds widened(double degrees) {
        return new Bounds(
                Math.max(-90, south - degrees),
                Math.max(-180, west - degrees),
                Math.min(90, north + degrees),
                Math.min(180, east + degrees));
    }

    /// The middle in degrees.
    public Position centre() {
        return new Position((south + north) / 2, (west + east) / 2);
    }
}

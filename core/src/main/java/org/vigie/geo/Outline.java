package org.vigie.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/// The outline of an area: its corners in order, the first not repeated at the end.
///
/// Sides are straight in degrees, which for an area of a few hundred kilometres is within a
/// kilometre of the shortest line on the ground. Outlines across the date line are not known.
public final class Outline {

    /// More corners than any area that people write into a list.
    public static final int CORNERS_MAX = 500;

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final String ALLOWED =
            "POLYGON ((longitude latitude, …)) of three to 500 corners, such as POLYGON ((-4 14, -3"
                    + " 14, -3 15, -4 14)), or CIRCLE (longitude latitude, km) with a radius of up to"
                    + " 1000 km, such as CIRCLE (-4 14, 25)";
    private static final Pattern POLYGON =
            Pattern.compile(
                    "POLYGON\\s*\\(\\s*\\(([-+0-9.eE,\\s]*)\\)\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CIRCLE =
            Pattern.compile(
                    "CIRCLE\\s*\\(([-+0-9.eE]+\\s+[-+0-9.eE]+)\\s*,\\s*([0-9.]+)(?:\\s*km)?\\s*\\)",
                    Pattern.CASE_INSENSITIVE);

    /// Enough that a side is within half a percent of the radius of the circle.
    private static final int CIRCLE_CORNERS = 36;

    /// A circle over more than this is a country, and somebody's slip.
    private static final double RADIUS_KM_MAX = 1_000;

    /// Wider than this, corners lie on both sides of the date line and the inside is the wrong side
    /// of the earth, in degrees.
    private static final double WIDTH_MAX = 180;

    private Outline() {}

    /// Reads the outline of a polygon without holes, as well-known text writes it, or that of a
    /// circle around a place.
    ///
    /// @throws BadInput when it is none, or when it crosses itself, with the place where
    public static List<Position> parse(String field, String text) {
        var circle = CIRCLE.matcher(text.strip());
        if (circle.matches()) {
            return circle(field, text, circle.group(1), circle.group(2));
        }
        var match = POLYGON.matcher(text.strip());
        if (!match.matches()) {
            throw new BadInput(field, text, ALLOWED);
        }
        var corners = new ArrayList<Position>();
        for (var corner : match.group(1).split(",", -1)) {
            if (corners.size() > CORNERS_MAX) {
                throw new BadInput(field, text, ALLOWED);
            }
            corners.add(corner(field, corner));
        }
        boolean closed = corners.size() > 1 && corners.getFirst().equals(corners.getLast());
        return checked(field, closed ? corners.subList(0, corners.size() - 1) : corners);
    }

    private static List<Position> circle(String field, String text, String at, String radius) {
        var centre = corner(field, at);
        double km;
        try {
            km = Double.parseDouble(radius);
        } catch (NumberFormatException e) {
            throw new BadInput(field, text, ALLOWED, e);
        }
        if (!(km > 0 && km <= RADIUS_KM_MAX)) {
            throw new BadInput(field, text, ALLOWED);
        }
        var corners = new ArrayList<Position>();
        for (int i = 0; i < CIRCLE_CORNERS; i++) {
            corners.add(centre.toward(360.0 * i / CIRCLE_CORNERS, km));
        }
        return checked(field, corners);
    }

    private static Position corner(String field, String text) {
        var numbers = text.strip().split("\\s+", -1);
        if (numbers.length != 2) {
            throw new BadInput(field, text, ALLOWED);
        }
        try {
            return new Position(Double.parseDouble(numbers[1]), Double.parseDouble(numbers[0]));
        } catch (NumberFormatException e) {
            throw new BadInput(field, text, ALLOWED, e);
        }
    }

    private static List<Position> checked(String field, List<Position> corners) {
        if (corners.size() < 3 || corners.size() > CORNERS_MAX) {
            throw new BadInput(field, corners.size() + " corners", ALLOWED);
        }
        var wide = corners.stream().mapToDouble(Position::longitude).summaryStatistics();
        if (wide.getMax() - wide.getMin() > WIDTH_MAX) {
            throw new BadInput(
                    field,
                    text(corners),
                    "an outline of at most 180 degrees from west to east; one across the date line is"
                            + " to be written as two, one on either side of it");
        }
        var error = new IsValidOp(polygon(corners)).getValidationError();
        if (error != null) {
            var at = error.getCoordinate();
            throw new BadInput(
                    field,
                    text(corners),
                    String.format(
                            Locale.ROOT,
                            "an outline that does not cross or touch itself, as this one does near"
                                    + " latitude %.4f, longitude %.4f",
                            at.getY(),
                            at.getX()));
        }
        return List.copyOf(corners);
    }

    /// Whether a place lies in the area or on its edge.
    public static boolean holds(List<Position> corners, Position place) {
        return polygon(corners)
                .covers(FACTORY.createPoint(new Coordinate(place.longitude(), place.latitude())));
    }

    /// Whether the straight line between two places touches the area.
    public static boolean crosses(List<Position> corners, Position from, Position to) {
        return polygon(corners)
                .intersects(FACTORY.createLineString(new Coordinate[] {point(from), point(to)}));
    }

    private static Coordinate point(Position position) {
        return new Coordinate(position.longitude(), position.latitude());
    }

    /// As [#parse] reads it.
    public static String text(List<Position> corners) {
        var closed = new ArrayList<>(corners);
        closed.add(corners.getFirst());
        return closed.stream()
                .map(corner -> corner.longitude() + " " + corner.latitude())
                .collect(Collectors.joining(", ", "POLYGON ((", "))"));
    }

    private static Polygon polygon(List<Position> corners) {
        var ring = new Coordinate[corners.size() + 1];
        for (int i = 0; i < ring.length; i++) {
            var corner = corners.get(i % corners.size());
            ring[i] = new Coordinate(corner.longitude(), corner.latitude());
        }
        return FACTORY.createPolygon(ring);
    }
}

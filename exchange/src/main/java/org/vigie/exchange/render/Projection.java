package org.vigie.exchange.render;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geo.Position;

/// From degrees to the units of a drawing: equirectangular, longitudes shortened by the cosine of
/// the middle latitude. Good to about 2 % in length over a country such as Mali, which is all that
/// a scale bar on a small map promises.
///
/// @param scale units per degree of latitude
record Projection(double west, double north, double cosine, double scale, int width, int height) {

    /// Kilometres in a degree of latitude on the mean sphere.
    private static final double KM_PER_DEGREE = Math.PI * Position.EARTH_RADIUS_KM / 180;

    /// Free border around what is drawn.
    private static final int MARGIN = 12;

    /// No map is taller than this share of its width.
    private static final double TALLEST = 0.95;

    /// A box smaller than this in degrees is widened: a map of one point needs some land around it.
    private static final double SMALLEST = 1.0;

    /// A point in the units of the drawing.
    record Point(double x, double y) {}

    static Projection over(List<Position> positions, int width) {
        double south = positions.stream().mapToDouble(Position::latitude).min().orElse(-1);
        double north = positions.stream().mapToDouble(Position::latitude).max().orElse(1);
        double west = positions.stream().mapToDouble(Position::longitude).min().orElse(-1);
        double east = positions.stream().mapToDouble(Position::longitude).max().orElse(1);
        double tall = Math.max(SMALLEST, north - south);
        double wide = Math.max(SMALLEST, east - west);
        double middle = (north + south) / 2;
        double cosine = Math.cos(Math.toRadians(middle));
        double room = width - 2.0 * MARGIN;
        double scale = Math.min(room / (wide * cosine), (width * TALLEST - 2 * MARGIN) / tall);
        int height = (int) Math.ceil(tall * scale) + 2 * MARGIN;
        double left = (west + east) / 2 - width / (2 * scale * cosine);
        double top = middle + height / (2 * scale);
        return new Projection(left, top, cosine, scale, width, height);
    }

    Point at(Position position) {
        return new Point(
                (position.longitude() - west) * cosine * scale,
                (north - position.latitude()) * scale);
    }

    double units(double km) {
        return km / KM_PER_DEGREE * scale;
    }

    List<Point> line(List<Position> line) {
        var points = new ArrayList<Point>(line.size());
        line.forEach(position -> points.add(at(position)));
        return points;
    }
}

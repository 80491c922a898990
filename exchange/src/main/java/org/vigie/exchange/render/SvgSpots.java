package org.vigie.exchange.render;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geo.Position;

/// A small map of places by class: each class has a shape and a colour of its own, so that it reads
/// without colours too.
///
/// When it must not be trusted: outlines are simplified, and places that lie near each other cover
/// each other; a list beside the map must name what matters.
public final class SvgSpots {

    private static final int WIDTH = 340;
    private static final int OUTLINE_BYTES = 2_000;

    private SvgSpots() {}

    /// How the places of a class look.
    public enum Shape {
        DISC("m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "#2f8f6b"),
        CROSS("m-4-4l8 8m0-8l-8 8", "#c0392b"),
        TRIANGLE("m0-5l5 9h-10z", "#c9962b"),
        SQUARE("m-4-4h8v8h-8z", "#6b4a8f");

        /// From the place on.
        private final String path;

        private final String colour;

        Shape(String path, String colour) {
            this.path = path;
            this.colour = colour;
        }

        /// As it is drawn elsewhere on the page.
        public String colour() {
            return colour;
        }
    }

    /// A place, and the class that it is in.
    public record Spot(Position position, Shape shape) {}

    /// The land with the places on it.
    ///
    /// @param title what is drawn, for those who do not see it
    public static Html of(String title, List<Outline> outlines, List<Spot> spots) {
        var extent = new ArrayList<Position>();
        outlines.stream()
                .filter(outline -> !outline.river())
                .forEach(outline -> outline.lines().forEach(extent::addAll));
        spots.forEach(spot -> extent.add(spot.position()));
        var projection = Projection.over(extent, WIDTH);
        var drawn = new ArrayList<Html>();
        for (var shape : Shape.values()) {
            drawn.add(
                    Html.of(
                            "<path fill=\"{}\" stroke=\"currentColor\" d=\"{}\"/>",
                            shape.colour,
                            path(shape, spots, projection)));
        }
        return Html.of(
                "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{}{}</svg>",
                projection.width(),
                projection.height(),
                title,
                SvgMap.land(outlines, projection, OUTLINE_BYTES),
                drawn);
    }

    private static String path(Shape shape, List<Spot> spots, Projection projection) {
        var path = new StringBuilder();
        for (var spot : spots) {
            if (spot.shape() == shape) {
                var point = projection.at(spot.position());
                path.append('M')
                        .append(Math.round(point.x()))
                        .append(' ')
                        .append(Math.round(point.y()))
                        .append(shape.path);
            }
        }
        return path.toString();
    }
}

package org.vigie.exchange.render;

import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Position;

/// A small map of a plan: where something is to be done, told apart by shape, and in another colour
/// and with a ring where something stands against it.
///
/// When it must not be trusted: one mark stands for everything of its sort at one place; what has
/// no position is not on it.
public final class SvgPlan {

    private static final int WIDTH = 720;
    private static final int OUTLINE_BYTES = 2_400;

    /// The room of a name: where another stands so near, the mark's title alone has it.
    private static final int LABEL_WIDTH = 170;

    private static final int LABEL_HEIGHT = 15;

    /// How far from one another marks of one place stand.
    private static final int BESIDE = 22;

    /// What a mark stands for.
    public enum Shape {
        /// Somebody among people: a disc.
        CIVIL,
        /// Somebody who protects: a square.
        PROTECTS,
        /// A flight: a triangle.
        FLIES
    }

    /// One place and sort of activity.
    ///
    /// @param title what its title says
    /// @param address what it opens
    /// @param against whether something stands against one of them
    public record Mark(
            String place,
            Position position,
            Shape shape,
            String title,
            String address,
            boolean against) {}

    private final Words words;
    private final Projection projection;

    private SvgPlan(Words words, Projection projection) {
        this.words = words;
        this.projection = projection;
    }

    /// The drawing, or nothing where nothing has a position.
    public static Html of(List<Outline> outlines, List<Mark> marks, Words words) {
        if (marks.isEmpty()) {
            return Html.EMPTY;
        }
        var extent = new ArrayList<Position>();
        marks.forEach(mark -> extent.add(mark.position()));
        outlines.stream()
                .filter(outline -> !outline.river())
                .forEach(outline -> outline.lines().forEach(extent::addAll));
        return new SvgPlan(words, Projection.over(extent, WIDTH)).draw(outlines, marks);
    }

    private Html draw(List<Outline> outlines, List<Mark> marks) {
        var drawn = new ArrayList<Html>();
        var names = new ArrayList<Html>();
        var named = new ArrayList<Projection.Point>();
        var taken = new ArrayList<Projection.Point>();
        for (var mark : marks) {
            var spot = projection.at(mark.position());
            long beside = taken.stream().filter(spot::equals).count();
            taken.add(spot);
            var point = new Projection.Point(spot.x() + beside * BESIDE, spot.y());
            drawn.add(mark(mark, point));
            boolean free =
                    named.stream()
                            .noneMatch(other ->
                                    Math.abs(other.y() - point.y()) < LABEL_HEIGHT
                                            && Math.abs(other.x() - point.x()) < LABEL_WIDTH);
            if (free) {
                named.add(point);
                boolean right = point.x() < WIDTH - LABEL_WIDTH;
                names.add(
                        Html.of(
                                "<text x=\"{}\" y=\"{}\"{}>{}</text>",
                                Math.round(point.x()) + (right ? 12 : -12),
                                Math.round(point.y()) - 6,
                                right
                                        ? Html.attribute("hidden", false)
                                        : Html.attribute("text-anchor", "end"),
                                mark.place()));
            }
        }
        return Html.of(
                "<svg class=\"map\" viewBox=\"0 0 {} {}\" role=\"group\" aria-labelledby=\"pt pd\"><title"
                        + " id=\"pt\">{}</title><desc id=\"pd\">{}</desc>{}{}<g class=\"mn\""
                        + " aria-hidden=\"true\">{}</g></svg>",
                projection.width(),
                projection.height(),
                words.say("plan.map"),
                words.say("plan.legend"),
                SvgMap.land(outlines, projection, OUTLINE_BYTES),
                drawn,
                names);
    }

    private static Html mark(Mark mark, Projection.Point point) {
        long x = Math.round(point.x());
        long y = Math.round(point.y());
        var ring =
                mark.against()
                        ? Html.of(
                                "<path class=\"sc\" d=\"M{} {}a10 10 0 1 0 20 0a10 10 0 1 0-20 0\"/>",
                                x - 10,
                                y)
                        : Html.EMPTY;
        return Html.of(
                "<a href=\"{}\">{}<path class=\"sm\" d=\"M{} {}{}\"><title>{}</title></path></a>",
                mark.address(),
                ring,
                x,
                y,
                shape(mark.shape()),
                mark.title());
    }

    /// Around a point: a disc, a square, a triangle.
    private static String shape(Shape shape) {
        return switch (shape) {
            case CIVIL -> "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0";
            case PROTECTS -> "m-5-5h10v10h-10z";
            case FLIES -> "m0-7l6 11h-12z";
        };
    }
}

package org.vigie.exchange.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Position;

/// A small map of what a posture covers: bases as squares, and for each cell of a grid in which
/// people live whether it is covered, gained, lost or neither, told apart by shape.
///
/// When it must not be trusted: a cell is drawn in its middle and says what holds for some of its
/// places, not for all; outlines are simplified.
public final class SvgPosture {

    private static final int WIDTH = 720;
    private static final int OUTLINE_BYTES = 3_000;

    /// The room of a letter of a name, at the size in which a telephone shows it.
    private static final int LETTER_WIDTH = 9;

    private static final int LABEL_HEIGHT = 16;
    private static final int BESIDE = 9;

    /// What another posture changes for a cell.
    public enum Change {
        NEITHER,
        KEPT,
        GAINED,
        LOST
    }

    /// A cell of the grid.
    public record Cell(Position middle, Change change) {}

    /// What is to be drawn.
    ///
    /// @param moves from base to base, as lines
    public record Plan(
            List<Outline> outlines,
            List<SvgMap.Base> bases,
            List<Cell> cells,
            List<List<Position>> moves,
            Words words) {

        public Plan {
            outlines = List.copyOf(outlines);
            bases = List.copyOf(bases);
            cells = List.copyOf(cells);
            moves = List.copyOf(moves);
        }
    }

    private final Plan plan;
    private final Projection projection;

    private SvgPosture(Plan plan) {
        this.plan = plan;
        var extent = new ArrayList<Position>();
        plan.outlines().stream()
                .filter(outline -> !outline.river())
                .forEach(outline -> outline.lines().forEach(extent::addAll));
        if (extent.isEmpty()) {
            plan.cells().forEach(cell -> extent.add(cell.middle()));
            plan.bases().forEach(base -> extent.add(base.position()));
        }
        projection = Projection.over(extent, WIDTH);
    }

    public static Html of(Plan plan) {
        return new SvgPosture(plan).draw();
    }

    private Html draw() {
        var words = plan.words();
        Map<Change, Integer> counts = new EnumMap<>(Change.class);
        for (var cell : plan.cells()) {
            counts.merge(cell.change(), 1, Integer::sum);
        }
        return Html.of(
                "<svg class=\"map\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"pt pd\"><title"
                        + " id=\"pt\">{}</title><desc id=\"pd\">{}</desc>{}<g fill=\"none\""
                        + " stroke=\"currentColor\"><path stroke-opacity=\".5\" stroke-width=\"2\""
                        + " d=\"{}\"/><path stroke-width=\"2\" d=\"{}\"/><path stroke=\"#009e73\""
                        + " stroke-width=\"2.5\" d=\"{}\"/><path class=\"sc\" d=\"{}\"/><path"
                        + " stroke-dasharray=\"6 4\" d=\"{}\"/></g>{}</svg>",
                projection.width(),
                projection.height(),
                words.say("posture.map"),
                words.say(
                        "posture.map-says",
                        counts.getOrDefault(Change.KEPT, 0),
                        counts.getOrDefault(Change.GAINED, 0),
                        counts.getOrDefault(Change.LOST, 0),
                        counts.getOrDefault(Change.NEITHER, 0)),
                SvgMap.land(plan.outlines(), projection, OUTLINE_BYTES),
                marks(Change.NEITHER),
                marks(Change.KEPT),
                marks(Change.GAINED),
                marks(Change.LOST),
                moves(),
                bases());
    }

    private String marks(Change change) {
        var path = new StringBuilder();
        for (var cell : plan.cells()) {
            if (cell.change() == change) {
                var point = projection.at(cell.middle());
                path.append(mark(change, Math.round(point.x()), Math.round(point.y())));
            }
        }
        return path.toString();
    }

    /// A dot, an open diamond (bases are squares), a plus or a cross around a point.
    private static String mark(Change change, long x, long y) {
        return switch (change) {
            case NEITHER -> "M" + x + " " + y + "h2";
            case KEPT -> "M" + (x - 4) + " " + y + "l4-4 4 4-4 4z";
            case GAINED -> "M" + (x - 5) + " " + y + "h10m-5-5v10";
            case LOST -> "M" + (x - 4) + " " + (y - 4) + "l8 8m0-8l-8 8";
        };
    }

    private String moves() {
        var path = new StringBuilder();
        for (var move : plan.moves()) {
            var from = projection.at(move.getFirst());
            var to = projection.at(move.getLast());
            path.append('M')
                    .append(Math.round(from.x()))
                    .append(' ')
                    .append(Math.round(from.y()))
                    .append('L')
                    .append(Math.round(to.x()))
                    .append(' ')
                    .append(Math.round(to.y()));
        }
        return path.toString();
    }

    /// The bases for whose names there is no room on the map: they are to be named beside it.
    public static List<String> listUnnamed(Plan plan) {
        var unnamed = plan.bases().stream().map(SvgMap.Base::name).collect(Collectors.toList());
        new SvgPosture(plan).labels().forEach(label -> unnamed.remove(label.name));
        return List.copyOf(unnamed);
    }

    /// A name and where it stands.
    ///
    /// @param left of its base, else to the right
    private record Label(String name, long x, long y, boolean left) {

        private long from() {
            return left ? x - width() : x;
        }

        private long width() {
            return (long) LETTER_WIDTH * name.length();
        }

        boolean crosses(Label other) {
            return Math.abs(y - other.y) < LABEL_HEIGHT
                    && from() < other.from() + other.width()
                    && other.from() < from() + width();
        }

        boolean within(int all) {
            return from() >= 0 && from() + width() <= all;
        }

        Html drawn() {
            return Html.of(
                    "<text x=\"{}\" y=\"{}\"{}>{}</text>",
                    x,
                    y,
                    left ? Html.attribute("text-anchor", "end") : Html.attribute("hidden", false),
                    name);
        }
    }

    /// Each name above or below its base, to the right or the left, where none stands yet.
    private List<Label> labels() {
        var labels = new ArrayList<Label>();
        for (var base : plan.bases()) {
            var point = projection.at(base.position());
            long x = Math.round(point.x());
            long y = Math.round(point.y());
            Stream.of(
                            new Label(base.name(), x + BESIDE, y - 4, false),
                            new Label(base.name(), x + BESIDE, y + 14, false),
                            new Label(base.name(), x - BESIDE, y - 4, true),
                            new Label(base.name(), x - BESIDE, y + 14, true))
                    .filter(label -> label.within(projection.width()))
                    .filter(label -> labels.stream().noneMatch(label::crosses))
                    .findFirst()
                    .ifPresent(labels::add);
        }
        return labels;
    }

    private Html bases() {
        var drawn = new ArrayList<Html>();
        for (var base : plan.bases()) {
            var point = projection.at(base.position());
            long x = Math.round(point.x());
            long y = Math.round(point.y());
            drawn.add(
                    Html.of(
                            "<path d=\"M{} {}h10v10h-10z\"><title>{}</title></path>",
                            x - 5,
                            y - 5,
                            base.name() + " · " + base.note()));
        }
        return Html.of(
                "<g class=\"mb\">{}</g><g class=\"mn\" aria-hidden=\"true\">{}</g>",
                drawn,
                labels().stream().map(Label::drawn).toList());
    }
}

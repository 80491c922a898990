package org.vigie.exchange.render;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.vigie.exchange.render.Projection.Point;
import org.vigie.exchange.words.Words;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Spot;

/// A small map in SVG: outlines, incidents as marks, bases as squares, a scale bar.
///
/// What it shows: shape by kind ([Mark]), size by deaths (area in proportion to the sources' best
/// estimates), what is known only by district or region as a hatched area and never as a dot. What
/// is known by country alone is counted beside the map and not drawn.
///
/// When it must not be trusted: a mark of several incidents stands at the mean of their positions;
/// outlines are simplified to fit the page, so a border is wrong by a few kilometres.
///
/// Marks are drawn gravest first and linked until the bytes are used up; the others become plain
/// dots. The table beside the map has them all.
public final class SvgMap {

    private static final int WIDTH = 720;

    /// Share of the bytes that outlines may use.
    private static final double OUTLINE_SHARE = 0.34;

    /// Bytes of a plain dot, and of what is always there.
    private static final int DOT_BYTES = 10;

    private static final int FRAME_BYTES = 1_200;

    private static final int SMALLEST_RADIUS = 5;
    private static final int LARGEST_RADIUS = 22;

    /// Deaths at which a mark has its largest radius.
    private static final double DEATHS_AT_LARGEST = 500;

    /// Places named on the map besides bases.
    private static final int NAMED_MAX = 4;

    private static final int[] SCALE_KM = {1000, 500, 200, 100, 50, 20, 10};

    /// A base of the mission.
    ///
    /// @param note what else its title says, in words; may be empty
    public record Base(String name, Position position, String note) {}

    /// What is to be drawn.
    ///
    /// @param link the address that a mark opens; empty where it opens nothing, as on paper
    /// @param bytesMax how many bytes the drawing may take; not less than 2,000
    public record Plan(
            List<Outline> outlines,
            List<Spot> spots,
            List<Base> bases,
            Function<Spot, String> link,
            Words words,
            int bytesMax) {

        public Plan {
            outlines = List.copyOf(outlines);
            spots = List.copyOf(spots);
            bases = List.copyOf(bases);
        }
    }

    /// The drawing.
    ///
    /// @param linked marks that are links
    /// @param dots marks that had no room to be links: dots, one for all of a cell
    /// @param byCountry incidents that are known by country only and are not drawn
    /// @param outside incidents that lie beyond the map's edge and are not drawn
    public record Drawn(Html svg, int linked, int dots, long byCountry, long outside) {}

    private final Plan plan;
    private final Words words;
    private final Projection projection;
    private final List<Label> labels = new ArrayList<>();

    private record Label(String text, double x, double y, double width) {

        boolean overlaps(Label other) {
            return Math.abs(y - other.y) < 17 && x < other.x + other.width && other.x < x + width;
        }
    }

    private SvgMap(Plan plan) {
        this.plan = plan;
        this.words = plan.words();
        this.projection = Projection.over(extent(plan), WIDTH);
    }

    public static Drawn of(Plan plan) {
        return new SvgMap(plan).draw();
    }

    private static List<Position> extent(Plan plan) {
        var extent = new ArrayList<Position>();
        plan.outlines().stream()
                .filter(outline -> !outline.river())
                .forEach(outline -> outline.lines().forEach(extent::addAll));
        if (extent.isEmpty()) {
            plan.spots().forEach(spot -> extent.add(spot.middle()));
            plan.bases().forEach(base -> extent.add(base.position()));
        }
        return extent;
    }

    private Drawn draw() {
        var land = land();
        var bases = bases();
        var known = plan.spots().stream().filter(spot -> !byCountry(spot.precision())).toList();
        var placed = known.stream().filter(this::inside).toList();
        long outside = known.stream().filter(spot -> !inside(spot)).mapToLong(Spot::events).sum();
        int left =
                plan.bytesMax()
                        - land.bytes()
                        - bases.bytes()
                        - FRAME_BYTES
                        - DOT_BYTES * (int) placed.stream().mapToInt(Spot::cell).distinct().count();
        Map<Mark, List<Html>> marks = new EnumMap<>(Mark.class);
        var areas = new ArrayList<Html>();
        Map<Integer, Spot> dots = new TreeMap<>();
        var linked = new ArrayList<Spot>();
        for (var spot : placed) {
            var mark = mark(spot);
            left -= mark.bytes();
            if (left < 0) {
                dots.putIfAbsent(spot.cell(), spot);
            } else if (rough(spot.precision())) {
                areas.add(mark);
                linked.add(spot);
            } else {
                marks.computeIfAbsent(Mark.of(spot.kind()), m -> new ArrayList<>()).add(mark);
                linked.add(spot);
            }
        }
        var named = names(linked);
        var drawn =
                Html.of(
                        "<svg class=\"map\" viewBox=\"0 0 {} {}\" role=\"group\" aria-labelledby=\"mt"
                                + " md\"><title id=\"mt\">{}</title><desc id=\"md\">{}</desc><defs><pattern"
                                + " id=\"h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path"
                                + " class=\"hl\" d=\"M0 6L6 0\"/></pattern></defs>{}<g class=\"ma\""
                                + " fill=\"url(#h)\">{}</g><path class=\"md\""
                                + " d=\"{}\"/>{}{}{}{}</svg>",
                        projection.width(),
                        projection.height(),
                        words.say("map.title"),
                        words.say("map.description", placed.size(), plan.bases().size()),
                        land,
                        areas,
                        dots(dots.values()),
                        bases,
                        groups(marks),
                        named,
                        scaleBar());
        return new Drawn(
                drawn, linked.size(), placed.size() - linked.size(), eventsByCountry(), outside);
    }

    /// Whether it is on the paper at all.
    private boolean inside(Spot spot) {
        var point = projection.at(spot.middle());
        return point.x() >= 0
                && point.x() <= projection.width()
                && point.y() >= 0
                && point.y() <= projection.height();
    }

    private long eventsByCountry() {
        return plan.spots().stream()
                .filter(spot -> byCountry(spot.precision()))
                .mapToLong(Spot::events)
                .sum();
    }

    private String dots(Collection<Spot> spots) {
        var dots = new StringBuilder();
        for (var spot : spots) {
            var point = projection.at(spot.middle());
            dots.append('M')
                    .append(Math.round(point.x()))
                    .append(' ')
                    .append(Math.round(point.y()))
                    .append("h1");
        }
        return dots.toString();
    }

    private static boolean byCountry(PlacePrecision precision) {
        return precision == PlacePrecision.COUNTRY || precision == PlacePrecision.INTERNATIONAL;
    }

    private static boolean rough(PlacePrecision precision) {
        return switch (precision) {
            case EXACT, NEAR -> false;
            case ADMIN2, ADMIN1, FEATURE, REGION, COUNTRY, INTERNATIONAL, UNKNOWN -> true;
        };
    }

    private Html land() {
        return land(plan.outlines(), projection, plan.bytesMax() * OUTLINE_SHARE);
    }

    /// Borders and rivers, simplified until they fit into so many bytes.
    static Html land(List<Outline> outlines, Projection projection, double bytesMax) {
        for (double tolerance = 0.8; ; tolerance *= 1.5) {
            var land =
                    Html.of(
                            "<path class=\"l0\" d=\"{}\"/><path class=\"l1\" d=\"{}\"/><path"
                                    + " class=\"lr\" d=\"{}\"/>",
                            paths(outlines, 0, projection, tolerance),
                            paths(outlines, 1, projection, tolerance),
                            paths(outlines, -1, projection, tolerance));
            if (land.bytes() <= bytesMax || tolerance > 30) {
                return land;
            }
        }
    }

    private static String paths(
            List<Outline> outlines, int level, Projection projection, double tolerance) {
        var paths = new StringBuilder();
        for (var outline : outlines) {
            if (outline.level() == level) {
                paths.append(path(outline, projection, tolerance));
            }
        }
        return paths.toString();
    }

    private static String path(Outline outline, Projection projection, double tolerance) {
        var path = new StringBuilder();
        for (var line : outline.lines()) {
            path.append(PathText.of(projection.line(line), tolerance, !outline.river()));
        }
        return path.toString();
    }

    private Html groups(Map<Mark, List<Html>> marks) {
        var groups = new ArrayList<Html>();
        marks.forEach((mark, drawn) ->
                groups.add(Html.of("<g class=\"{}\">{}</g>", mark.style(), drawn)));
        return Html.join(groups);
    }

    private Html mark(Spot spot) {
        var drawn = Html.of("<path d=\"{}\"><title>{}</title></path>", shape(spot), title(spot));
        var address = plan.link().apply(spot);
        return address.isEmpty() ? drawn : Html.of("<a href=\"{}\">{}</a>", address, drawn);
    }

    private String shape(Spot spot) {
        var point = projection.at(spot.middle());
        if (!rough(spot.precision())) {
            return Mark.of(spot.kind())
                    .path(Math.round(point.x()), Math.round(point.y()), radius(spot.best()));
        }
        var area =
                spot.precision() == PlacePrecision.ADMIN1
                        ? find(spot.area())
                        : Optional.<Outline>empty();
        return area.map(outline -> path(outline, projection, 4))
                .orElseGet(() -> circle(point, spot));
    }

    private String circle(Point point, Spot spot) {
        long radius = Math.round(Math.max(8, projection.units(spot.precision().radiusKm())));
        return Mark.FIGHTING.path(Math.round(point.x()), Math.round(point.y()), radius);
    }

    private Optional<Outline> find(String area) {
        var wanted = folded(area);
        return plan.outlines().stream()
                .filter(outline -> outline.level() == 1 && !wanted.isEmpty())
                .filter(outline -> wanted.startsWith(folded(outline.name())))
                .findFirst();
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static long radius(long deaths) {
        double share = Math.sqrt(Math.min((double) deaths, DEATHS_AT_LARGEST) / DEATHS_AT_LARGEST);
        return SMALLEST_RADIUS + Math.round((LARGEST_RADIUS - SMALLEST_RADIUS) * share);
    }

    private String title(Spot spot) {
        var where = spot.name().isEmpty() ? words.say("map.cell", "" + spot.cell()) : spot.name();
        var rough = rough(spot.precision()) ? " · " + words.of(spot.precision()) : "";
        return words.say("colon", where, words.of(spot.kind()))
                + ", "
                + words.count("events", spot.events())
                + ", "
                + deaths(spot)
                + rough;
    }

    private String deaths(Spot spot) {
        if (spot.unstated() == spot.events()) {
            return words.say("dead.unknown");
        }
        var stated = words.say("dead.stated", words.sums(spot.best(), spot.low(), spot.high()));
        return spot.unstated() == 0
                ? stated
                : stated + " + " + words.count("dead.unstated", spot.unstated());
    }

    private Html bases() {
        var drawn = new ArrayList<Html>();
        for (var base : plan.bases()) {
            var point = projection.at(base.position());
            long x = Math.round(point.x());
            long y = Math.round(point.y());
            drawn.add(
                    Html.of(
                            "<path d=\"M{} {}h8v8h-8z\"><title>{}</title></path>",
                            x - 4,
                            y - 4,
                            base.note().isEmpty()
                                    ? base.name()
                                    : base.name() + " · " + base.note()));
            label(base.name(), point);
        }
        return Html.of("<g class=\"mb\">{}</g>", drawn);
    }

    private void label(String text, Point point) {
        double width = text.length() * 7.2;
        double x = point.x() + 8 + width < WIDTH ? point.x() + 8 : point.x() - 8 - width;
        var label = new Label(text, x, point.y() + 4, width);
        if (labels.stream().noneMatch(label::overlaps)) {
            labels.add(label);
        }
    }

    private Html names(List<Spot> linkedSpots) {
        linkedSpots.stream()
                .filter(spot -> !rough(spot.precision()) && !spot.name().isEmpty())
                .limit(NAMED_MAX)
                .forEach(spot -> label(spot.name(), projection.at(spot.middle())));
        var texts = new ArrayList<Html>();
        for (var label : labels) {
            texts.add(
                    Html.of(
                            "<text x=\"{}\" y=\"{}\">{}</text>",
                            Math.round(label.x()),
                            Math.round(label.y()),
                            label.text()));
        }
        return Html.of("<g class=\"mn\" aria-hidden=\"true\">{}</g>", texts);
    }

    private Html scaleBar() {
        int km = SCALE_KM[SCALE_KM.length - 1];
        for (int length : SCALE_KM) {
            if (projection.units(length) <= WIDTH / 4.0) {
                km = length;
                break;
            }
        }
        int y = projection.height() - 10;
        return Html.of(
                "<g class=\"ms\"><path d=\"M12 {}v6h{}v-6\"/><text x=\"16\" y=\"{}\">{} km</text></g>",
                y - 6,
                Math.round(projection.units(km)),
                y - 5,
                km);
    }
}

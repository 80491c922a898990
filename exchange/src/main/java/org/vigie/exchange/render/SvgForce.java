package org.vigie.exchange.render;

import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Position;

/// A small map of where a force stands: bases as squares with their names, and a cross over those
/// that lose a unit.
///
/// When it must not be trusted: outlines are simplified to fit the page.
public final class SvgForce {

    private static final int WIDTH = 720;
    private static final int OUTLINE_BYTES = 2_400;

    /// The room of a name: where another stands so near, the square's title alone has it.
    private static final int LABEL_WIDTH = 170;

    private static final int LABEL_HEIGHT = 15;

    /// A base.
    ///
    /// @param note what its title says beside its name
    /// @param loses whether a unit of it is lost
    public record Post(String name, Position position, String note, boolean loses) {}

    private final List<Outline> outlines;
    private final List<Post> posts;
    private final Words words;
    private final Projection projection;

    private SvgForce(List<Outline> outlines, List<Post> posts, Words words) {
        this.outlines = outlines;
        this.posts = posts;
        this.words = words;
        var extent = new ArrayList<Position>();
        outlines.stream()
                .filter(outline -> !outline.river())
                .forEach(outline -> outline.lines().forEach(extent::addAll));
        if (extent.isEmpty()) {
            posts.forEach(post -> extent.add(post.position()));
        }
        projection = Projection.over(extent, WIDTH);
    }

    /// Nothing where no base has a position.
    public static Html of(List<Outline> outlines, List<Post> posts, Words words) {
        return posts.isEmpty() ? Html.EMPTY : new SvgForce(outlines, posts, words).draw();
    }

    private Html draw() {
        var squares = new ArrayList<Html>();
        var names = new ArrayList<Html>();
        var named = new ArrayList<Projection.Point>();
        var crosses = new StringBuilder();
        for (var post : posts) {
            var point = projection.at(post.position());
            long x = Math.round(point.x());
            long y = Math.round(point.y());
            squares.add(
                    Html.of(
                            "<path d=\"M{} {}h10v10h-10z\"><title>{}</title></path>",
                            x - 5,
                            y - 5,
                            post.name() + " · " + post.note()));
            if (post.loses()) {
                crosses.append("M")
                        .append(x - 8)
                        .append(' ')
                        .append(y - 8)
                        .append("l16 16m0-16l-16 16");
            }
            boolean free =
                    named.stream()
                            .noneMatch(other ->
                                    Math.abs(other.y() - point.y()) < LABEL_HEIGHT
                                            && Math.abs(other.x() - point.x()) < LABEL_WIDTH);
            if (free) {
                named.add(point);
                names.add(Html.of("<text x=\"{}\" y=\"{}\">{}</text>", x + 9, y - 4, post.name()));
            }
        }
        return Html.of(
                "<svg class=\"map\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"pt pd\"><title"
                        + " id=\"pt\">{}</title><desc id=\"pd\">{}</desc>{}<g class=\"mb\">{}</g><path"
                        + " class=\"sc\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.5\""
                        + " d=\"{}\"/><g class=\"mn\" aria-hidden=\"true\">{}</g></svg>",
                projection.width(),
                projection.height(),
                words.say("force.map"),
                words.say(
                        "force.map-says", posts.size(), posts.stream().filter(Post::loses).count()),
                SvgMap.land(outlines, projection, OUTLINE_BYTES),
                squares,
                crosses.toString(),
                names);
    }
}

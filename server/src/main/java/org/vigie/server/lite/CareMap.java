package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Position;
import org.vigie.plan.medical.Link;
import org.vigie.plan.medical.Verdict;

/// The places of a pack by whether surgery in two hours can be met there, by day or by night: a
/// colour and a shape for each class, so that it also reads without colours.
///
/// @param spots with both answers
record CareMap(Words words, List<Spot> spots) {

    private static final int WIDTH = 340;
    private static final int MARGIN = 10;
    private static final double DEGREE_MIN = 0.5;

    /// A place and the last link there.
    record Spot(String name, Position position, Link day, Link night) {}

    Html svg(String title, Function<Spot, Link> which) {
        var drawn = new ArrayList<Html>();
        for (var verdict : Verdict.values()) {
            var path = new StringBuilder();
            for (var spot : spots) {
                if (which.apply(spot).met() == verdict) {
                    path.append('M')
                            .append(Math.round(x(spot)))
                            .append(' ')
                            .append(Math.round(y(spot)))
                            .append(shape(verdict));
                }
            }
            if (!path.isEmpty()) {
                drawn.add(
                        Html.of(
                                "<path fill=\"{}\" stroke=\"currentColor\" d=\"{}\"/>",
                                colour(verdict),
                                path.toString()));
            }
        }
        return Html.of(
                "<figure><figcaption>{}</figcaption><svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{}</svg><p"
                        + " class=\"z\">{}</p></figure>",
                title,
                WIDTH,
                height(),
                title,
                drawn,
                counts(which));
    }

    /// `● met: 12 · ▲ cannot tell: 3 · ✕ not met: 51`.
    private String counts(Function<Spot, Link> which) {
        var said = new ArrayList<String>();
        for (var verdict : Verdict.values()) {
            long count = spots.stream().filter(spot -> which.apply(spot).met() == verdict).count();
            said.add(mark(verdict) + " " + words.say("casevac.met-" + View.code(verdict), count));
        }
        return String.join(" · ", said);
    }

    static String mark(Verdict verdict) {
        return switch (verdict) {
            case YES -> "●";
            case NO -> "✕";
            case CANNOT_TELL -> "▲";
        };
    }

    static String colour(Verdict verdict) {
        return switch (verdict) {
            case YES -> "#2f8f6b";
            case NO -> "#c0392b";
            case CANNOT_TELL -> "#c9962b";
        };
    }

    /// Relative to the place: a disc, a cross, a triangle.
    private static String shape(Verdict verdict) {
        return switch (verdict) {
            case YES -> "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0";
            case NO -> "m-4-4l8 8m0-8l-8 8";
            case CANNOT_TELL -> "m0-5l5 9h-10z";
        };
    }

    private double west() {
        return spots.stream().mapToDouble(spot -> spot.position().longitude()).min().orElse(0);
    }

    private double north() {
        return spots.stream().mapToDouble(spot -> spot.position().latitude()).max().orElse(0);
    }

    private double scale() {
        double wide =
                spots.stream().mapToDouble(spot -> spot.position().longitude()).max().orElse(0)
                        - west();
        return (WIDTH - 2.0 * MARGIN) / Math.max(DEGREE_MIN, wide);
    }

    private double x(Spot spot) {
        return MARGIN + (spot.position().longitude() - west()) * scale();
    }

    private double y(Spot spot) {
        return MARGIN + (north() - spot.position().latitude()) * scale();
    }

    private String height() {
        double south =
                spots.stream().mapToDouble(spot -> spot.position().latitude()).min().orElse(0);
        return String.format(Locale.ROOT, "%.0f", 2 * MARGIN + (north() - south) * scale());
    }
}

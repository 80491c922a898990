package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.render.SvgSpots;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Position;
import org.vigie.plan.medical.Link;
import org.vigie.plan.medical.Verdict;

/// The places of a pack by whether surgery in two hours can be met there, by day or by night.
///
/// @param outlines the land they lie in
/// @param spots with both answers
record CareMap(Words words, List<Outline> outlines, List<Spot> spots) {

    /// A place and the last link there.
    record Spot(String name, Position position, Link day, Link night) {}

    Html figure(String title, Function<Spot, Link> which) {
        var drawn =
                spots.stream()
                        .map(spot ->
                                new SvgSpots.Spot(spot.position(), shape(which.apply(spot).met())))
                        .toList();
        return Html.of(
                "<figure><figcaption>{}</figcaption>{}<p class=\"z\">{}</p></figure>",
                title,
                SvgSpots.of(title, outlines, drawn),
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

    static SvgSpots.Shape shape(Verdict verdict) {
        return switch (verdict) {
            case YES -> SvgSpots.Shape.DISC;
            case NO -> SvgSpots.Shape.CROSS;
            case CANNOT_TELL -> SvgSpots.Shape.TRIANGLE;
        };
    }
}

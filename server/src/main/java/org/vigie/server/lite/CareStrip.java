package org.vigie.server.lite;

import java.time.Duration;
import java.util.ArrayList;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.plan.medical.CareHours;
import org.vigie.plan.medical.Link;
import org.vigie.plan.medical.Verdict;

/// Surgery through a day and a night: a bar for each hour, from the earliest to the latest, with a
/// line at the limit. What a bar says by its colour stands in the sentence too.
record CareStrip(Words words, CareHours hours) {

    private static final int BAR = 20;

    /// Beside the bars, for the name of the line: over them nobody could read it.
    private static final int MARGIN = 34;

    private static final int HEIGHT = 120;
    private static final int FOOT = 18;
    private static final long LIMIT = Link.Kind.SURGERY.limit().toMinutes();

    Html figure() {
        long scale = scale();
        var bars = new ArrayList<Html>();
        for (int at = 0; at < hours.hours().size(); at++) {
            bars.add(bar(at, hours.hours().get(at), scale));
        }
        return Html.of(
                "<h2>{}</h2><p>{}</p><div class=\"two\"><figure><svg class=\"sl\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{}<path"
                        + " stroke=\"currentColor\" stroke-width=\"2\" d=\"M0 {}h{}\"/><text x=\"{}\" y=\"{}\">2 h</text></svg><figcaption class=\"z\">{}</figcaption></figure></div>",
                words.say("casevac.hours"),
                sentence(),
                hours.hours().size() * BAR + MARGIN,
                HEIGHT + FOOT,
                sentence(),
                bars,
                y(LIMIT, scale),
                hours.hours().size() * BAR,
                hours.hours().size() * BAR + 5,
                y(LIMIT, scale) + 5,
                words.say("casevac.hours-are", words.length(Duration.ofMinutes(scale))));
    }

    private String sentence() {
        var counted =
                words.say(
                        "casevac.hours-met",
                        hours.count(Verdict.YES),
                        hours.count(Verdict.CANNOT_TELL),
                        hours.count(Verdict.NO));
        return hours.worst()
                .map(worst ->
                        counted
                                + " "
                                + worst.surgery()
                                        .best()
                                        .map(best ->
                                                words.say(
                                                        "casevac.hours-worst",
                                                        words.moment(worst.at()),
                                                        words.length(best.latest())))
                                        .orElse(
                                                words.say(
                                                        "casevac.hours-never",
                                                        words.moment(worst.at()))))
                .orElse(counted);
    }

    private Html bar(int at, CareHours.Hour hour, long scale) {
        var link = hour.surgery();
        int left = at * BAR;
        var drawn =
                link.best()
                        .map(best -> {
                            long top = y(best.latest().toMinutes(), scale);
                            long foot = y(best.earliest().toMinutes(), scale);
                            return Html.of(
                                    "<path fill=\"{}\" d=\"M{} {}h{}v{}h-{}z\"/>",
                                    CareMap.shape(link.met()).colour(),
                                    left + 3,
                                    top,
                                    BAR - 6,
                                    Math.max(2, foot - top),
                                    BAR - 6);
                        })
                        .orElse(Html.of("<text x=\"{}\" y=\"{}\">✕</text>", left + 3, HEIGHT - 4));
        boolean labelled = at % 6 == 0;
        return labelled
                ? Html.of(
                        "{}<text x=\"{}\" y=\"{}\">{}</text>",
                        drawn,
                        left,
                        HEIGHT + FOOT - 2,
                        hour.at().toString().substring(11, 16) + "Z")
                : drawn;
    }

    /// The greatest latest end, and not less than twice the limit, up to a day: what is later is
    /// cut at the top.
    private long scale() {
        long latest =
                hours.hours().stream()
                        .flatMap(hour -> hour.surgery().best().stream())
                        .mapToLong(best -> best.latest().toMinutes())
                        .max()
                        .orElse(LIMIT);
        return Math.clamp(latest, 2 * LIMIT, Duration.ofDays(2).toMinutes());
    }

    private static long y(long minutes, long scale) {
        return HEIGHT - Math.min(minutes, scale) * HEIGHT / scale;
    }
}

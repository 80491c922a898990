package org.vigie.server.lite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.render.SvgSpots;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Saying;
import org.vigie.plan.Theatre;
import org.vigie.plan.Theatre.Timeliness;

/// Which places help reaches in time: how many, on a map, what each rule costs, and the largest
/// places that nobody reaches in time. It advises and never orders.
final class TheatrePage {

    private static final int NAMED = 15;

    private final Say say;
    private final Words words;
    private final ReachForm form;
    private final Theatre theatre;

    TheatrePage(Say say, ReachForm form, Theatre theatre) {
        this.say = say;
        this.words = say.words();
        this.form = form;
        this.theatre = theatre;
    }

    /// @param known how many places are known, of which the largest are here
    Html body(List<Outline> outlines, int known, List<Saying> faults) {
        return Html.of(
                "<p class=\"due\">{}</p>{}<p class=\"says\">{}</p><div class=\"two\"><div>{}{}</div>{}</div>{}<p class=\"z\">{} {}</p>{}",
                words.say("theatre.advice"),
                form.asked(say.view(), Html.EMPTY),
                words.say(
                        "theatre.says",
                        theatre.asked().needs().isEmpty()
                                ? words.say("theatre.anybody")
                                : theatre.asked().needs().stream()
                                        .map(need -> say.coded("need.", need))
                                        .collect(Collectors.joining(", ")),
                        words.length(theatre.asked().within()),
                        words.moment(theatre.asked().when()),
                        theatre.spots().size(),
                        known),
                reached(),
                costs(),
                map(outlines),
                notInTime(),
                words.say("theatre.places-of", theatre.spots().size(), known),
                words.say("theatre.hash", theatre.hash().substring(0, 12)),
                ReachTables.faults(say, faults));
    }

    private Html reached() {
        var now = theatre.reached();
        return Html.of(
                "<table><thead><tr><th>{}<th class=\"r\">{}<th class=\"r\">{}</thead><tbody>{}{}{}{}</tbody></table>",
                words.say("theatre.help"),
                words.say("theatre.places"),
                words.say("theatre.people"),
                row(Timeliness.SURELY, now.surely()),
                row(Timeliness.PERHAPS, now.perhaps()),
                row(Timeliness.LATE, now.late()),
                row(Timeliness.NEVER, now.never()));
    }

    private Html row(Timeliness timeliness, Theatre.Share share) {
        return Html.of(
                "<tr><td>{} {}<td class=\"r\">{}<td class=\"r\">{}",
                mark(timeliness),
                named(timeliness),
                words.number(share.places()),
                words.number(Math.round(share.people())));
    }

    /// Where several things are needed, one of them missing is enough.
    private String named(Timeliness timeliness) {
        return timeliness == Timeliness.NEVER && theatre.asked().needs().size() > 1
                ? words.say("theatre.never-complete")
                : words.of(timeliness);
    }

    private static String mark(Timeliness timeliness) {
        return switch (timeliness) {
            case SURELY -> "●";
            case PERHAPS -> "▲";
            case LATE -> "✕";
            case NEVER -> "■";
        };
    }

    private static SvgSpots.Shape shape(Timeliness timeliness) {
        return switch (timeliness) {
            case SURELY -> SvgSpots.Shape.DISC;
            case PERHAPS -> SvgSpots.Shape.TRIANGLE;
            case LATE -> SvgSpots.Shape.CROSS;
            case NEVER -> SvgSpots.Shape.SQUARE;
        };
    }

    private Html map(List<Outline> outlines) {
        var drawn =
                IntStream.range(0, theatre.spots().size())
                        .mapToObj(place ->
                                new SvgSpots.Spot(
                                        theatre.spots().get(place).position(),
                                        shape(theatre.timeliness(place))))
                        .toList();
        return Html.of(
                "<figure>{}<figcaption class=\"z\">{}</figcaption></figure>",
                SvgSpots.of(words.say("theatre.map"), outlines, drawn),
                words.say("theatre.map"));
    }

    private Html costs() {
        var now = theatre.reached();
        var rows = new ArrayList<Html>();
        for (var cost : theatre.costs()) {
            double surely = cost.then().surely().people() - now.surely().people();
            double perhaps = cost.then().perhaps().people() - now.perhaps().people();
            rows.add(
                    Html.of(
                            "<tr><td>{}<td class=\"r\">{}<td class=\"r\">{}<td class=\"r\">{}",
                            say.said(cost.rule().words()),
                            signed(surely),
                            signed(perhaps),
                            cost.minutes().isPresent() ? sooner(cost.minutes().getAsInt()) : ""));
        }
        return rows.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><table><thead><tr><th>{}<th class=\"r\">{}<th class=\"r\">{}<th class=\"r\">{}</thead><tbody>{}</tbody></table><p class=\"z\">{}</p>",
                        words.say("theatre.costs"),
                        words.say("theatre.what-if"),
                        words.say("theatre.more"),
                        words.say("theatre.perhaps-more"),
                        words.say("theatre.sooner"),
                        rows,
                        words.say("theatre.costs-note"));
    }

    private String signed(double people) {
        long rounded = Math.round(people);
        return (rounded > 0 ? "+" : rounded < 0 ? "−" : "") + words.number(Math.abs(rounded));
    }

    private String sooner(int minutes) {
        return (minutes < 0 ? "−" : "") + words.length(Duration.ofMinutes(Math.abs(minutes)));
    }

    private Html notInTime() {
        var late =
                IntStream.range(0, theatre.spots().size())
                        .boxed()
                        .filter(place ->
                                theatre.timeliness(place) == Timeliness.LATE
                                        || theatre.timeliness(place) == Timeliness.NEVER)
                        .sorted(
                                Comparator.comparingDouble(
                                        place -> -theatre.spots().get(place).people()))
                        .toList();
        var rows = late.stream().limit(NAMED).map(this::place).toList();
        return rows.isEmpty()
                ? Html.of("<p><b>{}</b></p>", words.say("theatre.all-in-time"))
                : Html.of(
                        "<h2>{}</h2><p class=\"z\">{}</p><table><thead><tr><th>{}<th class=\"r\">{}<th>{}</thead><tbody>{}</tbody></table>",
                        words.say("theatre.not-in-time"),
                        words.say("theatre.named", rows.size(), late.size()),
                        words.say("theatre.place"),
                        words.say("theatre.people"),
                        words.say("reach.there"),
                        rows);
    }

    private Html place(int place) {
        var spot = theatre.spots().get(place);
        return Html.of(
                "<tr><td><a href=\"{}\">{}</a><td class=\"r\">{}<td>{}",
                say.view()
                        .page("/lite/reach")
                        .with("spot", PlaceSought.text(spot.position()))
                        .toString(),
                spot.name(),
                words.number(Math.round(spot.people())),
                theatre.timeliness(place) == Timeliness.NEVER
                        ? never(place)
                        : range(
                                theatre.soonest(place).orElseThrow(),
                                theatre.surest(place).orElseThrow()));
    }

    /// What of it could come where not all of it does.
    private String never(int place) {
        var options = theatre.options(place);
        if (options.partial().isEmpty()) {
            return named(Timeliness.NEVER);
        }
        var part = options.partial().getFirst();
        var left =
                options.uncovered().stream()
                        .map(need -> say.coded("need.", need))
                        .collect(Collectors.joining(", "));
        return words.say(
                options.apart().isPresent() ? "theatre.apart" : "theatre.part",
                left,
                range(part.earliest().toMinutes(), part.latest().toMinutes()));
    }

    private String range(long earliest, long latest) {
        return words.say(
                "reach.range",
                words.length(Duration.ofMinutes(earliest)),
                words.length(Duration.ofMinutes(latest)));
    }
}

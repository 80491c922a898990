package org.vigie.server.lite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.geo.RouteState;
import org.vigie.geo.Saying;
import org.vigie.plan.Clearance;
import org.vigie.plan.medical.Link;
import org.vigie.plan.medical.Means;
import org.vigie.plan.medical.MedicalChain;
import org.vigie.plan.medical.OneMore;
import org.vigie.plan.medical.Verdict;

/// The medical chain at a place: three bars against 10, 60 and 120 minutes, the reasons, what one
/// more would buy, civilians apart, and the map of the worst. It advises and never orders.
final class CasevacPage {

    private static final int MORE_SHOWN = 4;
    private static final int NAMES_SHOWN = 12;
    private static final int BAR = 320;
    private static final int HALF_HOUR = 30;

    private final Say say;
    private final Words words;
    private final CasevacForm form;

    CasevacPage(Say say, CasevacForm form) {
        this.say = say;
        this.words = say.words();
        this.form = form;
    }

    Html body(Html answer, CareMap map) {
        return Html.of(
                "<p class=\"due\">{}</p>{}{}{}",
                words.say("casevac.advice"),
                asked(),
                answer,
                map(map));
    }

    private Html asked() {
        var fields = new Fields(say.view(), form.typed());
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}{}{}{}{}{}<button class=\"do\">{}</button></form>",
                say.view().address().path(),
                Frame.hidden(say.view(), List.of()),
                fields.line("spot"),
                fields.codes("light", "casevac.light", List.of("now", "night")),
                fields.codes("weather", "casevac.weather", List.of("fair", "rain", "grounded")),
                fields.choice("flight", Arrays.asList(Clearance.values())),
                fields.choice("danger", Arrays.asList(RouteState.Danger.values())),
                words.say("reach.ask"));
    }

    Html chain(MedicalChain chain, List<OneMore> more) {
        var rows = new ArrayList<Html>();
        long scale = scale(chain);
        for (var link : chain.links()) {
            rows.add(row(link, scale));
        }
        return Html.of(
                "<h2>{}</h2><p>{}{} <b>{}</b></p><table class=\"rows\"><caption>{}</caption><thead><tr><th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}{}<ul>{}</ul>",
                chain.casualty().task().placeName(),
                say.moment(chain.casualty().task().when()),
                nightfall(chain) ? ", " + words.say("casevac.light.night") : "",
                met(chain.met()),
                words.say("casevac.scale", words.length(Duration.ofMinutes(scale))),
                words.say("casevac.link"),
                words.say("casevac.minutes"),
                words.say("casevac.verdict"),
                words.say("reach.why"),
                rows,
                more(more),
                civilians(chain),
                items(chain.notes()));
    }

    /// Whether another moment was worked out than the one that the page shows.
    private boolean nightfall(MedicalChain chain) {
        return !chain.casualty().task().when().equals(say.view().knownAsOf());
    }

    private Html row(Link link, long scale) {
        return Html.of(
                "<tr><td>{}<br><span class=\"z\">{}</span><td>{}{}<td>{}<td><ul>{}</ul>{}",
                words.say("casevac.link-" + View.code(link.kind())),
                words.say("casevac.limit", words.length(link.kind().limit())),
                link.best().map(best -> bar(link, best, scale)).orElse(Html.EMPTY),
                range(link),
                met(link.met()),
                items(link.reasons()),
                link.best().map(this::restsOn).orElse(Html.EMPTY));
    }

    private Html restsOn(Means means) {
        return Html.of(
                "<details><summary>{}</summary><ul>{}</ul></details>",
                words.count("reach.assumptions", means.assumptions().size()),
                items(means.assumptions()));
    }

    private String range(Link link) {
        return link.best()
                .map(best ->
                        words.say(
                                "reach.range",
                                words.length(best.earliest()),
                                words.length(best.latest())))
                .orElse(words.say("reach.missing"));
    }

    /// From the earliest to the latest, with a line at the limit.
    private static Html bar(Link link, Means best, long scale) {
        long from = Math.min(BAR - 2, x(best.earliest(), scale));
        long to = Math.max(from + 2, x(best.latest(), scale));
        long limit = x(link.kind().limit(), scale);
        return Html.of(
                "<svg viewBox=\"0 0 {} 18\" aria-hidden=\"true\"><path fill=\"{}\" d=\"M{} 4H{}v10H{}z\"/><path"
                        + " stroke=\"currentColor\" stroke-width=\"2\" d=\"M{} 0v18\"/></svg>",
                BAR,
                CareMap.shape(link.met()).colour(),
                from,
                to,
                from,
                limit);
    }

    private static long x(Duration since, long scale) {
        return since.toMinutes() * BAR / scale;
    }

    /// How many minutes all bars are drawn to: the greatest end, so that a longer range is a longer
    /// bar, and not less than the last limit.
    private static long scale(MedicalChain chain) {
        long end =
                chain.links().stream()
                        .flatMap(link ->
                                Stream.concat(
                                        Stream.of(link.kind().limit()),
                                        link.best().map(Means::latest).stream()))
                        .mapToLong(Duration::toMinutes)
                        .max()
                        .orElseThrow();
        return (end + HALF_HOUR) / HALF_HOUR * HALF_HOUR;
    }

    private String met(Verdict verdict) {
        return CareMap.mark(verdict) + " " + words.say("casevac.is-" + View.code(verdict));
    }

    private Html more(List<OneMore> more) {
        var helping = more.stream().filter(OneMore::helps).limit(MORE_SHOWN).toList();
        var lines = new ArrayList<Html>();
        for (var one : helping) {
            lines.add(
                    Html.of(
                            "<li>{}, {}{} {}, {} <small class=\"z\">({})</small>",
                            words.say("casevac.more-" + View.code(one.what())),
                            one.base().name(),
                            words.say("colon.sign"),
                            range(one.surgery()),
                            met(one.surgery().met()),
                            say.said(one.like())));
        }
        return Html.of(
                "<h2>{}</h2>{}",
                words.say("casevac.more"),
                lines.isEmpty()
                        ? Html.of("<p>{}</p>", words.say("casevac.more-nowhere"))
                        : Html.of("{}<ul>{}</ul>", tooLate(helping), lines));
    }

    private Html tooLate(List<OneMore> helping) {
        return helping.stream().allMatch(one -> one.surgery().met() == Verdict.NO)
                ? Html.of("<p>{}</p>", words.say("casevac.more-too-late"))
                : Html.EMPTY;
    }

    private Html civilians(MedicalChain chain) {
        var civilians = chain.civilians();
        return Html.of(
                "<h2>{}</h2><p><b>{}</b> {} {}</p><ul>{}</ul>",
                words.say("casevac.civilians"),
                words.say("casevac.carried-" + View.code(civilians.carried())),
                words.say("casevac.if-carried"),
                met(civilians.ifCarried()),
                items(civilians.rules()));
    }

    private List<Html> items(List<Saying> sayings) {
        return sayings.stream().map(one -> Html.of("<li>{}", say.said(one))).toList();
    }

    private Html map(CareMap map) {
        if (map.spots().isEmpty()) {
            return Html.of("<p>{}</p>", words.say("casevac.no-map"));
        }
        return Html.of(
                "<h2>{}</h2><p>{}</p><div class=\"grid\">{}{}</div>{}",
                words.say("casevac.map"),
                words.say("casevac.map-is"),
                map.figure(words.say("casevac.by-day"), CareMap.Spot::day),
                map.figure(words.say("casevac.by-night"), CareMap.Spot::night),
                better(map.spots()));
    }

    /// The names of those where it is better than not met, for who cannot see the map.
    private Html better(List<CareMap.Spot> spots) {
        var names =
                spots.stream()
                        .filter(spot -> spot.night().met() != Verdict.NO)
                        .map(spot -> CareMap.mark(spot.night().met()) + " " + spot.name())
                        .limit(NAMES_SHOWN)
                        .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Html.EMPTY
                : Html.of("<p>{} {}</p>", words.say("casevac.better"), names);
    }
}

package org.vigie.exchange.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Mark;
import org.vigie.exchange.render.SvgMap;
import org.vigie.exchange.words.Words;
import org.vigie.record.IncidentKind;
import org.vigie.share.Grain;
import org.vigie.share.SharedRow;

/// The body of a brief for readers who are given no single incident: figures of what is given, a
/// map of grid cells, the groups, what is left out. No number below the smallest group stands in
/// it.
final class CoarsePage {

    /// Groups that are listed; the figures count them all.
    private static final int GROUPS = 24;

    private final Handout handout;
    private final Edition edition;
    private final Words words;
    private final CoarseFigures now;
    private final CoarseFigures before;

    CoarsePage(Handout handout, Edition edition) {
        this.handout = handout;
        this.edition = edition;
        this.words = edition.words();
        int least = handout.tier().terms().groupMin();
        this.now = new CoarseFigures(words, handout.release().rows(), least);
        this.before = new CoarseFigures(words, handout.before().rows(), least);
    }

    Html body() {
        return handout.release().rows().isEmpty()
                ? Html.of("{}<p>{}</p>{}", figures(), words.say("brief.coarse.none"), leftOut())
                : Html.of("{}{}{}{}", figures(), drawing(), leftOut(), sources());
    }

    private Html figures() {
        var asked = handout.periodBefore();
        var least = handout.tier().terms().groupMin();
        var lines = new ArrayList<Html>();
        lines.add(
                line(
                        "brief.incidents",
                        now.number(row -> true),
                        before.number(row -> true),
                        words.say(
                                "brief.coarse.given.is",
                                least,
                                handout.tier().terms().delayDays())));
        lines.add(
                line(
                        "brief.against",
                        now.number(CoarsePage::againstCivilians),
                        before.number(CoarsePage::againstCivilians),
                        words.say("brief.coarse.against.is")));
        lines.add(
                line(
                        "brief.mission",
                        now.number(CoarsePage::onTheMission),
                        before.number(CoarsePage::onTheMission),
                        words.say("brief.mission.is")));
        lines.add(
                line(
                        "brief.dead",
                        now.dead(),
                        before.dead(),
                        words.say("brief.coarse.dead.is", now.withoutFigure())));
        lines.add(
                line(
                        "brief.civilians",
                        now.civilians(),
                        before.civilians(),
                        words.say("brief.coarse.civilians.is", now.withoutCivilians())));
        return Html.of(
                "<h2>{}</h2><table class=\"fig\"><thead><tr><th>{}</th><th class=\"r\">{}</th><th"
                        + " class=\"r\">{}</th><th class=\"def\">{}</th></tr></thead><tbody>{}</tbody></table>",
                words.say("brief.figures"),
                words.say("brief.figure"),
                words.say("brief.now"),
                words.say("brief.before", day(asked.from()), day(asked.to())),
                words.say("brief.definition"),
                lines);
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? words.say("unknown") : words.day(day);
    }

    private Html line(String key, String now, String before, String definition) {
        return Html.of(
                "<tr><th>{}</th><td class=\"r n\">{}</td><td class=\"r then\">{}</td><td"
                        + " class=\"def\">{}</td></tr>",
                words.sentences().getOrDefault(key, key),
                now,
                before,
                definition);
    }

    private static boolean againstCivilians(SharedRow row) {
        return row.kind().againstCivilians();
    }

    private static boolean onTheMission(SharedRow row) {
        return row.kind() == IncidentKind.ATTACK_ON_MISSION;
    }

    private Html drawing() {
        return Html.of(
                "<table class=\"cols\"><tbody><tr><td class=\"left\"><h2>{}</h2>{}</td><td"
                        + " class=\"right\"><h2>{}</h2>{}</td></tr></tbody></table>",
                words.say("map.title"),
                map(),
                words.say("brief.coarse.groups"),
                groups());
    }

    private Html map() {
        var spots = now.spots();
        if (spots.isEmpty()) {
            return Html.of("<p>{}</p>", words.say("brief.map.none"));
        }
        var drawn =
                SvgMap.of(
                        new SvgMap.Plan(
                                edition.outlines(),
                                spots,
                                List.of(),
                                spot -> "",
                                words,
                                edition.drawingBytes() * 3 / 4));
        var marks =
                spots.stream()
                        .map(spot -> Mark.of(spot.kind()))
                        .distinct()
                        .sorted()
                        .map(mark -> Html.of("{} {}", mark.symbol(), words.of(mark)))
                        .toList();
        return Html.of(
                "<div class=\"draw\">{}</div><p class=\"q\">{} · {}</p>",
                drawn.svg(),
                Html.join(Html.of(" · "), marks),
                words.say(
                        "brief.coarse.map",
                        now.number(row -> row.grain() != Grain.CELL_AND_MONTH)));
    }

    private Html groups() {
        var groups = new TreeMap<String, List<SharedRow>>();
        for (var row : handout.release().rows()) {
            groups.computeIfAbsent(
                            row.period() + " " + CoarseFigures.place(row) + " " + row.kind(),
                            key -> new ArrayList<>())
                    .add(row);
        }
        var rows = new ArrayList<Html>();
        groups.values().stream().limit(GROUPS).forEach(group -> rows.add(row(group)));
        return Html.of(
                "<table class=\"areas\"><thead><tr><th>{}</th><th>{}</th><th>{}</th><th"
                        + " class=\"r\">{}</th><th class=\"r\">{}</th></tr></thead><tbody>{}</tbody></table>{}",
                words.say("brief.when"),
                words.say("brief.where"),
                words.say("brief.what"),
                words.say("brief.incidents"),
                words.say("brief.dead"),
                rows,
                groups.size() > GROUPS
                        ? Html.of(
                                "<p class=\"q\">{}</p>",
                                words.say("brief.coarse.more", groups.size() - GROUPS))
                        : Html.EMPTY);
    }

    private Html row(List<SharedRow> group) {
        var first = group.getFirst();
        var figures = new CoarseFigures(words, group, handout.tier().terms().groupMin());
        return Html.of(
                "<tr><th>{}</th><td>{}</td><td>{}</td><td class=\"r\">{}</td><td"
                        + " class=\"r\">{}</td></tr>",
                figures.time(first),
                figures.placeSaid(first),
                words.of(first.kind()),
                figures.number(row -> true),
                figures.dead());
    }

    private Html leftOut() {
        var terms = handout.tier().terms();
        return Html.of(
                "<h2>{}</h2><ul><li>{}</li><li>{}</li><li>{}</li></ul>",
                words.say("brief.coarse.limits"),
                words.say("brief.coarse.left-out", terms.delayDays()),
                words.say("brief.held", now.few(handout.release().risk().held())),
                words.say("brief.coarse.risk", terms.groupMin()));
    }

    private Html sources() {
        if (!handout.tier().terms().sources()) {
            return Html.of("<p class=\"q\">{}</p>", words.say("brief.coarse.no-sources"));
        }
        Map<String, Long> counts =
                handout.release().rows().stream()
                        .collect(
                                Collectors.groupingBy(
                                        SharedRow::source, TreeMap::new, Collectors.counting()));
        var items = new ArrayList<Html>();
        counts.forEach((source, n) -> {
            if (n >= handout.tier().terms().groupMin()) {
                items.add(source(source));
            }
        });
        return Html.of(
                "<h2>{}</h2><ul class=\"sources\">{}</ul>", words.say("brief.sources"), items);
    }

    private Html source(String source) {
        var format = edition.formats().apply(source);
        return Html.of(
                "<li>{}. {}{}</li>",
                source,
                format.map(known ->
                                Html.of(
                                        "{} ",
                                        words.say("brief.source.counts", known.definition() + ".")))
                        .orElse(Html.EMPTY),
                format.flatMap(Format::citation)
                        .map(citation -> words.say("brief.source.licence", citation))
                        .orElseGet(() -> words.say("brief.source.no-licence")));
    }
}

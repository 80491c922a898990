package org.vigie.exchange.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Brief;
import org.vigie.assess.Change;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.SvgMap;
import org.vigie.exchange.render.SvgTimeline;
import org.vigie.exchange.words.Words;
import org.vigie.record.By;
import org.vigie.record.Count;

/// A brief as a page: figures, map, chart, the gravest incidents, what was learned, what is not
/// known, sources. Well-formed XML, so that the printer of PDF reads the same page.
///
/// What it means to an officer: four minutes. The figures stand first, each with the period before
/// and with what it counts; what is not known stands on the same page.
public final class BriefPage {

    /// With so few placed incidents each is a mark of its own.
    private static final int MARKS_EACH_MAX = 120;

    private static final int AREAS = 5;

    private final Handout handout;
    private final Brief brief;
    private final Edition edition;
    private final Words words;
    private final BriefWords say;

    private BriefPage(Handout handout, Brief brief, Edition edition) {
        this.handout = handout;
        this.brief = brief;
        this.edition = edition;
        this.words = edition.words();
        this.say = new BriefWords(words, brief.picture());
    }

    /// The body of the page.
    public static Html of(Handout handout, Edition edition) {
        var brief = handout.brief();
        var edge = new BriefEdge(handout, edition);
        return Html.of(
                "<article class=\"brief\">{}{}{}</article>",
                edge.head(),
                brief == null
                        ? new CoarsePage(handout, edition).body()
                        : new BriefPage(handout, brief, edition).body(),
                edge.foot());
    }

    /// What it is about, in one line: for the window and for the file.
    public static String title(Handout handout, Edition edition) {
        var words = edition.words();
        var asked = handout.asked();
        var area = asked.filter().area();
        return String.join(
                " · ",
                words.say("brief.title"),
                area == null ? words.say("brief.everywhere") : area,
                words.say("brief.head", asked.from(), asked.to()));
    }

    private Html body() {
        return Html.of(
                "{}{}{}{}{}{}",
                figures(),
                drawings(),
                new BriefGravest(brief, say).table(),
                new BriefNews(handout.tier(), brief, say).section(),
                new BriefSources(handout.tier(), brief, edition).section(),
                limits());
    }

    /// What was held back, and what this copy still tells: on every copy that leaves the mission.
    private Html limits() {
        if (!handout.tier().leavesTheMission()) {
            return Html.EMPTY;
        }
        var risk = handout.release().risk();
        return Html.of(
                "<p class=\"q\">{} {}</p>",
                words.say("brief.held", words.number(risk.held())),
                words.say("brief.exact.risk", risk.uniqueReleased(), risk.released()));
    }

    private Html figures() {
        var now = brief.incidents().count(By.KIND).total();
        var before = brief.before().count(By.KIND).total();
        var rows =
                List.of(
                        counted("incidents", before.events(), now.events()),
                        counted(
                                "against",
                                Brief.againstCivilians(brief.before()),
                                Brief.againstCivilians(brief.incidents())),
                        counted(
                                "mission",
                                Brief.onTheMission(brief.before()),
                                Brief.onTheMission(brief.incidents())),
                        dead(before, now),
                        civilians(before, now));
        var asked = brief.asked().before();
        return Html.of(
                "<h2>{}</h2><table class=\"fig\"><thead><tr><th>{}</th><th class=\"r\">{}</th><th"
                        + " class=\"r\">{}</th><th>{}</th><th class=\"def\">{}</th></tr></thead><tbody>{}</tbody></table><p"
                        + " class=\"q\">{} {}</p>",
                words.say("brief.figures"),
                words.say("brief.figure"),
                words.say("brief.now"),
                words.say("brief.before", day(asked.from()), day(asked.to())),
                words.say("brief.change"),
                words.say("brief.definition"),
                rows.stream().map(Line::html).toList(),
                words.say("brief.test", Change.TOO_FEW_BELOW),
                lag());
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? words.say("unknown") : words.day(day);
    }

    private Line counted(String what, long before, long now) {
        return new Line(
                words.say("brief." + what),
                words.number(now),
                words.number(before),
                change(before, now),
                words.say("brief." + what + ".is"));
    }

    private Line dead(Count.Row before, Count.Row now) {
        return new Line(
                words.say("brief.dead"),
                sums(now),
                sums(before),
                untested(sums(before), sums(now), before.best(), now.best()),
                words.say("brief.dead.is", now.unstated(), now.events()));
    }

    /// What nobody states is unknown, never nought.
    private String sums(Count.Row row) {
        return row.events() > 0 && row.unstated() == row.events()
                ? words.say("unknown")
                : words.sums(row.best(), row.low(), row.high());
    }

    private Line civilians(Count.Row before, Count.Row now) {
        return new Line(
                words.say("brief.civilians"),
                civilians(now),
                civilians(before),
                untested(civilians(before), civilians(now), before.civilians(), now.civilians()),
                words.say("brief.civilians.is", now.civiliansUnstated(), now.events()));
    }

    /// Dead are not tested; where one side is unknown there is no change to show.
    private String untested(String saidBefore, String saidNow, long before, long now) {
        var unknown = words.say("unknown");
        return saidBefore.equals(unknown) || saidNow.equals(unknown)
                ? unknown
                : words.say("brief.change.dead", before, now);
    }

    private String civilians(Count.Row row) {
        return row.events() > 0 && row.civiliansUnstated() == row.events()
                ? words.say("unknown")
                : words.number(row.civilians());
    }

    /// One line of the table of figures.
    private record Line(String name, String now, String before, String change, String definition) {

        Html html() {
            return Html.of(
                    "<tr><th>{}</th><td class=\"r n\">{}</td><td class=\"r then\">{}</td><td>{}</td><td"
                            + " class=\"def\">{}</td></tr>",
                    name,
                    now,
                    before,
                    change,
                    definition);
        }
    }

    private String change(long before, long now) {
        if (before == 0 && now == 0) {
            return words.say("brief.change.none");
        }
        return switch (Change.of(before, now)) {
            case Change.TooFew few -> words.say("brief.change.too-few", few.before(), few.now());
            case Change.NotApart same ->
                    words.say("brief.change.not-apart", same.before(), same.now());
            case Change.More more -> words.say("brief.change.more", more.before(), more.now());
            case Change.Fewer fewer -> words.say("brief.change.fewer", fewer.before(), fewer.now());
        };
    }

    private String lag() {
        var lag = brief.lag();
        if (lag.stated() == 0) {
            return words.say("brief.lag.none", lag.read());
        }
        return words.say(
                        "brief.lag",
                        lag.stated(),
                        lag.read(),
                        lag.medianDays(),
                        lag.ninetiethDays())
                + " "
                + words.say(
                        lag.stillComing() ? "brief.lag.coming" : "brief.lag.over",
                        lag.elapsedDays());
    }

    private Html drawings() {
        return Html.of(
                "<table class=\"cols\"><tbody><tr><td class=\"left\"><h2>{}</h2>{}</td><td"
                        + " class=\"right\"><h2>{}</h2>{}{}</td></tr></tbody></table>",
                words.say("map.title"),
                map(),
                words.say("timeline.title"),
                chart(),
                areas());
    }

    private Html map() {
        var incidents = brief.incidents();
        if (incidents.size() == incidents.unplaced()) {
            return Html.of("<p>{}</p>", words.say("brief.map.none"));
        }
        var drawn =
                SvgMap.of(
                        new SvgMap.Plan(
                                edition.outlines(),
                                incidents.spots(incidents.size() <= MARKS_EACH_MAX),
                                List.of(),
                                spot -> "",
                                words,
                                edition.drawingBytes() * 3 / 4));
        var notes = new ArrayList<String>();
        if (drawn.outside() > 0) {
            notes.add(words.count("brief.map.outside", drawn.outside()));
        }
        if (drawn.byCountry() > 0) {
            notes.add(words.count("brief.map.country", drawn.byCountry()));
        }
        if (incidents.unplaced() > 0) {
            notes.add(words.count("brief.map.unplaced", incidents.unplaced()));
        }
        if (drawn.dots() > 0) {
            notes.add(words.say("brief.map.dots", drawn.dots()));
        }
        return Html.of(
                "<div class=\"draw\">{}</div><p class=\"q\">{} · {} · {}. {}</p>",
                drawn.svg(),
                BriefWords.legend(words, incidents),
                words.say("legend.rough"),
                words.say("legend.size"),
                String.join(" ", notes));
    }

    private Html chart() {
        var chart =
                SvgTimeline.of(
                        brief.context(), (from, to) -> "", words, edition.drawingBytes() / 4);
        if (chart.isEmpty()) {
            return Html.of("<p>{}</p>", words.say("brief.none"));
        }
        var days = brief.context().perDay();
        return Html.of(
                "<div class=\"draw\">{}</div><p class=\"q\">{}</p>",
                chart,
                words.say(
                        "brief.chart",
                        LocalDate.parse(days.getFirst().key()),
                        LocalDate.parse(days.getLast().key())));
    }

    private Html areas() {
        var counted = brief.incidents().count(By.AREA).rows();
        var rows = new ArrayList<Html>();
        counted.stream()
                .limit(AREAS)
                .forEach(row ->
                        rows.add(
                                Html.of(
                                        "<tr><th>{}</th><td class=\"r\">{}</td><td"
                                                + " class=\"r\">{}</td></tr>",
                                        row.key().equals(By.UNKNOWN)
                                                ? words.say("unknown")
                                                : row.key(),
                                        words.number(row.events()),
                                        sums(row))));
        if (rows.isEmpty()) {
            return Html.EMPTY;
        }
        return Html.of(
                "<table class=\"areas\"><thead><tr><th>{}</th><th class=\"r\">{}</th><th"
                        + " class=\"r\">{}</th></tr></thead><tbody>{}</tbody></table>{}",
                words.say("brief.areas"),
                words.say("brief.incidents"),
                words.say("brief.dead"),
                rows,
                counted.size() > AREAS
                        ? Html.of(
                                "<p class=\"q\">{}</p>",
                                words.say("brief.areas.rest", counted.size() - AREAS))
                        : Html.EMPTY);
    }
}

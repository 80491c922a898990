package org.vigie.exchange.brief;

import java.util.ArrayList;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Filter;

/// What stands above and below every brief: for whom it is, what is asked, from where it is seen.
final class BriefEdge {

    /// Only a language that no speaker has checked yet has this sentence.
    private static final String UNCHECKED = "brief.unchecked";

    private final Handout handout;
    private final Edition edition;
    private final Words words;

    BriefEdge(Handout handout, Edition edition) {
        this.handout = handout;
        this.edition = edition;
        this.words = edition.words();
    }

    Html head() {
        var asked = handout.asked();
        var area = asked.filter().area();
        return Html.of(
                "{}<h1>{}</h1><p class=\"period\">{}</p><p class=\"q\">{} {}</p>",
                marks(),
                words.say("brief.title")
                        + " · "
                        + (area == null ? words.say("brief.everywhere") : area),
                words.say("brief.head", asked.from(), asked.to()),
                words.say(
                        "brief.filter",
                        filter(asked.filter()),
                        asked.from(),
                        asked.to(),
                        asked.days()),
                words.say(
                        "brief.clocks",
                        words.moment(asked.standpoint().known()),
                        words.moment(asked.standpoint().recorded()),
                        handout.tier().leavesTheMission()
                                ? words.say("brief.rights")
                                : asked.standpoint().viewer().name()));
    }

    private Html marks() {
        var said = new ArrayList<Html>();
        said.add(readers());
        if (edition.exercise()) {
            said.add(Html.of("<p class=\"mark\"><b>{}</b></p>", words.say("brief.exercise")));
        }
        if (edition.fictional()) {
            said.add(Html.of("<p class=\"mark\">{}</p>", words.say("brief.fictional")));
        }
        if (words.sentences().containsKey(UNCHECKED)) {
            said.add(Html.of("<p class=\"mark\">{}</p>", words.say(UNCHECKED)));
        }
        return Html.join(said);
    }

    private Html readers() {
        return Html.of(
                "<p class=\"mark\"><b>{}</b></p>", words.say("brief.for." + handout.tier().code()));
    }

    private String filter(Filter filter) {
        var parts = new ArrayList<String>();
        parts.add(
                filter.area() == null
                        ? words.say("brief.everywhere")
                        : words.say("brief.filter.area", filter.area()));
        if (filter.actor() != null) {
            parts.add(words.say("brief.filter.actor", filter.actor()));
        }
        if (filter.kind() != null) {
            parts.add(words.say("brief.filter.kind", words.of(filter.kind())));
        }
        if (filter.cell() != null) {
            parts.add(words.say("brief.filter.cell", "" + filter.cell()));
        }
        return String.join(", ", parts);
    }

    Html foot() {
        return Html.of(
                "<p class=\"q foot\">{}</p>{}{}",
                words.say(handout.brief() == null ? "brief.coarse.foot" : "brief.foot"),
                edition.exercise()
                        ? Html.of("<p class=\"mark\"><b>{}</b></p>", words.say("brief.exercise"))
                        : Html.EMPTY,
                handout.tier().leavesTheMission() ? readers() : Html.EMPTY);
    }
}

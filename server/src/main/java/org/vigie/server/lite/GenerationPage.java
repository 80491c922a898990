package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.force.ForceGeneration;
import org.vigie.force.ForceGeneration.Need;
import org.vigie.force.ForceGeneration.State;
import org.vigie.force.ForceGeneration.Step;

/// Force generation: each need with whom it was asked of, what became of it, and the days of its
/// steps.
record GenerationPage(RegisterView at, ForceGeneration generation) {

    static final String PATH = "/lite/force/generation";

    private static final int ROWS_BYTES = 13_000;

    /// @param forms what can be written here, empty in the past
    Html body(Html forms) {
        var words = at.words();
        return at.around(
                Html.of(
                        "<p><a href=\"{}\">{}</a></p><p class=\"says\">{}</p><p class=\"note\">{}</p>{}{}",
                        at.page(ForcePage.PATH),
                        words.say("page.force"),
                        generation.needs().isEmpty()
                                ? words.say("generation.none")
                                : words.say(
                                        "generation.n",
                                        generation.needs().size(),
                                        generation.count(State.REFUSED),
                                        generation.count(State.IN_PLACE)),
                        words.say(
                                "generation.note",
                                median(Step.TO_REQUEST),
                                median(Step.TO_ANSWER),
                                median(Step.TO_PLACE)),
                        generation.needs().isEmpty() ? Html.EMPTY : table(),
                        forms),
                List.of());
    }

    private String median(Step step) {
        return generation.median(step).map(days -> at.words().number(days)).orElse("?");
    }

    private Html table() {
        var words = at.words();
        var rows = new ArrayList<Html>();
        generation.needs().forEach(need -> rows.add(row(words, need)));
        var shown = RegisterView.fitting(rows, ROWS_BYTES);
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th class=\"r\">{}<th"
                        + " class=\"r\">{}<th class=\"r\">{}<th>#</thead><tbody>{}</tbody></table>{}",
                words.say("generation.need"),
                words.say("generation.needed"),
                words.say("generation.asked"),
                words.say("generation.state"),
                words.say("generation.to-request"),
                words.say("generation.to-answer"),
                words.say("generation.to-place"),
                shown,
                at.more(rows.size() - shown.size()));
    }

    private Html row(Words words, Need need) {
        var said = need.said();
        return Html.of(
                "<tr><td dir=\"auto\">{} × {} <small class=\"z\">{}{}</small><td data-l=\"{}\">{}<td"
                        + " data-l=\"{}\" dir=\"auto\">{}<td data-l=\"{}\" dir=\"auto\">{}{}<td class=\"r\""
                        + " data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}<td class=\"r\""
                        + " data-l=\"{}\">{}<td>{}",
                said.count(),
                at.say().coded("need.", said.capability()),
                said.code(),
                said.base().isEmpty() ? "" : " · " + at.say().name(said.base()),
                words.say("generation.needed"),
                need.needed() == null ? words.say("not-stated") : words.day(need.needed()),
                words.say("generation.asked"),
                said.asked().isEmpty() ? "–" : said.asked(),
                words.say("generation.state"),
                words.of(need.state()),
                at.say().after(said.reason()),
                words.say("generation.to-request"),
                days(need, Step.TO_REQUEST),
                words.say("generation.to-answer"),
                days(need, Step.TO_ANSWER),
                words.say("generation.to-place"),
                days(need, Step.TO_PLACE),
                at.say().entry(need.by().seq()));
    }

    private Html days(Need need, Step step) {
        return need.days(step)
                .map(days ->
                        days.open()
                                ? Html.of(
                                        "{} <i class=\"tag\">{}</i>",
                                        at.words().number(days.days()),
                                        at.words().say("generation.open"))
                                : Html.of("{}", at.words().number(days.days())))
                .orElse(Html.of("–"));
    }
}

package org.vigie.server.lite;

import java.util.ArrayList;
import org.vigie.assess.FigureHistory;
import org.vigie.exchange.render.Html;

/// The part of an incident's page that says who said what of its dead, when, and which rule made
/// the figure. What both clocks do not let through yet is not on the page.
record FigurePart(Say say) {

    Html of(FigureHistory history) {
        var words = say.words();
        var rows = new ArrayList<Html>();
        for (var said : history.said()) {
            if (said.state() == FigureHistory.State.NOT_YET) {
                continue;
            }
            rows.add(
                    Html.of(
                            "<tr><td>{}<td>{}<td data-l=\"{}\">{}{}<td class=\"r\" data-l=\"{}\">{}<td>{}<td>{}",
                            say.entry(said.recorded().seq()),
                            said.source().isEmpty()
                                    ? said.recorded().entry().author()
                                    : say.name(said.source()),
                            words.say("col.known"),
                            say.brief(said.recorded().knownAt()),
                            say.backDated(said.recorded()),
                            words.say("claims.figure"),
                            said.ofFigures() ? words.figures(said.figures()) : "",
                            words.of(said.state()),
                            said.text()));
        }
        if (rows.isEmpty()) {
            return Html.EMPTY;
        }
        return Html.of(
                "<h2>{}</h2><p>{}</p><table class=\"rows\"><thead><tr><th>#<th>{}<th>{}<th class=\"r\">{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                words.say("figure.title"),
                words.say("figure.is", figure(history), words.of(history.rule())),
                words.say("col.source"),
                words.say("col.known"),
                words.say("claims.figure"),
                words.say("figure.state"),
                words.say("figure.says"),
                rows);
    }

    private String figure(FigureHistory history) {
        var words = say.words();
        return history.row()
                .map(row ->
                        row.competing() > 0
                                ? words.say("competing", row.competing())
                                : words.figures(row.deaths()))
                .orElse(words.say("unknown"));
    }
}

package org.vigie.server.lite;

import java.util.ArrayList;
import org.vigie.assess.Timeline;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Recorded;

/// A case in order: what happened, who knew, what was decided and done, as many lines as the page
/// has room for and a link to the next ones.
record CaseTable(Say say) {

    /// @param from the first line to be shown, from 0
    /// @param bytesMax how many bytes the lines may take
    Html of(Timeline timeline, int from, int bytesMax) {
        var words = say.words();
        var rows = new ArrayList<Html>();
        int left = bytesMax;
        int next = Math.min(from, Math.max(0, timeline.lines().size() - 1));
        while (next < timeline.lines().size()) {
            var row = row(timeline.lines().get(next));
            left -= row.bytes();
            if (left < 0 && !rows.isEmpty()) {
                break;
            }
            rows.add(row);
            next++;
        }
        return Html.of(
                "<h2 id=\"case\">{}</h2><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}<th>#</thead><tbody>{}</tbody></table>{}",
                words.say("alert.timeline"),
                words.say("entries.happened"),
                words.say("alert.act"),
                words.say("knowledge.who"),
                words.say("entries.kind"),
                words.say("entries.recorded"),
                rows,
                more(timeline.lines().size() - next, next, words));
    }

    private Html more(int left, int next, Words words) {
        return left <= 0
                ? Html.EMPTY
                : Html.of(
                        "<p><a class=\"b\" href=\"{}#case\">{}</a></p>",
                        say.view().with("line", "" + next).query(),
                        words.say("alert.more-lines", left));
    }

    /// The kind of an entry, and which step, action or outcome it says.
    private String what(Recorded entry) {
        return say.findConstant(entry.body())
                .map(constant -> say.words().say("colon", say.kind(entry), constant))
                .orElse(say.kind(entry));
    }

    private Html row(Timeline.Line line) {
        var words = say.words();
        var entry = line.entry();
        return Html.of(
                "<tr><td>{}<td>{}<td>{}<td>{}<td data-l=\"{}\">{}{}<td>{}",
                say.happened(line.at()),
                words.of(line.act()),
                say.who(line.who()),
                entry == null ? words.say("incident.title") : what(entry),
                words.say("entries.recorded"),
                words.moment(line.recordedAt()),
                entry == null ? Html.EMPTY : say.backDated(entry),
                say.entry(line.seq()));
    }
}

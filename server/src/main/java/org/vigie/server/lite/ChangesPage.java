package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Changes;
import org.vigie.assess.Learned;
import org.vigie.exchange.render.Html;
import org.vigie.record.IncidentRow;
import org.vigie.record.Recorded;

/// What changed since a moment: incidents learned, changed and retracted, the gravest first, and
/// the other entries by kind.
record ChangesPage(Say say) {

    private static final int INCIDENTS = 30;

    Html of(Changes changes) {
        var words = say.words();
        var learned = changes.learned();
        var entries = new ArrayList<Recorded>();
        changes.entries().values().forEach(entries::addAll);
        entries.sort((one, other) -> Long.compare(one.seq(), other.seq()));
        return Html.of(
                "{}<p class=\"says\">{}</p>{}{}{}",
                form(changes),
                words.say(
                        "changes.says",
                        words.moment(changes.since()),
                        learned.of(Learned.What.NEW).size(),
                        learned.of(Learned.What.CHANGED).size(),
                        learned.of(Learned.What.RETRACTED).size(),
                        changes.size()),
                learned.items().isEmpty() && entries.isEmpty()
                        ? Html.of("<p>{}</p>", words.say("changes.none"))
                        : Html.EMPTY,
                incidents(learned),
                entries.isEmpty()
                        ? Html.EMPTY
                        : Html.of("{}{}", kinds(changes), new EntryTable(say).of(entries)));
    }

    private Html form(Changes changes) {
        var words = say.words();
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"/lite/changes\">{}<label>{} <input"
                        + " type=\"datetime-local\" name=\"since\" value=\"{}\"> Z</label><button>{}</button></form>",
                Frame.hidden(say.view(), List.of()),
                words.say("changes.since"),
                View.field(changes.since()),
                words.say("changes.show"));
    }

    private Html incidents(Learned learned) {
        if (learned.items().isEmpty()) {
            return Html.EMPTY;
        }
        var words = say.words();
        var rows = new ArrayList<Html>();
        learned.items().stream().limit(INCIDENTS).forEach(item -> rows.add(row(item)));
        int more = learned.items().size() - rows.size();
        return Html.of(
                "<h2>{}</h2><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th class=\"r\">{}<th"
                        + " class=\"r\">{}</thead><tbody>{}</tbody></table>{}",
                words.say("changes.incidents"),
                words.say("changes.what"),
                words.say("col.when"),
                words.say("col.where"),
                words.say("changes.before"),
                words.say("changes.now"),
                rows,
                more > 0
                        ? Html.of("<p class=\"note\">{}</p>", words.say("changes.more", more))
                        : Html.EMPTY);
    }

    private Html row(Learned.Item item) {
        var row = item.row();
        return Html.of(
                "<tr><td>{}<td>{}<td><a href=\"{}\">{}</a><td class=\"r\" data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}",
                say.words().of(item.what()),
                say.happened(row.happenedOn()),
                say.view().page("/lite/incidents/" + row.incident()),
                say.site(row.site()),
                say.words().say("changes.before"),
                dead(item.before()),
                say.words().say("changes.now"),
                dead(item.now()));
    }

    private String dead(@Nullable IncidentRow row) {
        if (row == null) {
            return "–";
        }
        return row.competing() > 0
                ? say.words().say("competing", row.competing())
                : say.words().figures(row.deaths());
    }

    private Html kinds(Changes changes) {
        var words = say.words();
        var rows = new ArrayList<Html>();
        changes.entries()
                .forEach((kind, entries) ->
                        rows.add(
                                Html.of(
                                        "<tr><td>{}<td class=\"r\">{}",
                                        say.kind(entries.getFirst()),
                                        words.number(entries.size()))));
        return Html.of(
                "<h2>{}</h2><table><thead><tr><th>{}<th class=\"r\">{}</thead><tbody>{}</tbody></table>",
                words.say("changes.kinds"),
                words.say("entries.kind"),
                words.say("changes.number"),
                rows);
    }
}

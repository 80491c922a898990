package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.vigie.exchange.render.Html;
import org.vigie.record.Erased;
import org.vigie.record.Recorded;

/// Entries of the ledger as a table with all three times, superseded ones marked and still there.
record EntryTable(Say say) {

    private static final int SHOWN_MAX = 25;

    Html of(List<Recorded> entries) {
        var words = say.words();
        var superseded = new HashSet<UUID>();
        for (var recorded : entries) {
            var older = recorded.entry().supersedes();
            if (older != null) {
                superseded.add(older);
            }
        }
        var rows = new ArrayList<Html>();
        entries.stream()
                .skip(Math.max(0, entries.size() - SHOWN_MAX))
                .forEach(recorded -> rows.add(row(recorded, superseded)));
        return Html.of(
                "<h2>{}</h2><table class=\"rows\"><caption>{}</caption><thead><tr><th>#<th>{}<th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                words.say("entries.title"),
                entries.size() > SHOWN_MAX
                        ? words.say("entries.last", SHOWN_MAX, entries.size())
                        : words.count("entries.all", entries.size()),
                words.say("entries.kind"),
                words.say("entries.happened"),
                words.say("entries.known"),
                words.say("entries.recorded"),
                words.say("entries.by"),
                rows);
    }

    private Html row(Recorded recorded, HashSet<UUID> superseded) {
        var entry = recorded.entry();
        return Html.of(
                "<tr><td>{}<td>{}{}{}<td>{}<td data-l=\"{}\">{}{}<td data-l=\"{}\">{}<td>{}, {}",
                say.entry(recorded.seq()),
                say.kind(recorded),
                superseded.contains(entry.id())
                        ? Html.of(" <i class=\"tag\">{}</i>", say.words().say("entries.superseded"))
                        : Html.EMPTY,
                entry.body() instanceof Erased
                        ? Html.of(" <i class=\"tag\">{}</i>", say.words().say("entries.erased"))
                        : Html.EMPTY,
                say.happened(entry.happenedOn()),
                say.words().say("entries.known"),
                say.brief(recorded.knownAt()),
                say.backDated(recorded),
                say.words().say("entries.recorded"),
                say.brief(recorded.recordedAt()),
                Say.who(say.words(), entry.author()),
                say.words().of(entry.component()));
    }
}

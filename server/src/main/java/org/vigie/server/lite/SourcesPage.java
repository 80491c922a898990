package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.register.RegisterSheet;
import org.vigie.register.SourceRegister;
import org.vigie.register.SourceRegister.KnownSource;
import org.vigie.search.FoldedText;

/// The published sources: those on which most rests first.
final class SourcesPage {

    private static final int ROWS = 30;

    private final RegisterView at;
    private final Words words;
    private final SourceRegister register;

    SourcesPage(RegisterView at, SourceRegister register) {
        this.at = at;
        this.words = at.words();
        this.register = register;
    }

    Html body(String q, int row) {
        var asked = FoldedText.of(q).words();
        var found = register.sources().stream().filter(source -> holds(source, asked)).toList();
        int first = Math.min(row, Math.max(0, found.size() - 1));
        var rows = new ArrayList<Html>();
        found.stream().skip(first).limit(ROWS).forEach(source -> rows.add(row(source)));
        return at.around(
                Html.of(
                        "{}<p class=\"says\">{}</p><p class=\"note\">{}</p>{}{}",
                        form(q),
                        words.count("register.sources.n", found.size()),
                        words.say("sources.note"),
                        rows.isEmpty() ? Html.EMPTY : table(rows),
                        pager(q, first, found.size())),
                List.of(RegisterSheet.Name.SOURCES));
    }

    private static boolean holds(KnownSource source, List<FoldedText.Word> asked) {
        var words =
                FoldedText.of(
                                String.join(
                                        " ",
                                        source.name(),
                                        source.code(),
                                        source.kind(),
                                        source.position()))
                        .words();
        return asked.stream()
                .allMatch(one ->
                        words.stream().anyMatch(word -> word.folded().startsWith(one.folded())));
    }

    private Html form(String q) {
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"/lite/sources\">{}<label>{} <input"
                        + " type=\"search\" name=\"q\" value=\"{}\" size=\"24\" dir=\"auto\"></label><button>{}</button></form>",
                Frame.hidden(at.view(), List.of()),
                words.say("search.words"),
                q,
                words.say("filter.apply"));
    }

    private Html table(List<Html> rows) {
        return Html.of(
                "<table class=\"rows\" id=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th class=\"r\">{}<th"
                        + " class=\"r\">{}<th class=\"r\">{}</thead><tbody>{}</tbody></table>",
                words.say("sources.reliability"),
                words.say("col.source"),
                words.say("sources.kind"),
                words.say("sources.published"),
                words.say("sources.claims"),
                words.say("sources.incidents"),
                words.say("sources.others"),
                rows);
    }

    private Html row(KnownSource source) {
        var published = source.published();
        return Html.of(
                "<tr><td>{}<td dir=\"auto\">{}{}<td>{}<td data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}<td"
                        + " class=\"r\" data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}",
                SourcePage.reliability(words, source),
                at.source(source.code()),
                source.position().isEmpty()
                        ? Html.EMPTY
                        : Html.of(" <small class=\"z\">— {}</small>", source.position()),
                SourcePage.kind(at.say(), source),
                words.say("sources.published"),
                published == null ? words.say("not-stated") : at.date(published),
                words.say("sources.claims"),
                words.number(source.claims()),
                words.say("sources.incidents"),
                words.number(source.incidents()),
                words.say("sources.others"),
                words.number(source.others()));
    }

    private Html pager(String q, int first, int size) {
        var links = new ArrayList<Html>();
        if (first > 0) {
            links.add(link(q, Math.max(0, first - ROWS), words.say("sources.before")));
        }
        if (first + ROWS < size) {
            links.add(link(q, first + ROWS, words.say("sources.after")));
        }
        return links.isEmpty()
                ? Html.EMPTY
                : Html.of("<p class=\"pager\">{}</p>", Html.join(Html.of(" "), links));
    }

    private Html link(String q, int row, String label) {
        return Html.of(
                "<a class=\"b\" href=\"{}#rows\">{}</a>",
                at.view()
                        .page("/lite/sources")
                        .with("q", q)
                        .with("row", row == 0 ? null : "" + row),
                label);
    }
}

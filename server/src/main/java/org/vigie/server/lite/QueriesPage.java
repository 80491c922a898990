package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.search.SavedQueries;
import org.vigie.search.SavedQuery;

/// The questions with a name: what each asks, who saved it, and what is new in it.
final class QueriesPage {

    private static final int ROWS = 30;

    private final Say say;
    private final View view;
    private final Words words;
    private final List<SavedQueries.Held> held;

    QueriesPage(Say say, SavedQueries queries) {
        this.say = say;
        this.view = say.view();
        this.words = say.words();
        this.held = List.copyOf(queries.byName().values());
    }

    Html body(int first, String id) {
        if (held.isEmpty()) {
            return Html.of("<p>{}</p>", words.say("queries.none"));
        }
        int from = Math.min(first, held.size() - 1);
        var shown = held.subList(from, Math.min(from + ROWS, held.size()));
        var rows = new ArrayList<Html>();
        shown.forEach(one -> rows.add(row(one)));
        return Html.of(
                "<p class=\"note\">{}</p><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}{}",
                words.say("queries.note"),
                words.say("form.name"),
                words.say("queries.asks"),
                words.say("form.note"),
                words.say("queries.saved"),
                rows,
                pager(from),
                view.past() ? Writing.notInThePast(view) : drop(id));
    }

    private Html row(SavedQueries.Held one) {
        var query = one.query();
        var entry = one.saved().entry();
        return Html.of(
                "<tr><td><a href=\"{}\"><b>{}</b></a><td>{}{}<td>{}<td>{} {} {}",
                view.page("/lite/q/" + query.name()),
                query.name(),
                asks(query),
                query.page() == SavedQuery.Page.SEARCH
                        ? Html.EMPTY
                        : Html.of(
                                " <a href=\"{}\">{}</a>",
                                news(query),
                                words.say("queries.what-is-new")),
                query.note(),
                entry.author(),
                say.brief(one.saved().recordedAt()),
                say.entry(one.saved().seq()));
    }

    /// What a question asks, as a sentence.
    Html asks(SavedQuery query) {
        var clocks = new ArrayList<String>();
        query.known().ifPresent(known -> clocks.add(words.say("past.known", words.moment(known))));
        query.recorded()
                .ifPresent(moment -> clocks.add(words.say("past.recorded", words.moment(moment))));
        return Html.of(
                "{}{} {}. <span class=\"z\">{}</span>",
                words.say("page." + query.page().code()),
                words.say("colon.sign"),
                query.find("q")
                        .map(asked -> words.say("queries.words", asked))
                        .orElseGet(() -> new FilterSentence(words).of(query.filter())),
                clocks.isEmpty() ? words.say("queries.now") : String.join(" ", clocks));
    }

    /// Where a question is answered, in the view of whoever asks.
    static Address address(View view, SavedQuery query) {
        var path =
                query.page() == SavedQuery.Page.PICTURE ? "/lite" : "/lite/" + query.page().code();
        var address = view.page(path).without(View.FILTER.toArray(String[]::new));
        for (var parameter : query.parameters().entrySet()) {
            address = address.with(parameter.getKey(), parameter.getValue());
        }
        return address;
    }

    /// What was learned under its filter; the page says since when.
    private Address news(SavedQuery query) {
        return address(view, query)
                .at("/lite/changes")
                .without("by", "in", "tier", "q", "known", "recorded");
    }

    private Html pager(int from) {
        var links = new ArrayList<Html>();
        if (from > 0) {
            links.add(page(Math.max(0, from - ROWS), words.say("intake.earlier")));
        }
        if (from + ROWS < held.size()) {
            links.add(page(from + ROWS, words.say("intake.further")));
        }
        return Html.of("<p class=\"pager\">{}</p>", Html.join(Html.of(" "), links));
    }

    private Html page(int row, String label) {
        return Html.of(
                "<a class=\"b\" href=\"{}\">{}</a>",
                view.page("/lite/queries").with("row", row == 0 ? null : "" + row),
                label);
    }

    private Html drop(String id) {
        var options = new ArrayList<Html>();
        held.forEach(one -> options.add(Html.of("<option>{}</option>", one.query().name())));
        return Html.of(
                "<details><summary>{}</summary><form class=\"form\" method=\"post\""
                        + " action=\"/lite/queries\">{}<input type=\"hidden\" name=\"act\""
                        + " value=\"drop\"><p><label for=\"d-name\">{}</label><select id=\"d-name\""
                        + " name=\"name\">{}</select></p><p><button>{}</button></p><p"
                        + " class=\"note\">{}</p></form></details>",
                words.say("queries.drop"),
                new Fields(view, Typed.nothing(), "d").carried(id),
                words.say("form.name"),
                options,
                words.say("queries.drop-do"),
                words.say("queries.drop.note"));
    }
}

package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.exchange.render.Html;
import org.vigie.search.SavedQuery;
import org.vigie.server.picture.Desk;

/// Below a page: give what it shows a name, so that it can be asked again. From a page that shows
/// the past nothing is written; there it is a link to the form, which takes the clocks along.
final class SaveForm {

    /// What stands before the parameters of the page that is saved, which are not those of the
    /// form.
    static final String PREFIX = "s-";

    private SaveForm() {}

    /// @param more parameters of the page beside those that every page has
    static Html of(Desk desk, View view, SavedQuery.Page page, Map<String, String> more) {
        var words = view.words();
        var asked = new TreeMap<>(view.address().parameters());
        asked.putAll(more);
        var parameters = page.known(asked);
        var saved =
                Html.of(
                        "<a href=\"{}\">{}</a>",
                        elsewhere(view, "/lite/queries"),
                        words.say("queries.title"));
        if (view.past()) {
            var address = elsewhere(view, "/lite/queries/new").with(PREFIX + "page", page.code());
            for (var one : parameters.entrySet()) {
                address = address.with(PREFIX + one.getKey(), one.getValue());
            }
            return Html.of(
                    "<p class=\"save\"><a href=\"{}\">{}</a> · {}</p>",
                    address,
                    words.say("queries.save-past"),
                    saved);
        }
        return Html.of(
                "<form class=\"filter save\" method=\"post\" action=\"/lite/queries\">{}{}<label>{} <input"
                        + " name=\"name\" size=\"24\"></label><button>{}</button>{}</form>",
                carried(desk, view),
                hidden(page, parameters),
                words.say("queries.save-as"),
                words.say("queries.save"),
                saved);
    }

    /// A page about the questions, without the filter and the clocks of this one.
    static Address elsewhere(View view, String path) {
        return view.page(path)
                .without(View.FILTER.toArray(String[]::new))
                .without("known", "recorded");
    }

    private static Html carried(Desk desk, View view) {
        var fields = new ArrayList<Html>();
        elsewhere(view, "").parameters().forEach((name, value) -> fields.add(field(name, value)));
        fields.add(field("id", Pen.freshId(desk)));
        fields.add(field("act", "save"));
        return Html.join(fields);
    }

    static Html hidden(SavedQuery.Page page, Map<String, String> parameters) {
        var fields = new ArrayList<Html>();
        fields.add(field(PREFIX + "page", page.code()));
        parameters.forEach((name, value) -> fields.add(field(PREFIX + name, value)));
        return Html.join(fields);
    }

    private static Html field(String name, String value) {
        return Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value);
    }
}

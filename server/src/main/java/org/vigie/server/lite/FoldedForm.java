package org.vigie.server.lite;

import java.util.List;
import org.vigie.exchange.render.Html;

/// One of several forms of a page, folded away until it is wanted.
///
/// @param act which of the page's forms it is; links lead to it by this name
/// @param id makes sending it twice harmless
record FoldedForm(String act, String id, String title, boolean open) {

    Html of(Say say, String path, List<Html> fields) {
        return Html.of(
                "<details{} id=\"{}\"><summary>{}</summary><form class=\"form\" method=\"post\" action=\"{}\">{}<input"
                        + " type=\"hidden\" name=\"id\" value=\"{}\"><input type=\"hidden\" name=\"act\""
                        + " value=\"{}\">{}<p><button class=\"do\">{}</button></p></form></details>",
                Html.attribute("open", open),
                act,
                title,
                path,
                Frame.hidden(say.view(), List.of()),
                id,
                act,
                fields,
                say.words().say("form.write"));
    }
}

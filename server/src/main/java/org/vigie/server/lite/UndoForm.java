package org.vigie.server.lite;

import org.vigie.exchange.render.Html;

/// Takes one import back, with a reason.
final class UndoForm {

    private UndoForm() {}

    /// @param decisions how many people wrote about requests that it brought
    static Html of(View view, String importId, String id, int decisions) {
        var words = view.words();
        var fields = new Fields(view, Typed.nothing(), "u");
        return Html.of(
                "<details><summary>{}</summary><form class=\"form\" method=\"post\""
                        + " action=\"/lite/imports\">{}<input type=\"hidden\" name=\"import\""
                        + " value=\"{}\">{}{}<p><button>{}</button></p><p class=\"note\">{}</p></form></details>",
                words.say("intake.undo"),
                fields.carried(id),
                importId,
                decisions(view, decisions),
                fields.line("why"),
                words.say("imports.undo-do"),
                words.say("intake.undo.note"));
    }

    /// What stays of the requests, said before; sent along, so that it is known to have been said.
    static Html decisions(View view, int decisions) {
        return decisions == 0
                ? Html.EMPTY
                : Html.of(
                        "<p class=\"due\">{}</p><input type=\"hidden\" name=\"decisions\" value=\"{}\">",
                        view.words().count("intake.undo.decisions", decisions),
                        decisions);
    }
}

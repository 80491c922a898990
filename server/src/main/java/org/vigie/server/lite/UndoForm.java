package org.vigie.server.lite;

import org.vigie.exchange.render.Html;

/// Takes one import back, with a reason.
final class UndoForm {

    private UndoForm() {}

    static Html of(View view, String importId, String id) {
        var words = view.words();
        var fields = new Fields(view, Typed.nothing(), "u");
        return Html.of(
                "<details><summary>{}</summary><form class=\"form\" method=\"post\""
                        + " action=\"/lite/imports\">{}<input type=\"hidden\" name=\"import\""
                        + " value=\"{}\">{}<p><button>{}</button></p><p class=\"note\">{}</p></form></details>",
                words.say("intake.undo"),
                fields.carried(id),
                importId,
                fields.line("why"),
                words.say("imports.undo-do"),
                words.say("intake.undo.note"));
    }
}

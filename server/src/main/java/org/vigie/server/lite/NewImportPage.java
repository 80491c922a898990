package org.vigie.server.lite;

import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;

/// The form with which a file or pasted cells come in.
record NewImportPage(View view) {

    /// The view stands in the form's address, because a form with a file is read as a stream.
    Html form(Typed typed, String id) {
        var words = view.words();
        var fields = new Fields(view, typed);
        return Html.of(
                "{}<p class=\"says\">{}</p><form class=\"form\" method=\"post\""
                        + " enctype=\"multipart/form-data\" action=\"{}\"><input type=\"hidden\""
                        + " name=\"id\" value=\"{}\">{}<p><label for=\"f-pasted\">{}<span"
                        + " class=\"hint\">{}</span></label><textarea id=\"f-pasted\" name=\"pasted\""
                        + " rows=\"5\" spellcheck=\"false\" wrap=\"off\"></textarea></p>{}<p><button"
                        + " class=\"do\">{}</button></p></form><p class=\"note\">{}</p>",
                fields.summary(),
                words.say("intake.says"),
                view.page("/lite/imports/new"),
                id,
                file(words, typed),
                words.say("form.pasted"),
                words.say("form.pasted.hint"),
                ImportChoices.fields(view, typed),
                words.say("intake.look"),
                words.say("intake.kept"));
    }

    private static Html file(Words words, Typed typed) {
        return Html.of(
                "<p><label for=\"f-file\">{}<span class=\"hint\">{}</span></label><input type=\"file\""
                        + " id=\"f-file\" name=\"file\"{}></p>",
                words.say("form.file"),
                words.say("form.file.hint"),
                typed.problems().containsKey("file")
                        ? Html.attribute("aria-invalid", "true")
                        : Html.attribute("hidden", false));
    }
}

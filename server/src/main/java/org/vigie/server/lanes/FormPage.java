package org.vigie.server.lanes;

import java.util.List;
import java.util.Map;
import org.vigie.exchange.openrosa.XlsForm;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;

/// The page of the form, in French and English at once: a telephone without a network cannot ask
/// for another language. Its title says nothing of what it is: a telephone may be looked at by
/// others.
final class FormPage {

    private static final Words ENGLISH = Words.of(Language.EN);
    private static final Words FRENCH = Words.of(Language.FR);

    private final XlsForm form;
    private final String french;
    private final String english;

    FormPage(XlsForm form) {
        this.form = form;
        this.french = language("fr");
        this.english = language("en");
    }

    private String language(String code) {
        return form.languages().stream()
                .filter(name -> name.endsWith("(" + code + ")"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the form has no language " + code));
    }

    /// @param lane code of the lane
    Html html(String lane, boolean exercise) {
        var address = "/intake/" + lane;
        var here = address + (exercise ? "/exercise" : "");
        return Html.of(
                "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width\"><title>Formulaire</title><link rel=\"icon\""
                        + " href=\"data:,\"><link rel=\"stylesheet\" href=\"{}/form.css\"></head><body>{}<h1>{}</h1>{}<p>{}</p><form"
                        + " id=\"form\" novalidate data-lane=\"{}\" data-form=\"{}\" data-version=\"{}\">{}<button"
                        + " class=\"do\">{}</button></form>{}{}{}</body></html>",
                here,
                languages(),
                both("field-form.title"),
                exercise ? Html.of("<p><b>{}</b></p>", both("field-form.exercise")) : Html.EMPTY,
                both("field-form.safe"),
                address + (exercise ? "?exercise=1" : ""),
                form.id(),
                form.version(),
                form.questions().stream().map(this::question).toList(),
                both("field-form.send"),
                said(),
                Html.script(here + "/form-outbox.js"),
                Html.script(here + "/form.js"));
    }

    private static Html languages() {
        return Html.of(
                "<div class=\"langs\"><button type=\"button\" data-speak=\"fr\">Français</button><button"
                        + " type=\"button\" data-speak=\"en\">English</button></div>");
    }

    /// What the script shows of, one at a time.
    private static Html said() {
        return Html.of(
                "<div id=\"said\" role=\"status\"><p id=\"said-kept\" hidden>{}</p><p id=\"said-kept-open\" hidden>{}</p><p id=\"said-sent\" hidden>{}</p><p"
                        + " id=\"said-refused\" hidden>{} <span id=\"why\"></span></p><p id=\"said-keyless\" hidden>{}</p><p"
                        + " id=\"said-needed\" hidden>{}</p><p id=\"said-wiped\" hidden>{}</p><p id=\"said-failed\" hidden>{}</p><p id=\"said-forgotten\" hidden>{}</p></div><div id=\"waits\" hidden><p>{}"
                        + " <b id=\"count\"></b></p><button type=\"button\" id=\"wipe\">{}</button></div><button type=\"button\" id=\"forget\">{}</button><noscript><p>{}</p></noscript>",
                both("field-form.kept"),
                both("field-form.kept-open"),
                both("field-form.sent"),
                both("field-form.refused"),
                both("field-form.keyless"),
                both("field-form.needed"),
                both("field-form.wiped"),
                both("field-form.failed"),
                both("field-form.forgotten"),
                both("field-form.waits"),
                both("field-form.wipe"),
                both("field-form.forget"),
                both("field-form.no-script"));
    }

    private static Html both(String key) {
        return inBoth(FRENCH.say(key), ENGLISH.say(key));
    }

    private static Html inBoth(String french, String english) {
        return Html.of("<span lang=\"fr\">{}</span><span lang=\"en\">{}</span>", french, english);
    }

    private Html question(XlsForm.Question question) {
        var name = question.name();
        return switch (question.type()) {
            case NOTE -> Html.of("<p>{}</p>", said(question.label()));
            case SELECT_ONE ->
                    Html.of(
                            "{}<select id=\"f-{}\" name=\"{}\"><option value=\"\"></option>{}</select>",
                            label(question),
                            name,
                            name,
                            options(question.choices()));
            case TEXT ->
                    question.required()
                            ? Html.of(
                                    "{}<textarea id=\"f-{}\" name=\"{}\" maxlength=\"2000\" required></textarea>",
                                    label(question),
                                    name,
                                    name)
                            : input(question, "text");
            case INTEGER -> input(question, "number");
            case DATE -> input(question, "date");
            case DATE_TIME -> input(question, "datetime-local");
            case IMAGE -> Html.EMPTY; // what waits on this page lies in the browser unencrypted
            case GEOPOINT ->
                    Html.of(
                            "{}<button type=\"button\" id=\"here\">{}</button>",
                            input(question, "text"),
                            both("field-form.here"));
        };
    }

    private Html input(XlsForm.Question question, String type) {
        return Html.of(
                "{}<input type=\"{}\" id=\"f-{}\" name=\"{}\" maxlength=\"200\" autocomplete=\"off\">",
                label(question),
                type,
                question.name(),
                question.name());
    }

    private Html label(XlsForm.Question question) {
        return Html.of(
                "<label for=\"f-{}\">{}{}</label>",
                question.name(),
                said(question.label()),
                question.hint().isEmpty()
                        ? Html.EMPTY
                        : Html.of("<small>{}</small>", said(question.hint())));
    }

    private List<Html> options(List<XlsForm.Choice> choices) {
        return choices.stream()
                .map(choice ->
                        Html.of(
                                "<option value=\"{}\" data-fr=\"{}\" data-en=\"{}\">{}</option>",
                                choice.name(),
                                choice.label().getOrDefault(french, choice.name()),
                                choice.label().getOrDefault(english, choice.name()),
                                choice.label().getOrDefault(french, choice.name())))
                .toList();
    }

    private Html said(Map<String, String> byLanguage) {
        return inBoth(byLanguage.getOrDefault(french, ""), byLanguage.getOrDefault(english, ""));
    }
}

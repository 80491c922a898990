package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;

/// The fields of a form: each with its label, its hint, what was typed, and what is wrong with it.
/// The words of a field are `form.NAME` and, where there is one, `form.NAME.hint`.
///
/// @param form what the ids of its fields begin with, so that two forms of a page have none in
///   common
record Fields(View view, Typed typed, String form) {

    /// The fields of a page's only form.
    Fields(View view, Typed typed) {
        this(view, typed, "f");
    }

    private Words words() {
        return view.words();
    }

    /// What is wrong, above the form, each a link to its field.
    Html summary() {
        if (typed.good()) {
            return Html.EMPTY;
        }
        var lines = new ArrayList<Html>();
        typed.problems()
                .forEach((field, key) ->
                        lines.add(
                                Html.of(
                                        "<li><a href=\"#{}-{}\">{}</a>{} {}",
                                        form,
                                        field,
                                        words().say("form." + field),
                                        words().say("colon.sign"),
                                        typed.problem(field, words()))));
        return Html.of(
                "<div class=\"error\" role=\"alert\" id=\"problems\"><b>{}</b><ul>{}</ul></div>",
                words().count("problem.summary", lines.size()),
                lines);
    }

    /// What every form of ours carries: the view, and the id that makes sending it twice harmless.
    Html carried(String id) {
        return Html.of(
                "{}<input type=\"hidden\" name=\"id\" value=\"{}\">",
                Frame.hidden(view, List.of()),
                id);
    }

    Html line(String field) {
        return Html.of(
                "<p>{}<input type=\"text\" id=\"{}-{}\" name=\"{}\" value=\"{}\"{}{}></p>",
                label(field),
                form,
                field,
                field,
                typed.value(field),
                invalid(field),
                described(field));
    }

    Html area(String field) {
        return Html.of(
                "<p>{}<textarea id=\"{}-{}\" name=\"{}\" rows=\"3\"{}{}>{}</textarea></p>",
                label(field),
                form,
                field,
                field,
                invalid(field),
                described(field),
                typed.value(field));
    }

    /// A date and time in UTC; left empty it means now.
    Html moment(String field) {
        return Html.of(
                "<p>{}<input type=\"datetime-local\" id=\"{}-{}\" name=\"{}\" value=\"{}\"{}{}> Z</p>",
                label(field),
                form,
                field,
                field,
                typed.value(field),
                invalid(field),
                described(field));
    }

    /// One of the constants. Nothing is chosen beforehand: a default is an answer that nobody gave.
    Html choice(String field, List<? extends Enum<?>> constants) {
        var options = new ArrayList<Html>();
        for (var constant : constants) {
            options.add(option(field, View.code(constant), words().of(constant)));
        }
        return select(field, options);
    }

    /// One of several codes, each with its word at `PREFIX.CODE`.
    Html codes(String field, String prefix, List<String> codes) {
        var options = new ArrayList<Html>();
        for (var code : codes) {
            options.add(option(field, code, words().say(prefix + "." + code)));
        }
        return select(field, options);
    }

    /// One of several things by their ids, in the order given, none of them chosen beforehand.
    Html named(String field, Map<String, String> options) {
        var drawn = new ArrayList<Html>();
        options.forEach((id, name) -> drawn.add(option(field, id, name)));
        return select(field, drawn);
    }

    /// The same, where choosing none of them means something.
    ///
    /// @param none the key of what it means
    Html named(String field, Map<String, String> options, String none) {
        var drawn = new ArrayList<Html>();
        options.forEach((id, name) -> drawn.add(option(field, id, name)));
        return select(field, drawn, none);
    }

    private Html select(String field, List<Html> options) {
        return select(field, options, "form.choose");
    }

    private Html select(String field, List<Html> options, String none) {
        return Html.of(
                "<p>{}<select id=\"{}-{}\" name=\"{}\"{}{}><option value=\"\">{}</option>{}</select></p>",
                label(field),
                form,
                field,
                field,
                invalid(field),
                described(field),
                words().say(none),
                options);
    }

    private Html option(String field, String code, String word) {
        return Html.of(
                "<option value=\"{}\"{}>{}</option>",
                code,
                Html.attribute("selected", typed.value(field).equals(code)),
                word);
    }

    private Html label(String field) {
        var hint = "form." + field + ".hint";
        boolean hinted = words().sentences().containsKey(hint);
        var problem = typed.problems().get(field);
        return Html.of(
                "<label for=\"{}-{}\">{}{}{}</label>",
                form,
                field,
                words().say("form." + field),
                hinted
                        ? Html.of(
                                "<span class=\"hint\" id=\"h-{}-{}\">{}</span>",
                                form,
                                field,
                                words().say(hint))
                        : Html.EMPTY,
                problem == null
                        ? Html.EMPTY
                        : Html.of(
                                "<span class=\"late\"> {}</span>", typed.problem(field, words())));
    }

    private Html.Attribute invalid(String field) {
        return typed.problems().containsKey(field)
                ? Html.attribute("aria-invalid", "true")
                : Html.attribute("hidden", false);
    }

    private Html.Attribute described(String field) {
        return words().sentences().containsKey("form." + field + ".hint")
                ? Html.attribute("aria-describedby", "h-" + form + "-" + field)
                : Html.attribute("hidden", false);
    }
}

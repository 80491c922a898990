package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
import org.vigie.server.intake.Job;

/// How a file is to be imported: since when the mission knew what it says, and whether it lists
/// everything. Each choice says what it means.
final class ImportChoices {

    private static final String KNOWN_AT = "known-at";
    private static final String DAY = "release-day";
    private static final String DAYS = "lag-days";
    private static final String COMPLETE = "complete";
    private static final String HANDLING = "handling";

    private static final List<String> RULES = List.of("now", "source", "release", "lag");

    private static final List<String> HANDLINGS = List.of("open", "mission", "protection");

    private ImportChoices() {}

    /// What was chosen, its problems noted.
    ///
    /// @param mapping of a table of somebody's own, or empty
    static Job.Choices read(Typed typed, String mapping) {
        var handling = typed.value(HANDLING);
        if (!handling.isEmpty() && !HANDLINGS.contains(handling)) {
            typed.problem(HANDLING, "problem.choose");
        }
        return new Job.Choices(rule(typed), typed.value(COMPLETE).equals("yes"), mapping, handling);
    }

    private static String rule(Typed typed) {
        var rule = typed.value(KNOWN_AT);
        if (!Set.copyOf(RULES).contains(rule)) {
            typed.problem(KNOWN_AT, "problem.choose");
        }
        return switch (rule) {
            case "release" -> typed.value(DAY).isEmpty() ? rule : rule + ":" + day(typed);
            case "lag" -> rule + ":" + days(typed) + "d";
            default -> rule;
        };
    }

    private static String day(Typed typed) {
        try {
            return View.day(DAY, typed.value(DAY)).toString();
        } catch (BadInput e) {
            typed.problem(DAY, "problem.day");
            return "";
        }
    }

    private static String days(Typed typed) {
        var days = typed.value(DAYS);
        if (!days.matches("\\d{1,4}") || Integer.parseInt(days) > 3_660) {
            typed.problem(DAYS, "problem.days");
        }
        return days;
    }

    /// The choices as they were typed, for a form that offers them again.
    static Typed typed(Job.Choices choices) {
        var values = new java.util.TreeMap<String, String>();
        var rule = choices.knownAt();
        int colon = rule.indexOf(':');
        var name = colon < 0 ? rule : rule.substring(0, colon);
        values.put(KNOWN_AT, name);
        if (colon >= 0) {
            var value = rule.substring(colon + 1);
            values.put(
                    name.equals("lag") ? DAYS : DAY,
                    name.equals("lag") ? value.substring(0, value.length() - 1) : value);
        }
        if (choices.complete()) {
            values.put(COMPLETE, "yes");
        }
        values.put("mapping", choices.mapping());
        values.put(HANDLING, choices.handling());
        return new Typed(values);
    }

    /// The fields.
    static Html fields(View view, Typed typed) {
        var words = view.words();
        var rules = new ArrayList<Html>();
        for (var rule : RULES) {
            boolean chosen =
                    typed.touched() ? typed.value(KNOWN_AT).equals(rule) : rule.equals("now");
            rules.add(
                    Html.of(
                            "<p class=\"c\"><label><input type=\"radio\" name=\"known-at\""
                                    + " value=\"{}\"{}>{}<span class=\"hint\">{}</span></label>{}</p>",
                            rule,
                            Html.attribute("checked", chosen),
                            words.say("known-at." + rule),
                            words.say("known-at." + rule + ".hint"),
                            beside(view, typed, rule)));
        }
        return Html.of(
                "<fieldset id=\"f-known-at\"><legend>{}</legend>{}</fieldset><p class=\"c\"><label><input"
                        + " type=\"checkbox\" name=\"complete\" value=\"yes\"{}>{}<span"
                        + " class=\"hint\">{}</span></label></p>{}",
                words.say("form.known-at"),
                rules,
                Html.attribute("checked", typed.value(COMPLETE).equals("yes")),
                words.say("form.complete"),
                words.say("form.complete.hint"),
                handling(view, typed));
    }

    private static Html handling(View view, Typed typed) {
        var words = view.words();
        var options = new ArrayList<Html>();
        options.add(Html.of("<option value=\"\">{}</option>", words.say("handling.usual")));
        for (var code : HANDLINGS) {
            options.add(
                    Html.of(
                            "<option value=\"{}\"{}>{}</option>",
                            code,
                            Html.attribute("selected", typed.value(HANDLING).equals(code)),
                            words.say("handling." + code)));
        }
        return Html.of(
                "<p><label for=\"f-handling\">{}</label><select id=\"f-handling\""
                        + " name=\"handling\">{}</select></p>",
                words.say("form.handling"),
                options);
    }

    /// The field that belongs to a rule.
    private static Html beside(View view, Typed typed, String rule) {
        return switch (rule) {
            case "release" -> small(view, typed, DAY, "date");
            case "lag" -> small(view, typed, DAYS, "number");
            default -> Html.EMPTY;
        };
    }

    private static Html small(View view, Typed typed, String field, String type) {
        return Html.of(
                "<label>{} <input id=\"f-{}\" type=\"{}\" name=\"{}\" value=\"{}\" size=\"10\"{}></label>",
                view.words().say("form." + field),
                field,
                type,
                field,
                typed.value(field),
                typed.problems().containsKey(field)
                        ? Html.attribute("aria-invalid", "true")
                        : Html.attribute("hidden", false));
    }

    /// The rule in words, for a page that says back what was chosen.
    static String said(View view, Job.Choices choices) {
        return said(view, choices.knownAt());
    }

    /// A rule of an import's entry in words.
    static String said(View view, String rule) {
        int colon = rule.indexOf(':');
        var name = colon < 0 ? rule : rule.substring(0, colon);
        if (!RULES.contains(name)) {
            return rule;
        }
        var words = view.words();
        return colon < 0
                ? words.say("known-at." + name)
                : words.say("colon", words.say("known-at." + name), rule.substring(colon + 1));
    }
}

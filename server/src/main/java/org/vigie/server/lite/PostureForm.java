package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
import org.vigie.plan.posture.Stationing;

/// What can be asked of a posture, as it was typed, with what is wrong beside its field.
record PostureForm(Say say, PostureAsked asked) {

    /// What cannot be taken of what was typed.
    ///
    /// @param names what could be named there instead; none where the field takes no names
    record Wrong(BadInput bad, List<String> names) {

        boolean at(String name) {
            return field(bad).equals(name);
        }

        /// What was typed there, shortened.
        String typed() {
            var value = bad.value();
            return value == null ? "" : value.replaceAll("^\"|\"$", "");
        }
    }

    /// The fields of the form, whose refusals stand beside them.
    private static final List<String> FIELDS =
            List.of("within", "moves", "scenario", "floor", "busy", "capacity");

    /// Whether this is said at a field of the form.
    static boolean shows(BadInput bad) {
        return !field(bad).isEmpty();
    }

    /// The field of the form that was refused; empty where it is none of them.
    static String field(BadInput bad) {
        return FIELDS.stream().filter(bad.field()::startsWith).findFirst().orElse("");
    }

    /// The form.
    ///
    /// @param bad what cannot be taken of what was typed, null for nothing
    Html of(@Nullable Wrong bad) {
        var words = say.words();
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}{}<label>{} <input type=\"text\""
                        + " inputmode=\"numeric\" size=\"5\" name=\"within\""
                        + " value=\"{}\"{}></label>{}<label>{} <input type=\"text\" inputmode=\"numeric\""
                        + " size=\"4\" name=\"moves\" value=\"{}\" placeholder=\"{}\"{}></label>{}{}<button>{}</button><button"
                        + " class=\"do\" name=\"proof\" value=\"1\">{}</button></form><p class=\"note\">{}</p>",
                say.view().address().path(),
                Frame.hidden(say.view(), List.of()),
                carried("within", "moves", "proof", "scenario", "floor", "busy", "capacity"),
                words.say("posture.within"),
                typed(bad, "within", "" + asked.within()),
                Html.attribute("aria-invalid", at(bad, "within")),
                wrong(bad, "within"),
                words.say("posture.moves"),
                typed(
                        bad,
                        "moves",
                        asked.moves() == Stationing.ANY_MOVES ? "" : "" + asked.moves()),
                words.say("posture.any"),
                Html.attribute("aria-invalid", at(bad, "moves")),
                wrong(bad, "moves"),
                rules(bad),
                words.say("posture.own"),
                words.say("posture.prove"),
                words.say("posture.buttons"));
    }

    /// Scenarios, floors, busy parts and room, folded as long as nobody asks for them.
    private Html rules(@Nullable Wrong bad) {
        var words = say.words();
        var fields =
                List.of(
                        rule(bad, "scenario", "posture.scenarios", "posture.scenarios-like"),
                        rule(bad, "floor", "posture.floors", "posture.floors-like"),
                        rule(bad, "busy", "posture.busy", "posture.busy-like"),
                        rule(bad, "capacity", "posture.capacity", "posture.capacity-like"));
        return Html.of(
                "<details class=\"needs\"{}><summary>{}</summary>{}<p class=\"note\">{}</p></details>",
                Html.attribute("open", !asked.rules().isEmpty()),
                words.say("posture.more-rules"),
                fields,
                words.say("posture.rules-note"));
    }

    private Html rule(@Nullable Wrong bad, String name, String label, String like) {
        var words = say.words();
        return Html.of(
                "<p><label>{} <input type=\"text\" size=\"30\" name=\"{}\" value=\"{}\""
                        + " placeholder=\"{}\" autocomplete=\"off\"{}></label>{}</p>",
                words.say(label),
                name,
                asked.rules().getOrDefault(name, ""),
                words.say(like),
                Html.attribute("aria-invalid", at(bad, name)),
                wrong(bad, name));
    }

    private static String typed(@Nullable Wrong bad, String name, String otherwise) {
        return bad != null && bad.at(name) ? bad.typed() : otherwise;
    }

    private static boolean at(@Nullable Wrong bad, String name) {
        return bad != null && bad.at(name);
    }

    /// One sentence: what cannot be taken, what the field takes, and of what it can be.
    private Html wrong(@Nullable Wrong bad, String name) {
        if (bad == null || !bad.at(name)) {
            return Html.EMPTY;
        }
        var words = say.words();
        return Html.of(
                " <b class=\"bad\" role=\"alert\">{} {}{}</b>",
                words.say("posture.cannot-take", bad.typed()),
                words.say("posture.takes-" + name),
                bad.names().isEmpty()
                        ? Html.EMPTY
                        : Html.of(
                                " {}",
                                words.say("posture.takes-of", String.join(", ", bad.names()))));
    }

    /// What the page asks, but for these, as hidden fields.
    Html carried(String... but) {
        var fields = new ArrayList<Html>();
        asked.parameters()
                .forEach((name, value) -> {
                    if (!List.of(but).contains(name)) {
                        fields.add(
                                Html.of(
                                        "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                                        name,
                                        value));
                    }
                });
        return Html.join(fields);
    }
}

package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
import org.vigie.plan.posture.Stationing;

/// What can be asked of a posture, as it was typed, with what is wrong beside its field.
record PostureForm(Say say, PostureAsked asked) {

    /// The form.
    ///
    /// @param bad what cannot be taken of what was typed, null for nothing
    Html of(@Nullable BadInput bad) {
        var words = say.words();
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}{}<label>{} <input type=\"text\""
                        + " inputmode=\"numeric\" size=\"5\" name=\"within\""
                        + " value=\"{}\"></label><label>{} <input type=\"text\" inputmode=\"numeric\""
                        + " size=\"4\" name=\"moves\" value=\"{}\" placeholder=\"{}\"></label>{}<button>{}</button><button"
                        + " class=\"do\" name=\"proof\" value=\"1\">{}</button></form><p class=\"note\">{}</p>",
                say.view().address().path(),
                Frame.hidden(say.view(), List.of()),
                carried("within", "moves", "proof", "scenario", "floor", "busy", "capacity"),
                words.say("posture.within"),
                asked.within(),
                words.say("posture.moves"),
                asked.moves() == Stationing.ANY_MOVES ? "" : "" + asked.moves(),
                words.say("posture.any"),
                rules(bad),
                words.say("posture.own"),
                words.say("posture.prove"),
                words.say("posture.buttons"));
    }

    /// Scenarios, floors, busy parts and room, folded as long as nobody asks for them.
    private Html rules(@Nullable BadInput bad) {
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

    private Html rule(@Nullable BadInput bad, String name, String label, String like) {
        var words = say.words();
        var wrong = bad != null && bad.field().startsWith(name) ? bad : null;
        return Html.of(
                "<p><label>{} <input type=\"text\" size=\"30\" name=\"{}\" value=\"{}\""
                        + " placeholder=\"{}\" autocomplete=\"off\"{}></label>{}</p>",
                words.say(label),
                name,
                asked.rules().getOrDefault(name, ""),
                words.say(like),
                Html.attribute("aria-invalid", wrong != null),
                wrong == null
                        ? Html.EMPTY
                        : Html.of(
                                " <b class=\"bad\" role=\"alert\">{} <span lang=\"en\">{}</span></b>",
                                words.say("posture.cannot-take"),
                                String.valueOf(wrong.getMessage())));
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

package org.vigie.server.lite;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.plan.Register;

/// When no posture can be worked out: why, and what to do.
final class PostureNone {

    private PostureNone() {}

    /// @param full a day on which the force was there; null where the register knows of none
    /// @param path of the page that is asked
    static Html noForce(Say say, Register register, @Nullable LocalDate full, String path) {
        var words = say.words();
        if (full == null) {
            return Html.of("<p class=\"due\">{}</p>", words.say("posture.no-units"));
        }
        return Html.of(
                "<p class=\"due\"><b>{}</b> <a href=\"{}\">{}</a></p>",
                register.findEnd()
                        .map(end -> words.say("reach.over", register.day(), end))
                        .orElseGet(() -> words.say("posture.none-on-day", register.day())),
                say.view().page(path).with("known", full + "T12:00"),
                words.say("posture.of-day", full));
    }

    static Html noPlaces(Say say) {
        return Html.of(
                "<p class=\"due\">{} <a href=\"{}\">{}</a></p>",
                say.words().say("posture.no-places"),
                say.view().page("/lite/imports/new"),
                say.words().say("posture.import"));
    }

    static Html noQuestion(Say say, LocalDate day, String why) {
        return Html.of(
                "<p class=\"due\">{} <span class=\"z\" lang=\"en\">{}</span></p>",
                say.words().say("posture.no-question", day),
                why);
    }
}

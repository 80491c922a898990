package org.vigie.server.lite;

import java.util.ArrayList;
import org.vigie.exchange.render.Html;
import org.vigie.record.Handover;
import org.vigie.record.Handovers;

/// Who is on watch. While a handover waits for its signature both are: who leaves, and who is to
/// come.
record OnWatch(Say say, Handovers handovers) {

    Html html() {
        var words = say.words();
        if (!Writing.seesProtection(say.view())) {
            return Html.of("<p class=\"note\">{}</p>", words.say("handover.not-shown"));
        }
        var on = handovers.onWatch();
        if (on.isEmpty()) {
            return Html.of("<p>{}</p>", words.say("handover.never"));
        }
        var said = new ArrayList<Html>();
        for (var one : on) {
            said.add(
                    Html.of(
                            "<b>{}</b>{}",
                            Say.who(words, one.who()),
                            one.came()
                                    .map(entry ->
                                            " "
                                                    + words.say(
                                                            "handover.on-since",
                                                            words.moment(entry.recordedAt())))
                                    .orElse("")));
            one.leaving()
                    .flatMap(Handover::findWhat)
                    .filter(what -> !what.to().isBlank())
                    .ifPresent(what -> said.add(Html.of("<b>{}</b>", what.to())));
        }
        return Html.of(
                "<p>{} {}</p>{}",
                words.say("handover.on-watch"),
                Html.join(Html.of(", "), said),
                waiting());
    }

    private Html waiting() {
        var words = say.words();
        var lines = new ArrayList<Html>();
        for (var one : handovers.waiting()) {
            var to = one.findWhat().map(what -> what.to().strip()).orElse("");
            lines.add(
                    Html.of(
                            "<p class=\"due\">{} <a href=\"{}\">{}</a></p>",
                            to.isEmpty()
                                    ? words.say(
                                            "handover.waits",
                                            one.giver(),
                                            words.moment(one.givenAt()))
                                    : words.say(
                                            "handover.waits-for",
                                            one.giver(),
                                            words.moment(one.givenAt()),
                                            to),
                            say.view().page(HandoverPage.PATH + "/" + one.id()),
                            words.say("handover.read")));
        }
        return Html.join(lines);
    }
}

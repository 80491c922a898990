package org.vigie.server.lite;

import org.vigie.exchange.render.Html;

/// Nothing is written from a page that shows the past: what one sees there is not what is so now.
final class Writing {

    private Writing() {}

    static void requireNow(View view) {
        if (view.past()) {
            throw new Conflict("problem.past");
        }
    }

    static Html notInThePast(View view) {
        return Html.of(
                "<p class=\"note\">{} <a href=\"{}\">{}</a></p>",
                view.words().say("problem.past"),
                view.address().without("known", "recorded"),
                view.words().say("past.leave"));
    }
}

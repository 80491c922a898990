package org.vigie.server.lite;

import org.vigie.exchange.render.Html;
import org.vigie.record.Handling;

/// Nothing is written from a page that shows the past: what one sees there is not what is so now.
final class Writing {

    private Writing() {}

    static void requireNow(View view) {
        if (view.past()) {
            throw new Conflict("problem.past");
        }
    }

    /// What is marked for protection is written by who may read it: others would not see what they
    /// wrote, and learn from a refusal what stands there already.
    static void requireSeesProtection(View view) {
        if (!seesProtection(view)) {
            throw new Forbidden("problem.protection-words");
        }
    }

    static boolean seesProtection(View view) {
        return view.officer().viewer().maySee(Handling.PROTECTION);
    }

    static Html notInThePast(View view) {
        return Html.of(
                "<p class=\"note\">{} <a href=\"{}\">{}</a></p>",
                view.words().say("problem.past"),
                view.address().without("known", "recorded"),
                view.words().say("past.leave"));
    }
}

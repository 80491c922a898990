package org.vigie.server.lite;

import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.share.Decision;
import org.vigie.share.HeldBack;
import org.vigie.share.Risk;

/// Where rows accuse a state, or nobody knows whom, the two fields in which a protection officer
/// lets them leave by name.
final class DecisionFields {

    private static final String OFFICER = "decided-by";
    private static final String REASON = "decided-why";
    private static final int TEXT_MAX = 300;

    private DecisionFields() {}

    static Html of(View view, Typed typed, Risk risk) {
        var held = risk.heldBack();
        if (!held.containsKey(HeldBack.STATE_ACCUSED)
                && !held.containsKey(HeldBack.PERPETRATOR_UNKNOWN)) {
            return Html.EMPTY;
        }
        var fields = new Fields(view, typed, "x");
        return Html.of(
                "<p class=\"due\">{}</p>{}{}",
                view.words().say("export.accused"),
                fields.line(OFFICER),
                fields.area(REASON));
    }

    /// Null when nobody has decided anything; half a decision is none, and a problem.
    static @Nullable Decision read(Typed typed) {
        if (typed.value(OFFICER).isEmpty() && typed.value(REASON).isEmpty()) {
            return null;
        }
        var officer = typed.required(OFFICER, TEXT_MAX);
        var reason = typed.required(REASON, TEXT_MAX);
        return typed.good() ? new Decision(officer, reason) : null;
    }
}

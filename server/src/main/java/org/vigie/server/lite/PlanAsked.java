package org.vigie.server.lite;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.activity.ActivityTerms;
import org.vigie.plan.activity.Plan;
import org.vigie.record.Component;

/// Which part of the plan an address asks for. Without a first day, from a week before the day of
/// the known-at clock on: what was visited lately matters for what comes.
///
/// @param owner null for every component
/// @param area empty for everywhere
record PlanAsked(LocalDate from, @Nullable LocalDate to, @Nullable Component owner, String area) {

    private static final int DAYS_BACK = 7;

    static PlanAsked read(View view, Map<String, String> values) {
        var component = values.getOrDefault("component", "").strip();
        var first = view.filter().from();
        var area = view.filter().area();
        return new PlanAsked(
                first == null ? Say.dayOf(view.knownAsOf()).minusDays(DAYS_BACK) : first,
                view.filter().to(),
                component.isEmpty() ? null : ActivityTerms.owner("component", component),
                area == null ? "" : area);
    }

    /// The part that is asked for.
    Plan of(Plan all) {
        var last = to;
        var part = all.between(from, last != null && last.isBefore(from) ? from : last);
        part = owner == null ? part : part.of(owner);
        return area.isEmpty() ? part : part.in(area);
    }

    /// As the address has it; empty for every component.
    String component() {
        return owner == null ? "" : View.code(owner);
    }
}

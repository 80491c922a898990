package org.vigie.exchange.activities;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.Plan;
import org.vigie.register.RegisterSheet;
import org.vigie.share.Tier;

/// The plan as a table with the columns that [ActivityList] reads. It says where people will be:
/// for readers within the mission alone.
public final class PlanSheet {

    private PlanSheet() {}

    /// One row for each activity, in their order.
    ///
    /// @throws org.vigie.geo.BadInput for every tier but `restricted`
    public static RegisterSheet of(Tier tier, Plan plan) {
        PlanCalendar.requireWithin(tier);
        var rows = new ArrayList<List<@Nullable Object>>();
        plan.activities().forEach(one -> rows.add(row(one)));
        return new RegisterSheet(ActivityList.COLUMNS, rows);
    }

    private static List<@Nullable Object> row(Activity one) {
        var row = new ArrayList<@Nullable Object>();
        var position = one.site().position();
        row.add(one.key());
        row.add(one.kind().code());
        row.add(one.owner().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        row.add(one.from());
        row.add(one.to());
        row.add(one.site().name());
        row.add(position == null ? null : position.latitude());
        row.add(position == null ? null : position.longitude());
        row.add(one.site().adm1());
        row.add(one.lead());
        row.add(one.mandateTask());
        row.add(String.join("|", one.support().units()));
        row.add(String.join("|", one.support().cover()));
        row.add(String.join("|", one.questions()));
        row.add(one.asking().people() == 0 ? null : one.asking().people());
        row.add(one.asking().alone() ? "yes" : "");
        row.add(one.support().withForce());
        row.add(one.support().clearance());
        row.add(one.state().code());
        row.add(null);
        row.add("");
        row.add(one.note());
        return row;
    }
}

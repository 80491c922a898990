package org.vigie.exchange.activities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.Plan;
import org.vigie.record.Activities.ActivityPlanned;
import org.vigie.record.Happened;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.register.RegisterSheet;
import org.vigie.share.Tier;

/// The plan as a table with the columns that [ActivityList] reads. It says where people will be:
/// for readers within the mission alone. Imported again it changes nothing.
public final class PlanSheet {

    private PlanSheet() {}

    /// One row for each activity, in their order.
    ///
    /// @param picture that the plan was taken from
    /// @throws org.vigie.geo.BadInput for every tier but `restricted`
    public static RegisterSheet of(Tier tier, Plan plan, Picture picture) {
        PlanCalendar.requireWithin(tier);
        var planned = planned(picture);
        var rows = new ArrayList<List<@Nullable Object>>();
        plan.activities().forEach(one -> rows.add(row(one, planned.get(one.id()))));
        return new RegisterSheet(ActivityList.COLUMNS, rows);
    }

    /// The rows of all activities of a picture, by key; of two with one key the later.
    static Map<String, List<String>> rows(Picture picture) {
        var planned = planned(picture);
        var rows = new HashMap<String, List<String>>();
        Plan.of(picture)
                .activities()
                .forEach(one -> rows.put(one.key(), text(row(one, planned.get(one.id())))));
        return rows;
    }

    /// What a row of a list says, in the same words.
    static List<String> row(ActivityPlanned said, @Nullable LocalDate plannedOn) {
        var state = said.ended() == null ? Activity.State.PLANNED.code() : said.ended().code();
        return text(row(said, new Rest(state, said.note(), plannedOn)));
    }

    private static Map<UUID, Recorded> planned(Picture picture) {
        var planned = new HashMap<UUID, Recorded>();
        picture.latestEntries(ActivityPlanned.class)
                .forEach(entry -> planned.put(entry.entry().subject(), entry));
        return planned;
    }

    private static List<String> text(List<@Nullable Object> row) {
        // A spreadsheet takes a text that begins so for a formula, and it was written with a mark.
        return row.stream()
                .map(cell -> cell == null ? "" : cell.toString().strip())
                .map(cell -> cell.replaceFirst("^'(?=[=+@-])", ""))
                .toList();
    }

    /// What became of it, what is written beside it, and when it was planned.
    private record Rest(String state, String note, @Nullable LocalDate plannedOn) {}

    private static List<@Nullable Object> row(Activity one, @Nullable Recorded entry) {
        if (entry == null || !(entry.body() instanceof ActivityPlanned said)) {
            throw new IllegalStateException("an activity was planned: " + one.key());
        }
        // A list tells the day; the moment at which somebody used a form is no such day.
        var day =
                said.source().equals(ActivityList.CODE)
                        ? entry.entry().findHappenedOn().map(Happened::first).orElse(null)
                        : null;
        return row(
                said,
                new Rest(
                        one.state().code(),
                        one.note(),
                        day == null ? null : LocalDate.ofInstant(day, java.time.ZoneOffset.UTC)));
    }

    private static List<@Nullable Object> row(ActivityPlanned one, Rest rest) {
        var row = new ArrayList<@Nullable Object>();
        var position = one.site().position();
        row.add(one.sourceKey());
        row.add(one.activityKind().code());
        row.add(one.owner().name().toLowerCase(Locale.ROOT).replace('_', '-'));
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
        row.add(String.join("|", one.asking().questions()));
        row.add(one.asking().people() == 0 ? null : one.asking().people());
        row.add(one.asking().alone() ? "yes" : "");
        row.add(one.support().withForce());
        row.add(one.support().clearance());
        row.add(rest.state());
        row.add(rest.plannedOn());
        row.add(one.basis());
        row.add(rest.note());
        return row;
    }
}

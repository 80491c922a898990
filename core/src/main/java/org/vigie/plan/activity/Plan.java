package org.vigie.plan.activity;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Areas;
import org.vigie.geo.BadInput;
import org.vigie.plan.activity.Activity.State;
import org.vigie.record.Activities;
import org.vigie.record.Activities.ActivityEnded;
import org.vigie.record.Activities.ActivityPlanned;
import org.vigie.record.Activities.ActivityResumed;
import org.vigie.record.Component;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// The activities of all components as they were known at a moment of both clocks, the earliest
/// first.
///
/// To an officer: what everybody means to do where and when. What nobody wrote down is not in it.
public final class Plan {

    static final Comparator<Activity> EARLIEST_FIRST =
            Comparator.comparing(Activity::from)
                    .thenComparing(Activity::key)
                    .thenComparing(Activity::id);

    private final List<Activity> activities;

    private Plan(List<Activity> activities) {
        this.activities = activities.stream().sorted(EARLIEST_FIRST).toList();
    }

    /// What a picture holds: of each activity the last word on what it is, and the last word on
    /// what became of it.
    public static Plan of(Picture picture) {
        Map<UUID, Activity> folded = new LinkedHashMap<>();
        for (var entry : picture.entries(Activities.class)) {
            var subject = entry.entry().subject();
            var sofar = folded.get(subject);
            var next =
                    switch ((Activities) entry.body()) {
                        case ActivityPlanned planned -> activity(entry, planned);
                        case ActivityEnded ended ->
                                with(sofar, state(ended.end()), said(ended), entry);
                        case ActivityResumed resumed ->
                                with(sofar, State.PLANNED, resumed.reason(), entry);
                    };
            if (next != null) {
                folded.put(subject, next);
            }
        }
        return new Plan(List.copyOf(folded.values()));
    }

    /// These activities, e.g. to try another plan.
    public static Plan of(List<Activity> activities) {
        return new Plan(activities);
    }

    private static Activity activity(Recorded entry, ActivityPlanned planned) {
        var end = planned.ended();
        return new Activity(
                entry.entry().subject(),
                planned.sourceKey(),
                planned.activityKind(),
                planned.owner(),
                planned.lead(),
                planned.mandateTask(),
                planned.site(),
                planned.from(),
                planned.to(),
                planned.asking(),
                planned.support(),
                end == null ? State.PLANNED : state(end),
                planned.note(),
                entry.seq());
    }

    private static State state(Activities.End end) {
        return switch (end) {
            case HELD -> State.HELD;
            case CALLED_OFF -> State.CALLED_OFF;
        };
    }

    private static String said(ActivityEnded ended) {
        return ended.promises().isEmpty()
                ? ended.reason()
                : ended.reason().isEmpty()
                        ? ended.promises()
                        : ended.reason() + "; " + ended.promises();
    }

    /// Null where a reader may see what became of an activity and not the activity itself.
    private static @Nullable Activity with(
            @Nullable Activity sofar, State state, String note, Recorded entry) {
        return sofar == null
                ? null
                : new Activity(
                        sofar.id(),
                        sofar.key(),
                        sofar.kind(),
                        sofar.owner(),
                        sofar.lead(),
                        sofar.mandateTask(),
                        sofar.site(),
                        sofar.from(),
                        sofar.to(),
                        sofar.asking(),
                        sofar.support(),
                        state,
                        note.isEmpty() ? sofar.note() : note,
                        entry.seq());
    }

    public List<Activity> activities() {
        return activities;
    }

    /// Those that take place from one day to another, both included; null is no limit.
    public Plan between(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadInput("to", to, "not before " + from);
        }
        return where(activity ->
                (from == null || !LocalDate.ofInstant(activity.to(), ZoneOffset.UTC).isBefore(from))
                        && (to == null || !activity.day().isAfter(to)));
    }

    public Plan of(Component owner) {
        return where(activity -> activity.owner() == owner);
    }

    /// Those in an area or at a place of this name, whatever its accents and capitals.
    public Plan in(String area) {
        var asked = Areas.bare(area);
        var names = new ArrayList<String>();
        return where(activity -> {
            names.clear();
            var site = activity.site();
            names.add(site.name());
            names.add(site.adm1() == null ? "" : site.adm1());
            names.add(site.adm2() == null ? "" : site.adm2());
            return names.stream().map(Areas::bare).anyMatch(asked::equals);
        });
    }

    public Plan where(Predicate<Activity> kept) {
        return new Plan(activities.stream().filter(kept).toList());
    }

    public Optional<Activity> find(UUID id) {
        return activities.stream().filter(activity -> activity.id().equals(id)).findFirst();
    }

    /// The activity that its owner calls so, whatever its capitals.
    public Optional<Activity> find(String key) {
        return activities.stream()
                .filter(activity -> activity.key().equalsIgnoreCase(key.strip()))
                .findFirst();
    }
}

package org.vigie.plan.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.plan.Limits;
import org.vigie.plan.Register;
import org.vigie.record.IncidentRow;
import org.vigie.record.Picture;
import org.vigie.restrict.Restrictions;

/// What the rules look at: the plan of everybody, and what the mission knew at the moment.
final class PlanGround {

    private final Picture picture;
    private final Plan all;
    private final PlanLimits limits;
    private final Restrictions restrictions;
    private final List<Activity> patrols;
    private final Map<LocalDate, Register> registers = new HashMap<>();
    private final Map<Instant, Limits> closed = new HashMap<>();
    private final List<IncidentRow> incidents;

    PlanGround(Picture picture, Plan all, PlanLimits limits) {
        this.picture = picture;
        this.all = all.where(Activity::stands);
        this.limits = limits;
        this.restrictions = Restrictions.of(picture);
        this.patrols =
                this.all.activities().stream()
                        .filter(Activity::protects)
                        .filter(patrol -> patrol.state() == Activity.State.PLANNED)
                        .toList();
        this.incidents = incidentsOfThePlan();
    }

    /// Placed incidents of the days that any rule on this plan could ask about. One of which only
    /// the area is known says nothing of a village.
    private List<IncidentRow> incidentsOfThePlan() {
        var first = all.activities().stream().map(this::seenFrom).min(LocalDate::compareTo);
        if (first.isEmpty()) {
            return List.of();
        }
        var from = first.get().minusDays(limits.threat().days());
        return picture.incidents()
                .only(row ->
                        row.happenedOn() != null
                                && row.site().position() != null
                                && !row.site().precision().vague()
                                && !row.happenedOn().lastDay().isBefore(from))
                .list();
    }

    /// The day from which one looks back: that of the activity, or today for one that is ahead.
    private LocalDate seenFrom(Activity activity) {
        return activity.day().isBefore(today()) ? activity.day() : today();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    Instant now() {
        return picture.knownAsOf();
    }

    Picture picture() {
        return picture;
    }

    /// Everything that was not called off.
    Plan all() {
        return all;
    }

    PlanLimits limits() {
        return limits;
    }

    Restrictions restrictions() {
        return restrictions;
    }

    List<Activity> patrols() {
        return patrols;
    }

    Register register(LocalDate day) {
        return registers.computeIfAbsent(day, of -> Register.of(picture, of));
    }

    /// The areas that are closed at a moment or close later. What the host state answered is asked
    /// of the activity itself.
    Limits closed(Instant moment) {
        return closed.computeIfAbsent(
                moment, when -> new Limits(Limits.of(picture, when).closed(), List.of()));
    }

    /// How many incidents are on record near the place in the days before: of any kind, by
    /// whomever.
    int incidentsBefore(Activity activity) {
        var place = activity.site().position();
        if (place == null) {
            return 0;
        }
        var until = seenFrom(activity);
        var from = until.minusDays(limits.threat().days());
        int count = 0;
        for (var row : incidents) {
            var when = row.happenedOn();
            var where = row.site().position();
            if (when != null
                    && where != null
                    && !when.lastDay().isBefore(from)
                    && !when.lastDay().isAfter(until)
                    && where.distanceKm(place) <= limits.threat().km()) {
                count++;
            }
        }
        return count;
    }

    /// Whether a civil activity there needs a patrol.
    boolean threatened(Activity activity) {
        return activity.civil() && incidentsBefore(activity) >= limits.threat().incidents();
    }

    JointVisits.Terms terms(@org.jspecify.annotations.Nullable LocalDate earliest) {
        return new JointVisits.Terms(
                limits,
                earliest,
                patrols,
                this::threatened,
                activity -> ClearanceRules.closure(this, activity).isPresent());
    }
}

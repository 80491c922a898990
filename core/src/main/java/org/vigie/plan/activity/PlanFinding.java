package org.vigie.plan.activity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.geo.Saying;

/// One conflict or gap of a plan, with what would mend it where something would.
///
/// @param activities those it is about, at least one
public record PlanFinding(
        Kind kind, List<Activity> activities, Saying why, Optional<Proposal> proposal) {

    /// In the order in which an officer would say them: what must not be done first, then what
    /// cannot be done, then what should be done otherwise, then what is not known.
    public enum Kind {
        DUE_DILIGENCE,
        CLOSED,
        CLEARANCE,
        CAVEAT,
        NO_COVER,
        COVER_GONE,
        SAME_QUESTIONS,
        TOO_MANY_VISITS,
        DOUBLE_BOOKED,
        NOT_STATED,
        NOT_REPORTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public PlanFinding {
        activities = List.copyOf(activities);
        if (activities.isEmpty()) {
            throw new IllegalStateException("a finding is about an activity: " + why);
        }
    }

    static PlanFinding of(Kind kind, Activity activity, Saying why, Proposal proposal) {
        return new PlanFinding(kind, List.of(activity), why, Optional.of(proposal));
    }

    static PlanFinding of(Kind kind, Activity activity, Saying why) {
        return new PlanFinding(kind, List.of(activity), why, Optional.empty());
    }
}

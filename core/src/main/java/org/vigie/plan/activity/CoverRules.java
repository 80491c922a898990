package org.vigie.plan.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.geo.Saying;
import org.vigie.plan.Unit;
import org.vigie.plan.activity.PlanFinding.Kind;

/// Who protects those who go among people.
final class CoverRules {

    private CoverRules() {}

    /// No civil activity without a patrol before and during it where the incidents of the days
    /// before ask for one.
    static Optional<PlanFinding> patrol(PlanGround ground, Activity activity) {
        if (!ground.threatened(activity) || ground.terms(null).covering(activity).isPresent()) {
            return Optional.empty();
        }
        var threat = ground.limits().threat();
        return Optional.of(
                PlanFinding.of(
                        Kind.NO_COVER,
                        activity,
                        Saying.of(
                                ActivityWords.NO_COVER,
                                activity.key(),
                                ground.incidentsBefore(activity),
                                threat.km(),
                                threat.days()),
                        proposal(ground, activity)));
    }

    private static Proposal proposal(PlanGround ground, Activity activity) {
        var patrol =
                ground.patrols().stream()
                        .filter(one ->
                                one.within(activity, ground.limits().threat().km())
                                        && one.daysApart(activity) <= ground.limits().moveDays())
                        .min(
                                Comparator.comparingLong(activity::daysApart)
                                        .thenComparing(Plan.EARLIEST_FIRST));
        return patrol.isPresent()
                ? new Proposal.Cover(activity, patrol.get(), null)
                : new Proposal.Cover(
                        activity,
                        null,
                        UnitRules.patrolFor(ground, activity).map(Unit::code).orElse(null));
    }

    /// What an activity says that it rests on must be in the plan, at that time.
    static List<PlanFinding> rests(PlanGround ground, Plan everything, Activity activity) {
        var found = new ArrayList<PlanFinding>();
        for (var key : activity.support().cover()) {
            var other = everything.find(key);
            var words =
                    other.isEmpty()
                            ? ActivityWords.COVER_MISSING
                            : !other.get().stands()
                                    ? ActivityWords.COVER_OFF
                                    : other.get().meanwhile(activity)
                                            ? null
                                            : ActivityWords.COVER_ELSEWHERE;
            if (words != null) {
                var why = Saying.of(words, activity.key(), key);
                found.add(
                        PlanFinding.of(Kind.COVER_GONE, activity, why, proposal(ground, activity)));
            }
        }
        return found;
    }
}

package org.vigie.plan.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.vigie.geo.Saying;
import org.vigie.plan.activity.PlanFinding.Kind;

/// Every rule on a plan, in one place. One rule is one method; it returns what it finds.
final class PlanRules {

    /// A rule on one activity.
    private interface Rule extends BiFunction<PlanGround, Activity, Optional<PlanFinding>> {}

    private static final List<Rule> ON_ONE =
            List.of(
                    ClearanceRules::dueDiligence,
                    ClearanceRules::closed,
                    ClearanceRules::flight,
                    CoverRules::patrol,
                    PlanRules::taskStated,
                    PlanRules::placed);

    private PlanRules() {}

    /// What is found about the activities that are ahead, or that nobody reported on.
    static List<PlanFinding> all(PlanGround ground, Plan everything) {
        var found = new ArrayList<PlanFinding>();
        for (var activity : ground.all().activities()) {
            if (activity.state() == Activity.State.PLANNED) {
                found.addAll(onOne(ground, everything, activity));
            }
        }
        var same = VisitRules.sameQuestions(ground);
        found.replaceAll(finding -> joined(finding, same));
        found.addAll(same);
        found.addAll(VisitRules.tooMany(ground));
        found.addAll(doubleBooked(ground));
        return found;
    }

    /// Who has no patrol goes with the others where the joint visit has one.
    private static PlanFinding joined(PlanFinding finding, List<PlanFinding> same) {
        if (finding.kind() != Kind.NO_COVER) {
            return finding;
        }
        var activity = finding.activities().getFirst();
        return same.stream()
                .flatMap(group -> group.proposal().stream())
                .filter(Proposal.Merge.class::isInstance)
                .flatMap(merge -> ((Proposal.Merge) merge).visits().stream())
                .filter(visit -> visit.joins() && visit.activities().contains(activity))
                .findFirst()
                .flatMap(visit ->
                        Optional.ofNullable(visit.covered())
                                .map(patrol -> new Proposal.Join(activity, visit, patrol)))
                .map(join -> PlanFinding.of(Kind.NO_COVER, activity, finding.why(), join))
                .orElse(finding);
    }

    private static List<PlanFinding> onOne(PlanGround ground, Plan everything, Activity activity) {
        var found = new ArrayList<PlanFinding>();
        ON_ONE.forEach(rule -> rule.apply(ground, activity).ifPresent(found::add));
        found.addAll(UnitRules.caveats(ground, activity));
        found.addAll(CoverRules.rests(ground, everything, activity));
        notReported(ground, activity).ifPresent(found::add);
        return found;
    }

    private static Optional<PlanFinding> taskStated(PlanGround ground, Activity activity) {
        return activity.mandateTask().isBlank()
                ? Optional.of(
                        PlanFinding.of(
                                Kind.NOT_STATED,
                                activity,
                                Saying.of(ActivityWords.NO_TASK, activity.key()),
                                new Proposal.Ask(ActivityWords.ASK_TASK)))
                : Optional.empty();
    }

    private static Optional<PlanFinding> placed(PlanGround ground, Activity activity) {
        return activity.site().position() == null
                ? Optional.of(
                        PlanFinding.of(
                                Kind.NOT_STATED,
                                activity,
                                Saying.of(
                                        ActivityWords.NO_POSITION,
                                        activity.key(),
                                        activity.site().name()),
                                new Proposal.Ask(ActivityWords.ASK_POSITION)))
                : Optional.empty();
    }

    private static Optional<PlanFinding> notReported(PlanGround ground, Activity activity) {
        return activity.to().isBefore(ground.now())
                ? Optional.of(
                        PlanFinding.of(
                                Kind.NOT_REPORTED,
                                activity,
                                Saying.of(ActivityWords.NOT_REPORTED, activity.key()),
                                new Proposal.Ask(ActivityWords.ASK_REPORT)))
                : Optional.empty();
    }

    /// A unit is in one place at a time; two activities of which one rests on the other are one.
    private static List<PlanFinding> doubleBooked(PlanGround ground) {
        var found = new ArrayList<PlanFinding>();
        var activities =
                ground.all().activities().stream()
                        .filter(one -> one.state() == Activity.State.PLANNED)
                        .filter(one -> !one.support().units().isEmpty())
                        .toList();
        for (int i = 0; i < activities.size(); i++) {
            var one = activities.get(i);
            for (var other : activities.subList(i + 1, activities.size())) {
                if (!other.from().isBefore(one.to())) {
                    break; // they stand in the order of their beginning
                }
                if (one.meanwhile(other) && !sameErrand(one, other)) {
                    shared(one, other)
                            .map(unit ->
                                    new PlanFinding(
                                            Kind.DOUBLE_BOOKED,
                                            List.of(one, other),
                                            Saying.of(
                                                    ActivityWords.DOUBLE_BOOKED,
                                                    new Saying.Term(unit),
                                                    one.key(),
                                                    other.key()),
                                            Optional.empty()))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean sameErrand(Activity one, Activity other) {
        return one.support().cover().stream().anyMatch(other.key()::equalsIgnoreCase)
                || other.support().cover().stream().anyMatch(one.key()::equalsIgnoreCase);
    }

    private static Stream<String> shared(Activity one, Activity other) {
        return one.support().units().stream().filter(other.support().units()::contains).distinct();
    }
}

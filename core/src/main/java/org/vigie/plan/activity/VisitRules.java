package org.vigie.plan.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
import org.vigie.plan.activity.PlanFinding.Kind;

/// What the people of a settlement bear: the same questions again and again, and too many visits.
final class VisitRules {

    private VisitRules() {}

    /// Two activities of different components with much the same questions.
    ///
    /// @param overlap shared of the shorter list, 0 to 1
    /// @param jaccard shared of all that either asks
    record Pair(Activity one, Activity other, int shared, double overlap, double jaccard) {

        Saying words() {
            return Saying.of(
                    ActivityWords.PAIR, one.key(), other.key(), shared, Math.round(overlap * 100));
        }
    }

    /// The pairs of a plan, the earliest first.
    static List<Pair> pairs(Plan plan, PlanLimits limits) {
        var asking = plan.activities().stream().filter(Activity::asks).toList();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < asking.size(); i++) {
            var one = asking.get(i);
            for (int j = i + 1; j < asking.size(); j++) {
                var other = asking.get(j);
                if (one.daysApart(other) > limits.windowDays()) {
                    break; // they stand in the order of their days
                }
                double overlap = QuestionSets.overlap(one, other);
                if (one.owner() != other.owner()
                        && overlap >= limits.similarity()
                        && one.sameSettlement(other)) {
                    var shared = one.questions();
                    shared.retainAll(other.questions());
                    pairs.add(
                            new Pair(
                                    one,
                                    other,
                                    shared.size(),
                                    overlap,
                                    QuestionSets.jaccard(one, other)));
                }
            }
        }
        return pairs;
    }

    /// One finding for each group of visits that hang together by such pairs.
    static List<PlanFinding> sameQuestions(PlanGround ground) {
        var groups = new ArrayList<List<Pair>>();
        for (var pair : pairs(ground.all(), ground.limits())) {
            var joined = new ArrayList<Pair>();
            groups.removeIf(group -> touches(group, pair) && joined.addAll(group));
            joined.add(pair);
            groups.add(joined);
        }
        return groups.stream().map(group -> finding(ground, group)).toList();
    }

    private static boolean touches(List<Pair> group, Pair pair) {
        return members(group).stream()
                .anyMatch(one -> one.equals(pair.one()) || one.equals(pair.other()));
    }

    private static List<Activity> members(List<Pair> group) {
        return group.stream()
                .flatMap(pair -> List.of(pair.one(), pair.other()).stream())
                .distinct()
                .sorted(Plan.EARLIEST_FIRST)
                .toList();
    }

    private static PlanFinding finding(PlanGround ground, List<Pair> group) {
        var members = members(group);
        return new PlanFinding(
                Kind.SAME_QUESTIONS,
                members,
                Saying.of(
                        ActivityWords.SAME_QUESTIONS,
                        members.stream().map(Activity::key).collect(Collectors.joining(", ")),
                        ground.limits().windowDays(),
                        members.getFirst().site().name(),
                        group.stream().map(Pair::words).toList()),
                proposal(ground, members));
    }

    private static Optional<Proposal> proposal(PlanGround ground, List<Activity> members) {
        var movable = movable(ground, members);
        if (movable.size() > 1) {
            var merge = JointVisits.of(movable, ground.terms(earliest(ground, movable)));
            if (merge.visits().stream().anyMatch(JointVisit::joins) && changes(merge)) {
                return Optional.of(merge);
            }
        }
        return apart(ground, members, ground.limits().windowDays() + 1);
    }

    /// What would be as it is already is not proposed.
    private static boolean changes(Proposal proposal) {
        return !Acceptance.of(proposal).changes().isEmpty();
    }

    /// How often somebody comes: those that may go together and do, at one place from one moment to
    /// another, come once.
    private static int visits(List<Activity> there) {
        return (int)
                there.stream()
                        .map(one ->
                                JointVisits.joinable(one)
                                        ? List.of(one.from(), one.to())
                                        : List.of(one.id()))
                        .distinct()
                        .count();
    }

    /// Those that can still be moved; where the whole group is over and nobody said what became of
    /// it, all of them, to show what would have been saved.
    private static List<Activity> movable(PlanGround ground, List<Activity> members) {
        var planned =
                members.stream().filter(one -> one.state() == Activity.State.PLANNED).toList();
        var ahead = planned.stream().filter(one -> one.from().isAfter(ground.now())).toList();
        return ahead.isEmpty() ? planned : ahead;
    }

    private static @Nullable LocalDate earliest(PlanGround ground, List<Activity> movable) {
        boolean ahead = movable.stream().allMatch(one -> one.from().isAfter(ground.now()));
        return ahead ? ground.today() : null;
    }

    /// The last one that can be moved goes so many days after the one before it.
    private static Optional<Proposal> apart(PlanGround ground, List<Activity> members, int days) {
        var last =
                movable(ground, members).stream()
                        .max(Plan.EARLIEST_FIRST)
                        .filter(one -> one.from().isAfter(ground.now()));
        var other =
                members.stream()
                        .filter(one -> last.isPresent() && !one.equals(last.get()))
                        .max(Plan.EARLIEST_FIRST);
        return last.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proposal.Move(last.get(), other.get().day().plusDays(days)));
    }

    /// No settlement is visited more often than it bears: of each the fullest period.
    static List<PlanFinding> tooMany(PlanGround ground) {
        var visits = ground.all().activities().stream().filter(Activity::meetsPeople).toList();
        var found = new ArrayList<PlanFinding>();
        var seen = new ArrayList<Activity>();
        for (var visit : visits) {
            if (seen.stream().noneMatch(visit::sameSettlement)) {
                seen.add(visit);
                var there = visits.stream().filter(visit::sameSettlement).toList();
                fullest(there, ground.limits())
                        .map(period -> tooMany(ground, period))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<List<Activity>> fullest(List<Activity> there, PlanLimits limits) {
        return there.stream()
                .map(first ->
                        there.stream()
                                .filter(one ->
                                        !one.day().isBefore(first.day())
                                                && one.day()
                                                        .isBefore(
                                                                first.day()
                                                                        .plusDays(
                                                                                limits
                                                                                        .periodDays())))
                                .toList())
                .filter(period -> visits(period) > limits.visitsMax())
                .max(Comparator.comparingInt(VisitRules::visits));
    }

    private static PlanFinding tooMany(PlanGround ground, List<Activity> period) {
        var movable = movable(ground, period);
        Optional<Proposal> proposal = apart(ground, period, ground.limits().periodDays());
        if (movable.size() > 1) {
            var merge = JointVisits.of(movable, ground.terms(earliest(ground, movable)));
            int saved = visits(movable) - merge.visits().size();
            if (saved > 0
                    && visits(period) - saved <= ground.limits().visitsMax()
                    && changes(merge)) {
                proposal = Optional.of(merge);
            }
        }
        return new PlanFinding(
                Kind.TOO_MANY_VISITS,
                period,
                Saying.of(
                        ActivityWords.TOO_MANY_VISITS,
                        period.getFirst().site().name(),
                        visits(period),
                        ground.limits().periodDays(),
                        ground.limits().visitsMax()),
                proposal);
    }
}

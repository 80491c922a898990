package org.vigie.plan.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vigie.record.Activities;
import org.vigie.record.Ids;

/// What the plan would hold if a proposal were accepted. It is a person who accepts; what is
/// changed stands under that person's name and can be taken back.
///
/// Of a joint visit every activity takes its time, and each question is asked by the one that would
/// have asked most people: none is lost, and nobody is asked twice. A patrol that is to cover keeps
/// its place and takes in the time of what it covers. What nobody of the plan can do is not
/// accepted here: it has to be asked for.
///
/// @param changes what would be other than it is; none where the proposal asks somebody outside of
///   the plan, or where all is so already
public record Acceptance(List<Change> changes) {

    /// An activity as it would be.
    public record Change(
            Activity activity,
            Instant from,
            Instant to,
            Activities.Asking asking,
            Activities.Support support) {

        /// Whether anything would be other than it is.
        boolean changes() {
            var is = activity.asking();
            return !from.equals(activity.from())
                    || !to.equals(activity.to())
                    || !Set.copyOf(asking.questions()).equals(Set.copyOf(is.questions()))
                    || asking.people() != is.people()
                    || !support.equals(activity.support());
        }

        /// As an entry, by whoever accepts.
        public Activities.ActivityPlanned body() {
            return new Activities.ActivityPlanned(
                    "form",
                    activity.key(),
                    activity.kind(),
                    activity.owner(),
                    activity.lead(),
                    activity.mandateTask(),
                    activity.site(),
                    from,
                    to,
                    asking,
                    support,
                    null,
                    "",
                    activity.note());
        }
    }

    public Acceptance {
        changes = changes.stream().filter(Change::changes).toList();
    }

    /// What accepting it would change.
    public static Acceptance of(Proposal proposal) {
        return new Acceptance(
                switch (proposal) {
                    case Proposal.Merge merge ->
                            merge.visits().stream()
                                    .filter(JointVisit::joins)
                                    .flatMap(visit -> together(visit).stream())
                                    .toList();
                    case Proposal.Join join -> together(join.visit());
                    case Proposal.Move move -> List.of(moved(move));
                    case Proposal.Cover cover -> covered(cover);
                    case Proposal.HandOver handOver -> List.of();
                    case Proposal.Ask ask -> List.of();
                });
    }

    /// The same whenever the proposal is made of the same state of the plan, and another where any
    /// of its activities was changed.
    public String token(Proposal proposal) {
        var said = new StringBuilder(proposal.code());
        for (var change : changes) {
            said.append('\n')
                    .append(change.activity.id())
                    .append(' ')
                    .append(change.activity.seq())
                    .append(' ')
                    .append(change.from)
                    .append(' ')
                    .append(change.to)
                    .append(' ')
                    .append(change.asking)
                    .append(' ')
                    .append(change.support);
        }
        return Ids.subject("proposal", said.toString()).toString();
    }

    private static List<Change> together(JointVisit visit) {
        var asks = new HashMap<UUID, List<String>>();
        for (var question : visit.questions().keySet()) {
            visit.activities().stream()
                    .filter(one -> one.questions().contains(question))
                    .reduce((best, next) ->
                            next.asking().people() > best.asking().people() ? next : best)
                    .ifPresent(one ->
                            asks.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(question));
        }
        return visit.activities().stream().map(one -> joined(one, visit, asks)).toList();
    }

    private static Change joined(Activity one, JointVisit visit, Map<UUID, List<String>> asks) {
        var questions = asks.getOrDefault(one.id(), List.of());
        var support = one.support();
        var patrol = visit.covered();
        return new Change(
                one,
                visit.from(),
                visit.to(),
                new Activities.Asking(
                        questions,
                        questions.isEmpty() ? 0 : one.asking().people(),
                        one.asking().alone()),
                patrol == null ? support : resting(support, patrol));
    }

    private static Activities.Support resting(Activities.Support support, Activity patrol) {
        if (support.cover().contains(patrol.key())) {
            return support;
        }
        var cover = new ArrayList<>(support.cover());
        cover.add(patrol.key());
        return new Activities.Support(
                support.units(), cover, support.withForce(), support.clearance());
    }

    private static Change moved(Proposal.Move move) {
        var one = move.activity();
        long days = java.time.temporal.ChronoUnit.DAYS.between(one.day(), move.day());
        var by = Duration.ofDays(days);
        return new Change(one, one.from().plus(by), one.to().plus(by), one.asking(), one.support());
    }

    private static List<Change> covered(Proposal.Cover cover) {
        var patrol = cover.patrol();
        if (patrol == null) {
            return List.of();
        }
        var one = cover.activity();
        return List.of(
                new Change(
                        patrol,
                        patrol.from().isBefore(one.from()) ? patrol.from() : one.from(),
                        patrol.to().isAfter(one.to()) ? patrol.to() : one.to(),
                        patrol.asking(),
                        patrol.support()),
                new Change(
                        one, one.from(), one.to(), one.asking(), resting(one.support(), patrol)));
    }
}

package org.vigie.plan.activity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.record.Picture;

/// What stands against a plan, and what would mend it.
///
/// To an officer: a list to go through with all components at one table, what must not be done
/// first. That nothing is found means that no rule found anything in what was written down; it does
/// not say that a visit is safe.
///
/// When it must not be trusted: the numbers of [PlanLimits] are assumed; a threat is counted from
/// what is on record near by, so that a place of which nobody reports looks calm.
///
/// @param plan the activities that were asked about
/// @param findings in the order of their kinds, then of their first activity
public record PlanCheck(Plan plan, List<PlanFinding> findings, PlanLimits limits) {

    public PlanCheck {
        findings = List.copyOf(findings);
    }

    /// Checks a part of a plan against all of it.
    ///
    /// @param asked those that are asked about; a finding that concerns none of them is left out
    public static PlanCheck of(Picture picture, Plan all, Plan asked, PlanLimits limits) {
        var ground = new PlanGround(picture, all, limits);
        Map<UUID, Activity> ours = new HashMap<>();
        asked.activities().forEach(activity -> ours.put(activity.id(), activity));
        var findings =
                PlanRules.all(ground, all).stream()
                        .filter(finding ->
                                finding.activities().stream()
                                        .anyMatch(one -> ours.containsKey(one.id())))
                        .sorted(
                                Comparator.comparing(PlanFinding::kind)
                                        .thenComparing(
                                                finding -> finding.activities().getFirst(),
                                                Plan.EARLIEST_FIRST))
                        .toList();
        return new PlanCheck(asked, findings, limits);
    }

    /// All joint visits that are proposed because of the same questions.
    public List<Proposal.Merge> merges() {
        return findings.stream()
                .filter(finding -> finding.kind() == PlanFinding.Kind.SAME_QUESTIONS)
                .flatMap(finding -> finding.proposal().stream())
                .filter(Proposal.Merge.class::isInstance)
                .map(Proposal.Merge.class::cast)
                .toList();
    }

    /// Those of them that join anything.
    public List<JointVisit> jointVisits() {
        return merges().stream()
                .flatMap(merge -> merge.visits().stream())
                .filter(JointVisit::joins)
                .toList();
    }

    /// How often somebody would come less.
    public int visitsSaved() {
        return jointVisits().stream().mapToInt(JointVisit::visitsSaved).sum();
    }

    /// People times questions of the visits that are proposed to be joined, each alone.
    public long questionsBefore() {
        return jointVisits().stream().mapToLong(JointVisit::before).sum();
    }

    /// The same together.
    public long questionsAfter() {
        return jointVisits().stream().mapToLong(JointVisit::after).sum();
    }

    /// Questions that somebody had planned and that no joint visit would ask; always 0.
    public int questionsLost() {
        return jointVisits().stream().mapToInt(visit -> visit.lost().size()).sum();
    }
}

package org.vigie.plan.activity;

import java.util.Locale;
import java.util.Optional;
import org.vigie.geo.Areas;
import org.vigie.geo.Saying;
import org.vigie.plan.Clearance;
import org.vigie.plan.PlanWords;
import org.vigie.plan.activity.PlanFinding.Kind;
import org.vigie.record.Activities;
import org.vigie.record.Forces.ClearanceOutcome;
import org.vigie.restrict.ClearanceRequest;
import org.vigie.restrict.Closures;
import org.vigie.restrict.DueDiligence;

/// What the host state and the policy on support to other forces let the mission do.
final class ClearanceRules {

    /// What an owner writes who knows that none is needed.
    static final String NOT_NEEDED = "not-needed";

    private static final String FLIGHT = "flight";

    private ClearanceRules() {}

    /// Nothing is done with a force without an assessment in date.
    static Optional<PlanFinding> dueDiligence(PlanGround ground, Activity activity) {
        var force = activity.support().withForce().strip();
        return activity.withForce()
                        && DueDiligence.of(ground.picture(), force, activity.day())
                                instanceof DueDiligence.Refused
                ? Optional.of(
                        PlanFinding.of(
                                Kind.DUE_DILIGENCE,
                                activity,
                                Saying.of(
                                        ActivityWords.DUE_DILIGENCE,
                                        activity.key(),
                                        force,
                                        activity.day()),
                                new Proposal.Ask(ActivityWords.ASK_ASSESSMENT)))
                : Optional.empty();
    }

    /// Nobody goes where the mission is shut out.
    static Optional<PlanFinding> closed(PlanGround ground, Activity activity) {
        return closure(ground, activity)
                .map(closure ->
                        PlanFinding.of(
                                Kind.CLOSED,
                                activity,
                                Saying.of(
                                        ActivityWords.CLOSED,
                                        activity.key(),
                                        closure.reason().isEmpty()
                                                ? closure.kind()
                                                : closure.reason()),
                                new Proposal.Ask(ActivityWords.ASK_CLEARANCE)));
    }

    /// A limit whose outline holds the place, or that names it.
    static Optional<Closures.Closure> closure(PlanGround ground, Activity activity) {
        boolean flight = activity.kind() == Activities.Kind.FLIGHT;
        var name = Areas.bare(activity.site().name());
        return Closures.at(ground.picture(), activity.from(), activity.site().position()).stream()
                .filter(closure ->
                        closure.kind().equals(FLIGHT) == flight && !closure.refusedMovement())
                .filter(closure ->
                        closure.reach() == Closures.Reach.HERE
                                || (!name.isEmpty()
                                        && name.equals(Areas.bare(closure.site().name()))))
                .findFirst();
    }

    /// A flight needs a granted clearance that holds at its time, unless its owner says that it
    /// needs none.
    static Optional<PlanFinding> flight(PlanGround ground, Activity activity) {
        var note = activity.support().clearance().strip();
        if (activity.kind() != Activities.Kind.FLIGHT
                || note.toLowerCase(Locale.ROOT).equals(NOT_NEEDED)) {
            return Optional.empty();
        }
        if (note.isEmpty()) {
            return missing(activity, Saying.of(ActivityWords.CLEARANCE_NONE, activity.key()));
        }
        var request = ground.restrictions().findByNote(note);
        if (request.isEmpty()) {
            return missing(
                    activity, Saying.of(ActivityWords.CLEARANCE_UNKNOWN, activity.key(), note));
        }
        var clearance = clearance(request.get());
        if (clearance != Clearance.GRANTED) {
            return missing(
                    activity,
                    Saying.of(
                            ActivityWords.CLEARANCE_OUTCOME,
                            activity.key(),
                            note,
                            request.get().is(ClearanceOutcome.PARTLY_GRANTED)
                                    ? Saying.of(PlanWords.ANSWER_IN_PART)
                                    : clearance));
        }
        return holds(request.get(), activity)
                ? Optional.empty()
                : missing(
                        activity, Saying.of(ActivityWords.CLEARANCE_PERIOD, activity.key(), note));
    }

    private static Optional<PlanFinding> missing(Activity activity, Saying why) {
        return Optional.of(
                PlanFinding.of(
                        Kind.CLEARANCE,
                        activity,
                        why,
                        new Proposal.Ask(ActivityWords.ASK_CLEARANCE)));
    }

    private static Clearance clearance(ClearanceRequest request) {
        var outcome =
                request.findDecision()
                        .map(ClearanceRequest.Decision::outcome)
                        .orElse(ClearanceOutcome.NO_ANSWER);
        return switch (outcome) {
            case GRANTED -> Clearance.GRANTED;
            case REFUSED -> Clearance.REFUSED;
            case NO_ANSWER, PARTLY_GRANTED -> Clearance.PENDING;
            case WITHDRAWN -> Clearance.NOT_ASKED;
        };
    }

    private static boolean holds(ClearanceRequest request, Activity activity) {
        var zone = request.terms().zone();
        if (zone == null) {
            return true;
        }
        var from = zone.from();
        var to = zone.to();
        return (from == null || !activity.from().isBefore(from))
                && (to == null || !activity.to().isAfter(to));
    }
}

package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geo.Saying;

/// Works a posture's rules, value and bound out again from the problem, the plan and the prices,
/// without a solver.
public final class CoverCheck {

    private static final double TOLERANCE = Certificate.ROUNDING;

    private CoverCheck() {}

    /// Everything that the answer claims, found again or refused with reasons. Where a solver's
    /// bound is better than what the prices show, that is a note and not a fault: the
    /// [Checked#bound] is then what anybody can show.
    public static Checked of(CoverProblem problem, CoverAnswer.Posture posture) {
        var certificate = posture.certificate();
        var faults = new ArrayList<Saying>();
        var hash = problem.hash();
        if (!hash.equals(certificate.modelHash())) {
            faults.add(Saying.of(PostureWords.OTHER_MODEL, certificate.modelHash(), hash));
            return new Checked(certificate.value(), 0, faults, List.of());
        }
        var units = posture.units();
        for (var breach : problem.breaches(units)) {
            faults.add(Saying.of(PostureWords.PLAN_BREAKS_A_RULE, breach));
        }
        double value = problem.value(units);
        double slack = TOLERANCE * Math.max(1, Math.abs(value));
        if (Math.abs(value - certificate.value()) > slack) {
            faults.add(
                    Saying.of(
                            PostureWords.OTHER_VALUE,
                            Certificate.digits(value),
                            Certificate.digits(certificate.value())));
        }
        double bound = posture.multipliers().bound(problem);
        var notes = new ArrayList<Saying>();
        if (!Double.isFinite(bound) || !Double.isFinite(value)) {
            faults.add(Saying.of(PostureWords.NO_NUMBER, value, bound));
        } else if (bound > certificate.bound() + slack
                && certificate.solver().equals(OwnCoverSolver.SOLVER)) {
            // Our own search proves by these prices and by nothing else.
            faults.add(
                    Saying.of(
                            PostureWords.BOUND_NOT_SHOWN,
                            Certificate.digits(bound),
                            Certificate.digits(certificate.bound())));
        } else if (bound > certificate.bound() + slack) {
            notes.add(
                    Saying.of(
                            PostureWords.BOUND_BY_SOLVER,
                            certificate.solver(),
                            Certificate.digits(certificate.bound()),
                            Certificate.digits(bound)));
        }
        return new Checked(value, bound, faults, notes);
    }
}

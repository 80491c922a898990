package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.geo.Saying;

/// Works a p-median's value and bound out again from the problem, the choice and the multipliers.
/// It shares no code with what found them but the problem's own costs.
///
/// Cost: candidates × places for each set of multipliers in the proof.
public final class CertificateCheck {

    private static final double TOLERANCE = 1e-7;

    private final PMedianProblem problem;
    private final double claimed;
    private final List<Saying> faults = new ArrayList<>();

    private CertificateCheck(PMedianProblem problem, double claimed) {
        this.problem = problem;
        this.claimed = claimed;
    }

    /// Everything that the answer claims, found again or refused with reasons.
    public static Checked of(PMedianProblem problem, PMedianAnswer answer) {
        var certificate = answer.certificate();
        var check = new CertificateCheck(problem, certificate.bound());
        var hash = problem.hash();
        if (!hash.equals(certificate.modelHash())) {
            check.faults.add(Saying.of(PostureWords.OTHER_MODEL, certificate.modelHash(), hash));
            return new Checked(certificate.value(), 0, check.faults, List.of());
        }
        double value = problem.value(answer.open());
        double slack = slack(value);
        if (Math.abs(value - certificate.value()) > slack) {
            check.faults.add(Saying.of(PostureWords.OTHER_VALUE, value, certificate.value()));
        }
        var state = new byte[problem.candidates()];
        double bound = Math.min(value, check.bound(answer.proof(), state));
        if (bound < certificate.bound() - slack) {
            check.faults.add(Saying.of(PostureWords.BOUND_NOT_SHOWN, bound, certificate.bound()));
        }
        return new Checked(value, bound, check.faults, List.of());
    }

    /// The least that a choice costs which agrees with what is decided so far.
    private double bound(MedianProof proof, byte[] before) {
        var multipliers = proof.multipliers();
        var worth = worth(multipliers);
        double own = relaxed(multipliers, worth, before);
        var state = before.clone();
        for (var one : proof.decided()) {
            var opposite = before.clone();
            opposite[one.candidate()] = one.open() ? MedianNode.CLOSED : MedianNode.OPEN;
            double shown = problem.rounded(relaxed(multipliers, worth, opposite));
            if (shown < claimed - slack(claimed)) {
                faults.add(Saying.of(PostureWords.NOT_RULED_OUT, one.candidate(), shown, claimed));
            }
            state[one.candidate()] = one.open() ? MedianNode.OPEN : MedianNode.CLOSED;
        }
        var ifOpen = proof.ifOpen();
        var otherwise = proof.otherwise();
        double below = Double.NEGATIVE_INFINITY;
        if (otherwise != null) {
            if (ifOpen == null) {
                below = bound(otherwise, state);
            } else {
                var opened = state.clone();
                opened[proof.branch()] = MedianNode.OPEN;
                var closed = state.clone();
                closed[proof.branch()] = MedianNode.CLOSED;
                below = Math.min(bound(ifOpen, opened), bound(otherwise, closed));
            }
        } else {
            below = exact(state);
        }
        return Math.max(problem.rounded(own), below);
    }

    /// `Σ min(0, cost − multiplier)` of each candidate.
    private double[] worth(double[] multipliers) {
        var worth = new double[problem.candidates()];
        for (int j = 0; j < worth.length; j++) {
            for (int i = 0; i < multipliers.length; i++) {
                worth[j] += Math.min(0, problem.cost(j, i) - multipliers[i]);
            }
        }
        return worth;
    }

    private double relaxed(double[] multipliers, double[] worth, byte[] state) {
        double sum = Arrays.stream(multipliers).sum();
        int left = problem.p();
        int free = 0;
        var candidates = new double[state.length];
        for (int j = 0; j < state.length; j++) {
            if (state[j] == MedianNode.OPEN) {
                sum += worth[j];
                left--;
            } else if (state[j] == MedianNode.FREE) {
                candidates[free++] = worth[j];
            }
        }
        if (left < 0 || left > free) {
            return Double.POSITIVE_INFINITY;
        }
        Arrays.sort(candidates, 0, free);
        for (int k = 0; k < left; k++) {
            sum += candidates[k];
        }
        return sum;
    }

    /// The cost of the only choice that is left; no bound where there is more than one.
    private double exact(byte[] state) {
        int open = count(state, MedianNode.OPEN);
        int free = count(state, MedianNode.FREE);
        int p = problem.p();
        if (open > p || open + free < p) {
            return Double.POSITIVE_INFINITY;
        }
        if (open != p && open + free != p) {
            return Double.NEGATIVE_INFINITY;
        }
        boolean all = open != p;
        var choice = new int[p];
        int at = 0;
        for (int j = 0; j < state.length; j++) {
            if (state[j] == MedianNode.OPEN || (all && state[j] == MedianNode.FREE)) {
                choice[at++] = j;
            }
        }
        return problem.value(choice);
    }

    private static int count(byte[] state, byte how) {
        int count = 0;
        for (byte one : state) {
            count += one == how ? 1 : 0;
        }
        return count;
    }

    private static double slack(double value) {
        return TOLERANCE * Math.max(1, Math.abs(value));
    }
}

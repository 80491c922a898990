package org.vigie.solve;

import org.vigie.geo.Saying;
import org.vigie.plan.posture.Certificate;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.Effort;
import org.vigie.plan.posture.PostureSolver;
import org.vigie.plan.posture.PostureWords;

/// Two solvers on one problem: the answer is the first one's, and says whether the second found the
/// same value.
public final class AgreedSolver implements PostureSolver {

    private static final double TOLERANCE = 1e-6;

    private final PostureSolver first;
    private final PostureSolver second;

    /// The first answers, the second is asked whether it agrees.
    public AgreedSolver(PostureSolver first, PostureSolver second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public String name() {
        return first.name() + " and " + second.name();
    }

    @Override
    public CoverAnswer solve(CoverProblem problem, Effort effort) {
        var answer = first.solve(problem, effort);
        var other = second.solve(problem, effort);
        if (answer instanceof CoverAnswer.Posture one && other instanceof CoverAnswer.Posture two) {
            return one.saying(compared(one.certificate(), two.certificate()));
        }
        return answer;
    }

    private Saying compared(Certificate one, Certificate two) {
        double slack = TOLERANCE * Math.max(1, Math.abs(one.value()));
        boolean possible = one.value() <= two.bound() + slack && two.value() <= one.bound() + slack;
        return possible
                ? Saying.of(PostureWords.AGREED, first.name(), second.name())
                : Saying.of(
                        PostureWords.DISAGREED,
                        first.name(),
                        one.value(),
                        second.name(),
                        two.value());
    }
}

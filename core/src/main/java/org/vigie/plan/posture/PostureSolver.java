package org.vigie.plan.posture;

/// Who solves a [CoverProblem]. Two do: [OwnCoverSolver] in plain Java, and the unit `vigie-solve`
/// with a mixed-integer solver.
public interface PostureSolver {

    /// A posture with a proven bound, or why there is none.
    CoverAnswer solve(CoverProblem problem, Effort effort);

    /// What the certificates say.
    String name();
}

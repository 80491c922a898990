/// Where forces should stand, with a proof of how good the answer is.
///
/// Read [CoverProblem] first (weighted places, unit types, bases, caveats as masks), then
/// [PostureSolver] and its answer, [CoverAnswer]. [PMedian] places bases for the shortest mean time
/// instead. Every answer has a [Certificate], and [CertificateCheck] works value and bound out
/// again from the problem, without a solver.
///
/// This is advice on a model: travel times are estimates, weights are what was loaded, and nobody
/// was asked.
@NullMarked
package org.vigie.plan.posture;

import org.jspecify.annotations.NullMarked;

/// Mixed-integer solvers (SCIP, HiGHS, CBC, through OR-Tools) behind the core's
/// [org.vigie.plan.posture.PostureSolver], with our own plan first and a watchdog beside.
///
/// Read [MipSolver] first. Native code is loaded on the first solve and not before; where it cannot
/// be loaded, or does not answer in time, the core's own solver answers and says so.
@NullMarked
package org.vigie.solve;

import org.jspecify.annotations.NullMarked;

/// Who can go: which units could be at a place, between when and when, and why the others could
/// not.
///
/// Read [Reach] first (one unit, one task: it can, or it cannot because), then [Options] (all
/// units, alone or together) and [Price] (what a refused clearance or a national caveat costs in
/// minutes). The rules stand in one list in [Rules], in the order in which an officer would say
/// them.
///
/// This is advice. Nothing in here orders anything, and every answer carries its assumptions.
@NullMarked
package org.vigie.plan;

import org.jspecify.annotations.NullMarked;

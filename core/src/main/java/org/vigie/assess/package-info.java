/// What became of the warnings: the mission's rate of response, and who knew what when.
///
/// Read [ResponseRate] first. It holds two measures that are never mixed: warnings that were
/// answered of those received, and attacks on civilians that drew a response of those known.
/// [RateTable] splits it by reason, sector, component, tier, lane or month. [Timeline] tells one
/// case in order. [Measure] has the definition of every figure in words; a [Figure] is never a bare
/// number but a definition with the rows that it counts.
///
/// Everything is computed from one picture: nothing that was learned later is in it.
@NullMarked
package org.vigie.assess;

import org.jspecify.annotations.NullMarked;

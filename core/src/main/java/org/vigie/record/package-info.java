/// What was reported, by whom, and when the mission knew it: the ledger and its entries.
///
/// Read `BadInput` for how wrong input is refused everywhere in Vigie.
@NullMarked
package org.vigie.record;

import org.jspecify.annotations.NullMarked;

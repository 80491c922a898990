/// The ledger in PostgreSQL, and its proof.
///
/// Read [SqlLedger] first (append, asOf), then [EntryJson] (the canonical form of an entry), [Seal]
/// (leaves and signed checkpoints) and [Verification] (checking it all again, from the rows up).
@NullMarked
package org.vigie.store.ledger;

import org.jspecify.annotations.NullMarked;

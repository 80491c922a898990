/// The record: what was reported, by whom, when it was so, when the mission knew and when the
/// system took it.
///
/// Read in this order: [Entry] (one line of the ledger) and its [Body] (what the line says),
/// [Ledger] (append, and look back with two clocks), [Picture] (everything visible at one moment to
/// one viewer), then the read models that are folded from a picture: [Alert], [Report], [Response].
///
/// Nothing in here is ever overwritten: a correction, a retraction and an undo are entries too.
@NullMarked
package org.vigie.record;

import org.jspecify.annotations.NullMarked;

/// Files on their way into the ledger. [Incoming] keeps what was uploaded or pasted for an hour, in
/// a folder that only the owner may read; [Intake] looks at it and imports it, one after the other,
/// while pages tell how far it is.
///
/// Read in this order: [Upload] (a form with a file, as it streams in), [Incoming], [Intake],
/// [Job].
@NullMarked
package org.vigie.server.intake;

import org.jspecify.annotations.NullMarked;

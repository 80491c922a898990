/// What every feature of the server stands on: [Desk] holds the two ledgers, the mission and the
/// proof.
@NullMarked
package org.vigie.server.picture;

import org.jspecify.annotations.NullMarked;

/// What the mission asked of the host state, and what it was refused: requests with their
/// decisions, and what is closed at a moment. Start with [Restrictions].
///
/// Two gates stand before anything leaves or is done together: [HarmGate] and [DueDiligence].
@NullMarked
package org.vigie.restrict;

import org.jspecify.annotations.NullMarked;

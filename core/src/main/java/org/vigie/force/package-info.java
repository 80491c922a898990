/// What the mission has, what it asked for and what it lost: units by base with strength, readiness
/// and caveats, what one partner's exit takes away, force generation, and members who died. Start
/// with [ForceRegister].
@NullMarked
package org.vigie.force;

import org.jspecify.annotations.NullMarked;

/// The registers beside the incidents: who is who and stands how to whom, what the Council asked
/// for, what parties promised each other, what people answered when asked, how strong the mission
/// was by whom, and which sources all this rests on.
///
/// Read [ActorRegister] first: like the other registers it is folded from one picture, so that
/// nothing learned or recorded later is in it, and shows how things stood on one day.
/// [RegisterSheet] gives each of them as a table.
@NullMarked
package org.vigie.register;

import org.jspecify.annotations.NullMarked;

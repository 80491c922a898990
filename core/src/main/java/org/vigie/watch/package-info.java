/// What a watch has done and what it leaves to the next one. Start with [WatchLog], which writes
/// itself from the entries, and [Outstanding], which says what is open, whose it is and when it is
/// due.
@NullMarked
package org.vigie.watch;

import org.jspecify.annotations.NullMarked;

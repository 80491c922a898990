/// What changes on the watch, told to every screen as it happens. [Pulse] knows who listens and
/// tells them; [LiveController] is where a browser asks; [WatchState] is what is told, as far as a
/// viewer may see it.
@NullMarked
package org.vigie.server.live;

import org.jspecify.annotations.NullMarked;

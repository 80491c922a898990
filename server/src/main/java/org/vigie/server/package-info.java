/// The server: HTTP, sign-in, live updates and jobs around the core. Start at `VigieServer`.
@NullMarked
package org.vigie.server;

import org.jspecify.annotations.NullMarked;

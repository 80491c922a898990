/// Who may ask what: [Gate] stands before every page, [Officer] is whoever sits at the screen.
///
/// Without sign-in this is for one person on their own machine: the gate refuses every other host
/// name (so that a web page elsewhere cannot reach in by renaming itself) and every write that
/// comes from another site.
@NullMarked
package org.vigie.server.access;

import org.jspecify.annotations.NullMarked;

/// Who is told of alerts by this folder’s server, by webhook or by e-mail, how far each of them has
/// been told, and what was tried. Start with [org.vigie.store.hooks.Receivers].
@NullMarked
package org.vigie.store.hooks;

import org.jspecify.annotations.NullMarked;

/// Webhooks: who is told of alerts by this folder's server, how far each of them has been told, and
/// what was tried. Start with [org.vigie.store.hooks.Webhooks].
@NullMarked
package org.vigie.store.hooks;

import org.jspecify.annotations.NullMarked;

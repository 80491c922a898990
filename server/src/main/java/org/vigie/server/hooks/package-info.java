/// Tells webhooks and people of alerts. Start with [org.vigie.server.hooks.Teller].
@NullMarked
package org.vigie.server.hooks;

import org.jspecify.annotations.NullMarked;

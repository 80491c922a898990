/// Open data of the United Nations: fatalities of peacekeeping, [UnFatalities].
@NullMarked
package org.vigie.exchange.un;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.vigie.exchange.restrictions;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.vigie.exchange.openrosa;

import org.jspecify.annotations.NullMarked;

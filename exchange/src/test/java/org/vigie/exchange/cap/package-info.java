@NullMarked
package org.vigie.exchange.cap;

import org.jspecify.annotations.NullMarked;

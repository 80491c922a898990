@NullMarked
package org.vigie.exchange.lanes;

import org.jspecify.annotations.NullMarked;

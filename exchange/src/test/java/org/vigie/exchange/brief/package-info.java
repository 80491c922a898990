@NullMarked
package org.vigie.exchange.brief;

import org.jspecify.annotations.NullMarked;

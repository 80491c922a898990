@NullMarked
package org.vigie.exchange.calendar;

import org.jspecify.annotations.NullMarked;

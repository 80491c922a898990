/// Tests of the files that leave.
@NullMarked
package org.vigie.exchange.out;

import org.jspecify.annotations.NullMarked;

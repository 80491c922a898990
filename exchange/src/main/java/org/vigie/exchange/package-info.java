/// Formats in and out. One package for each format; none of them imports another.
@NullMarked
package org.vigie.exchange;

import org.jspecify.annotations.NullMarked;

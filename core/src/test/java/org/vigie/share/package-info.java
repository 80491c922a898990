/// Tests of what leaves the record.
@NullMarked
package org.vigie.share;

import org.jspecify.annotations.NullMarked;

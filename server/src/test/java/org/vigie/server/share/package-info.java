/// Tests of what other programs read.
@NullMarked
package org.vigie.server.share;

import org.jspecify.annotations.NullMarked;

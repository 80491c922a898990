@NullMarked
package org.vigie.server.lanes;

import org.jspecify.annotations.NullMarked;

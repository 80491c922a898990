@NullMarked
package org.vigie.server.live;

import org.jspecify.annotations.NullMarked;

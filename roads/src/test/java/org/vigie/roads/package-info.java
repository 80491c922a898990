@NullMarked
package org.vigie.roads;

import org.jspecify.annotations.NullMarked;

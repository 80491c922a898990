@NullMarked
package org.vigie.warn;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.vigie.solve;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.vigie.force;

import org.jspecify.annotations.NullMarked;

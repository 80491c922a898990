@NullMarked
package org.vigie.restrict;

import org.jspecify.annotations.NullMarked;

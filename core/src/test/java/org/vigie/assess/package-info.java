@NullMarked
package org.vigie.assess;

import org.jspecify.annotations.NullMarked;

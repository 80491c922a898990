@NullMarked
package org.vigie.plan;

import org.jspecify.annotations.NullMarked;

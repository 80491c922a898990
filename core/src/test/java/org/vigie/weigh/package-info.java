@NullMarked
package org.vigie.weigh;

import org.jspecify.annotations.NullMarked;

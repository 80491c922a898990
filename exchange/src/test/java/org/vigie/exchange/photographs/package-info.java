@NullMarked
package org.vigie.exchange.photographs;

import org.jspecify.annotations.NullMarked;

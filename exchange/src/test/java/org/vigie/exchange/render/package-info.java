/// Tests of pages and drawings as text.
@NullMarked
package org.vigie.exchange.render;

import org.jspecify.annotations.NullMarked;

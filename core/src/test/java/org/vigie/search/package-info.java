@NullMarked
package org.vigie.search;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.vigie.server.access;

import org.jspecify.annotations.NullMarked;

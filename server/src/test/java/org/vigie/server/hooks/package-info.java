@NullMarked
package org.vigie.server.hooks;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.vigie.server.intake;

import org.jspecify.annotations.NullMarked;

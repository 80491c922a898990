/// Tests of the server's head, on ledgers in memory.
@NullMarked
package org.vigie.server;

import org.jspecify.annotations.NullMarked;

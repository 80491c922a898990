/// Tests of the pages under `/lite`, through a running server.
@NullMarked
package org.vigie.server.lite;

import org.jspecify.annotations.NullMarked;

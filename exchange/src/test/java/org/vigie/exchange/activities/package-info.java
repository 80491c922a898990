@NullMarked
package org.vigie.exchange.activities;

import org.jspecify.annotations.NullMarked;

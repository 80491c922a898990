@NullMarked
package org.vigie.exchange.mail;

import org.jspecify.annotations.NullMarked;

/// Tests of the words of each language.
@NullMarked
package org.vigie.exchange.words;

import org.jspecify.annotations.NullMarked;

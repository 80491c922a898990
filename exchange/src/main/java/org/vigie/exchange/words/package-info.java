/// The words of each language: sentences by key ([Words]), plurals, numbers, days and times. One
/// file of properties for each [Language]; a test keeps their keys and places the same.
@NullMarked
package org.vigie.exchange.words;

import org.jspecify.annotations.NullMarked;

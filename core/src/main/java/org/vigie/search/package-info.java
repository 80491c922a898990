/// Finding an entry by its words: names, notes and sources, in French, English, Dutch and Arabic,
/// with or without accents.
///
/// Read [Search] first; [FoldedText] is how two spellings become one. [SavedQueries] are questions
/// with a name, to be asked again.
@NullMarked
package org.vigie.search;

import org.jspecify.annotations.NullMarked;

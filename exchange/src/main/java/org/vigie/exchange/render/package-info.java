/// Pages and drawings as text: HTML that cannot be made from raw text ([Html]), a map and a
/// timeline in SVG ([SvgMap], [SvgTimeline]). Nothing here needs a script, a font or a picture from
/// elsewhere.
///
/// Read [Html] first. Every drawing has a title, a description and a twin in words: the table of
/// the same rows that the page shows beside it.
@NullMarked
package org.vigie.exchange.render;

import org.jspecify.annotations.NullMarked;

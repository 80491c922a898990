/// The pages under `/lite`: the whole of Vigie without a script, for a bad line, an old phone, a
/// text browser, a screen reader and a printer.
///
/// Read in this order: [View] (what the address of a page says: two clocks, filter, language),
/// [Frame] (what stands around every page), then a page and its controller, e.g. [PicturePage]. A
/// controller reads the request, asks the core and hands the answer to its page; a page turns
/// values into [org.vigie.exchange.render.Html] and decides nothing. What a form writes is built in
/// one place, [Pen].
@NullMarked
package org.vigie.server.lite;

import org.jspecify.annotations.NullMarked;

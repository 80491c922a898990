/// Papers of the watch, drafted from the entries: the situation report of a day, the flash report
/// of an alert. [PaperSheet] says in one language what stands on the paper; [PaperHtml], [PaperPdf]
/// and [PaperDocx] write that, so that no file has another figure than the others.
@NullMarked
package org.vigie.exchange.papers;

import org.jspecify.annotations.NullMarked;

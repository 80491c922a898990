/// The brief on paper: one page of HTML that needs nothing else, or of PDF.
///
/// Read [BriefPage] first: it turns a [org.vigie.assess.Brief] into sentences and tables; every
/// sentence is computed. [BriefDocument] puts a style sheet around it, [BriefPdf] prints it.
@NullMarked
package org.vigie.exchange.brief;

import org.jspecify.annotations.NullMarked;

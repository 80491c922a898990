/// The field form of ODK Collect. [XlsForm] reads a form as people write it, in a workbook; [XForm]
/// writes it as a telephone reads it; [Submission] reads what a telephone sends; [WarningForm] is
/// the form of a warning, and makes a message of what was filled in; [Answers] is what the server
/// says.
///
/// Sources: docs.getodk.org/openrosa (form list, submission, HTTP), getodk.github.io/xforms-spec,
/// xlsform.org. Of each, only what the form of a warning needs; what is not understood is refused.
@NullMarked
package org.vigie.exchange.openrosa;

import org.jspecify.annotations.NullMarked;

/// Who may have which detail, and when.
///
/// Start with [org.vigie.share.Tier], the reader; [org.vigie.share.Disclosure] makes of the rows of
/// a picture what that reader may have, a [org.vigie.share.Release], and says in its
/// [org.vigie.share.Risk] what would still point at somebody *before* anything is handed out.
///
/// Nothing here holds sources of reports, case files, forward plans or weaknesses of units: a
/// [org.vigie.share.SharedRow] has no field for them.
@NullMarked
package org.vigie.share;

import org.jspecify.annotations.NullMarked;

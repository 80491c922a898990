/// A mission's own list of what it asked of the host state: read by [ClearanceList], written by
/// [ClearanceSheet] with the same columns.
@NullMarked
package org.vigie.exchange.restrictions;

import org.jspecify.annotations.NullMarked;

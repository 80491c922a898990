/// An alert as a message of the Common Alerting Protocol 1.2 (OASIS, 2010), for readers of a tier.
///
/// Start with [org.vigie.exchange.cap.CapMessages], which says which message it is, the first, an
/// update or a cancellation, and what the ledger writes down about it. What readers may have of an
/// alert is said by [org.vigie.share.WarningGate]; nothing here knows more of it.
@NullMarked
package org.vigie.exchange.cap;

import org.jspecify.annotations.NullMarked;

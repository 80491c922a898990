/// From a warning to attention: how urgent an alert is, and when each of its steps is due.
///
/// Read [AlertPriority] first, then [ThreatFiles]. Nothing in here looks at who is said to be the
/// perpetrator: a threat from the army of the host state and one from an armed group have the same
/// priority and the same clocks. How a matter is *handled* may differ; that is the harm gate's, not
/// this package's.
@NullMarked
package org.vigie.warn;

import org.jspecify.annotations.NullMarked;

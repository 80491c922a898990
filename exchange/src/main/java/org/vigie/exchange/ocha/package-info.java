/// The place codes (P-codes) of the United Nations Office for the Coordination of Humanitarian
/// Affairs: [PlaceCodes].
@NullMarked
package org.vigie.exchange.ocha;

import org.jspecify.annotations.NullMarked;

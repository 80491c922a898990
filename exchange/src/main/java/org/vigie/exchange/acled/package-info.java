/// ACLED, the Armed Conflict Location and Event Data: [Acled] reads its events, old and new
/// columns, with codes in numbers or in words; [AcledColumns] writes a row's columns again;
/// [AcledDeletions] takes back what ACLED deleted.
///
/// ACLED's data may not be passed on without its consent, so that none of it is in the project: the
/// files of the tests are synthetic, by the published list of columns.
@NullMarked
package org.vigie.exchange.acled;

import org.jspecify.annotations.NullMarked;

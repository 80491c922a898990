/// The ledger in PostgreSQL, and the PostgreSQL that Vigie brings along when it is given none.
@NullMarked
package org.vigie.store;

import org.jspecify.annotations.NullMarked;

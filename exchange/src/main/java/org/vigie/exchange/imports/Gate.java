package org.vigie.exchange.imports;

import org.vigie.geo.BadInput;

/// What the ledger and the moment of the import say of a row, beside what the row says of itself: a
/// list from outside passes the same gates as a form at the screen.
@FunctionalInterface
public interface Gate {

    /// Lets every row through.
    Gate OPEN = draft -> false;

    /// Lets a row in, or refuses it with the reason.
    ///
    /// @return whether the ledger says all of the row already, so that nothing is written
    /// @throws BadInput when the row may not come in, with the name of the column as field
    boolean saidAlready(Draft draft);
}

package org.vigie.server.lite;

/// The address names something that the ledger does not hold, or not at these clocks, or not for
/// this viewer; the answer does not tell which.
final class NotHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotHere(String what) {
        super(what);
    }
}

package org.vigie.assess;

import java.util.OptionalDouble;

/// One figure of another: both stay in sight, because a share of seven is not a share of seven
/// hundred.
public record Share(Figure part, Figure whole) {

    /// In per cent; empty, not 0, when there is nothing to take a share of.
    public OptionalDouble percent() {
        return whole.n() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * part.n() / whole.n());
    }
}

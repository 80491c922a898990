package org.vigie.share;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What readers of a tier may have, and what it would still tell of persons.
///
/// @param decision the protection officer's, null when there was none
public record Release(Tier tier, List<SharedRow> rows, Risk risk, @Nullable Decision decision) {

    public Release {
        rows = List.copyOf(rows);
    }
}

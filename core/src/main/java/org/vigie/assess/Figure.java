package org.vigie.assess;

import java.util.List;
import java.util.UUID;

/// A number with what it means and the rows that it counts, so that a page can open them.
///
/// @param measure what is counted
/// @param ids the things counted: reports, alerts, responses or incidents
/// @param entries `seq` of the ledger's entries that decided it, in order
public record Figure(Measure measure, List<UUID> ids, List<Long> entries) {

    public Figure {
        ids = List.copyOf(ids);
        entries = entries.stream().distinct().sorted().toList();
    }

    /// How many.
    public int n() {
        return ids.size();
    }

    public String definition() {
        return measure.definition();
    }
}

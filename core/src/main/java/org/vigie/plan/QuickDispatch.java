package org.vigie.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Of those who can go by themselves: who, together, has everything that is needed first. For
/// tables and simulation, where thousands of such questions are asked; an officer gets [Options],
/// with companions, reasons and alternatives.
///
/// Exact: complete first; of those, the surest; of those, the fewest. Cost: that of [Cover],
/// microseconds for 200 units and four needs.
public final class QuickDispatch {

    private QuickDispatch() {}

    /// The force, soonest unit first; empty when nobody has one of the needs.
    ///
    /// @param cans of whom those with companions are not left out: it is for the caller to do so
    public static Optional<List<Reach.Can>> soonest(Collection<Reach.Can> cans, Set<String> needs) {
        var parties = cans.stream().map(can -> new Party(List.of(can))).toList();
        return new Cover(parties, needs)
                .soonest()
                .map(found -> found.stream().map(Party::unit).toList());
    }
}

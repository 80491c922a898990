package org.vigie.plan.posture;

import java.util.Comparator;

/// Another plan that differs by one unit: it stands elsewhere.
///
/// @param from the station it leaves
/// @param to the station it goes to
/// @param value of the plan then
public record Alternative(int from, int to, double value) {

    /// By value, then by station.
    static final Comparator<Alternative> BEST_FIRST =
            Comparator.comparingDouble(Alternative::value)
                    .reversed()
                    .thenComparingInt(Alternative::from)
                    .thenComparingInt(Alternative::to);
}

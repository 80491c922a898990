package org.vigie.plan.posture;

import java.util.List;
import org.vigie.geo.Saying;

/// What came of working a certificate out again without a solver.
///
/// @param value of the plan, worked out again
/// @param bound that the proof shows, worked out again
/// @param faults why the certificate does not hold, one sentence each; empty when it holds
/// @param notes what holds, but not all the way
public record Checked(double value, double bound, List<Saying> faults, List<Saying> notes) {

    public Checked {
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }

    /// Whether everything that the certificate says was found again.
    public boolean holds() {
        return faults.isEmpty();
    }
}

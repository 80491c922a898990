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

    /// Whether the bound that the certificate claims was shown here; else it is a solver's word.
    public boolean isBoundShown() {
        return holds() && notes.isEmpty();
    }

    /// How much better a plan could be at most, as a part of the value, by what was shown here.
    public double gapShown() {
        double difference = Math.abs(bound - value);
        if (difference <= Certificate.ROUNDING * Math.max(1, Math.abs(value))) {
            return 0;
        }
        return value == 0 ? 1 : difference / Math.abs(value);
    }

    /// Whether everything that the certificate says was found again, but for a bound that is a
    /// solver's word.
    public boolean holds() {
        return faults.isEmpty();
    }
}

package org.vigie.geo;

import java.time.Duration;
import java.util.List;

/// How long a journey may take: always a range.
///
/// @param earliest nearly nobody would be there before; fit for "too late in any case"
/// @param latest nearly everybody would be there by then; fit for a promise
/// @param km the straight line, or the length of the way where the caller knew it
/// @param assumptions every factor with its range and source, in the order of the calculation; for
///   showing beside the figures
public record Estimate(Duration earliest, Duration latest, double km, List<Saying> assumptions) {

    public Estimate {
        if (earliest.isNegative() || latest.compareTo(earliest) < 0)
            throw new BadInput("latest arrival", latest, "not before the earliest, " + earliest);
        assumptions = List.copyOf(assumptions);
    }

    /// The same for whoever adds notice to move, clearances and loading to the way: without the
    /// sentence that they are not in it.
    public List<Saying> assumptionsAsPart() {
        return assumptions.stream().filter(one -> one.wording() != TravelWords.NOT_IN_IT).toList();
    }

    /// Latest against earliest: how little the estimate says. 1 would be certainty; 1 also for no
    /// way at all.
    public double width() {
        return earliest.isZero() ? 1 : (double) latest.toSeconds() / earliest.toSeconds();
    }
}

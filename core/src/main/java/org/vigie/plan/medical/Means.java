package org.vigie.plan.medical;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.vigie.geo.Saying;

/// One way in which a link of the chain could be met.
///
/// @param by names of who does it
/// @param units codes of the units, empty when it is nobody of the register
/// @param how in one sentence
/// @param earliest since the injury
/// @param latest since the injury
/// @param sure whether the register says that what is needed is there; else it may be
/// @param assumptions everything that the range rests on
public record Means(
        String by,
        List<String> units,
        Saying how,
        Duration earliest,
        Duration latest,
        boolean sure,
        List<Saying> assumptions) {

    public Means {
        units = List.copyOf(units);
        assumptions = List.copyOf(assumptions);
    }

    /// Whether it is in time.
    Verdict within(Duration limit) {
        if (earliest.compareTo(limit) > 0) {
            return Verdict.NO;
        }
        return sure && latest.compareTo(limit) <= 0 ? Verdict.YES : Verdict.CANNOT_TELL;
    }

    /// What can be promised first; of two, what the register is sure of.
    static Comparator<Means> bestFor(Duration limit) {
        return Comparator.comparingInt((Means one) -> rank(one.within(limit)))
                .thenComparing(one -> !one.sure())
                .thenComparing(Means::latest)
                .thenComparing(Means::earliest)
                .thenComparing(Means::by);
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case YES -> 0;
            case CANNOT_TELL -> 1;
            case NO -> 2;
        };
    }
}

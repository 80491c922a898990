package org.vigie.plan.medical;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geo.Saying;
import org.vigie.geo.Wording;

/// One link of the chain: its limit, what would meet it best, and why not better.
///
/// @param best empty when nobody could at all
/// @param others further ways, best first
/// @param reasons what decides, then why others cannot; never empty
public record Link(
        Kind kind, Verdict met, Optional<Means> best, List<Means> others, List<Saying> reasons) {

    /// More would not be read in time.
    private static final int OTHERS_MAX = 5;

    private static final int REASONS_MAX = 9;

    /// The three links, in the order in which a casualty needs them.
    public enum Kind implements Wording {
        FIRST_AID(Duration.ofMinutes(10)),
        FIELD_CARE(Duration.ofHours(1)),
        SURGERY(Duration.ofHours(2));

        private final Duration limit;

        Kind(Duration limit) {
            this.limit = limit;
        }

        /// Counted from the injury.
        public Duration limit() {
            return limit;
        }

        @Override
        public String english() {
            return switch (this) {
                case FIRST_AID -> "first aid";
                case FIELD_CARE -> "enhanced field care";
                case SURGERY -> "damage-control surgery";
            };
        }
    }

    public Link {
        others = List.copyOf(others);
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalStateException("a link without a reason: " + kind);
        }
    }

    /// @param whyNot reasons of those who cannot
    /// @param nobody what is said when there is no way at all
    static Link of(Kind kind, List<Means> means, List<Saying> whyNot, Saying nobody) {
        var sorted = means.stream().sorted(Means.bestFor(kind.limit())).toList();
        var reasons = new ArrayList<Saying>();
        if (sorted.isEmpty()) {
            reasons.add(nobody);
            reasons.addAll(whyNot);
            return new Link(kind, Verdict.NO, Optional.empty(), List.of(), cut(reasons));
        }
        var best = sorted.getFirst();
        var met = best.within(kind.limit());
        reasons.add(best.how());
        switch (met) {
            case YES -> {}
            case NO -> reasons.add(Saying.of(MedicalWords.TOO_LATE, kind.limit(), best.earliest()));
            case CANNOT_TELL ->
                    reasons.add(
                            best.latest().compareTo(kind.limit()) > 0
                                    ? Saying.of(
                                            MedicalWords.RANGE_HOLDS_LIMIT,
                                            kind.limit(),
                                            best.earliest(),
                                            best.latest())
                                    : Saying.of(MedicalWords.NOT_SURE, best.by()));
        }
        if (met != Verdict.YES) {
            sorted.stream()
                    .filter(one -> !one.sure() && one.latest().compareTo(best.latest()) < 0)
                    .min(java.util.Comparator.comparing(Means::latest))
                    .ifPresent(one ->
                            reasons.add(
                                    Saying.of(
                                            one.earliest().compareTo(best.earliest()) > 0
                                                    ? MedicalWords.SURER_IF
                                                    : MedicalWords.SOONER_IF,
                                            one.by(),
                                            one.earliest(),
                                            one.latest())));
            reasons.addAll(whyNot);
        }
        return new Link(
                kind,
                met,
                Optional.of(best),
                sorted.stream().skip(1).limit(OTHERS_MAX).toList(),
                cut(reasons));
    }

    /// When the register does not say enough for a no.
    static Link cannotTell(Kind kind, Saying why) {
        return new Link(kind, Verdict.CANNOT_TELL, Optional.empty(), List.of(), List.of(why));
    }

    private static List<Saying> cut(List<Saying> reasons) {
        return reasons.stream().distinct().limit(REASONS_MAX).toList();
    }
}

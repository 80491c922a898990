package org.vigie.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Those who could go together, as far as the search for them went.
///
/// @param parties soonest first
/// @param cut by code whose search was ended, and at best when they would be there
record Drawn(List<Party> parties, Map<String, Cut> cut) {

    /// A unit whose companions nobody went through to the end.
    record Cut(Unit unit, Duration notBefore) {}

    Drawn {
        parties = List.copyOf(parties);
        cut = Map.copyOf(cut);
    }

    /// Where combinations come from.
    interface Source {

        /// Of each unit the parties than which no other of its is as soon, as sure and as small.
        Drawn soonest();

        /// The same, and each that fetches otherwise.
        ///
        /// @param within what is given up when it does not hold; it holds no longer once it does
        ///   not
        Drawn byEachFetch(Predicate<Party> within, Steps steps);

        /// The parties of these units where some helicopters fetch from one base, by their codes.
        List<Party> fetching(Collection<String> leaders, Map<String, String> from, Steps steps);
    }

    /// Before when not all of this can be there, whatever was not gone through; null when nobody
    /// has some of it.
    @Nullable Duration notBefore(Collection<String> needs) {
        if (needs.isEmpty()) {
            return first(party -> true, unit -> true);
        }
        @Nullable Duration last = null;
        for (var need : needs) {
            var first = first(party -> party.offers(need), unit -> unit.offers(need));
            if (first == null) {
                return null;
            }
            last = last == null || first.compareTo(last) > 0 ? first : last;
        }
        return last;
    }

    private @Nullable Duration first(Predicate<Party> party, Predicate<Unit> unit) {
        @Nullable Duration first = null;
        for (var one : parties) {
            first = party.test(one) ? sooner(first, one.earliest()) : first;
        }
        for (var one : cut.values()) {
            first = unit.test(one.unit()) ? sooner(first, one.notBefore()) : first;
        }
        return first;
    }

    private static Duration sooner(@Nullable Duration one, Duration other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }

    /// Whether somebody who has some of this was not gone through.
    boolean isCut(Collection<String> needs) {
        return cut.values().stream()
                .anyMatch(one -> needs.isEmpty() || needs.stream().anyMatch(one.unit()::offers));
    }
}

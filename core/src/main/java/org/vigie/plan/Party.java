package org.vigie.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A unit with those without whom it does not go: its escort, its helicopters. It arrives when the
/// last of them does.
///
/// @param members the unit first, then its companions
record Party(List<Reach.Can> members) {

    static final Comparator<Party> SOONEST_FIRST =
            Comparator.comparing(Party::earliest)
                    .thenComparing(Party::latest)
                    .thenComparingInt(party -> party.members().size())
                    .thenComparing(Party::codes);

    Party {
        members = List.copyOf(members);
    }

    Reach.Can unit() {
        return members.getFirst();
    }

    Duration earliest() {
        return members.stream().map(Reach.Can::earliest).max(Duration::compareTo).orElseThrow();
    }

    Duration latest() {
        return members.stream().map(Reach.Can::latest).max(Duration::compareTo).orElseThrow();
    }

    boolean offers(String need) {
        return members.stream().anyMatch(member -> member.unit().offers(need));
    }

    boolean includes(String unit) {
        return members.stream().anyMatch(member -> member.unit().code().equals(unit));
    }

    /// Whether this one is as soon, as sure and as small.
    boolean asGoodAs(Party other) {
        return earliest().compareTo(other.earliest()) <= 0
                && latest().compareTo(other.latest()) <= 0
                && members.size() <= other.members.size();
    }

    String codes() {
        return members.stream()
                .map(member -> member.unit().code())
                .sorted()
                .collect(Collectors.joining("+"));
    }
}

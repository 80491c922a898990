package org.vigie.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    /// The bases from which this unit fetches members; none when it carries nobody, or is not here.
    Set<String> fetchedBy(String lift) {
        if (members.size() < 2) {
            return Set.of();
        }
        var carrier =
                members.stream().filter(member -> member.unit().code().equals(lift)).findFirst();
        var bases = new TreeSet<String>();
        carrier.ifPresent(one ->
                members.stream()
                        .filter(member -> member.unit().isLiftedBy(one.unit()))
                        .forEach(member -> bases.add(member.unit().base().code())));
        return bases;
    }

    /// Whether this one is as soon, as sure and as small, and needs no helicopter that the other
    /// does not: that one may have to fetch somebody else.
    boolean asGoodAs(Party other) {
        return earliest().compareTo(other.earliest()) <= 0
                && latest().compareTo(other.latest()) <= 0
                && members.size() <= other.members.size()
                && other.lifts().containsAll(lifts());
    }

    /// The codes of members that carry others.
    private Set<String> lifts() {
        if (members.size() < 2) {
            return Set.of();
        }
        var lifts = new TreeSet<String>();
        for (var member : members) {
            if (members.stream().anyMatch(one -> one.unit().isLiftedBy(member.unit()))) {
                lifts.add(member.unit().code());
            }
        }
        return lifts;
    }

    String codes() {
        return members.stream()
                .map(member -> member.unit().code())
                .sorted()
                .collect(Collectors.joining("+"));
    }
}

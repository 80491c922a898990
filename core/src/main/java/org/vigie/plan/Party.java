package org.vigie.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A unit with those without whom it does not go: its escort, its helicopters. It arrives when the
/// last of them does. What a search asks for again and again is worked out once.
final class Party {

    static final Comparator<Party> SOONEST_FIRST =
            Comparator.comparing(Party::earliest)
                    .thenComparing(Party::latest)
                    .thenComparingInt(party -> party.members().size())
                    .thenComparing(Party::codes);

    private final List<Reach.Can> members;
    private final Duration earliest;
    private final Duration latest;
    private final Set<String> lifts;

    /// @param members the unit first, then its companions
    Party(List<Reach.Can> members) {
        this.members = List.copyOf(members);
        this.earliest = last(this.members, Reach.Can::earliest);
        this.latest = last(this.members, Reach.Can::latest);
        this.lifts = lifts(this.members);
    }

    private static Duration last(List<Reach.Can> members, Function<Reach.Can, Duration> arrival) {
        return members.stream().map(arrival).max(Duration::compareTo).orElseThrow();
    }

    /// The codes of members that carry others.
    private static Set<String> lifts(List<Reach.Can> members) {
        if (members.size() < 2 || members.stream().noneMatch(one -> one.unit().lifted())) {
            return Set.of();
        }
        var lifts = new TreeSet<String>();
        for (var carried : members) {
            for (var other : members) {
                if (carried.unit().isLiftedBy(other.unit())) {
                    lifts.add(other.unit().code());
                }
            }
        }
        return lifts;
    }

    List<Reach.Can> members() {
        return members;
    }

    Reach.Can unit() {
        return members.getFirst();
    }

    Duration earliest() {
        return earliest;
    }

    Duration latest() {
        return latest;
    }

    boolean offers(String need) {
        return members.stream().anyMatch(member -> member.unit().offers(need));
    }

    boolean includes(String unit) {
        return members.stream().anyMatch(member -> member.unit().code().equals(unit));
    }

    /// The bases from which this unit fetches members; none when it carries nobody, or is not here.
    Set<String> fetchedBy(String lift) {
        if (!lifts.contains(lift)) {
            return Set.of();
        }
        var carrier =
                members.stream()
                        .filter(member -> member.unit().code().equals(lift))
                        .findFirst()
                        .orElseThrow();
        var bases = new TreeSet<String>();
        members.stream()
                .filter(member -> member.unit().isLiftedBy(carrier.unit()))
                .forEach(member -> bases.add(member.unit().base().code()));
        return bases;
    }

    /// Whether this one is as soon, as sure and as small, and needs no helicopter that the other
    /// does not: that one may have to fetch somebody else.
    boolean asGoodAs(Party other) {
        return earliest.compareTo(other.earliest) <= 0
                && latest.compareTo(other.latest) <= 0
                && members.size() <= other.members.size()
                && other.lifts.containsAll(lifts);
    }

    String codes() {
        return members.stream()
                .map(member -> member.unit().code())
                .sorted()
                .collect(Collectors.joining("+"));
    }
}

package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<String, Set<String>> fetches;

    /// @param members the unit first, then its companions
    Party(List<Reach.Can> members) {
        this.members = List.copyOf(members);
        this.earliest = last(this.members, Reach.Can::earliest);
        this.latest = last(this.members, Reach.Can::latest);
        this.fetches = fetches(this.members);
    }

    private static Duration last(List<Reach.Can> members, Function<Reach.Can, Duration> arrival) {
        var last = arrival.apply(members.getFirst());
        for (var member : members) {
            var other = arrival.apply(member);
            last = other.compareTo(last) > 0 ? other : last;
        }
        return last;
    }

    /// The bases from which each of those who carry others fetches them, by its code.
    private static Map<String, Set<String>> fetches(List<Reach.Can> members) {
        Map<String, Set<String>> fetches = Map.of();
        for (var member : members) {
            var carrier = member.carrier();
            if (carrier != null) {
                fetches = fetches.isEmpty() ? new TreeMap<>() : fetches;
                fetches.computeIfAbsent(carrier.code(), lift -> new TreeSet<>())
                        .add(member.unit().base().code());
            }
        }
        return fetches;
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
        for (var member : members) {
            if (member.unit().offers(need)) {
                return true;
            }
        }
        return false;
    }

    boolean includes(String unit) {
        for (var member : members) {
            if (member.unit().code().equals(unit)) {
                return true;
            }
        }
        return false;
    }

    /// The codes of the bases from which each of those who carry others fetches them.
    Map<String, Set<String>> fetches() {
        return fetches;
    }

    /// The codes of the bases from which this unit fetches members; none when it carries nobody.
    Set<String> fetchedBy(String lift) {
        return fetches.getOrDefault(lift, Set.of());
    }

    /// The first who needs a lift and has none yet: until then its times are the best that any lift
    /// could give it.
    Optional<Reach.Can> findWaiting() {
        return members.stream().filter(Reach.Can::waits).findFirst();
    }

    /// The same with one of them going otherwise.
    Party with(Reach.Can changed) {
        return new Party(
                members.stream()
                        .map(one -> one.unit().code().equals(changed.unit().code()) ? changed : one)
                        .toList());
    }

    /// The same with one more.
    Party and(Reach.Can more) {
        var all = new ArrayList<>(members);
        all.add(more);
        return new Party(all);
    }

    /// Whether the other has every fetch of this one.
    boolean fetchesNoMoreThan(Party other) {
        for (var fetch : fetches.entrySet()) {
            if (!other.fetchedBy(fetch.getKey()).containsAll(fetch.getValue())) {
                return false;
            }
        }
        return true;
    }

    /// Whether the other has everybody who carries somebody in this one carry somebody too.
    boolean sparesLiftsOf(Party other) {
        return other.fetches.keySet().containsAll(fetches.keySet());
    }

    /// Whether this one is as soon, as sure and as small as the other and whatever it may grow
    /// into.
    boolean asGoodAs(Party other) {
        return earliest.compareTo(other.earliest) <= 0
                && latest.compareTo(other.latest) <= 0
                && members.size() <= other.members.size();
    }

    String codes() {
        return members.stream()
                .map(member -> member.unit().code())
                .sorted()
                .collect(Collectors.joining("+"));
    }
}

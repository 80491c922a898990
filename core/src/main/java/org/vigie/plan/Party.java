package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A unit with those without whom it does not go: its escort, its helicopters. It arrives when the
/// last of them does.
///
/// @param members the unit first, then its companions
record Party(List<Reach.Can> members) {

    /// A unit, its lift, the lift's escort and one more: what needs more is no quick help.
    static final int SIZE_MAX = 4;

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

    String codes() {
        return members.stream()
                .map(member -> member.unit().code())
                .sorted()
                .collect(Collectors.joining("+"));
    }

    /// Every way in which each of these units could go, alone or with companions, soonest first.
    static List<Party> all(Collection<Reach.Can> cans, Task task) {
        Map<String, Party> parties = new LinkedHashMap<>();
        for (var can : cans) {
            for (var party : of(can, cans, task)) {
                parties.merge(
                        can.unit().code() + ":" + party.codes(),
                        party,
                        (one, other) -> SOONEST_FIRST.compare(one, other) <= 0 ? one : other);
            }
        }
        return parties.values().stream().sorted(SOONEST_FIRST).toList();
    }

    /// Every way in which one unit could go; none when nobody can be its companion.
    static List<Party> of(Reach.Can can, Collection<Reach.Can> others, Task task) {
        var found = new ArrayList<Party>();
        complete(List.of(can), others, task, found);
        return found;
    }

    private static void complete(
            List<Reach.Can> members, Collection<Reach.Can> others, Task task, List<Party> found) {
        var lacking = lacking(members);
        if (lacking.isEmpty()) {
            found.add(new Party(members));
            return;
        }
        if (members.size() == SIZE_MAX) {
            return;
        }
        for (var other : others) {
            if (other.unit().offers(lacking.get()) && !includes(members, other)) {
                with(members, other, task).ifPresent(more -> complete(more, others, task, found));
            }
        }
    }

    /// The first capability that a member does not go without and that no other member has.
    private static Optional<String> lacking(List<Reach.Can> members) {
        for (var member : members) {
            for (var word : member.companions()) {
                boolean there =
                        members.stream()
                                .filter(other -> !other.unit().equals(member.unit()))
                                .anyMatch(other -> other.unit().offers(word));
                if (!there) {
                    return Optional.of(word);
                }
            }
        }
        return Optional.empty();
    }

    /// The members with one more; those whom it lifts arrive when it brings them.
    private static Optional<List<Reach.Can>> with(
            List<Reach.Can> members, Reach.Can other, Task task) {
        var more = new ArrayList<Reach.Can>();
        for (var member : members) {
            if (member.unit().isLiftedBy(other.unit())) {
                var lifted =
                        Journey.lifted(member.unit(), other.unit(), task)
                                .filter(can -> task.inTime(can.earliest()));
                if (lifted.isEmpty()) {
                    return Optional.empty();
                }
                more.add(lifted.get());
            } else {
                more.add(member);
            }
        }
        more.add(other);
        return Optional.of(more);
    }

    private static boolean includes(List<Reach.Can> members, Reach.Can other) {
        return members.stream()
                .anyMatch(member -> member.unit().code().equals(other.unit().code()));
    }

    /// The units of several parties, each once: where two parties bring the same unit, the later
    /// arrival counts.
    static List<Reach.Can> union(Collection<Party> parties) {
        var byCode = new LinkedHashMap<String, Reach.Can>();
        for (var party : parties) {
            for (var member : party.members()) {
                byCode.merge(
                        member.unit().code(),
                        member,
                        (one, other) ->
                                other.earliest().compareTo(one.earliest()) > 0 ? other : one);
            }
        }
        return new TreeSet<>(byCode.keySet()).stream().map(byCode::get).toList();
    }
}

package org.vigie.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.geo.Saying;

/// What can be brought together where each need could be met and all of them cannot: a helicopter
/// would have to fetch from two bases, and a second flight is not worked out.
///
/// @param left the needs that are given up: as few as possible, and of as few those without which
///   the others are complete first
/// @param why which helicopters are wanted in two places
/// @param proven whether all were gone through that leave out as few
record Together(List<String> left, Saying why, boolean proven) {

    static Together of(Muster muster, Task task) {
        var left = left(muster, task);
        return new Together(
                left, why(muster.parties(), task), left.size() == 1 || !muster.steps().spent());
    }

    private static List<String> left(Muster muster, Task task) {
        var needs = List.copyOf(task.needs());
        for (int size = 1; size < needs.size(); size++) {
            Map<Option, List<String>> found = new TreeMap<>(Option.SOONEST_FIRST);
            for (var given : subsets(needs, size)) {
                if (muster.steps().spent()) {
                    break;
                }
                var rest = new ArrayList<>(needs);
                rest.removeAll(given);
                muster.cover(null, rest)
                        .soonest()
                        .combination()
                        .map(some -> Option.of(some, task.needing(rest)))
                        .ifPresent(option -> found.putIfAbsent(option, given));
            }
            if (!found.isEmpty()) {
                return found.values().iterator().next();
            }
        }
        return needs;
    }

    /// All subsets of this size, in the order of the needs.
    private static List<List<String>> subsets(List<String> needs, int size) {
        var subsets = new ArrayList<List<String>>();
        for (int mask = 1; mask < 1 << needs.size(); mask++) {
            if (Integer.bitCount(mask) == size) {
                var subset = new ArrayList<String>();
                for (int i = 0; i < needs.size(); i++) {
                    if ((mask & 1 << i) != 0) {
                        subset.add(needs.get(i));
                    }
                }
                subsets.add(subset);
            }
        }
        return subsets;
    }

    private static Saying why(List<Party> parties, Task task) {
        var lifts = new TreeMap<String, Unit>();
        var bases = new TreeMap<String, Map<String, Base>>();
        for (var party : parties) {
            if (task.needs().stream().anyMatch(party::offers)) {
                for (var member : party.members()) {
                    var lift = member.unit();
                    lifts.put(lift.code(), lift);
                    var fetched = bases.computeIfAbsent(lift.code(), one -> new TreeMap<>());
                    for (var base : Companions.fetchedBy(lift, party)) {
                        fetched.put(base.code(), base);
                    }
                }
            }
        }
        bases.values().removeIf(fetched -> fetched.size() < 2);
        return Saying.of(
                PlanWords.NOT_TOGETHER,
                Companions.names(
                        bases.entrySet().stream()
                                .map(one ->
                                        (Object)
                                                Companions.fetching(
                                                        name(lifts, one.getKey()),
                                                        one.getValue().values()))
                                .toList()));
    }

    private static String name(Map<String, Unit> lifts, String code) {
        var lift = lifts.get(code);
        return lift == null ? code : lift.name();
    }
}

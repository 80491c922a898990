package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A combination in which no helicopter fetches from two bases, quickly: need by need the best
/// party that the helicopters which are chosen already leave.
///
/// Not the best one, but one that can be done: nothing later has to be looked at after it. Each
/// need takes its turn to be the first; the others follow, those that wait longest before the
/// others.
///
/// @param parties those that are best alone, soonest first
record Greedy(Drawn.Source source, List<Party> parties, List<String> needs, Cover.Order order) {

    /// Empty when none was found, which does not say that there is none.
    Optional<List<Party>> find(Steps steps) {
        var hardest = new HashMap<String, Duration>();
        for (var need : needs) {
            hardest.put(
                    need,
                    candidates(need).stream().map(order.first()).findFirst().orElse(Duration.ZERO));
        }
        var inOrder =
                needs.stream()
                        .sorted(
                                Comparator.comparing((String need) ->
                                                hardest.getOrDefault(need, Duration.ZERO))
                                        .reversed()
                                        .thenComparing(need -> need))
                        .toList();
        @Nullable List<Party> best = null;
        for (var first : inOrder) {
            var turns = new ArrayList<>(inOrder);
            turns.remove(first);
            turns.addFirst(first);
            var found = inTurn(turns, steps);
            if (found != null && (best == null || isBetter(found, best))) {
                best = found;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isBetter(List<Party> one, List<Party> other) {
        int first = Cover.last(one, order.first()).compareTo(Cover.last(other, order.first()));
        return first < 0
                || (first == 0
                        && Cover.last(one, order.second())
                                        .compareTo(Cover.last(other, order.second()))
                                < 0);
    }

    private @Nullable List<Party> inTurn(List<String> turns, Steps steps) {
        var chosen = new ArrayList<Party>();
        var from = new HashMap<String, String>();
        for (var need : turns) {
            if (chosen.stream().noneMatch(party -> party.offers(need))) {
                var next = next(need, from, steps);
                if (next == null) {
                    return null;
                }
                chosen.add(next);
                next.fetches().forEach((lift, bases) -> from.put(lift, bases.iterator().next()));
            }
        }
        return chosen;
    }

    /// The best party for a need. Those are asked first whose own best is best, and nobody any more
    /// whose own best is no better than what is found.
    private @Nullable Party next(String need, Map<String, String> from, Steps steps) {
        @Nullable Party best = null;
        var asked = new HashSet<String>();
        for (var party : candidates(need)) {
            if (best != null
                    && order.first().apply(party).compareTo(order.first().apply(best)) >= 0) {
                return best;
            }
            if (keepsTo(party, from)) {
                best = party;
            } else if (asked.add(party.unit().unit().code())) {
                for (var other :
                        source.fetching(List.of(party.unit().unit().code()), from, steps)) {
                    if (other.offers(need)
                            && (best == null
                                    || order.first()
                                                    .apply(other)
                                                    .compareTo(order.first().apply(best))
                                            < 0)) {
                        best = other;
                    }
                }
            }
        }
        return best;
    }

    private List<Party> candidates(String need) {
        return parties.stream()
                .filter(party -> party.offers(need))
                .sorted(
                        Comparator.comparing(order.first())
                                .thenComparing(order.second())
                                .thenComparing(Party.SOONEST_FIRST))
                .toList();
    }

    private static boolean keepsTo(Party party, Map<String, String> from) {
        for (var fetch : party.fetches().entrySet()) {
            var base = from.get(fetch.getKey());
            if (base != null && !fetch.getValue().contains(base)) {
                return false;
            }
        }
        return true;
    }
}

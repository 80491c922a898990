package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The soonest way to bring everything that is needed to one place.
///
/// What it computes: of all combinations of parties that have every need, the one that is complete
/// first; of those, the one whose latest arrival is first; of those, the fewest parties; then by
/// name. Exact, by thresholds on the sorted arrivals and a table over the sets of needs.
///
/// A helicopter fetches from one base only. Where the best combination would have it fetch from
/// two, it is searched again without the one fetch and without the other, the most promising first,
/// and the first combination that nothing tears is the answer: nothing that was left open could be
/// sooner, so it stays exact.
///
/// Cost: parties × 2^needs, so microseconds for 64 units and a handful of needs; and as much again
/// for each fetch that is banned. Source: bottleneck set covering; the thresholds are those of
/// Edmonds and Fulkerson's bottleneck extrema (1970); best first as in Land and Doig's branch and
/// bound (1960).
final class Cover {

    private final Function<Set<Fetch>, List<Party>> parties;
    private final Collection<String> needs;
    private final Map<Set<Fetch>, Table> tables = new HashMap<>();

    /// @param parties those that are possible without these fetches
    Cover(Function<Set<Fetch>, List<Party>> parties, Collection<String> needs) {
        this.parties = parties;
        this.needs = needs;
    }

    /// Complete first; then the surest.
    Optional<List<Party>> soonest() {
        return best(Party::earliest, Party::latest);
    }

    /// The first of which one can be nearly sure that it is complete; then the soonest.
    Optional<List<Party>> surest() {
        return best(Party::latest, Party::earliest);
    }

    /// A combination that is the best without these fetches, torn or not.
    private record Node(List<Party> combination, Set<Fetch> banned) {}

    private Optional<List<Party>> best(
            Function<Party, Duration> first, Function<Party, Duration> second) {
        var open =
                new PriorityQueue<Node>(
                        Comparator.comparing((Node node) -> last(node.combination(), first))
                                .thenComparing(node -> last(node.combination(), second))
                                .thenComparingInt(node -> node.combination().size())
                                .thenComparing(node -> codes(node.combination()))
                                .thenComparing(node -> node.banned().toString()));
        var seen = new HashSet<Set<Fetch>>();
        seen.add(Set.of());
        node(Set.of(), first, second).ifPresent(open::add);
        while (!open.isEmpty()) {
            var node = open.poll();
            var torn = torn(node.combination());
            if (torn.isEmpty()) {
                return Optional.of(node.combination());
            }
            for (var kept : torn) {
                var banned = new TreeSet<>(Fetch.IN_ORDER);
                banned.addAll(node.banned());
                torn.stream().filter(fetch -> !fetch.equals(kept)).forEach(banned::add);
                if (seen.add(banned)) {
                    node(banned, first, second).ifPresent(open::add);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Node> node(
            Set<Fetch> banned, Function<Party, Duration> first, Function<Party, Duration> second) {
        return tables.computeIfAbsent(banned, bans -> new Table(parties.apply(bans), needs))
                .search(first, second)
                .map(found -> new Node(found, banned));
    }

    /// The fetches of the first helicopter that would have to fetch from two bases; none when there
    /// is none.
    private static List<Fetch> torn(List<Party> combination) {
        if (combination.size() < 2) {
            return List.of();
        }
        var bases = new TreeMap<String, Set<String>>();
        for (var party : combination) {
            party.fetches()
                    .forEach((lift, some) ->
                            bases.computeIfAbsent(lift, one -> new TreeSet<>()).addAll(some));
        }
        for (var one : bases.entrySet()) {
            if (one.getValue().size() > 1) {
                return one.getValue().stream().map(base -> new Fetch(one.getKey(), base)).toList();
            }
        }
        return List.of();
    }

    private static Duration last(List<Party> combination, Function<Party, Duration> time) {
        return combination.stream().map(time).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static String codes(List<Party> combination) {
        return combination.stream().map(Party::codes).collect(Collectors.joining("+"));
    }

    /// What some parties have of the needs.
    private static final class Table {

        private final List<Party> parties;
        private final int[] masks;
        private final int all;

        Table(List<Party> among, Collection<String> needs) {
            this.parties = among.stream().sorted(Party.SOONEST_FIRST).toList();
            this.masks = new int[this.parties.size()];
            int bit = 1;
            for (var need : needs) {
                for (int i = 0; i < masks.length; i++) {
                    if (this.parties.get(i).offers(need)) {
                        masks[i] |= bit;
                    }
                }
                bit <<= 1;
            }
            this.all = bit - 1;
        }

        Optional<List<Party>> search(
                Function<Party, Duration> first, Function<Party, Duration> second) {
            if (all == 0) {
                return parties.stream()
                        .min(
                                Comparator.comparing(first)
                                        .thenComparing(second)
                                        .thenComparing(Party.SOONEST_FIRST))
                        .map(List::of);
            }
            var every = new ArrayList<Integer>();
            for (int i = 0; i < masks.length; i++) {
                every.add(i);
            }
            return within(every, first)
                    .flatMap(soonest -> within(soonest, second))
                    .map(this::fewest);
        }

        /// Those that arrive by the first moment at which everything needed is there.
        private Optional<List<Integer>> within(
                List<Integer> among, Function<Party, Duration> time) {
            var sorted =
                    among.stream()
                            .sorted(Comparator.comparing((Integer i) -> time.apply(parties.get(i))))
                            .toList();
            int covered = 0;
            for (int i : sorted) {
                covered |= masks[i];
                if (covered == all) {
                    var threshold = time.apply(parties.get(i));
                    return Optional.of(
                            among.stream()
                                    .filter(other ->
                                            time.apply(parties.get(other)).compareTo(threshold)
                                                    <= 0)
                                    .toList());
                }
            }
            return Optional.empty();
        }

        /// The smallest cover, the alphabetically first of equal ones by the order of the parties.
        /// Each step covers the lowest need that is still open, so every cover is built in one
        /// order only.
        private List<Party> fewest(List<Integer> among) {
            @Nullable List<Integer>[] best = table();
            best[0] = List.of();
            for (int mask = 0; mask < all; mask++) {
                var sofar = best[mask];
                if (sofar == null) {
                    continue;
                }
                int lowest = Integer.lowestOneBit(all & ~mask);
                for (int i : among) {
                    if ((masks[i] & lowest) != 0) {
                        int next = mask | masks[i];
                        best[next] = better(best[next], plus(sofar, i));
                    }
                }
            }
            var found = best[all];
            if (found == null) {
                throw new IllegalStateException("a cover was promised and is not there");
            }
            return found.stream().map(parties::get).toList();
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private @Nullable List<Integer>[] table() {
            return new List[all + 1];
        }

        private static List<Integer> plus(List<Integer> sofar, int one) {
            var more = new ArrayList<>(sofar);
            more.add(one);
            more.sort(Comparator.naturalOrder());
            return more;
        }

        private static List<Integer> better(@Nullable List<Integer> one, List<Integer> other) {
            if (one == null || other.size() < one.size()) {
                return other;
            }
            if (other.size() > one.size()) {
                return one;
            }
            for (int i = 0; i < one.size(); i++) {
                int order = one.get(i).compareTo(other.get(i));
                if (order != 0) {
                    return order < 0 ? one : other;
                }
            }
            return one;
        }
    }
}

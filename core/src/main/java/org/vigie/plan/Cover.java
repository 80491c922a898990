package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The soonest way to bring everything that is needed to one place.
///
/// What it computes: of all combinations of parties that have every need, the one that is complete
/// first; of those, the one whose latest arrival is first; of those, the fewest parties; then by
/// name. Exact, by thresholds on the sorted arrivals and a table over the sets of needs.
///
/// A helicopter fetches from one base only. Where the best combination would have it fetch from
/// two, one that does not is put together from what is left for each need, the hardest first: it is
/// later than or as late as the best ([Greedy]). Between the two lies the answer, and [Apart] finds
/// it.
///
/// Where the steps do not suffice, the best that was found is the answer, with the moment before
/// which nothing is complete, and that it is not proven.
///
/// Cost: parties × 2^needs, so microseconds for 64 units and a handful of needs, where nothing is
/// fetched from two bases; else what [Apart] says. Source: bottleneck set covering; the thresholds
/// are those of Edmonds and Fulkerson's bottleneck extrema (1970).
final class Cover {

    /// So many entries of the table are looked through in the time of one step.
    private static final int TABLE_PER_STEP = 128;

    private final Drawn.Source source;
    private final List<String> needs;
    private final Steps steps;

    /// @param source those who could go
    Cover(Drawn.Source source, Collection<String> needs, Steps steps) {
        this.source = source;
        this.needs = List.copyOf(needs);
        this.steps = steps;
    }

    /// @param combination empty when there is none, or none was found
    record Found(Optional<List<Party>> combination, Proof proof) {}

    /// By which of its arrivals a combination is better.
    ///
    /// @param second where the first are as good
    record Order(Function<Party, Duration> first, Function<Party, Duration> second) {

        static final Order SOONEST = new Order(Party::earliest, Party::latest);
        static final Order SUREST = new Order(Party::latest, Party::earliest);
    }

    /// Complete first; then the surest.
    Found soonest() {
        var drawn = source.soonest();
        var found = best(drawn, Order.SOONEST);
        if (!drawn.isCut(needs)) {
            return found;
        }
        var bound = drawn.notBefore(needs);
        boolean nobody = bound == null;
        boolean proven =
                nobody
                        || found.combination()
                                .filter(one -> last(one, Party::earliest).compareTo(bound) <= 0)
                                .isPresent();
        return new Found(found.combination(), proven ? Proof.PROVEN : Proof.ended(bound));
    }

    /// The first of which one can be nearly sure that it is complete; then the soonest.
    Found surest() {
        return best(source.soonest(), Order.SUREST);
    }

    private Found best(Drawn drawn, Order order) {
        steps.take(1 + (drawn.parties().size() << needs.size()) / TABLE_PER_STEP);
        var together = new Table(drawn.parties(), needs).search(order);
        if (together.isEmpty() || !isTorn(together.get())) {
            return new Found(together, Proof.PROVEN);
        }
        var bound = last(together.get(), order.first());
        var greedy =
                new Greedy(source, drawn.parties(), needs, order)
                        .find(steps.some(Steps.COVER_MAX / 4));
        var limit = greedy.map(one -> last(one, order.first())).orElse(null);
        var each =
                source.byEachFetch(
                        party -> limit == null || order.first().apply(party).compareTo(limit) <= 0,
                        steps.some(Steps.COVER_MAX / 2));
        return new Apart(each.parties(), needs, order, steps)
                .find(bound, greedy, each.isCut(needs));
    }

    /// Whether a helicopter would have to fetch from two bases.
    static boolean isTorn(List<Party> combination) {
        if (combination.size() < 2) {
            return false;
        }
        var bases = new HashMap<String, Set<String>>();
        for (var party : combination) {
            for (var fetch : party.fetches().entrySet()) {
                var all = bases.computeIfAbsent(fetch.getKey(), lift -> new HashSet<>());
                all.addAll(fetch.getValue());
                if (all.size() > 1) {
                    return true;
                }
            }
        }
        return false;
    }

    static Duration last(List<Party> combination, Function<Party, Duration> time) {
        return combination.stream().map(time).max(Duration::compareTo).orElse(Duration.ZERO);
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

        Optional<List<Party>> search(Order order) {
            var first = order.first();
            var second = order.second();
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

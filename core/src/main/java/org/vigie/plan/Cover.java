package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The soonest way to bring everything that is needed to one place.
///
/// What it computes: of all combinations of parties that have every need, the one that is complete
/// first; of those, the one whose latest arrival is first; of those, the fewest parties; then by
/// name. Exact, by thresholds on the sorted arrivals and a table over the sets of needs.
///
/// A helicopter fetches from one base only: where the best combination would have it fetch from
/// two, each of the bases is tried, so the answer stays exact.
///
/// Cost: parties × 2^needs, so microseconds for 64 units and a handful of needs. Source: bottleneck
/// set covering; the thresholds are those of Edmonds and Fulkerson's bottleneck extrema (1970).
final class Cover {

    private final List<Party> parties;
    private final Iterable<String> needs;
    private final int[] masks;
    private final int all;

    Cover(List<Party> parties, Iterable<String> needs) {
        this.parties = parties.stream().sorted(Party.SOONEST_FIRST).toList();
        this.needs = needs;
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

    /// Complete first; then the surest.
    Optional<List<Party>> soonest() {
        return best(Party::earliest, Party::latest);
    }

    /// The first of which one can be nearly sure that it is complete; then the soonest.
    Optional<List<Party>> surest() {
        return best(Party::latest, Party::earliest);
    }

    private Optional<List<Party>> best(
            Function<Party, Duration> first, Function<Party, Duration> second) {
        var found = search(first, second);
        var torn = found.flatMap(Cover::torn);
        if (torn.isEmpty()) {
            return found;
        }
        var lift = torn.get();
        return parties.stream()
                .flatMap(party -> party.fetchedBy(lift).stream())
                .distinct()
                .sorted()
                .flatMap(
                        base -> new Cover(fetching(lift, base), needs).best(first, second).stream())
                .min(
                        Comparator.comparing((List<Party> some) -> last(some, first))
                                .thenComparing(some -> last(some, second))
                                .thenComparingInt(List::size)
                                .thenComparing(Cover::codes));
    }

    /// The parties in which this helicopter fetches from this base alone, or from none.
    private List<Party> fetching(String lift, String base) {
        return parties.stream()
                .filter(party ->
                        party.fetchedBy(lift).stream().allMatch(other -> other.equals(base)))
                .toList();
    }

    /// A helicopter that would have to fetch from two bases.
    private static Optional<String> torn(List<Party> combination) {
        return combination.stream()
                .flatMap(party -> party.members().stream())
                .map(member -> member.unit().code())
                .filter(lift ->
                        combination.stream()
                                        .flatMap(party -> party.fetchedBy(lift).stream())
                                        .distinct()
                                        .count()
                                > 1)
                .sorted()
                .findFirst();
    }

    private static Duration last(List<Party> combination, Function<Party, Duration> time) {
        return combination.stream().map(time).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static String codes(List<Party> combination) {
        return combination.stream().map(Party::codes).collect(Collectors.joining("+"));
    }

    private Optional<List<Party>> search(
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
        return within(every, first).flatMap(soonest -> within(soonest, second)).map(this::fewest);
    }

    /// Those that arrive by the first moment at which everything needed is there.
    private Optional<List<Integer>> within(List<Integer> among, Function<Party, Duration> time) {
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
                                        time.apply(parties.get(other)).compareTo(threshold) <= 0)
                                .toList());
            }
        }
        return Optional.empty();
    }

    /// The smallest cover, the alphabetically first of equal ones by the order of the parties. Each
    /// step covers the lowest need that is still open, so every cover is built in one order only.
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

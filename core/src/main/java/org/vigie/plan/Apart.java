package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The best combination in which no helicopter fetches from two bases.
///
/// What it computes: whether all needs can be met by parties that arrive by a moment, for the
/// moments between the best that would be torn and the best that is known; then the same for the
/// second arrival; then with as few parties as possible. Need by need it is chosen which party
/// brings it, and for each helicopter the base is kept from which it fetches. What was tried in
/// vain is kept: which needs are met, and which helicopters are taken. Of a base only that one is
/// remembered from which somebody could still be fetched who has something that is open; so where
/// each team waits in a camp of its own there are helicopters^needs of them and not
/// camps^helicopters, and one helicopter too few is seen at once.
///
/// Cost: at most [Steps#COVER_MAX] parties tried. Source: depth first with a table of what failed
/// (nogoods; Dechter, *Constraint Processing*, 2003, chapter 6); the moments by bisection.
final class Apart {

    /// A helicopter that is nowhere yet, or whose base nobody asks for any more.
    private static final int NOWHERE = 0;

    /// One that is taken, from a base at which nobody waits any more who has what is open.
    private static final int TAKEN = -1;

    private final List<Party> parties;
    private final Function<Party, Duration> first;
    private final Function<Party, Duration> second;
    private final Steps steps;
    private final int all;
    private final int[] masks;

    /// Of each party, lift and base in turn.
    private final int[][] fetches;

    /// By lift, what somebody has whom it could fetch.
    private final List<Integer> wantedBy = new ArrayList<>();

    /// By lift and base, the same.
    private final List<Map<Integer, Integer>> wantedAt = new ArrayList<>();

    /// Those who have a need, by its number.
    private final List<List<Integer>> having = new ArrayList<>();

    /// From which base each helicopter fetches.
    private int[] base = new int[0];

    /// Which parties keep to the limit.
    private boolean[] open = new boolean[0];

    private final Set<Failed> failed = new HashSet<>();
    private final List<Integer> chosen = new ArrayList<>();

    Apart(List<Party> among, List<String> needs, Cover.Order order, Steps steps) {
        this.first = order.first();
        this.second = order.second();
        this.steps = steps;
        this.all = (1 << needs.size()) - 1;
        this.parties =
                among.stream()
                        .filter(party -> needs.stream().anyMatch(party::offers))
                        .sorted(Party.SOONEST_FIRST)
                        .toList();
        this.masks = new int[parties.size()];
        this.fetches = new int[parties.size()][];
        for (int need = 0; need < needs.size(); need++) {
            having.add(new ArrayList<>());
            for (int i = 0; i < masks.length; i++) {
                if (parties.get(i).offers(needs.get(need))) {
                    masks[i] |= 1 << need;
                    having.get(need).add(i);
                }
            }
        }
        number();
    }

    private void number() {
        Map<String, Integer> lifts = new HashMap<>();
        Map<String, Integer> bases = new HashMap<>();
        for (int i = 0; i < masks.length; i++) {
            var some = new ArrayList<Integer>();
            for (var fetch : parties.get(i).fetches().entrySet()) {
                int lift = lifts.computeIfAbsent(fetch.getKey(), one -> lifts.size());
                if (lift == wantedBy.size()) {
                    wantedBy.add(0);
                    wantedAt.add(new HashMap<>());
                }
                for (var from : fetch.getValue()) {
                    int at = bases.computeIfAbsent(from, one -> bases.size() + 1);
                    some.add(lift);
                    some.add(at);
                    wantedBy.set(lift, wantedBy.get(lift) | masks[i]);
                    wantedAt.get(lift).merge(at, masks[i], (one, other) -> one | other);
                }
            }
            fetches[i] = some.stream().mapToInt(Integer::intValue).toArray();
        }
        base = new int[wantedBy.size()];
    }

    /// What a combination must keep to.
    private record Limit(@Nullable Duration first, @Nullable Duration second, int size) {}

    /// @param bound nothing is there before
    /// @param known one that can be done; empty when none is known
    /// @param cut whether there may be other parties that are as good
    Cover.Found find(Duration bound, Optional<List<Party>> known, boolean cut) {
        var best = known.orElse(null);
        var moments = moments(first, bound);
        int low = 0;
        int high = moments.size() - 1;
        if (best == null) {
            best = within(new Limit(null, null, parties.size()));
            if (best == null) {
                boolean none = !cut && !steps.spent();
                return new Cover.Found(Optional.empty(), none ? Proof.PROVEN : Proof.ended(bound));
            }
        }
        // all before low are proven to be impossible
        while (low <= high && moments.get(low).compareTo(Cover.last(best, first)) < 0) {
            int middle = (low + high) >>> 1;
            if (moments.get(middle).compareTo(Cover.last(best, first)) >= 0) {
                high = middle - 1;
                continue;
            }
            var found = within(new Limit(moments.get(middle), null, parties.size()));
            if (found != null) {
                best = found;
                high = middle - 1;
            } else if (steps.spent()) {
                return new Cover.Found(
                        Optional.of(best), Proof.ended(cut || low == 0 ? bound : moments.get(low)));
            } else {
                low = middle + 1;
            }
        }
        var soonest = Cover.last(best, first);
        boolean proven = !cut || soonest.compareTo(bound) <= 0;
        return new Cover.Found(
                Optional.of(fewest(surer(best, soonest), soonest)),
                proven ? Proof.PROVEN : Proof.ended(bound));
    }

    /// Of those that are as good the one whose second arrival is best.
    private List<Party> surer(List<Party> known, Duration limit) {
        var best = known;
        var moments = moments(second, Duration.ZERO);
        int low = 0;
        int high = moments.size() - 1;
        while (low <= high && !steps.spent()) {
            int middle = (low + high) >>> 1;
            var moment = moments.get(middle);
            if (moment.compareTo(Cover.last(best, second)) >= 0) {
                high = middle - 1;
                continue;
            }
            var found = within(new Limit(limit, moment, parties.size()));
            if (found == null) {
                low = middle + 1;
            } else {
                best = found;
                high = middle - 1;
            }
        }
        return best;
    }

    /// Of those that are as good one of the fewest parties.
    private List<Party> fewest(List<Party> known, Duration limit) {
        var sure = Cover.last(known, second);
        for (int size = 1; size <= known.size() && !steps.spent(); size++) {
            var found = within(new Limit(limit, sure, size));
            if (found != null) {
                return found;
            }
        }
        return known;
    }

    /// When parties arrive, each moment once, from a first one on.
    private List<Duration> moments(Function<Party, Duration> time, Duration from) {
        return parties.stream()
                .map(time)
                .filter(moment -> moment.compareTo(from) >= 0)
                .distinct()
                .sorted()
                .toList();
    }

    /// What was tried in vain: which needs are met, where each helicopter is, how many parties may
    /// be added.
    private record Failed(int mask, List<Integer> places, int left) {}

    private @Nullable List<Party> within(Limit limit) {
        Arrays.fill(base, NOWHERE);
        chosen.clear();
        failed.clear();
        open = new boolean[masks.length];
        for (int i = 0; i < open.length; i++) {
            var party = parties.get(i);
            open[i] =
                    keeps(first.apply(party), limit.first())
                            && keeps(second.apply(party), limit.second());
        }
        return search(0, limit.size()) ? chosen.stream().map(parties::get).toList() : null;
    }

    private static boolean keeps(Duration moment, @Nullable Duration limit) {
        return limit == null || moment.compareTo(limit) <= 0;
    }

    private boolean search(int mask, int left) {
        if (mask == all) {
            return true;
        }
        if (left == 0) {
            return false;
        }
        var now = new Failed(mask, places(mask), Math.min(left, Integer.bitCount(all & ~mask)));
        if (failed.contains(now)) {
            return false;
        }
        for (int i : having.get(Integer.numberOfTrailingZeros(all & ~mask))) {
            if (open[i] && isFree(i)) {
                if (!steps.take(1)) {
                    return false;
                }
                var before = base.clone();
                for (int k = 0; k < fetches[i].length; k += 2) {
                    base[fetches[i][k]] = fetches[i][k + 1];
                }
                chosen.add(i);
                if (search(mask | masks[i], left - 1)) {
                    return true;
                }
                chosen.removeLast();
                System.arraycopy(before, 0, base, 0, base.length);
            }
        }
        if (!steps.spent()) {
            failed.add(now);
        }
        return false;
    }

    private boolean isFree(int party) {
        for (int k = 0; k < fetches[party].length; k += 2) {
            int at = base[fetches[party][k]];
            if (at != NOWHERE && at != fetches[party][k + 1]) {
                return false;
            }
        }
        return true;
    }

    /// Where each helicopter is, as far as it matters for what is open.
    private List<Integer> places(int mask) {
        var places = new ArrayList<Integer>(Collections.nCopies(base.length, NOWHERE));
        for (int lift = 0; lift < base.length; lift++) {
            if (base[lift] != NOWHERE && (wantedBy.get(lift) & all & ~mask) != 0) {
                int here = wantedAt.get(lift).getOrDefault(base[lift], 0);
                places.set(lift, (here & ~mask) == 0 ? TAKEN : base[lift]);
            }
        }
        return places;
    }
}

package org.vigie.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Position;

/// Gathers placed incidents into the marks of a map. One pass over the columns.
@SuppressWarnings("EnumOrdinal") // positions in one run, never written down
final class Spots {

    /// The gravest first, so that a map with little room draws what weighs most; then by place, so
    /// that the order never depends on chance.
    private static final Comparator<Spot> GRAVEST_FIRST =
            Comparator.comparingLong((Spot spot) -> -spot.best())
                    .thenComparingLong(spot -> -spot.events())
                    .thenComparingInt(Spot::cell)
                    .thenComparing(Spot::kind)
                    .thenComparing(Spot::precision)
                    .thenComparingDouble(spot -> spot.middle().latitude())
                    .thenComparingDouble(spot -> spot.middle().longitude());

    private final Accounts accounts;
    private final Rows rows;

    Spots(Accounts accounts, Rows rows) {
        this.accounts = accounts;
        this.rows = rows;
    }

    /// @param each whether every incident is a mark of its own
    List<Spot> of(int[] selection, boolean each) {
        var spots = new ArrayList<Spot>();
        for (var sum : each ? each(selection) : gathered(selection)) {
            spots.add(sum.spot());
        }
        spots.sort(GRAVEST_FIRST);
        return List.copyOf(spots);
    }

    private List<Sum> each(int[] selection) {
        var sums = new ArrayList<Sum>();
        for (int row : selection) {
            int account = rows.account[row];
            if (accounts.place(account).placed()) {
                var sum = new Sum(account);
                sum.add(row);
                sums.add(sum);
            }
        }
        return sums;
    }

    /// First by place and kind, which are numbers of dictionaries, then by what they show.
    private Collection<Sum> gathered(int[] selection) {
        int kinds = Accounts.KINDS.length;
        var perPlace = new @Nullable Sum[accounts.places.size() * kinds];
        var sums = new LinkedHashMap<Long, Sum>();
        for (int row : selection) {
            int account = rows.account[row];
            int at = accounts.place[account] * kinds + accounts.kind[account];
            var sum = perPlace[at];
            if (sum == null) {
                if (!accounts.place(account).placed()) {
                    continue;
                }
                sum = sums.computeIfAbsent(key(account), key -> new Sum(account));
                perPlace[at] = sum;
            }
            sum.add(row);
        }
        return sums.values();
    }

    private long key(int account) {
        var place = accounts.place(account);
        return ((long) place.cell() << 16)
                | ((long) accounts.kind[account] << 8)
                | place.precision().ordinal();
    }

    private final class Sum {
        private final int first;
        private boolean oneName = true;
        private boolean oneArea = true;
        private double latitudes;
        private double longitudes;
        private long events;
        private long low;
        private long best;
        private long high;
        private long unstated;

        Sum(int first) {
            this.first = first;
        }

        void add(int row) {
            int account = rows.account[row];
            var place = accounts.place(account);
            if (accounts.place[account] != accounts.place[first]) {
                var start = accounts.place(first);
                oneName &= place.name().equals(start.name());
                oneArea &= place.adm1().equals(start.adm1());
            }
            latitudes += place.latitude();
            longitudes += place.longitude();
            events++;
            low += Accounts.inSum(rows.low(row), rows.best(row));
            best += Accounts.inSum(rows.best(row));
            high += Accounts.inSum(rows.high(row), rows.best(row));
            unstated += rows.best(row) == Accounts.UNSTATED ? 1 : 0;
        }

        Spot spot() {
            var place = accounts.place(first);
            return new Spot(
                    place.cell(),
                    accounts.kind(first),
                    place.precision(),
                    new Position(latitudes / events, longitudes / events),
                    oneName ? place.name() : "",
                    oneArea ? place.adm1() : "",
                    events,
                    low,
                    best,
                    high,
                    unstated,
                    events == 1 ? accounts.subject(first) : null);
        }
    }
}

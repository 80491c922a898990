package org.vigie.record;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The versions of incidents as primitive columns, sorted by the last day of `happenedOn`: one row
/// per rectangle of the two clocks in which the same account and the same claims hold. So `asOf` is
/// a filter, not a rebuild: a rectangle is a number in a dictionary of few, each is asked once
/// whether it holds, and the rows are gone through. 12 bytes a row.
final class Rows {

    /// From is inside, to is outside; milliseconds of the epoch.
    record Span(long knownFrom, long knownTo, long recordedFrom, long recordedTo, int handlingBit) {

        boolean holds(long known, long recorded, int handlingBits) {
            return knownFrom <= known
                    && known < knownTo
                    && recordedFrom <= recorded
                    && recorded < recordedTo
                    && (handlingBit & handlingBits) != 0;
        }
    }

    final int size;
    final int[] account;
    final int[] span;
    final int[] lastDay;
    final Words<Span> spans;
    private final Accounts accounts;

    /// By row: what claims say where the account itself states no figures. Few.
    private final Map<Integer, FigureRule.Chosen> claimed;

    private Rows(Unsorted unsorted, Accounts accounts) {
        this.accounts = accounts;
        this.spans = unsorted.spans;
        this.size = unsorted.size;
        this.account = new int[size];
        this.span = new int[size];
        this.lastDay = new int[size];
        this.claimed = unsorted.claimed.isEmpty() ? Map.of() : new HashMap<>();
        var order = unsorted.order();
        for (int row = 0; row < size; row++) {
            int from = (int) order[row];
            account[row] = unsorted.account[from];
            span[row] = unsorted.span[from];
            lastDay[row] = accounts.lastDay[account[row]];
            var chosen = unsorted.claimed.get(from);
            if (chosen != null) {
                claimed.put(row, chosen);
            }
        }
    }

    private Rows(ColumnsIn in, Accounts accounts) throws IOException {
        this.accounts = accounts;
        this.spans = new Words<>();
        in.list(from ->
                        new Span(
                                from.longNumber(),
                                from.longNumber(),
                                from.longNumber(),
                                from.longNumber(),
                                from.number()))
                .forEach(spans::number);
        this.claimed = new HashMap<>();
        for (int claims = in.count(); claims > 0; claims--) {
            int row = in.number();
            var figures = new Figures(in.figure(), in.figure(), in.figure());
            claimed.put(row, new FigureRule.Chosen(figures, in.number()));
        }
        this.size = in.count();
        this.account = in.numbers(size, accounts.size);
        this.span = in.numbers(size, spans.size());
        this.lastDay = in.ints(size);
    }

    /// Reads what [#write] wrote.
    static Rows read(ColumnsIn in, Accounts accounts) throws IOException {
        return new Rows(in, accounts);
    }

    void write(ColumnsOut out) throws IOException {
        out.list(
                spans.list(),
                (to, one) -> {
                    to.number(one.knownFrom);
                    to.number(one.knownTo);
                    to.number(one.recordedFrom);
                    to.number(one.recordedTo);
                    to.number(one.handlingBit);
                });
        out.list(
                List.copyOf(claimed.entrySet()),
                (to, one) -> {
                    to.number(one.getKey().intValue());
                    var chosen = one.getValue();
                    to.number(chosen.figures().low());
                    to.number(chosen.figures().best());
                    to.number(chosen.figures().high());
                    to.number(chosen.competing());
                });
        out.number(size);
        out.column(account, size);
        out.column(span, size);
        out.column(lastDay, size);
    }

    /// Rows as they come, in the order of their accounts, until they are sorted by day.
    static final class Unsorted {

        private static final Comparator<Version> AS_RECORDED =
                Comparator.comparingLong(Version::recordedFrom)
                        .thenComparingLong(Version::knownFrom);

        private final Accounts accounts;
        private final Words<Span> spans = new Words<>();
        private final Map<Integer, FigureRule.Chosen> claimed = new HashMap<>();
        private int size;
        private int[] account;
        private int[] span;

        Unsorted(Accounts accounts) {
            this.accounts = accounts;
            this.account = new int[accounts.size];
            this.span = new int[accounts.size];
        }

        /// The versions in which one account holds.
        void add(List<Version> versions) {
            versions.stream().sorted(AS_RECORDED).forEach(this::add);
        }

        void add(Version version) {
            int from = version.account();
            if (!accounts.ownFigures(from) && !version.claims().isEmpty()) {
                claimed.put(size, FigureRule.overall(version.claims()));
            }
            if (size == account.length) {
                account = Arrays.copyOf(account, size + (size >> 2) + 16);
                span = Arrays.copyOf(span, account.length);
            }
            account[size] = from;
            span[size] =
                    spans.number(
                            new Span(
                                    version.knownFrom(),
                                    version.knownTo(),
                                    version.recordedFrom(),
                                    version.recordedTo(),
                                    accounts.handlingBit(from)));
            size++;
        }

        /// By last day, then as they came: the day in the upper half of each number, the row in the
        /// lower.
        private long[] order() {
            var keys = new long[size];
            for (int row = 0; row < size; row++) {
                keys[row] = (long) accounts.lastDay[account[row]] << Integer.SIZE | row;
            }
            Arrays.sort(keys);
            return keys;
        }

        Rows sorted() {
            return new Rows(this, accounts);
        }
    }

    int low(int row) {
        var chosen = claimed.isEmpty() ? null : claimed.get(row);
        return chosen == null
                ? accounts.low[account[row]]
                : Accounts.orUnstated(chosen.figures().low());
    }

    int best(int row) {
        var chosen = claimed.isEmpty() ? null : claimed.get(row);
        return chosen == null
                ? accounts.best[account[row]]
                : Accounts.orUnstated(chosen.figures().best());
    }

    int high(int row) {
        var chosen = claimed.isEmpty() ? null : claimed.get(row);
        return chosen == null
                ? accounts.high[account[row]]
                : Accounts.orUnstated(chosen.figures().high());
    }

    int civilians(int row) {
        return accounts.civilians[account[row]];
    }

    /// How many groups of claims stand side by side that cannot be put together.
    int competing(int row) {
        var chosen = claimed.get(row);
        return chosen == null ? 0 : chosen.competing();
    }

    long knownFrom(int row) {
        return spans.value(span[row]).knownFrom;
    }

    /// The rows that hold at one moment for one viewer, in order of the last day.
    int[] asOf(long known, long recorded, int handlingBits) {
        var holds = new boolean[spans.size()];
        for (int number = 0; number < holds.length; number++) {
            holds[number] = spans.value(number).holds(known, recorded, handlingBits);
        }
        var selection = new int[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            selection[count] = row;
            count += holds[span[row]] ? 1 : 0;
        }
        return Arrays.copyOf(selection, count);
    }

    /// One rectangle: from is inside, to is outside; times in milliseconds of the epoch.
    record Version(
            int account,
            List<Claim> claims,
            long knownFrom,
            long knownTo,
            long recordedFrom,
            long recordedTo) {

        Version until(long recorded) {
            return new Version(account, claims, knownFrom, knownTo, recordedFrom, recorded);
        }
    }
}

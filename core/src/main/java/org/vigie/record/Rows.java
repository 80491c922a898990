package org.vigie.record;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Bounds;

/// The versions of incidents as primitive columns, sorted by the last day of `happenedOn`: one row
/// per rectangle of the two clocks in which the same account and the same claims hold. So `asOf` is
/// a filter, not a rebuild: a rectangle is a number in a dictionary of few, each is asked once
/// whether it holds, and the rows are gone through. 12 bytes a row.
final class Rows {

    /// From is inside, to is outside; milliseconds of the epoch.
    ///
    /// @param needs handling bits all of which a viewer must have
    /// @param lacks handling bits none of which a viewer may have: who sees more sees another
    ///   version
    record Span(
            long knownFrom,
            long knownTo,
            long recordedFrom,
            long recordedTo,
            int needs,
            int lacks) {

        boolean holds(long known, long recorded, int handlingBits) {
            return knownFrom <= known
                    && known < knownTo
                    && recordedFrom <= recorded
                    && recorded < recordedTo
                    && (needs & handlingBits) == needs
                    && (lacks & handlingBits) == 0;
        }
    }

    /// What a row shows beside its account.
    ///
    /// @param figure null when the account's own figures hold
    /// @param folded rows of the accounts of the incidents that are the same
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class and is never compared
    private record Beside(FigureRule.@Nullable Chosen figure, int[] folded) {}

    private static final int[] NOTHING = {};

    final int size;
    final int[] account;
    final int[] span;
    final int[] lastDay;
    final Words<Span> spans;
    private final Accounts accounts;

    /// Made when it is first asked for. Two who ask at once may both make it: they are equal.
    private volatile @Nullable TileOrder tiles;

    /// By row: what a rule says where the account's own figures do not hold, and what is folded
    /// into it. Few.
    private final Map<Integer, Beside> beside;

    /// The rows that have something beside them: asked a million times before the map is.
    private final BitSet marked = new BitSet();

    private Rows(Unsorted unsorted, Accounts accounts) {
        this.accounts = accounts;
        this.spans = unsorted.spans;
        this.size = unsorted.size;
        this.account = new int[size];
        this.span = new int[size];
        this.lastDay = new int[size];
        this.beside = unsorted.beside.isEmpty() ? Map.of() : new HashMap<>();
        var order = unsorted.order();
        for (int row = 0; row < size; row++) {
            int from = (int) order[row];
            account[row] = unsorted.account[from];
            span[row] = unsorted.span[from];
            lastDay[row] = accounts.lastDay[account[row]];
            var more = unsorted.beside.get(from);
            if (more != null) {
                beside.put(row, more);
            }
        }
        beside.keySet().forEach(marked::set);
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
                                from.number(),
                                from.number()))
                .forEach(spans::number);
        this.beside = new HashMap<>();
        for (int several = in.count(); several > 0; several--) {
            int row = in.number();
            beside.put(row, readBeside(in, accounts));
        }
        this.size = in.count();
        for (int row : beside.keySet()) {
            ColumnsIn.requireBelow(size, row);
        }
        this.account = in.numbers(size, accounts.size);
        this.span = in.numbers(size, spans.size());
        this.lastDay = in.ints(size);
        beside.keySet().forEach(marked::set);
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
                    to.number(one.needs);
                    to.number(one.lacks);
                });
        out.list(
                List.copyOf(beside.entrySet()),
                (to, one) -> {
                    to.number(one.getKey().intValue());
                    write(to, one.getValue());
                });
        out.number(size);
        out.column(account, size);
        out.column(span, size);
        out.column(lastDay, size);
    }

    private static void write(ColumnsOut out, Beside beside) throws IOException {
        out.number(beside.folded.length);
        out.column(beside.folded, beside.folded.length);
        var figure = beside.figure;
        out.text(figure == null ? "" : figure.rule().name());
        if (figure != null) {
            out.number(figure.figures().low());
            out.number(figure.figures().best());
            out.number(figure.figures().high());
            out.number(figure.civilians());
            out.number(figure.competing());
        }
    }

    private static Beside readBeside(ColumnsIn in, Accounts accounts) throws IOException {
        var folded = in.numbers(in.count(), accounts.size);
        var rule = in.text();
        return new Beside(
                rule.isEmpty()
                        ? null
                        : new FigureRule.Chosen(
                                new Figures(in.figure(), in.figure(), in.figure()),
                                in.figure(),
                                in.number(),
                                Rule.valueOf(rule)),
                folded);
    }

    /// Rows as they come, in the order of their accounts, until they are sorted by day.
    static final class Unsorted {

        private static final Comparator<Version> AS_RECORDED =
                Comparator.comparingLong((Version version) -> version.span().recordedFrom)
                        .thenComparingLong(version -> version.span().knownFrom)
                        .thenComparingInt(version -> version.span().needs);

        private final Accounts accounts;
        private final Words<Span> spans = new Words<>();
        private final Map<Integer, Beside> beside = new HashMap<>();
        private int size;
        private int[] account;
        private int[] span;

        /// By moment of the accounts: whose rectangle was asked for last, and its number.
        private final int[] provenance;

        private final int[] rectangle;

        Unsorted(Accounts accounts) {
            this.accounts = accounts;
            this.account = new int[accounts.size];
            this.span = new int[accounts.size];
            this.provenance = new int[accounts.moments.size()];
            this.rectangle = new int[accounts.moments.size()];
            Arrays.fill(provenance, -1);
        }

        /// The versions in which one account holds.
        void add(List<Version> versions) {
            versions.stream().sorted(AS_RECORDED).forEach(this::add);
        }

        /// The version of an incident of which there is this account alone, and nothing takes it
        /// back. There are few moments and fewer origins, so almost no rectangle has to be made.
        void addAlone(int row, Corrections corrections) {
            int moment = accounts.moment[row];
            if (provenance[moment] != accounts.provenance[row]) {
                provenance[moment] = accounts.provenance[row];
                rectangle[moment] = spans.number(Versions.alone(accounts, row, corrections));
            }
            add(row, rectangle[moment]);
        }

        void add(Version version) {
            var shown = version.content().shown();
            if (shown.figure() != null || !shown.folded().isEmpty()) {
                beside.put(
                        size,
                        new Beside(
                                shown.figure(),
                                shown.folded().stream().mapToInt(Integer::intValue).toArray()));
            }
            add(version.content().account(), spans.number(version.span()));
        }

        private void add(int ofAccount, int spanNumber) {
            if (size == account.length) {
                account = Arrays.copyOf(account, size + (size >> 2) + 16);
                span = Arrays.copyOf(span, account.length);
            }
            account[size] = ofAccount;
            span[size] = spanNumber;
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
        var figure = figure(row);
        return figure == null
                ? accounts.low[account[row]]
                : Accounts.orUnstated(figure.figures().low());
    }

    int best(int row) {
        var figure = figure(row);
        return figure == null
                ? accounts.best[account[row]]
                : Accounts.orUnstated(figure.figures().best());
    }

    int high(int row) {
        var figure = figure(row);
        return figure == null
                ? accounts.high[account[row]]
                : Accounts.orUnstated(figure.figures().high());
    }

    int civilians(int row) {
        var figure = figure(row);
        return figure == null
                ? accounts.civilians[account[row]]
                : Accounts.orUnstated(figure.civilians());
    }

    /// How many groups of statements stand side by side that cannot be put together.
    int competing(int row) {
        var figure = figure(row);
        return figure == null ? 0 : figure.competing();
    }

    /// The rule that gave the figure.
    Rule rule(int row) {
        var figure = figure(row);
        if (figure != null) {
            return figure.rule();
        }
        return accounts.statement(account[row]) == null ? Rule.NONE : Rule.OWN_ACCOUNT;
    }

    /// Rows of the accounts that are folded into this one.
    int[] folded(int row) {
        var more = beside(row);
        return more == null ? NOTHING : more.folded;
    }

    /// Whether anything is folded into any row.
    boolean folds() {
        return beside.values().stream().anyMatch(more -> more.folded.length > 0);
    }

    private FigureRule.@Nullable Chosen figure(int row) {
        var more = beside(row);
        return more == null ? null : more.figure;
    }

    private @Nullable Beside beside(int row) {
        return marked.get(row) ? beside.get(row) : null;
    }

    long knownFrom(int row) {
        return spans.value(span[row]).knownFrom;
    }

    /// The rows whose place lies in the box, whenever they hold.
    BitSet in(Bounds box) {
        var made = tiles;
        if (made == null) {
            made = new TileOrder(this, accounts);
            tiles = made;
        }
        return made.in(box);
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

    /// Those of some rows whose account puts them in an area, in the same order.
    int[] in(Purview purview, int[] selection) {
        var inside = accounts.placesIn(purview);
        return Arrays.stream(selection)
                .filter(row -> inside.get(accounts.place[account[row]]))
                .toArray();
    }

    /// One rectangle, for some viewers.
    record Version(Versions.Content content, Span span) {}
}

package org.vigie.record;

import java.io.IOException;
import java.util.Arrays;

/// Where accounts stand in the ledger, and the upper half of their ids, as runs: an import writes
/// its rows one after another and counts their ids up ([Ids#series]), so that a million rows are
/// one run. A row that breaks the rule is a run of its own: 16 bytes.
final class Runs implements Cloneable {

    private static final long COUNTED = 0x7000;
    private static final long VERSION_BITS = 0xF000;
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = 0xFFF;

    private int count;
    private int[] firstRow = new int[16];
    private int[] firstSeq = new int[16];
    private long[] firstHigh = new long[16];

    /// A copy that can grow without touching this one, as [Accounts#grown].
    Runs grown() {
        try {
            return (Runs) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Runs is cloneable", e);
        }
    }

    /// Adds the next row.
    void add(int row, int seq, long idHigh) {
        if (count > 0
                && seq(row - 1) == seq - 1
                && isCounted(idHigh)
                && isCounted(idHigh(row - 1))
                && plus(idHigh(row - 1), 1) == idHigh) {
            return;
        }
        if (count == firstRow.length) {
            int length = count + (count >> 1) + 16;
            firstRow = Arrays.copyOf(firstRow, length);
            firstSeq = Arrays.copyOf(firstSeq, length);
            firstHigh = Arrays.copyOf(firstHigh, length);
        }
        firstRow[count] = row;
        firstSeq[count] = seq;
        firstHigh[count] = idHigh;
        count++;
    }

    int seq(int row) {
        int run = run(row);
        return firstSeq[run] + row - firstRow[run];
    }

    long idHigh(int row) {
        int run = run(row);
        return plus(firstHigh[run], row - firstRow[run]);
    }

    private int run(int row) {
        int found = Arrays.binarySearch(firstRow, 0, count, row);
        return found >= 0 ? found : -found - 2;
    }

    void write(ColumnsOut out) throws IOException {
        out.number(count);
        out.column(firstRow, count);
        out.column(firstSeq, count);
        out.column(firstHigh, count);
    }

    /// Reads what [#write] wrote.
    ///
    /// @param rows how many rows the runs are of
    static Runs read(ColumnsIn in, int rows) throws IOException {
        var runs = new Runs();
        int count = in.count();
        runs.firstRow = in.ints(count);
        runs.firstSeq = in.ints(count);
        runs.firstHigh = in.longs(count);
        runs.count = count;
        for (int run = 0; run < count; run++) {
            int before = run == 0 ? -1 : runs.firstRow[run - 1];
            boolean first = run > 0 || runs.firstRow[run] == 0;
            if (runs.firstRow[run] <= before || runs.firstRow[run] >= rows || !first) {
                throw new IOException("not a file of columns: runs in disorder");
            }
        }
        if (count == 0 && rows > 0) {
            throw new IOException("not a file of columns: rows without a place");
        }
        return runs;
    }

    private static boolean isCounted(long high) {
        return (high & VERSION_BITS) == COUNTED;
    }

    /// The upper half of the id that comes `steps` later in a series.
    private static long plus(long high, int steps) {
        if (steps == 0) {
            return high;
        }
        long counter = ((high >>> 16) << COUNTER_BITS | (high & COUNTER)) + steps;
        return (counter >>> COUNTER_BITS) << 16 | COUNTED | (counter & COUNTER);
    }
}

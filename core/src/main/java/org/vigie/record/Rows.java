package org.vigie.record;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The versions of incidents as primitive columns, sorted by the last day of `happenedOn`: one row
/// per rectangle of the two clocks in which the same account and the same claims hold. So `asOf` is
/// a filter over four time columns, not a rebuild.
final class Rows {

    final int size;
    final int[] account;
    final long[] knownFrom;
    final long[] knownTo;
    final long[] recordedFrom;
    final long[] recordedTo;
    final int[] lastDay;
    final byte[] handlingBit;
    final int[] low;
    final int[] best;
    final int[] high;
    final int[] civilians;
    final byte[] competing;

    private Rows(List<Version> versions, Accounts accounts) {
        size = versions.size();
        account = new int[size];
        knownFrom = new long[size];
        knownTo = new long[size];
        recordedFrom = new long[size];
        recordedTo = new long[size];
        lastDay = new int[size];
        handlingBit = new byte[size];
        low = new int[size];
        best = new int[size];
        high = new int[size];
        civilians = new int[size];
        competing = new byte[size];
        for (int row = 0; row < size; row++) {
            set(row, versions.get(row), accounts);
        }
    }

    static Rows of(List<Version> versions, Accounts accounts) {
        var sorted =
                versions.stream()
                        .sorted(
                                Comparator.<Version>comparingInt(
                                                version -> accounts.lastDay[version.account()])
                                        .thenComparingLong(
                                                version -> accounts.seq[version.account()])
                                        .thenComparingLong(Version::recordedFrom)
                                        .thenComparingLong(Version::knownFrom))
                        .toList();
        return new Rows(sorted, accounts);
    }

    private void set(int row, Version version, Accounts accounts) {
        int from = version.account();
        account[row] = from;
        knownFrom[row] = version.knownFrom();
        knownTo[row] = version.knownTo();
        recordedFrom[row] = version.recordedFrom();
        recordedTo[row] = version.recordedTo();
        lastDay[row] = accounts.lastDay[from];
        handlingBit[row] = accounts.handling[from];
        low[row] = accounts.low[from];
        best[row] = accounts.best[from];
        high[row] = accounts.high[from];
        civilians[row] = accounts.civilians[from];
        if (!accounts.ownFigures[from] && !version.claims().isEmpty()) {
            var chosen = FigureRule.overall(version.claims());
            low[row] = Accounts.orUnstated(chosen.figures().low());
            best[row] = Accounts.orUnstated(chosen.figures().best());
            high[row] = Accounts.orUnstated(chosen.figures().high());
            competing[row] = (byte) Math.min(Byte.MAX_VALUE, chosen.competing());
        }
    }

    /// The rows that hold at one moment for one viewer, in order of the last day.
    int[] asOf(long known, long recorded, int handlingBits) {
        var selection = new int[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (knownFrom[row] <= known
                    && known < knownTo[row]
                    && recordedFrom[row] <= recorded
                    && recorded < recordedTo[row]
                    && (handlingBit[row] & handlingBits) != 0) {
                selection[count++] = row;
            }
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

package org.vigie.exchange.imports;

import java.util.UUID;

/// Which subjects a file has named so far, and in which line first: a million of them in 40 MB, a
/// fifth of what a map of objects takes. Numbers from subject on are hashes already, so that their
/// bits choose the slot.
final class SeenSubjects {

    /// Lines begin at 1: no line is an empty slot.
    private static final int EMPTY = 0;

    private long[] high = new long[1 << 10];
    private long[] low = new long[1 << 10];
    private int[] line = new int[1 << 10];
    private int size;

    /// Remembers a subject unless it is known.
    ///
    /// @param atLine 1 or more
    /// @return the line in which it stood earlier, 0 when it is new
    int put(UUID subject, int atLine) {
        int slot = slot(subject.getMostSignificantBits(), subject.getLeastSignificantBits());
        if (line[slot] != EMPTY) {
            return line[slot];
        }
        set(slot, subject.getMostSignificantBits(), subject.getLeastSignificantBits(), atLine);
        size++;
        if (size * 2 > line.length) {
            grow();
        }
        return EMPTY;
    }

    boolean contains(UUID subject) {
        return line[slot(subject.getMostSignificantBits(), subject.getLeastSignificantBits())]
                != EMPTY;
    }

    /// Where the subject is, or the empty slot where it belongs.
    private int slot(long highBits, long lowBits) {
        int mask = line.length - 1;
        int slot = (int) (highBits ^ (lowBits >>> 20)) & mask;
        while (line[slot] != EMPTY && (high[slot] != highBits || low[slot] != lowBits)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void set(int slot, long highBits, long lowBits, int atLine) {
        high[slot] = highBits;
        low[slot] = lowBits;
        line[slot] = atLine;
    }

    private void grow() {
        var oldHigh = high;
        var oldLow = low;
        var oldLine = line;
        high = new long[oldLine.length * 2];
        low = new long[oldLine.length * 2];
        line = new int[oldLine.length * 2];
        for (int at = 0; at < oldLine.length; at++) {
            if (oldLine[at] != EMPTY) {
                set(slot(oldHigh[at], oldLow[at]), oldHigh[at], oldLow[at], oldLine[at]);
            }
        }
    }
}

package org.vigie.plan.posture;

import org.vigie.geo.BadInput;

/// From which base a unit of which type can serve which place in time, with every caveat and
/// clearance applied: one bit each.
///
/// It is filled once by whoever knows the rules; a problem that is made of it keeps its own copy of
/// what it needs.
public final class ReachTable {

    private final int types;
    private final int bases;
    private final int places;
    private final int words;
    private final long[] bits;

    /// An empty table: nobody can serve anything.
    public ReachTable(int types, int bases, int places) {
        if (types < 1 || bases < 1 || places < 1) {
            throw new BadInput(
                    "types, bases and places",
                    types + ", " + bases + ", " + places,
                    "at least one of each");
        }
        this.types = types;
        this.bases = bases;
        this.places = places;
        words = (bases + Long.SIZE - 1) / Long.SIZE;
        bits = new long[Math.multiplyExact(Math.multiplyExact(types, places), words)];
    }

    /// It can.
    public void set(int type, int base, int place) {
        bits[word(type, base, place)] |= 1L << base;
    }

    /// Whether it can.
    public boolean get(int type, int base, int place) {
        return (bits[word(type, base, place)] & 1L << base) != 0;
    }

    private int word(int type, int base, int place) {
        if (type < 0 || type >= types || base < 0 || base >= bases) {
            throw new BadInput("type and base", type + ", " + base, "of the table");
        }
        return (type * places + place) * words + base / Long.SIZE;
    }

    /// The bases of one type and place, sixty-four to a word.
    long bits(int type, int place, int word) {
        return bits[(type * places + place) * words + word];
    }

    int words() {
        return words;
    }

    int types() {
        return types;
    }

    int bases() {
        return bases;
    }

    int places() {
        return places;
    }
}

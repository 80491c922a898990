package org.vigie.share;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How easily somebody who knows a place, a day and a kind of incident finds one row: shown before
/// anything is released.
///
/// @param rows what was asked for
/// @param unique rows that no other row equals in place, day and kind, before anything was done
/// @param smallest the smallest group of rows alike before anything was done; 0 without rows
/// @param released rows that are given
/// @param uniqueReleased rows alone in their place, time and kind among those that are given
/// @param smallestReleased the smallest group among those that are given; 0 without rows
/// @param grains how many rows are given in which [Grain]
/// @param heldBack how many rows are not given, by reason
public record Risk(
        int rows,
        int unique,
        int smallest,
        int released,
        int uniqueReleased,
        int smallestReleased,
        SortedMap<Grain, Integer> grains,
        SortedMap<HeldBack, Integer> heldBack) {

    public Risk {
        grains = Collections.unmodifiableSortedMap(new TreeMap<>(grains));
        heldBack = Collections.unmodifiableSortedMap(new TreeMap<>(heldBack));
    }

    /// How many rows are given less exactly than they are known.
    public int coarsened() {
        return grains.entrySet().stream()
                .filter(grain -> grain.getKey() != Grain.AS_KNOWN)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// How many rows are not given at all.
    public int held() {
        return heldBack.values().stream().mapToInt(Integer::intValue).sum();
    }
}

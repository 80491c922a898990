package org.vigie.plan.posture;

import java.util.Arrays;

/// Places that nobody can tell apart, merged: a row for each set of stations that can serve a place
/// for a service. Plain arrays, so that a certificate can carry them.
///
/// A row has a link for each need of its service; a link lists the stations that meet the need.
///
/// @param weight of each row, the sum of its places
/// @param service of each row
/// @param area of each row, -1 where no floor holds
/// @param links the first link of each row, and one number more: the end
/// @param from where the stations of each link begin, and one number more: the end
/// @param stations of all links, ascending within each
/// @param floors the weight that each area must have covered
/// @param total the weight of all places for each service, those out of reach too
@SuppressWarnings("ArrayRecordComponent") // millions of numbers, read in the innermost loops
public record CoverRows(
        double[] weight,
        int[] service,
        int[] area,
        int[] links,
        int[] from,
        int[] stations,
        double[] floors,
        double[] total) {

    /// How many rows.
    public int size() {
        return weight.length;
    }

    /// How many links.
    public int linkCount() {
        return from.length - 1;
    }

    ModelHash into(ModelHash hash) {
        return hash.add(weight)
                .add(service)
                .add(area)
                .add(links)
                .add(from)
                .add(stations)
                .add(floors)
                .add(total);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof CoverRows rows
                && Arrays.equals(weight, rows.weight)
                && Arrays.equals(service, rows.service)
                && Arrays.equals(area, rows.area)
                && Arrays.equals(links, rows.links)
                && Arrays.equals(from, rows.from)
                && Arrays.equals(stations, rows.stations)
                && Arrays.equals(floors, rows.floors)
                && Arrays.equals(total, rows.total);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weight);
    }

    @Override
    public String toString() {
        return size() + " rows, " + linkCount() + " links, " + stations.length + " stations";
    }
}

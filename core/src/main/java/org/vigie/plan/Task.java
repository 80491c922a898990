package org.vigie.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;

/// Where somebody is needed, from when on, by when, and with what.
///
/// @param areas codes of the areas that the place lies in, for caveats that name one
/// @param when the moment at which the order could be given; all durations count from it
/// @param within how soon somebody must be there to be of use; null when any time will do
/// @param needs capabilities, all of which must be there; empty when anybody will do
public record Task(
        String placeName,
        Position place,
        Set<String> areas,
        Instant when,
        @Nullable Duration within,
        Set<String> needs,
        Conditions conditions) {

    /// A need is said in a few words; a longer list is somebody's mistake, and the search for
    /// combinations doubles with each word.
    public static final int NEEDS_MAX = 10;

    public Task {
        areas = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(areas));
        needs = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(needs));
        if (needs.size() > NEEDS_MAX) {
            throw new BadInput("needs", needs.size() + " words", "at most " + NEEDS_MAX);
        }
        if (within != null && within.isNegative()) {
            throw new BadInput("time within which somebody is needed", within, "not negative");
        }
    }

    /// The UTC day of the task.
    public LocalDate day() {
        return when.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /// Whether somebody who arrives after so long is of use.
    boolean inTime(Duration arrival) {
        return within == null || arrival.compareTo(within) <= 0;
    }

    /// The same task under other conditions.
    public Task under(Conditions other) {
        return new Task(placeName, place, areas, when, within, needs, other);
    }

    /// The same task with fewer or other needs.
    Task needing(Collection<String> others) {
        return new Task(placeName, place, areas, when, within, Set.copyOf(others), conditions);
    }
}

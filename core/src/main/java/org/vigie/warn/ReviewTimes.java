package org.vigie.warn;

import java.util.EnumMap;
import java.util.Map;
import org.vigie.geo.BadInput;
import org.vigie.warn.ThreatPriority.Level;

/// Within how many days a threat file is judged, and judged again: the longest that anybody may
/// leave it. Whoever judges may name an earlier day.
///
/// No public standard gives such times for a peace operation, so [#ASSUMED] is a starting point
/// that a mission replaces by its own.
///
/// @param firstDays from the opening, or the reopening, to the first judgement
/// @param days from one judgement to the next, by the level of the priority; what presses more is
///   never left longer
/// @param origin who set them
public record ReviewTimes(int firstDays, Map<Level, Integer> days, String origin) {

    /// Assumed: nobody published such times.
    public static final ReviewTimes ASSUMED =
            new ReviewTimes(
                    2,
                    Map.of(Level.HIGH, 7, Level.MEDIUM, 14, Level.LOW, 30),
                    "assumed, to be set by the mission");

    public ReviewTimes {
        var copy = new EnumMap<Level, Integer>(Level.class);
        copy.putAll(days);
        atLeastOne(firstDays);
        int longest = Integer.MAX_VALUE;
        for (var level : Level.values()) {
            var stated = copy.get(level);
            if (stated == null) {
                throw new BadInput("review days of " + level, null, "a number of days");
            }
            atLeastOne(stated);
            if (stated > longest) {
                throw new BadInput(
                        "review days of " + level,
                        stated,
                        "not more than at a lower priority, " + longest);
            }
            longest = stated;
        }
        days = java.util.Collections.unmodifiableMap(copy);
    }

    /// Days to the next judgement.
    public int after(Level level) {
        return days.getOrDefault(level, firstDays);
    }

    private static void atLeastOne(int days) {
        if (days < 1) {
            throw new BadInput("review days", days, "at least 1");
        }
    }
}

package org.vigie.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Areas;
import org.vigie.geo.Outline;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;

/// One word of the host state on flights or movement that has a period: who may go from when until
/// when, or may not.
///
/// @param key how the request is called: its note, else its number
/// @param kind `flight` or `ground`
/// @param from not before
/// @param to null until further notice
/// @param outline where; empty where only the name is known
/// @param granted whether it lets somebody go, in part too
/// @param on the day of the word, null when not stated
/// @param seq the ledger's place of the word: of two words of one day the one known last holds
public record HostAnswer(
        String key,
        String kind,
        String asset,
        String name,
        @Nullable Position place,
        List<Position> outline,
        Instant from,
        @Nullable Instant to,
        boolean granted,
        @Nullable LocalDate on,
        String reason,
        long seq) {

    /// So near that a word on a point is one on this place (assumed).
    private static final double NEAR_KM = 5;

    public HostAnswer {
        outline = List.copyOf(outline);
    }

    /// Whether it is about this unit going to this place at this moment. A word that names no place
    /// is about every place.
    boolean about(Unit unit, Task task) {
        return kind.equals(unit.flies() ? "flight" : "ground")
                && ClosedArea.meant(asset, unit)
                && !task.when().isBefore(from)
                && (to == null || !task.when().isAfter(to))
                && here(task);
    }

    private boolean here(Task task) {
        if (!outline.isEmpty()) {
            return Outline.holds(outline, task.place());
        }
        if (place != null && place.distanceKm(task.place()) <= NEAR_KM) {
            return true;
        }
        return name.isBlank() || Areas.bare(name).equals(Areas.bare(task.placeName()));
    }

    /// `refused on 3 March (NV-12): operations`.
    Saying words() {
        var day = on;
        var said =
                Saying.of(
                        PlanWords.ANSWER,
                        granted ? Clearance.GRANTED : Clearance.REFUSED,
                        day == null ? Saying.of(PlanWords.ANSWER_NO_DAY) : day,
                        key);
        return reason.isBlank() ? said : Saying.of(PlanWords.LIMIT_WHY, said, reason);
    }
}

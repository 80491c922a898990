package org.vigie.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Areas;
import org.vigie.geo.Outline;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.ClearanceOutcome;

/// One word of the host state on flights or movement that has a period: who may go from when until
/// when, or may not.
///
/// @param key how the request is called: its note, else its number
/// @param kind `flight` or `ground`
/// @param from not before
/// @param to null until further notice
/// @param outline where; empty where only the name is known
/// @param outcome granted, granted in part or refused: what was granted in part lets nobody go whom
///   an officer did not look at, because nobody can tell which part
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
        ClearanceOutcome outcome,
        @Nullable LocalDate on,
        String reason,
        long seq) {

    /// So near that a word on a point is one on this place (assumed).
    private static final double NEAR_KM = 5;

    public HostAnswer {
        outline = List.copyOf(outline);
    }

    /// Whether it lets go all whom it is about.
    boolean granted() {
        return outcome == ClearanceOutcome.GRANTED;
    }

    /// Whether it is about this unit, whatever its journey.
    boolean about(Unit unit) {
        return kind.equals(unit.flies() ? "flight" : "ground") && ClosedArea.meant(asset, unit);
    }

    /// Whether its period holds a moment.
    boolean holds(Instant moment) {
        return !moment.isBefore(from) && (to == null || !moment.isAfter(to));
    }

    /// Whether it is about the place of the task. A word that names no place is about every place.
    boolean atPlace(Task task) {
        return near(task.place(), task.placeName())
                || (outline.isEmpty() && name.isBlank() && place == null);
    }

    /// Whether it is about the place from which the unit sets out.
    boolean atBase(Unit unit) {
        var base = unit.base();
        var position = base.position();
        return position != null && near(position, base.name());
    }

    /// Whether it is about another point of a journey: where somebody is fetched, or a hospital.
    boolean at(Base point) {
        var position = point.position();
        return position != null && near(position, point.name());
    }

    private boolean near(Position position, String called) {
        if (!outline.isEmpty()) {
            return Outline.holds(outline, position);
        }
        if (place != null && place.distanceKm(position) <= NEAR_KM) {
            return true;
        }
        return !name.isBlank() && Areas.bare(name).equals(Areas.bare(called));
    }

    /// `refused on 3 March (NV-12): operations`.
    Saying words() {
        var day = on;
        var said =
                Saying.of(
                        PlanWords.ANSWER,
                        switch (outcome) {
                            case GRANTED -> Clearance.GRANTED;
                            case PARTLY_GRANTED -> Saying.of(PlanWords.ANSWER_IN_PART);
                            case REFUSED, NO_ANSWER, WITHDRAWN -> Clearance.REFUSED;
                        },
                        day == null ? Saying.of(PlanWords.ANSWER_NO_DAY) : day,
                        key);
        return reason.isBlank() ? said : Saying.of(PlanWords.LIMIT_WHY, said, reason);
    }
}

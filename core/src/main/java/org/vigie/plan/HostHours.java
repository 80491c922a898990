package org.vigie.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.geo.Saying;

/// The first moment on a unit's way at which the host state's words no longer let it go: a grant
/// has run out, or a refusal has begun.
///
/// @param moment when it is so for the first time
/// @param until the arrival that was asked about
record HostHours(Objection why, Instant moment, Instant until) {

    /// Empty when the words hold until an arrival, so long after the order.
    static Optional<HostHours> before(Duration arrival, Unit unit, Task task) {
        var until = task.when().plus(arrival);
        return task.conditions().limits().changes(unit, task.when(), until).stream()
                .flatMap(moment ->
                        Rules.hostStateLetsIt(unit, task, moment)
                                .map(why -> new HostHours(why, moment, until))
                                .stream())
                .findFirst();
    }

    /// Where the arrival is the earliest: nobody is on the way when it may no longer be.
    Objection objection() {
        return new Objection(
                why.rule(),
                why.reason(),
                Saying.of(PlanWords.WORD_CHANGES, why.why(), moment, until),
                why.caveat());
    }

    /// Where the arrival is the latest.
    Saying warning() {
        return Saying.of(PlanWords.WORD_CHANGES_BEFORE_LATEST, moment, until, why.why());
    }
}

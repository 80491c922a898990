package org.vigie.record;

import java.time.Instant;

/// When a step took place: what the entry says of the world, else when the mission knew. Of a day,
/// a month or a year it is the last moment: a step must not look quicker because less is known of
/// it.
final class Moments {

    private Moments() {}

    static Instant of(Recorded recorded) {
        var happened = recorded.happened();
        return happened.precision().finerThanDay()
                ? happened.first()
                : happened.overNoLaterThan().minusMillis(1);
    }
}

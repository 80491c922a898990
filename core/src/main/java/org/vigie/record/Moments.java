package org.vigie.record;

import java.time.Instant;

/// When a step took place: what the entry says of the world, else when the mission knew.
final class Moments {

    private Moments() {}

    static Instant of(Recorded recorded) {
        return recorded.entry().findHappenedOn().map(Happened::first).orElseGet(recorded::knownAt);
    }
}

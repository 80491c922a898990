package org.vigie.server.lanes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How fast each lane may send: a bucket of as many messages as it has for a minute, which fills up
/// again evenly. Of this server alone; two servers on one database each have their own.
final class Pace {

    private record Bucket(double left, Instant at) {}

    private final Map<String, Bucket> buckets = new HashMap<>();

    /// Takes one message of a lane.
    ///
    /// @return zero when it may pass, else how long to wait
    synchronized Duration take(String lane, int perMinute, Instant now) {
        double perSecond = perMinute / 60.0;
        var before = buckets.getOrDefault(lane, new Bucket(perMinute, now));
        // A clock that was set back must not empty the bucket.
        double waited = Math.max(0, Duration.between(before.at(), now).toMillis() / 1000.0);
        double left = Math.min(perMinute, before.left() + waited * perSecond);
        boolean passes = left >= 1;
        buckets.put(lane, new Bucket(passes ? left - 1 : left, now));
        return passes
                ? Duration.ZERO
                : Duration.ofSeconds((long) Math.ceil((1 - left) / perSecond));
    }
}

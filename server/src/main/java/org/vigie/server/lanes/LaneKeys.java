package org.vigie.server.lanes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.record.LaneBook;
import org.vigie.record.Lanes;
import org.vigie.record.Ledger;
import org.vigie.record.Viewer;

/// The open lanes of a ledger. Read again when they are older than a second, so that a lane that
/// was closed takes nothing more a second later, on every server.
final class LaneKeys {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /// What no key has as its hash: an unknown lane takes as long to refuse as a wrong key.
    private static final String NO_LANE = "0".repeat(64);

    private final Ledger ledger;
    private @Nullable Map<String, Lanes.LaneOpened> open;
    private Instant readAt = Instant.EPOCH;

    LaneKeys(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The lane whose key this is; empty for one that is unknown, closed, or under another key.
    Optional<Lanes.LaneOpened> find(String code, String key, Instant now) throws IOException {
        var lane = Optional.ofNullable(open(now).get(code));
        var expected = lane.map(Lanes.LaneOpened::keySha256).orElse(NO_LANE);
        boolean same =
                MessageDigest.isEqual(
                        sha256(key).getBytes(StandardCharsets.US_ASCII),
                        expected.getBytes(StandardCharsets.US_ASCII));
        return same ? lane : Optional.empty();
    }

    private synchronized Map<String, Lanes.LaneOpened> open(Instant now) throws IOException {
        var known = open;
        if (known == null || Duration.between(readAt, now).abs().compareTo(FRESH) >= 0) {
            known = LaneBook.open(ledger.asOf(now, now, Viewer.owner()));
            open = known;
            readAt = now;
        }
        return known;
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

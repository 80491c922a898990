package org.vigie.server.lanes;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigie.record.Lanes;
import org.vigie.server.picture.Desk;

/// The open lanes of both ledgers, and how a sender shows its key.
@Component
class OpenLanes {

    private static final String BEARER = "bearer ";
    private static final String TOKEN = "token ";
    private static final String BASIC = "basic ";

    /// How long a sender should wait when nothing can be written.
    static final Duration RETRY = Duration.ofSeconds(30);

    private final Desk desk;
    private final LaneKeys real;
    private final LaneKeys exercise;
    private final Pace pace = new Pace();

    OpenLanes(Desk desk) {
        this.desk = desk;
        this.real = new LaneKeys(desk.ledger(false));
        this.exercise = new LaneKeys(desk.ledger(true));
    }

    /// The lane whose key this is; empty for one that is unknown, closed, or under another key.
    Optional<Lanes.LaneOpened> find(boolean ofExercise, String code, String key)
            throws IOException {
        return (ofExercise ? exercise : real).find(code, key, desk.clock().instant());
    }

    /// Takes one message of a lane; the two ledgers never mix, their pace neither.
    ///
    /// @return zero when it may pass, else how long to wait
    Duration pace(boolean ofExercise, Lanes.LaneOpened lane) {
        return pace.take(ofExercise + lane.code(), lane.perMinute(), desk.clock().instant());
    }

    /// The key of a header: as a bearer, a token, or the password of whatever user.
    static Optional<String> key(HttpServletRequest request) {
        var header = Optional.ofNullable(request.getHeader("Authorization")).orElse("").strip();
        var small = header.toLowerCase(Locale.ROOT);
        if (small.startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        if (small.startsWith(TOKEN)) {
            return Optional.of(header.substring(TOKEN.length()).strip());
        }
        if (small.startsWith(BASIC)) {
            return Optional.of(password(header.substring(BASIC.length()).strip()));
        }
        return Optional.empty();
    }

    private static String password(String basic) {
        try {
            var pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }
}

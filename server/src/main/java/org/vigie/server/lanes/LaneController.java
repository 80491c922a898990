package org.vigie.server.lanes;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.lanes.Message;
import org.vigie.exchange.lanes.RapidPro;
import org.vigie.exchange.lanes.SmsGateway;
import org.vigie.geo.BadInput;
import org.vigie.record.Lanes;
import org.vigie.server.picture.Desk;

/// Takes the messages of machines; see `docs/intake.md`.
///
/// It answers 201 with a receipt when the report is durable, 200 with the same receipt when it had
/// come in before, 400 for what cannot be read, 401 for a wrong key, 429 and 503 with the time
/// after which to try again: a sender keeps what has no receipt.
@Controller
class LaneController {

    /// Largest message in bytes: no warning needs more.
    static final int BYTES_MAX = 64 << 10;

    /// Database away: how long a sender should wait, in seconds.
    private static final int RETRY_SECONDS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(LaneController.class);

    private final Desk desk;
    private final Receipts receipts;
    private final OpenLanes lanes;
    private final Pace pace = new Pace();

    LaneController(Desk desk, OpenLanes lanes) {
        this.desk = desk;
        this.receipts = new Receipts(desk);
        this.lanes = lanes;
    }

    @PostMapping("/intake/{lane}")
    ResponseEntity<byte[]> take(
            HttpServletRequest request,
            @PathVariable String lane,
            @RequestParam Map<String, String> fields)
            throws IOException {
        boolean exercise = "1".equals(fields.get("exercise"));
        try {
            var known = lanes.find(exercise, lane, key(request, fields));
            return known.isEmpty()
                    ? say(HttpStatus.UNAUTHORIZED, "no open lane has this name and this key")
                    : take(known.get(), request, fields, exercise);
        } catch (IOException trouble) {
            // Not the message: what somebody warned of stands in no log.
            LOG.warn("a message of a lane could not be written", trouble);
            return again(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "nothing can be written at the moment; keep the message and send it again",
                    Duration.ofSeconds(RETRY_SECONDS));
        }
    }

    private ResponseEntity<byte[]> take(
            Lanes.LaneOpened lane,
            HttpServletRequest request,
            Map<String, String> fields,
            boolean exercise)
            throws IOException {
        // The two ledgers never mix, their pace neither.
        var wait = pace.take(exercise + lane.code(), lane.perMinute(), desk.clock().instant());
        if (!wait.isZero()) {
            return again(HttpStatus.TOO_MANY_REQUESTS, "this lane sends too fast", wait);
        }
        Message message;
        try {
            message = read(lane, request, fields);
        } catch (BadInput bad) {
            // Never what was said: a gateway might send the answer on to a telephone.
            return say(HttpStatus.BAD_REQUEST, bad.field() + " must be " + bad.allowed());
        } catch (IOException brokenOff) {
            return say(HttpStatus.BAD_REQUEST, "message must be whole");
        }
        var receipt = receipts.take(lane, message, exercise);
        return ResponseEntity.status(receipt.already() ? HttpStatus.OK : HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Receipts.json(receipt));
    }

    private static Message read(
            Lanes.LaneOpened lane, HttpServletRequest request, Map<String, String> fields)
            throws IOException {
        return switch (lane.kind()) {
            case SMS -> SmsGateway.read(isJson(request) ? RapidPro.fields(body(request)) : fields);
            case RAPIDPRO -> RapidPro.read(body(request));
            case OPENROSA ->
                    throw new BadInput(
                            "address",
                            "/intake/" + lane.code(),
                            "that of the form: /intake/" + lane.code() + "/submission");
            case FORM ->
                    throw new BadInput(
                            "lane", lane.code(), "one of text messages or conversations here");
        };
    }

    private static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).contains("json");
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new BadInput("message", "more than " + BYTES_MAX + " bytes", "at most that");
        }
        return bytes;
    }

    /// From the header where a sender can set one, else from the address.
    private static String key(HttpServletRequest request, Map<String, String> fields) {
        return OpenLanes.key(request).orElseGet(() -> fields.getOrDefault("key", ""));
    }

    private static ResponseEntity<byte[]> again(HttpStatus status, String sentence, Duration wait) {
        return ResponseEntity.status(status)
                .header("Retry-After", "" + Math.max(1, wait.toSeconds()))
                .contentType(MediaType.TEXT_PLAIN)
                .body((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> say(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .body((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

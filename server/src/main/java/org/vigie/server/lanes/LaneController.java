package org.vigie.server.lanes;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.exchange.lanes.Message;
import org.vigie.exchange.lanes.RapidPro;
import org.vigie.exchange.lanes.SmsGateway;
import org.vigie.exchange.openrosa.WarningForm;
import org.vigie.geo.BadInput;
import org.vigie.record.Lanes;
import org.vigie.server.picture.Desk;

/// Takes the messages of machines; see `docs/intake.md`.
///
/// It answers 201 with a receipt when the report is durable, 200 with the same receipt when it had
/// come in before, 400 for what cannot be read, 415 for a message in parts, 401 for a wrong key,
/// 429 and 503 with the time after which to try again: a sender keeps what has no receipt.
@Controller
class LaneController {

    private static final Logger LOG = LoggerFactory.getLogger(LaneController.class);

    private final Receipts receipts;
    private final OpenLanes lanes;
    private final WarningForm form;

    LaneController(Desk desk, OpenLanes lanes, WarningForm form) {
        this.form = form;
        this.receipts = new Receipts(desk);
        this.lanes = lanes;
    }

    @PostMapping("/intake/{lane}")
    ResponseEntity<byte[]> take(HttpServletRequest request, @PathVariable String lane) {
        var sent = new SentBody(request);
        boolean exercise = sent.inAddress("exercise").filter("1"::equals).isPresent();
        try {
            var known = lanes.find(exercise, lane, key(request, sent));
            return known.isEmpty()
                    ? say(HttpStatus.UNAUTHORIZED, "no open lane has this name and this key")
                    : take(known.get(), sent, exercise);
        } catch (SentBody.TooLarge large) {
            return say(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "at most " + SentBody.BYTES_MAX + " bytes are taken");
        } catch (SentBody.TooSlow slow) {
            return say(HttpStatus.REQUEST_TIMEOUT, "message must come in faster");
        } catch (IOException trouble) {
            // Not the message: what somebody warned of stands in no log.
            LOG.warn("a message of a lane could not be written", trouble);
            return again(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "nothing can be written at the moment; keep the message and send it again",
                    OpenLanes.RETRY);
        }
    }

    private ResponseEntity<byte[]> take(Lanes.LaneOpened lane, SentBody sent, boolean exercise)
            throws IOException {
        if (sent.isInParts() && lane.kind() != Lanes.Kind.OPENROSA) {
            return say(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "message must be application/json or application/x-www-form-urlencoded, not"
                            + " multipart/form-data");
        }
        var wait = lanes.pace(exercise, lane);
        if (!wait.isZero()) {
            return again(HttpStatus.TOO_MANY_REQUESTS, "this lane sends too fast", wait);
        }
        Message message;
        try {
            message = read(lane, sent);
        } catch (BadInput bad) {
            // Never what was said: a gateway might send the answer on to a telephone.
            return say(HttpStatus.BAD_REQUEST, bad.field() + " must be " + bad.allowed());
        } catch (SentBody.TooLarge | SentBody.TooSlow refused) {
            throw refused;
        } catch (IOException brokenOff) {
            return say(HttpStatus.BAD_REQUEST, "message must be whole");
        }
        var receipt = receipts.take(lane, message, exercise);
        return ResponseEntity.status(receipt.already() ? HttpStatus.OK : HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Receipts.json(receipt));
    }

    private Message read(Lanes.LaneOpened lane, SentBody sent) throws IOException {
        return switch (lane.kind()) {
            case SMS ->
                    SmsGateway.read(sent.isJson() ? RapidPro.fields(sent.bytes()) : sent.fields());
            case RAPIDPRO -> RapidPro.read(sent.bytes());
            case OPENROSA ->
                    throw new BadInput(
                            "address",
                            "/intake/" + lane.code(),
                            "that of the form: /intake/" + lane.code() + "/submission");
            case FORM -> form.ofPage(sent.bytes());
        };
    }

    /// From the header where a sender can set one, else from the address, else from the form. The
    /// body is looked at only where the key can be nowhere else.
    private static String key(HttpServletRequest request, SentBody sent) throws IOException {
        var key = OpenLanes.key(request).or(() -> sent.inAddress("key"));
        return key.isEmpty() && sent.isForm()
                ? sent.fields().getOrDefault("key", "")
                : key.orElse("");
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

package org.vigie.server.lanes;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.vigie.exchange.openrosa.Answers;
import org.vigie.exchange.openrosa.WarningForm;
import org.vigie.exchange.photographs.Photograph;
import org.vigie.geo.BadInput;
import org.vigie.record.Lanes;
import org.vigie.server.picture.Desk;

/// The server that ODK Collect knows: it hands out the form of a warning and takes it filled in.
/// See `docs/intake.md`.
///
/// The telephone keeps a form until it is told 201; it is told so when the report is durable, and
/// again whenever it sends the same form again. What is said to it names nobody and nothing of the
/// report: a telephone may be looked at by others.
///
/// Source: docs.getodk.org/openrosa-http, openrosa-form-list, openrosa-form-submission.
@Controller
@RequestMapping({
    "/intake/{lane}",
    "/intake/{lane}/key/{key}",
    "/intake/{lane}/exercise",
    "/intake/{lane}/exercise/key/{key}"
})
class CollectController {

    private static final String VERSION = "X-OpenRosa-Version";
    private static final String LENGTH = "X-OpenRosa-Accept-Content-Length";

    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

    private static final String WORDS_TAKEN =
            ". What was written has arrived. / Ce qui a été écrit est arrivé.";

    /// What a telephone is told to send at once: it then sends large photographs one by one, each
    /// with the answers, and what arrived before a line broke is kept. More is taken.
    private static final int BYTES_AT_ONCE = Photograph.BYTES_MAX + SentBody.BYTES_MAX;

    private static final Logger LOG = LoggerFactory.getLogger(CollectController.class);

    private final OpenLanes lanes;
    private final Receipts receipts;
    private final WarningForm form;

    CollectController(Desk desk, OpenLanes lanes, WarningForm form) {
        this.lanes = lanes;
        this.receipts = new Receipts(desk);
        this.form = form;
    }

    @GetMapping("/formList")
    ResponseEntity<byte[]> list(
            HttpServletRequest request, @PathVariable Map<String, String> address)
            throws IOException {
        return lane(request, address)
                .map(lane -> said(HttpStatus.OK).body(Answers.list(form, formAddress(request))))
                .orElseGet(CollectController::refused);
    }

    @GetMapping("/form.xml")
    ResponseEntity<byte[]> form(
            HttpServletRequest request, @PathVariable Map<String, String> address)
            throws IOException {
        return lane(request, address)
                .map(lane -> said(HttpStatus.OK).body(form.bytes()))
                .orElseGet(CollectController::refused);
    }

    /// A telephone asks before it sends, so that a refusal costs no traffic.
    @RequestMapping(method = RequestMethod.HEAD, path = "/submission")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request, @PathVariable Map<String, String> address)
            throws IOException {
        if (lane(request, address).isEmpty()) {
            return refused();
        }
        return ResponseEntity.status(HttpStatus.NO_CONTENT)
                .header(VERSION, "1.0")
                .header(LENGTH, "" + BYTES_AT_ONCE)
                .build();
    }

    @PostMapping("/submission")
    ResponseEntity<byte[]> take(
            HttpServletRequest request, @PathVariable Map<String, String> address)
            throws IOException {
        var lane = lane(request, address);
        if (lane.isEmpty()) {
            return refused();
        }
        var wait = lanes.pace(isExercise(request), lane.get());
        if (!wait.isZero()) {
            return again(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too many forms at once; send it again later",
                    wait);
        }
        var sent = new Sent(new Receipts.Place(lane.get(), isExercise(request)));
        try {
            SubmittedForm.read(request, sent);
            return say(HttpStatus.CREATED, "received / reçu");
        } catch (SentBody.TooLarge e) {
            return say(
                    HttpStatus.CONTENT_TOO_LARGE,
                    sent.with(
                            "at most %s bytes of answers and %s in all are taken / au plus %1$s octets de réponses et %2$s en tout"
                                    .formatted(SentBody.BYTES_MAX, SubmittedForm.BYTES_MAX)));
        } catch (SentBody.TooSlow e) {
            return say(
                    HttpStatus.REQUEST_TIMEOUT,
                    sent.with("the form came in too slowly; send it again"));
        } catch (SubmittedBytes.Busy e) {
            return again(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    sent.with(
                            "too many photographs at once; send it again later / trop de photos à la fois ; renvoyez plus tard"),
                    OpenLanes.RETRY);
        } catch (BadInput bad) {
            return say(HttpStatus.BAD_REQUEST, sent.with(String.valueOf(bad.getMessage())));
        } catch (IOException trouble) {
            // Not the form: what somebody warned of stands in no log.
            LOG.warn("a form of lane {} could not be written", lane.get().code(), trouble);
            return again(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "nothing can be written at the moment; the form stays on the telephone, send it"
                            + " again later",
                    OpenLanes.RETRY);
        }
    }

    /// Writes what a telephone sends, part by part.
    private final class Sent implements SubmittedForm.Taker {

        private final Receipts.Place place;
        private Receipts.@Nullable Receipt receipt;

        Sent(Receipts.Place place) {
            this.place = place;
        }

        @Override
        public void answers(byte[] bytes) throws IOException {
            receipt = receipts.take(place.lane(), form.message(bytes), place.exercise());
        }

        @Override
        public void photograph(String name, byte[] bytes) throws IOException {
            var of = receipt;
            if (of == null) {
                throw new IllegalStateException("photographs come after the answers");
            }
            receipts.attach(place, of, name, bytes);
        }

        /// What is refused, and that the words were not.
        String with(String sentence) {
            return receipt == null ? sentence : sentence + WORDS_TAKEN;
        }
    }

    /// The open lane of an address; empty for one that is unknown, closed, under another key, or
    /// takes something else.
    private Optional<Lanes.LaneOpened> lane(HttpServletRequest request, Map<String, String> address)
            throws IOException {
        var inAddress = address.getOrDefault("key", "");
        var key = OpenLanes.key(request).orElse(inAddress);
        return lanes.find(isExercise(request), address.getOrDefault("lane", ""), key)
                .filter(lane -> lane.kind() == Lanes.Kind.OPENROSA);
    }

    /// Telephones cannot set a field of an address, so the ledger stands in the path.
    private static boolean isExercise(HttpServletRequest request) {
        var parts = request.getRequestURI().split("/", -1);
        return parts.length > 3 && parts[3].equals("exercise");
    }

    /// Where the form is, as the telephone has called us: behind a gateway that ends TLS, the
    /// address of this server alone would lead past it.
    private static String formAddress(HttpServletRequest request) {
        var asked = request.getRequestURL().toString();
        var address = asked.substring(0, asked.lastIndexOf('/')) + "/form.xml";
        boolean ended = "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        return ended ? address.replaceFirst("^http:", "https:") : address;
    }

    private static ResponseEntity<byte[]> refused() {
        return said(HttpStatus.UNAUTHORIZED)
                .header("WWW-Authenticate", "Basic realm=\"Vigie\", charset=\"UTF-8\"")
                .body(
                        Answers.sentence(
                                false,
                                "no open lane for ODK Collect has this name and this key / aucune"
                                        + " voie ouverte pour ODK Collect n'a ce nom et cette clé"));
    }

    private static ResponseEntity<byte[]> again(HttpStatus status, String sentence, Duration wait) {
        return said(status)
                .header("Retry-After", "" + Math.max(1, wait.toSeconds()))
                .body(Answers.sentence(false, sentence));
    }

    private static ResponseEntity<byte[]> say(HttpStatus status, String sentence) {
        return said(status).body(Answers.sentence(status.is2xxSuccessful(), sentence));
    }

    private static ResponseEntity.BodyBuilder said(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(XML)
                .header(VERSION, "1.0")
                .header(LENGTH, "" + BYTES_AT_ONCE);
    }
}

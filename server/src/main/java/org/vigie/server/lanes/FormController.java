package org.vigie.server.lanes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.vigie.exchange.openrosa.WarningForm;
import org.vigie.record.LaneBook;

/// Hands out the form of a warning as a page that works without a network, with its scripts. All of
/// it is the same for every lane, open or not: who has no key learns nothing here.
///
/// The key of the lane stands behind the `#` of the address, which a browser sends to nobody.
@Controller
@RequestMapping({"/intake/{lane}", "/intake/{lane}/exercise"})
class FormController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT =
            new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private static final String NO_LANE =
            "No lane can have this name. Open the address as it was given to you. / Aucune voie ne"
                    + " peut avoir ce nom. Ouvrez l'adresse telle qu'on vous l'a donnée.\n";

    private final WarningForm form;

    FormController(WarningForm form) {
        this.form = form;
    }

    @GetMapping("/form")
    ResponseEntity<byte[]> page(
            @PathVariable String lane, jakarta.servlet.http.HttpServletRequest request) {
        if (!LaneBook.isCode(lane)) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .contentType(TEXT)
                    .body(NO_LANE.getBytes(StandardCharsets.UTF_8));
        }
        boolean exercise = request.getRequestURI().endsWith("/exercise/form");
        var page = new FormPage(form.form()).html(lane, exercise).toString();
        return answer(HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/form.css")
    ResponseEntity<byte[]> style() {
        return answer(CSS, load("form.css"));
    }

    @GetMapping("/form.js")
    ResponseEntity<byte[]> script() {
        return answer(SCRIPT, load("form.js"));
    }

    @GetMapping("/form-outbox.js")
    ResponseEntity<byte[]> outbox() {
        return answer(SCRIPT, load("form-outbox.js"));
    }

    @GetMapping("/form-worker.js")
    ResponseEntity<byte[]> worker() {
        return answer(SCRIPT, load("form-worker.js"));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return ResponseEntity.ok().header("X-Form", "1").contentType(type).body(body);
    }

    private static byte[] load(String name) {
        try (var stream = FormController.class.getResourceAsStream("/lanes/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}

package org.vigie.server.lite;

import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.vigie.exchange.photographs.Photograph;
import org.vigie.record.Warnings;
import org.vigie.server.picture.Desk;

/// Hands out photographs of reports: blurred for the page of the report, and clear, each at an
/// address of its own, so that the audit tells who looked at which. The file itself, with what the
/// camera wrote into it, is never handed out.
@Controller
class PhotographController {

    private final Desk desk;

    PhotographController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/reports/{report}/photographs/{id}/preview")
    ResponseEntity<byte[]> preview(View view, @PathVariable String report, @PathVariable String id)
            throws IOException {
        return answer(view, report, id, Photograph::preview);
    }

    @GetMapping("/lite/reports/{report}/photographs/{id}")
    ResponseEntity<byte[]> clear(View view, @PathVariable String report, @PathVariable String id)
            throws IOException {
        return answer(view, report, id, Photograph::clear);
    }

    private ResponseEntity<byte[]> answer(
            View view, String report, String id, Function<Photograph, byte[]> shown)
            throws IOException {
        var entry = attached(view, report, Pictures.subject(id));
        var bytes =
                desk.ledger(view.exercise())
                        .attached(entry, view.officer().viewer())
                        .orElseThrow(() -> new NotHere(id));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("Content-Disposition", "inline")
                .body(shown.apply(Photograph.kept(bytes)));
    }

    /// The entry, where the viewer may see it and its report at both clocks.
    private UUID attached(View view, String report, UUID id) throws IOException {
        return Pictures.of(desk, view).about(Pictures.subject(report)).stream()
                .filter(entry -> entry.entry().id().equals(id))
                .filter(entry -> entry.body() instanceof Warnings.ReportAttached)
                .map(entry -> entry.entry().id())
                .findFirst()
                .orElseThrow(() -> new NotHere(id.toString()));
    }
}

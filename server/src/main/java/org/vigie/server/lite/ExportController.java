package org.vigie.server.lite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.out.Exports;
import org.vigie.exchange.out.OutFormat;
import org.vigie.exchange.out.Prepared;
import org.vigie.exchange.out.Question;
import org.vigie.exchange.out.Sidecar;
import org.vigie.server.picture.Desk;
import org.vigie.share.Tier;

/// Gives what the picture shows as a file: first the risk, then, on a second click, a folder (ZIP)
/// with the file and what every figure must carry beside it. The export is an entry of the ledger.
@Controller
class ExportController {

    private final Desk desk;

    ExportController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/export")
    ResponseEntity<byte[]> ask(
            View view,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "restricted") String tier)
            throws IOException {
        var choice = new ExportPage.Choice(OutFormat.ofCode(format), Tier.ofCode(tier));
        return page(view, choice, Typed.nothing(), HttpStatus.OK);
    }

    @PostMapping("/lite/export")
    ResponseEntity<byte[]> write(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var id = typed.id();
        var choice =
                new ExportPage.Choice(
                        OutFormat.ofCode(typed.value("format")), Tier.ofCode(typed.value("tier")));
        var decision = DecisionFields.read(typed);
        if (!typed.good()) {
            return page(view, choice, typed, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var now = desk.clock().instant();
        var prepared =
                prepare(
                        view,
                        choice.tier(),
                        new Exports.Asked(now, decision, view.officer().viewer()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"vigie-%s-%s.zip\""
                                .formatted(choice.tier().code(), choice.format().code()))
                .body(folder(view, choice, prepared, new Sent(id, now)));
    }

    private record Sent(UUID id, Instant at) {}

    /// The ledger hears of it before the reader has it.
    private byte[] folder(View view, ExportPage.Choice choice, Prepared prepared, Sent sent)
            throws IOException {
        var file = new ByteArrayOutputStream();
        var written = Exports.write(choice.tier(), choice.format(), prepared, file);
        var recording =
                new Exports.Recording(sent.id(), view.officer().post(), view.officer().component());
        desk.ledger(view.exercise())
                .append(List.of(Exports.entry(choice.tier(), prepared, written, recording)));
        var name = "incidents." + choice.format().ending();
        var folder = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(folder)) {
            put(zip, name, file.toByteArray(), sent.at());
            put(
                    zip,
                    Sidecar.nameFor(name),
                    Sidecar.of(prepared, written, sent.id(), sent.at())
                            .getBytes(StandardCharsets.UTF_8),
                    sent.at());
        }
        return folder.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes, Instant at)
            throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private Prepared prepare(View view, Tier tier, Exports.Asked asked) throws IOException {
        if (view.past()) {
            tier.checkClock("known", view.knownAsOf());
        }
        var question =
                new Question(view.filter(), view.knownAsOf(), view.recordedAsOf(), view.exercise());
        return Exports.prepare(tier, question, desk.ledger(view.exercise()), asked);
    }

    private ResponseEntity<byte[]> page(
            View view, ExportPage.Choice choice, Typed typed, HttpStatus status)
            throws IOException {
        var prepared =
                prepare(
                        view,
                        choice.tier(),
                        new Exports.Asked(desk.clock().instant(), null, view.officer().viewer()));
        var body = new ExportPage(view, choice, typed).body(prepared, Pen.freshId(desk));
        return Answers.page(
                status, new Frame(desk, view).page(view.words().say("export.title"), body));
    }
}

package org.vigie.server.lite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.papers.PaperDocx;
import org.vigie.exchange.papers.PaperEdition;
import org.vigie.exchange.papers.PaperHtml;
import org.vigie.exchange.papers.PaperPdf;
import org.vigie.exchange.papers.PaperSheet;
import org.vigie.exchange.render.Html;
import org.vigie.record.Alerts;
import org.vigie.record.Ids;
import org.vigie.record.Standpoint;
import org.vigie.record.Watchkeeping.PaperWorded;
import org.vigie.record.Watchkeeping.Part;
import org.vigie.server.picture.Desk;
import org.vigie.watch.DutyPaper;
import org.vigie.watch.WatchText;

/// The situation report of a day and the flash report of an alert: shown, worded, and given as
/// files. They stay within the mission.
@Controller
class PaperController {

    private static final MediaType DOCX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Desk desk;

    PaperController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(PaperPage.SITREP)
    ResponseEntity<byte[]> sitrep(View view, @RequestParam(defaultValue = "") String day)
            throws IOException {
        return Answers.page(
                page(view, sitrepOf(view, day), new PaperPage.Sent("", Typed.nothing())));
    }

    @GetMapping(PaperPage.FLASH)
    ResponseEntity<byte[]> flash(View view, @RequestParam(defaultValue = "") String alert)
            throws IOException {
        return Answers.page(
                page(view, flashOf(view, alert), new PaperPage.Sent("", Typed.nothing())));
    }

    @PostMapping(PaperPage.SITREP)
    ResponseEntity<byte[]> wordSitrep(View view, @RequestParam Map<String, String> values)
            throws IOException {
        Writing.requireNow(view);
        Writing.requireSeesProtection(view);
        return word(view, sitrepOf(view, values.getOrDefault("day", "")), new Typed(values));
    }

    @PostMapping(PaperPage.FLASH)
    ResponseEntity<byte[]> wordFlash(View view, @RequestParam Map<String, String> values)
            throws IOException {
        Writing.requireNow(view);
        Writing.requireSeesProtection(view);
        return word(view, flashOf(view, values.getOrDefault("alert", "")), new Typed(values));
    }

    @GetMapping(PaperPage.SITREP + "/sitrep.{as}")
    ResponseEntity<byte[]> sitrepFile(
            View view, @PathVariable String as, @RequestParam(defaultValue = "") String day)
            throws IOException {
        return file(view, sitrepOf(view, day), as);
    }

    @GetMapping(PaperPage.FLASH + "/flash.{as}")
    ResponseEntity<byte[]> flashFile(
            View view, @PathVariable String as, @RequestParam(defaultValue = "") String alert)
            throws IOException {
        return file(view, flashOf(view, alert), as);
    }

    /// Writes what an officer says in a part. Of two who change the same words one does, and the
    /// other is told.
    private ResponseEntity<byte[]> word(View view, DutyPaper paper, Typed typed)
            throws IOException {
        var form = typed.id();
        var part =
                Arrays.stream(Part.values())
                        .filter(one -> View.code(one).equals(typed.value("act")))
                        .filter(one -> paper.find(one).isPresent())
                        .findFirst()
                        .orElseThrow(() -> new NotHere(typed.value("act")));
        var pen = new Pen(desk, view, form);
        var subject = paper.subject();
        if (pen.findWritten(java.util.List.of(subject)).isPresent()) {
            return Answers.goTo(view.address());
        }
        var text = typed.optional("duty-text", WatchText.HANDOVER_MAX);
        if (!typed.good()) {
            return Answers.page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page(view, paper, new PaperPage.Sent(View.code(part), typed)));
        }
        int versions = paper.find(part).orElseThrow().versions().size();
        var line =
                new Pen.Line(
                        Ids.subject("paper-worded", subject + "/" + part + "/" + versions),
                        subject,
                        Optional.empty(),
                        new PaperWorded(paper.kind(), paper.of(), part, text));
        if (View.notNegative("versions", typed.value("versions")) != versions
                || !pen.decideOnce(line)) {
            throw new Conflict("problem.duty");
        }
        return Answers.goTo(view.address());
    }

    private ResponseEntity<byte[]> file(View view, DutyPaper paper, String as) throws IOException {
        var sheet = sheet(view, paper);
        var at = standpoint(view);
        var name = PaperSheet.fileName(paper.kind(), paper.of()) + "." + as;
        return switch (as) {
            case "html" ->
                    answer(
                            MediaType.parseMediaType("text/html;charset=utf-8"),
                            name,
                            PaperHtml.document(sheet).getBytes(StandardCharsets.UTF_8));
            case "pdf" -> answer(MediaType.APPLICATION_PDF, name, PaperPdf.of(sheet, at));
            case "docx" -> answer(DOCX, name, PaperDocx.of(sheet, at));
            default -> throw new NotHere(as);
        };
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }

    private DutyPaper sitrepOf(View view, String day) throws IOException {
        var asked =
                day.isBlank()
                        ? LocalDate.ofInstant(view.knownAsOf(), ZoneOffset.UTC)
                        : View.day("day", day);
        return DutyPaper.sitrep(desk.ledger(view.exercise()), standpoint(view), asked);
    }

    private DutyPaper flashOf(View view, String alert) throws IOException {
        UUID id = Pictures.subject(alert);
        if (Alerts.of(Pictures.of(desk, view)).findAlert(id).isEmpty()) {
            throw new NotHere(alert);
        }
        return DutyPaper.flash(desk.ledger(view.exercise()), standpoint(view), id);
    }

    private static Standpoint standpoint(View view) {
        return new Standpoint(view.knownAsOf(), view.recordedAsOf(), view.officer().viewer());
    }

    private PaperSheet sheet(View view, DutyPaper paper) {
        var mission = desk.mission();
        return PaperSheet.of(
                paper,
                new PaperEdition(
                        view.words(),
                        mission.shortName(),
                        view.exercise(),
                        mission.fictional() && !mission.country().isEmpty()));
    }

    private Html page(View view, DutyPaper paper, PaperPage.Sent sent) {
        var page = new PaperPage(view, paper);
        return new Frame(desk, view)
                .page(
                        view.words().say(page.title()),
                        page.body(sheet(view, paper), sent, () -> Pen.freshId(desk)));
    }
}

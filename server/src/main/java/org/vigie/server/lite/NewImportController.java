package org.vigie.server.lite;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.exchange.imports.Signature;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
import org.vigie.server.intake.Intake;
import org.vigie.server.intake.Job;
import org.vigie.server.intake.Upload;
import org.vigie.server.picture.Desk;

/// Takes a file or pasted cells, and looks at them: nothing is written yet.
@Controller
class NewImportController {

    /// A small file is read within this time, and its answer needs no second page.
    static final Duration AT_ONCE = Duration.ofMillis(1_500);

    private final Desk desk;
    private final Intake intake;

    NewImportController(Desk desk, Intake intake) {
        this.desk = desk;
        this.intake = intake;
    }

    @GetMapping("/lite/imports/new")
    ResponseEntity<byte[]> form(View view) {
        return page(view, HttpStatus.OK, Typed.nothing(), Pen.freshId(desk));
    }

    @PostMapping("/lite/imports/new")
    ResponseEntity<byte[]> look(View view, HttpServletRequest request) throws IOException {
        Writing.requireNow(view);
        Upload upload;
        try {
            upload = Upload.read(request, intake.incoming());
        } catch (BadInput refusal) {
            return refused(view, refusal);
        }
        var typed = new Typed(upload.fields());
        var id = typed.id();
        var choices = ImportChoices.read(typed, "");
        if (upload.files().size() != 1) {
            typed.problem(
                    Upload.FILE,
                    upload.files().isEmpty() ? "problem.no-file" : "problem.two-files");
        }
        if (!typed.good()) {
            return page(view, HttpStatus.UNPROCESSABLE_CONTENT, typed, id.toString());
        }
        var wanted =
                new Job.Wanted(
                        signature(view, id),
                        view.exercise(),
                        upload.files().getFirst(),
                        choices,
                        true);
        return started(intake, view, wanted);
    }

    static Signature signature(View view, UUID id) {
        return new Signature(id, view.officer().post(), view.officer().component());
    }

    /// Begins a job and goes to its page. The same form once more is the same job; with another
    /// file or other choices it is a conflict.
    static ResponseEntity<byte[]> started(Intake intake, View view, Job.Wanted wanted) {
        var job = intake.start(wanted).orElseThrow(() -> new Conflict("problem.line-full"));
        if (!job.wanted().equals(wanted)) {
            throw new Conflict("problem.sent");
        }
        job.await(AT_ONCE);
        return Answers.goTo(view.page("/lite/imports/" + wanted.id()));
    }

    private ResponseEntity<byte[]> refused(View view, BadInput refusal) {
        var typed = Typed.nothing();
        var body =
                Html.of(
                        "<p class=\"error\" role=\"alert\">{} <span lang=\"en\">{}</span></p>{}",
                        view.words().say("intake.refused"),
                        String.valueOf(refusal.getMessage()),
                        new NewImportPage(view).form(typed, Pen.freshId(desk)));
        return Answers.page(HttpStatus.UNPROCESSABLE_CONTENT, framed(view, body));
    }

    private ResponseEntity<byte[]> page(View view, HttpStatus status, Typed typed, String id) {
        var body =
                view.past() ? Writing.notInThePast(view) : new NewImportPage(view).form(typed, id);
        return Answers.page(status, framed(view, body));
    }

    private Html framed(View view, Html body) {
        return new Frame(desk, view).page(view.words().say("intake.title"), body);
    }
}

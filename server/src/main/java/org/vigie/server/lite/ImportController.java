package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.Formats;
import org.vigie.exchange.imports.Undo;
import org.vigie.exchange.mapped.Mapping;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
import org.vigie.record.Recorded;
import org.vigie.server.intake.Intake;
import org.vigie.server.intake.Job;
import org.vigie.server.picture.Desk;

/// One import, by its number: how far it is, what it would bring or has brought, and what to do
/// next. When nobody remembers it, the ledger does; an import that the server's end cut off is in
/// it whole or not at all.
@Controller
class ImportController {

    /// How often a page of work in progress asks again, in seconds.
    private static final int AGAIN_SECONDS = 2;

    private static final int MAPPING_MAX = 20_000;

    private final Desk desk;
    private final Intake intake;

    ImportController(Desk desk, Intake intake) {
        this.desk = desk;
        this.intake = intake;
    }

    @GetMapping("/lite/imports/{id}")
    ResponseEntity<byte[]> show(
            View view, @PathVariable String id, @RequestParam(defaultValue = "0") String row)
            throws IOException {
        var number = Pictures.subject(id);
        int first = View.notNegative("row", row);
        var job = find(view, number);
        if (job.isPresent() && !job.get().fellShort()) {
            return ofJob(view, job.get(), first);
        }
        var page =
                new RecordedImportPage(
                        new Say(view, desk.mission().zone()),
                        entries(view, number),
                        Undo.decisionsOn(desk.ledger(view.exercise()), number));
        if (page.known()) {
            var trouble = job.map(one -> JobPage.trouble(view, one)).orElse(Html.EMPTY);
            var body = Html.of("{}{}", trouble, page.body(Pen.freshId(desk)));
            return Answers.page(framed(view, page.title(), body));
        }
        return job.isPresent()
                ? ofJob(view, job.get(), first)
                : Answers.page(
                        HttpStatus.NOT_FOUND,
                        framed(
                                view,
                                view.words().say("intake.gone"),
                                RecordedImportPage.gone(view)));
    }

    private Optional<Job> find(View view, UUID id) {
        return view.past()
                ? Optional.empty()
                : intake.find(id)
                        .filter(job -> job.wanted().exercise() == view.exercise())
                        .filter(job -> job.isFor(view.officer()));
    }

    private ResponseEntity<byte[]> ofJob(View view, Job job, int first) {
        var page = new JobPage(view, job, first);
        var body = page.body(ImportChoices.typed(job.wanted().choices()), () -> Pen.freshId(desk));
        var frame = new Frame(desk, view);
        return Answers.page(
                job.over()
                        ? frame.page(page.title(), body)
                        : frame.again(AGAIN_SECONDS).page(page.title(), body));
    }

    @PostMapping("/lite/imports/{id}")
    ResponseEntity<byte[]> act(
            View view, @PathVariable String id, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        Writing.requireNow(view);
        var number = Pictures.subject(id);
        var job = find(view, number).orElseThrow(() -> new Conflict("problem.forgotten"));
        return switch (typed.value("act")) {
            case "import" -> carryOut(view, job, typed);
            case "look" -> lookAgain(view, job, typed);
            case "stop" -> {
                job.stop();
                job.await(NewImportController.AT_ONCE);
                yield Answers.goTo(view.page("/lite/imports/" + number));
            }
            default -> throw new NotHere(typed.value("act"));
        };
    }

    /// Imports exactly the bytes that were looked at, in the way in which they were looked at.
    private ResponseEntity<byte[]> carryOut(View view, Job looked, Typed typed) throws IOException {
        var id = typed.id();
        boolean lookedAt =
                looked.wanted().dryRun()
                        && looked.state() instanceof Job.State.Done
                        && looked.wanted().file().sha256().equals(typed.value("sha256"));
        if (!lookedAt) {
            throw new Conflict("problem.not-looked-at");
        }
        var page = view.page("/lite/imports/" + id);
        if (intake.find(id).isEmpty()
                && intake.holds(id, view.exercise(), view.officer().viewer())) {
            return Answers.goTo(page); // sent again after the server was started anew
        }
        if (intake.find(id).isEmpty()
                && intake.incoming().find(looked.wanted().file().sha256()).isEmpty()) {
            throw new Conflict("problem.file-gone");
        }
        return NewImportController.started(
                intake,
                view,
                new Job.Wanted(
                        NewImportController.signature(view, id),
                        view.exercise(),
                        looked.wanted().file(),
                        looked.wanted().choices(),
                        false));
    }

    /// Looks at the same bytes with other choices or a mended mapping.
    private ResponseEntity<byte[]> lookAgain(View view, Job looked, Typed typed)
            throws IOException {
        var id = typed.id();
        var mapping = typed.text("mapping", MAPPING_MAX);
        var choices = ImportChoices.read(typed, mapping);
        var refusal = refusal(mapping);
        if (!typed.good() || refusal != null) {
            var page = new JobPage(view, looked, 0);
            var body =
                    refusal == null
                            ? page.body(typed, id::toString)
                            : page.mend(typed, refusal, id.toString());
            return Answers.page(HttpStatus.UNPROCESSABLE_CONTENT, framed(view, page.title(), body));
        }
        return NewImportController.started(
                intake,
                view,
                new Job.Wanted(
                        NewImportController.signature(view, id),
                        view.exercise(),
                        looked.wanted().file(),
                        choices,
                        true));
    }

    /// What is wrong with a mapping by itself; null when nothing is.
    private static @Nullable BadInput refusal(String mapping) throws IOException {
        if (mapping.isBlank()) {
            return null;
        }
        try {
            var _ = Formats.own(Mapping.parse(mapping));
            return null;
        } catch (BadInput e) {
            return e;
        }
    }

    /// The entries about one import that both clocks let through.
    private List<Recorded> entries(View view, UUID id) throws IOException {
        var entries = new ArrayList<Recorded>();
        desk.ledger(view.exercise())
                .read(
                        ImportsController.KINDS,
                        view.officer().viewer(),
                        recorded -> {
                            if (!recorded.recordedAt().isAfter(view.recordedAsOf())
                                    && !recorded.knownAt().isAfter(view.knownAsOf())
                                    && ImportsPage.importOf(recorded).equals(id)) {
                                entries.add(recorded);
                            }
                        });
        return entries;
    }

    private Html framed(View view, String title, Html body) {
        return new Frame(desk, view).page(title, body);
    }
}

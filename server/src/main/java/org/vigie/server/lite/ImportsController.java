package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.imports.Undo;
import org.vigie.record.Housekeeping;
import org.vigie.record.Kinds;
import org.vigie.record.Recorded;
import org.vigie.server.intake.Intake;
import org.vigie.server.intake.Job;
import org.vigie.server.picture.Desk;

/// Lists the imports and undoes one.
@Controller
class ImportsController {

    private static final int REASON_MAX = 300;

    /// The kinds of entries about imports.
    static final Set<String> KINDS =
            Set.of(
                    Kinds.of(Housekeeping.ImportOpened.class),
                    Kinds.of(Housekeeping.ImportClosed.class),
                    Kinds.of(Housekeeping.ImportUndone.class));

    private final Desk desk;
    private final Intake intake;

    ImportsController(Desk desk, Intake intake) {
        this.desk = desk;
        this.intake = intake;
    }

    @GetMapping("/lite/imports")
    ResponseEntity<byte[]> imports(View view) throws IOException {
        return page(view, HttpStatus.OK, Typed.nothing(), Pen.freshId(desk));
    }

    @PostMapping("/lite/imports")
    ResponseEntity<byte[]> undo(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var id = typed.id();
        Writing.requireNow(view);
        var reason = typed.required("why", REASON_MAX);
        if (typed.value("import").isEmpty()) {
            typed.problem("import", "problem.choose");
        }
        if (!typed.good()) {
            return page(view, HttpStatus.UNPROCESSABLE_CONTENT, typed, id.toString());
        }
        var imported = Pictures.subject(typed.value("import"));
        var entries = entries(view);
        var opened =
                entries.stream()
                        .filter(recorded -> recorded.entry().id().equals(imported))
                        .findFirst()
                        .orElseThrow(() -> new NotHere(imported.toString()));
        requireStanding(entries, imported, id);
        int decisions = Undo.decisionsOn(desk.ledger(view.exercise()), imported);
        if (decisions > 0 && !typed.value("decisions").equals(String.valueOf(decisions))) {
            var again = typed.with("decisions", String.valueOf(decisions));
            again.problem("import", "problem.decisions", decisions);
            return page(view, HttpStatus.UNPROCESSABLE_CONTENT, again, id.toString());
        }
        new Pen(desk, view, id)
                .supersede(
                        imported, opened.entry().subject(), new Housekeeping.ImportUndone(reason));
        return Answers.goTo(view.page("/lite/imports"));
    }

    private static void requireStanding(List<Recorded> entries, UUID imported, UUID id) {
        boolean undone =
                entries.stream()
                        .anyMatch(recorded ->
                                recorded.body() instanceof Housekeeping.ImportUndone
                                        && imported.equals(recorded.entry().supersedes())
                                        && !recorded.entry().id().equals(id));
        if (undone) {
            throw new Conflict("problem.undone");
        }
    }

    private List<Recorded> entries(View view) throws IOException {
        var entries = new ArrayList<Recorded>();
        desk.ledger(view.exercise())
                .read(
                        KINDS,
                        view.officer().viewer(),
                        recorded -> {
                            if (!recorded.recordedAt().isAfter(view.recordedAsOf())
                                    && !recorded.knownAt().isAfter(view.knownAsOf())) {
                                entries.add(recorded);
                            }
                        });
        return entries;
    }

    private List<Job> open(View view) {
        return view.past()
                ? List.of()
                : intake.open().stream()
                        .filter(job -> job.wanted().exercise() == view.exercise())
                        .filter(job -> job.isFor(view.officer()))
                        .toList();
    }

    private ResponseEntity<byte[]> page(View view, HttpStatus status, Typed typed, String id)
            throws IOException {
        var page = new ImportsPage(new Say(view, desk.mission().zone()), entries(view));
        return Answers.page(
                status,
                new Frame(desk, view)
                        .page(view.words().say("page.imports"), page.body(typed, id, open(view))));
    }
}

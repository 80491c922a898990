package org.vigie.server.lite;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.vigie.exchange.render.Html;
import org.vigie.record.Erased;
import org.vigie.record.Handling;
import org.vigie.record.Recorded;
import org.vigie.server.picture.Desk;
import org.vigie.server.picture.Proof;

/// Shows the ledger itself: one entry, the entries about one thing, and what a check of the whole
/// says.
@Controller
class LedgerController {

    /// A place in the ledger: digits that fit a number.
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

    private final Desk desk;

    LedgerController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/entries/{id}")
    ResponseEntity<byte[]> entry(View view, @PathVariable String id) throws IOException {
        var recorded = find(view, id);
        if (recorded == null) {
            throw new NotHere(id);
        }
        var body = new EntryPage(say(view)).body(recorded, statement(view, recorded));
        return Answers.page(
                new Frame(desk, view)
                        .page(view.words().say("entry.title", "" + recorded.seq()), body));
    }

    /// Who erased an entry's body. A look at the past shows it too: the body is gone there as well.
    private Optional<Recorded> statement(View view, Recorded recorded) throws IOException {
        return recorded.body() instanceof Erased
                ? Erased.findStatement(
                        desk.ledger(view.exercise())
                                .history(recorded.entry().subject(), view.officer().viewer()),
                        recorded.entry().id())
                : Optional.empty();
    }

    /// By its place in the ledger or by its id; what was recorded or known later than the view is
    /// not there.
    private @Nullable Recorded find(View view, String id) throws IOException {
        var ledger = desk.ledger(view.exercise());
        var viewer = view.officer().viewer();
        var found =
                PLACE.matcher(id).matches()
                        ? ledger.find(Long.parseLong(id), viewer)
                        : ledger.find(Pictures.subject(id), viewer);
        return found.filter(recorded -> !recorded.recordedAt().isAfter(view.recordedAsOf()))
                .filter(recorded -> !recorded.knownAt().isAfter(view.knownAsOf()))
                .orElse(null);
    }

    @GetMapping("/lite/subjects/{id}")
    ResponseEntity<byte[]> subject(View view, @PathVariable String id) throws IOException {
        var history = Pictures.history(desk, view, Pictures.subject(id));
        if (history.isEmpty()) {
            throw new NotHere(id);
        }
        return Answers.page(
                new Frame(desk, view)
                        .page(
                                view.words().say("subject.title"),
                                new EntryTable(say(view)).of(history)));
    }

    @GetMapping("/lite/verify")
    ResponseEntity<byte[]> verify(View view) throws IOException {
        var words = view.words();
        var said =
                switch (desk.proof().verify(view.exercise())) {
                    case Proof.Verdict.Whole _ when !withinTheMission(view) ->
                            Html.of(
                                    "<p class=\"past\" role=\"status\"><b>{}</b></p>",
                                    words.say("verify.whole-outside"));
                    case Proof.Verdict.Whole whole ->
                            Html.of(
                                    "<p class=\"past\" role=\"status\"><b>{}</b></p>{}<h2>{}</h2><pre>{}</pre><p>{}</p>",
                                    words.say("verify.whole", whole.entries(), whole.checkpoints()),
                                    whole.erased() == 0
                                            ? Html.EMPTY
                                            : Html.of(
                                                    "<p>{}</p>",
                                                    words.count("verify.erased", whole.erased())),
                                    words.say("verify.checkpoint"),
                                    whole.checkpoint(),
                                    words.say("verify.copy"));
                    case Proof.Verdict.Broken broken ->
                            Html.of(
                                    "<p class=\"error\" role=\"alert\"><b>{}</b> <span"
                                            + " lang=\"en\">{}</span></p>",
                                    words.say("verify.broken"),
                                    withinTheMission(view) ? broken.finding() : "");
                    case Proof.Verdict.Absent _ ->
                            Html.of("<p class=\"due\">{}</p>", words.say("verify.absent"));
                };
        var body = Html.of("{}<p class=\"note\">{}</p>", said, words.say("verify.note"));
        return Answers.page(new Frame(desk, view).page(words.say("page.verify"), body));
    }

    /// How many entries there are, and which of them is wrong, tells whoever may not see them what
    /// goes on.
    private static boolean withinTheMission(View view) {
        return view.officer().viewer().maySee(Handling.MISSION);
    }

    private Say say(View view) {
        return new Say(view, desk.mission().zone());
    }
}

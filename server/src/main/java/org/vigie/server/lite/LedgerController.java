package org.vigie.server.lite;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.vigie.exchange.render.Html;
import org.vigie.record.Recorded;
import org.vigie.server.picture.Desk;
import org.vigie.server.picture.Proof;

/// Shows the ledger itself: one entry, the entries about one thing, and what a check of the whole
/// says.
@Controller
class LedgerController {

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
        var body = new EntryPage(say(view)).body(recorded);
        return Answers.page(
                new Frame(desk, view)
                        .page(view.words().say("entry.title", "" + recorded.seq()), body));
    }

    /// By its number or by its id. The ledger has no way to ask for one entry yet, so this reads
    /// along it; the index of the SQL ledger will answer instead.
    private @Nullable Recorded find(View view, String id) throws IOException {
        var found = new AtomicReference<@Nullable Recorded>();
        desk.ledger(view.exercise())
                .read(
                        java.util.Set.of(),
                        view.officer().viewer(),
                        recorded -> {
                            boolean wanted =
                                    id.equals(Long.toString(recorded.seq()))
                                            || id.equals(recorded.entry().id().toString());
                            if (wanted && !recorded.recordedAt().isAfter(view.recordedAsOf())) {
                                found.set(recorded);
                            }
                        });
        return found.get();
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
                    case Proof.Verdict.Whole whole ->
                            Html.of(
                                    "<p class=\"past\" role=\"status\"><b>{}</b></p><h2>{}</h2><pre>{}</pre>",
                                    words.say("verify.whole", whole.entries(), whole.checkpoints()),
                                    words.say("verify.checkpoint"),
                                    whole.checkpoint());
                    case Proof.Verdict.Broken broken ->
                            Html.of(
                                    "<p class=\"error\" role=\"alert\"><b>{}</b> <span"
                                            + " lang=\"en\">{}</span></p>",
                                    words.say("verify.broken"),
                                    broken.finding());
                    case Proof.Verdict.Absent _ ->
                            Html.of("<p class=\"due\">{}</p>", words.say("verify.absent"));
                };
        var body = Html.of("{}<p class=\"note\">{}</p>", said, words.say("verify.note"));
        return Answers.page(new Frame(desk, view).page(words.say("page.verify"), body));
    }

    private Say say(View view) {
        return new Say(view, desk.mission().zone());
    }
}

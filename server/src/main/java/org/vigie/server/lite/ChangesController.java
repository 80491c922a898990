package org.vigie.server.lite;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.assess.Changes;
import org.vigie.exchange.render.Html;
import org.vigie.record.Standpoint;
import org.vigie.search.SavedQuery;
import org.vigie.server.picture.Desk;

/// Shows what changed since a moment, by default since twelve hours ago: a shift.
@Controller
class ChangesController {

    private static final Duration SHIFT = Duration.ofHours(12);

    private final Desk desk;

    ChangesController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/changes")
    ResponseEntity<byte[]> changes(View view, @RequestParam(defaultValue = "") String since)
            throws IOException {
        var from = since.isEmpty() ? view.recordedAsOf().minus(SHIFT) : View.moment("since", since);
        var changes =
                Changes.since(
                        from,
                        new Standpoint(
                                view.knownAsOf(), view.recordedAsOf(), view.officer().viewer()),
                        view.filter(),
                        desk.ledger(view.exercise()));
        var say = Pictures.say(desk, view, Pictures.of(desk, view));
        return Answers.page(
                new Frame(desk, view)
                        .page(
                                view.words().say("page.changes"),
                                Html.of(
                                        "{}{}",
                                        new ChangesPage(say).of(changes),
                                        SaveForm.of(
                                                desk,
                                                view,
                                                SavedQuery.Page.CHANGES,
                                                Map.of("since", since)))));
    }
}

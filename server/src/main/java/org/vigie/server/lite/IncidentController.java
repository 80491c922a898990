package org.vigie.server.lite;

import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.vigie.assess.FigureHistory;
import org.vigie.exchange.render.Html;
import org.vigie.record.Standpoint;
import org.vigie.server.picture.Desk;

/// Shows one incident.
@Controller
class IncidentController {

    private final Desk desk;

    IncidentController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/incidents/{id}")
    ResponseEntity<byte[]> incident(View view, @PathVariable String id) throws IOException {
        UUID incident = Pictures.subject(id);
        var history = Pictures.history(desk, view, incident);
        if (history.isEmpty()) {
            throw new NotHere(id);
        }
        var picture = Pictures.of(desk, view);
        var say = Pictures.say(desk, view, picture);
        var page = new IncidentPage(say, incident, picture, history);
        var figure =
                FigureHistory.of(
                        incident,
                        new Standpoint(
                                view.knownAsOf(), view.recordedAsOf(), view.officer().viewer()),
                        desk.ledger(view.exercise()));
        return Answers.page(
                new Frame(desk, view)
                        .page(
                                page.title(),
                                Html.of("{}{}", page.body(), new FigurePart(say).of(figure))));
    }
}

package org.vigie.server.lite;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.record.By;
import org.vigie.record.Facts;
import org.vigie.record.IncidentKind;
import org.vigie.record.IncidentRow;
import org.vigie.record.Recorded;
import org.vigie.search.SavedQuery;
import org.vigie.server.picture.Desk;

/// Shows the picture.
@Controller
class PictureController {

    private final Desk desk;

    PictureController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping({"/", "/lite", "/lite/picture"})
    ResponseEntity<byte[]> picture(
            View view,
            @RequestParam(defaultValue = "area") String by,
            @RequestParam(defaultValue = "0") String row)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var page = new PicturePage(view, desk.mission(), picture);
        int first = View.notNegative("row", row);
        var body =
                page.body(
                        new PicturePage.Asked(
                                By.ofCode(by), first, subKinds(view, page.rows(first))));
        var save =
                SaveForm.of(
                        desk,
                        view,
                        SavedQuery.Page.PICTURE,
                        by.equals("area") ? Map.of() : Map.of("by", by));
        return Answers.page(
                new Frame(desk, view)
                        .page(view.words().say("page.picture"), Html.of("{}{}", body, save)));
    }

    /// What the sources call those incidents that are of no kind of ours.
    private Map<Long, String> subKinds(View view, List<IncidentRow> rows) throws IOException {
        var subKinds = new HashMap<Long, String>();
        for (var row : rows) {
            if (row.kind() == IncidentKind.OTHER) {
                desk.ledger(view.exercise())
                        .find(row.seq(), view.officer().viewer())
                        .map(Recorded::body)
                        .filter(Facts.IncidentReported.class::isInstance)
                        .map(Facts.IncidentReported.class::cast)
                        .ifPresent(account -> subKinds.put(row.seq(), account.subKind()));
            }
        }
        return subKinds;
    }

    @GetMapping("/lite/counts")
    ResponseEntity<byte[]> counts(View view, @RequestParam(defaultValue = "area") String by)
            throws IOException {
        var page = new PicturePage(view, desk.mission(), Pictures.of(desk, view));
        return Answers.page(
                new Frame(desk, view)
                        .page(view.words().say("counts.title"), page.counts(By.ofCode(by))));
    }
}

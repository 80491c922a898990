package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
import org.vigie.record.Facts;
import org.vigie.record.Standpoint;
import org.vigie.search.SavedQuery;
import org.vigie.search.Search;
import org.vigie.server.picture.Desk;

/// Finds entries by their words, at both clocks, as far as the officer may see them.
@Controller
class SearchController {

    private static final int HITS = 25;

    /// Letters shown before and after what was found.
    private static final int AROUND = 80;

    private static final int PASSAGES = 2;

    private final Desk desk;

    SearchController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/search")
    ResponseEntity<byte[]> search(View view, @RequestParam(defaultValue = "") String q)
            throws IOException {
        var body =
                Html.of(
                        "{}{}{}",
                        form(view, q),
                        q.isBlank() ? Html.EMPTY : answer(view, q.strip()),
                        q.isBlank()
                                ? Html.EMPTY
                                : SaveForm.of(
                                        desk,
                                        view,
                                        SavedQuery.Page.SEARCH,
                                        Map.of("q", q.strip())));
        return Answers.page(new Frame(desk, view).page(view.words().say("page.search"), body));
    }

    private static Html form(View view, String q) {
        var words = view.words();
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"/lite/search\">{}<label>{} <input"
                        + " type=\"search\" name=\"q\" value=\"{}\" size=\"40\" dir=\"auto\"></label>"
                        + "<button>{}</button></form><p class=\"note\">{}</p>",
                Frame.hidden(view, List.of()),
                words.say("search.words"),
                q,
                words.say("search.do"),
                words.say("search.hint"));
    }

    private Html answer(View view, String q) throws IOException {
        var words = view.words();
        Search.Hits hits;
        try {
            hits =
                    Search.of(
                            q,
                            new Standpoint(
                                    view.knownAsOf(), view.recordedAsOf(), view.officer().viewer()),
                            HITS,
                            desk.ledger(view.exercise()));
        } catch (BadInput unreadable) {
            return Html.of("<p class=\"due\">{}</p>", words.say("search.bad"));
        }
        if (hits.total() == 0) {
            return Html.of("<p>{}</p>", words.say("search.none"));
        }
        var say = new Say(view, desk.mission().zone());
        var rows = new ArrayList<Html>();
        hits.hits().forEach(hit -> rows.add(row(say, hit)));
        return Html.of(
                "<p class=\"says\">{}</p><table class=\"rows\"><thead><tr><th>#<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                words.count("search.found", hits.total()),
                words.say("entries.kind"),
                words.say("search.passage"),
                words.say("entries.recorded"),
                rows);
    }

    private static Html row(Say say, Search.Hit hit) {
        var recorded = hit.recorded();
        var passages = new ArrayList<Html>();
        hit.passages().stream()
                .limit(PASSAGES)
                .forEach(passage ->
                        passages.add(Html.of("<div dir=\"auto\">{}</div>", marked(passage))));
        return Html.of(
                "<tr><td>{}<td>{}{}<td>{}<td data-l=\"{}\">{}{}",
                say.entry(recorded.seq()),
                recorded.body() instanceof Facts.IncidentReported
                        ? Html.of(
                                "<a href=\"{}\">{}</a>",
                                say.view().page("/lite/incidents/" + recorded.entry().subject()),
                                say.kind(recorded))
                        : Html.of(
                                "<a href=\"{}\">{}</a>",
                                say.view().page("/lite/subjects/" + recorded.entry().subject()),
                                say.kind(recorded)),
                hit.supersededBy() < 0
                        ? Html.EMPTY
                        : Html.of(
                                " <i class=\"tag\">{}</i>", say.words().say("entries.superseded")),
                passages,
                say.words().say("entries.recorded"),
                say.brief(recorded.recordedAt()),
                say.backDated(recorded));
    }

    /// The text around the first word that was found, with every found word marked.
    private static Html marked(Search.Passage passage) {
        var text = passage.text();
        int from = Math.max(0, passage.marks().getFirst().from() - AROUND);
        int to = Math.min(text.length(), passage.marks().getFirst().to() + AROUND);
        var pieces = new ArrayList<Html>();
        if (from > 0) {
            pieces.add(Html.text("…"));
        }
        int at = from;
        for (var mark : passage.marks()) {
            if (mark.from() >= at && mark.to() <= to) {
                pieces.add(Html.text(text.substring(at, mark.from())));
                pieces.add(Html.of("<mark>{}</mark>", text.substring(mark.from(), mark.to())));
                at = mark.to();
            }
        }
        pieces.add(Html.text(text.substring(at, to)));
        if (to < text.length()) {
            pieces.add(Html.text("…"));
        }
        return Html.join(pieces);
    }
}

package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.vigie.exchange.render.Html;
import org.vigie.record.IncidentRow;
import org.vigie.record.Picture;
import org.vigie.server.picture.Desk;
import org.vigie.weigh.Candidates;
import org.vigie.weigh.Candidates.Candidate;

/// Shows which accounts of different sources may tell of one incident.
@Controller
class CandidatesController {

    /// As many as one sits down to go through.
    private static final int SHOWN = 40;

    private final Desk desk;

    CandidatesController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/candidates")
    ResponseEntity<byte[]> candidates(View view) throws IOException {
        var picture = Pictures.of(desk, view);
        var say = Pictures.say(desk, view, picture);
        var found = Candidates.of(picture, view.filter(), SHOWN, Candidates.SCORE_MIN);
        var rows = new ArrayList<Html>();
        for (var candidate : found) {
            rows.add(row(say, picture, candidate));
        }
        var words = view.words();
        return Answers.page(
                new Frame(desk, view)
                        .page(
                                words.say("page.candidates"),
                                Html.of(
                                        "<p class=\"note\">{}</p><p>{}</p>{}",
                                        words.say("candidates.note"),
                                        new FilterSentence(words).of(view.filter()),
                                        rows.isEmpty()
                                                ? Html.of("<p>{}</p>", words.say("candidates.none"))
                                                : table(say, rows))));
    }

    private static Html table(Say say, List<Html> rows) {
        var words = say.words();
        return Html.of(
                "<p>{}</p><table class=\"rows\"><thead><tr><th class=\"r\">%<th>{}<th>{}<th>{}<th></thead><tbody>{}</tbody></table>",
                words.say("candidates.n", rows.size()),
                words.say("candidates.one"),
                words.say("candidates.other"),
                words.say("candidates.parts"),
                rows);
    }

    private Html row(Say say, Picture picture, Candidate candidate) throws IOException {
        var parts = candidate.likeness();
        var shared =
                Candidates.sharedOrigin(candidate, desk.ledger(say.view().exercise()), picture);
        return Html.of(
                "<tr><td class=\"r\" data-l=\"%\"><b>{}</b><td>{}<td data-l=\"{}\">{}<td data-l=\"{}\">{} · {} · {} · {} · {}<br><small"
                        + " class=\"z\">{}</small>{}<td><a href=\"{}\">{}</a>",
                percent(candidate.score()),
                account(say, candidate.first()),
                say.words().say("candidates.other"),
                account(say, candidate.second()),
                say.words().say("candidates.parts"),
                percent(parts.when()),
                percent(parts.where()),
                percent(parts.who()),
                percent(parts.howMany()),
                percent(parts.what()),
                say.words()
                        .say(
                                "candidates.gap",
                                parts.days() == null
                                        ? "?"
                                        : say.words().count("candidates.days", parts.days()),
                                parts.km() == null ? "?" : Math.round(parts.km())),
                shared.isEmpty()
                        ? Html.EMPTY
                        : Html.of(
                                "<br><i class=\"tag\">{}</i>",
                                say.words().say("candidates.circular", String.join(", ", shared))),
                say.incident(candidate.first().incident()),
                say.words().say("candidates.decide"));
    }

    private static long percent(double part) {
        return Math.round(100 * part);
    }

    private static Html account(Say say, IncidentRow row) {
        return Html.of(
                "<a href=\"{}\">{}</a><br>{} · {} · {}",
                say.incident(row.incident()),
                say.name(row.source()),
                say.happened(row.happenedOn()),
                say.site(row.site()),
                say.words().figures(row.deaths()));
    }
}

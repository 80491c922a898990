package org.vigie.server.lite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.assess.Brief;
import org.vigie.exchange.Formats;
import org.vigie.exchange.brief.BriefDocument;
import org.vigie.exchange.brief.BriefPage;
import org.vigie.exchange.brief.BriefPdf;
import org.vigie.exchange.brief.Edition;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.record.Filter;
import org.vigie.record.Picture;
import org.vigie.record.Standpoint;
import org.vigie.search.SavedQuery;
import org.vigie.server.picture.Desk;

/// Shows the brief of what the picture shows, to be printed or taken along as a file.
@Controller
class BriefController {

    /// Without dates in the address the period is so many days up to the newest incident.
    private static final int DAYS = 92;

    private final Desk desk;

    BriefController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/brief")
    ResponseEntity<byte[]> page(
            View view,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String in)
            throws IOException {
        var brief = Brief.of(desk.ledger(view.exercise()), asked(view, since));
        var edition = edition(view, in, Edition.PAGE);
        return Answers.page(
                new Frame(desk, view)
                        .page(
                                view.words().say("page.brief"),
                                Html.of(
                                        "<link rel=\"stylesheet\" href=\"{}\">{}{}{}",
                                        Stylesheet.BRIEF_PATH,
                                        form(view, brief, since, in),
                                        BriefPage.of(brief, edition),
                                        SaveForm.of(
                                                desk,
                                                view,
                                                SavedQuery.Page.BRIEF,
                                                Map.of("since", since, "in", in)))));
    }

    @GetMapping("/lite/brief/brief.html")
    ResponseEntity<byte[]> file(
            View view,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String in)
            throws IOException {
        var brief = Brief.of(desk.ledger(view.exercise()), asked(view, since));
        return answer(
                MediaType.parseMediaType("text/html;charset=utf-8"),
                "brief.html",
                BriefDocument.of(brief, edition(view, in, Edition.FILE))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/lite/brief/brief.pdf")
    ResponseEntity<byte[]> pdf(
            View view,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String in)
            throws IOException {
        var brief = Brief.of(desk.ledger(view.exercise()), asked(view, since));
        return answer(
                MediaType.APPLICATION_PDF,
                "brief.pdf",
                BriefPdf.of(brief, edition(view, in, Edition.FILE)));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }

    private Brief.Asked asked(View view, String since) throws IOException {
        var standpoint =
                new Standpoint(view.knownAsOf(), view.recordedAsOf(), view.officer().viewer());
        var filter = view.filter();
        if (filter.from() == null || filter.to() == null) {
            filter = withPeriod(filter, Pictures.of(desk, view), view);
        }
        return since.isEmpty()
                ? Brief.Asked.sinceThePeriodBefore(standpoint, filter)
                : new Brief.Asked(standpoint, filter, View.moment("since", since));
    }

    private static Filter withPeriod(Filter filter, Picture picture, View view) {
        var days = picture.incidents().where(filter).perDay();
        var newest =
                days.isEmpty()
                        ? LocalDate.ofInstant(view.knownAsOf(), ZoneOffset.UTC)
                        : LocalDate.parse(days.getLast().key());
        var to = filter.to() == null ? newest : filter.to();
        var from = filter.from() == null ? to.minusDays(DAYS - 1) : filter.from();
        return new Filter(
                from.isAfter(to) ? to : from,
                to,
                filter.area(),
                filter.actor(),
                filter.kind(),
                filter.cell());
    }

    private Edition edition(View view, String in, int bytes) {
        var language = in.isEmpty() ? view.words().language() : language(in);
        return new Edition(
                Words.of(language),
                desk.mission().outlines(),
                view.exercise(),
                desk.mission().fictional() && !desk.mission().country().isEmpty(),
                Formats::find,
                bytes);
    }

    private static Language language(String code) {
        return Language.findForBrief(code)
                .orElseThrow(() -> new BadInput("in", code, "en, fr or nl"));
    }

    private static Html form(View view, Brief brief, String since, String in) {
        var words = view.words();
        var languages = new ArrayList<Html>();
        var chosen = in.isEmpty() ? words.language().code() : in;
        for (var language : Language.values()) {
            languages.add(
                    Html.of(
                            "<option value=\"{}\"{}>{}</option>",
                            language.code(),
                            Html.attribute("selected", language.code().equals(chosen)),
                            words.say("brief.in." + language.code())));
        }
        var kept =
                view.address()
                        .with("from", brief.asked().from().toString())
                        .with("to", brief.asked().to().toString())
                        .with("since", since)
                        .with("in", chosen);
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"/lite/brief\">{}<label>{} <input"
                        + " type=\"date\" name=\"from\" value=\"{}\"></label><label>{} <input"
                        + " type=\"date\" name=\"to\" value=\"{}\"></label><label>{} <input"
                        + " name=\"area\" value=\"{}\" size=\"16\"></label><label>{} <input"
                        + " type=\"datetime-local\" name=\"since\" value=\"{}\"></label><label>{}"
                        + " <select name=\"in\">{}</select></label><button>{}</button><a class=\"b\""
                        + " href=\"{}\">{}</a><a class=\"b\" href=\"{}\">{}</a></form>",
                Frame.hidden(view, List.of("from", "to", "area")),
                words.say("filter.from"),
                brief.asked().from(),
                words.say("filter.to"),
                brief.asked().to(),
                words.say("filter.area"),
                view.filter().area() == null ? "" : view.filter().area(),
                words.say("brief.since"),
                since,
                words.say("brief.in"),
                languages,
                words.say("brief.ask"),
                kept.at("/lite/brief/brief.html"),
                words.say("brief.as-html"),
                kept.at("/lite/brief/brief.pdf"),
                words.say("brief.as-pdf"));
    }
}

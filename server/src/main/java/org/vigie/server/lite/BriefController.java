package org.vigie.server.lite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.assess.Brief;
import org.vigie.exchange.Formats;
import org.vigie.exchange.brief.BriefDocument;
import org.vigie.exchange.brief.BriefPdf;
import org.vigie.exchange.brief.Edition;
import org.vigie.exchange.brief.Handout;
import org.vigie.exchange.out.Exports;
import org.vigie.exchange.out.Prepared;
import org.vigie.exchange.out.Question;
import org.vigie.exchange.out.Written;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.record.Filter;
import org.vigie.record.Picture;
import org.vigie.record.Standpoint;
import org.vigie.server.picture.Desk;
import org.vigie.share.Tier;

/// Shows the brief of what the picture shows, to be printed or taken along as a file. A copy for
/// readers outside the mission is given on a second click, with its risk above it, and stands in
/// the ledger as an export does.
@Controller
class BriefController {

    /// Without dates in the address the period is so many days up to the newest incident.
    private static final int DAYS = 92;

    private static final String WITHIN = "restricted";

    private final Desk desk;

    BriefController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/brief")
    ResponseEntity<byte[]> page(
            View view,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = WITHIN) String tier)
            throws IOException {
        var form = new BriefForm(view, since, in, Tier.ofCode(tier));
        return page(form, Typed.nothing(), HttpStatus.OK);
    }

    private ResponseEntity<byte[]> page(BriefForm form, Typed typed, HttpStatus status)
            throws IOException {
        var handout = handout(form, typed);
        return Answers.page(
                status,
                new Frame(desk, form.view())
                        .page(
                                form.view().words().say("page.brief"),
                                form.page(
                                        new BriefForm.Shown(
                                                handout,
                                                edition(form, Edition.PAGE),
                                                typed,
                                                Pen.freshId(desk)),
                                        desk)));
    }

    @GetMapping("/lite/brief/brief.html")
    ResponseEntity<byte[]> file(
            View view,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = WITHIN) String tier)
            throws IOException {
        var form = new BriefForm(view, since, in, within(tier));
        return answer("html", bytes("html", handout(form, Typed.nothing()), form));
    }

    @GetMapping("/lite/brief/brief.pdf")
    ResponseEntity<byte[]> pdf(
            View view,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = WITHIN) String tier)
            throws IOException {
        var form = new BriefForm(view, since, in, within(tier));
        return answer("pdf", bytes("pdf", handout(form, Typed.nothing()), form));
    }

    /// An address gives what stays within the mission, and nothing else under another name.
    private static Tier within(String code) {
        var tier = Tier.ofCode(code);
        if (tier != Tier.RESTRICTED) {
            throw new BadInput(
                    "tier",
                    code,
                    WITHIN
                            + ", or left out: a copy for others is given on the page /lite/brief, with its"
                            + " risk above it");
        }
        return tier;
    }

    /// Gives a copy to readers of a tier; the ledger hears of it before they have it.
    @PostMapping("/lite/brief")
    ResponseEntity<byte[]> give(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var id = typed.id();
        var form =
                new BriefForm(
                        view,
                        typed.value("since"),
                        typed.value("in"),
                        Tier.ofCode(typed.value("tier")));
        var as = typed.value("as").equals("pdf") ? "pdf" : "html";
        var _ = DecisionFields.read(typed);
        if (!typed.good()) {
            return page(form, typed, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var handout = handout(form, typed);
        var bytes = bytes(as, handout, form);
        var asked = handout.asked();
        var question =
                new Question(
                        asked.filter(),
                        asked.standpoint().known(),
                        asked.standpoint().recorded(),
                        view.exercise());
        desk.ledger(view.exercise())
                .append(
                        List.of(
                                Exports.entry(
                                        handout.tier(),
                                        new Prepared(question, handout.release()),
                                        Written.of(
                                                "brief-" + as,
                                                handout.release().rows().size(),
                                                bytes),
                                        new Exports.Recording(
                                                id,
                                                view.officer().post(),
                                                view.officer().component()))));
        return answer(as, bytes);
    }

    private byte[] bytes(String as, Handout handout, BriefForm form) throws IOException {
        var edition = edition(form, Edition.FILE);
        return as.equals("pdf")
                ? BriefPdf.of(handout, edition)
                : BriefDocument.of(handout, edition).getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseEntity<byte[]> answer(String as, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(
                        as.equals("pdf")
                                ? MediaType.APPLICATION_PDF
                                : MediaType.parseMediaType("text/html;charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"brief." + as + "\"")
                .body(bytes);
    }

    private Handout handout(BriefForm form, Typed typed) throws IOException {
        if (form.view().past()) {
            form.tier().checkClock("known", form.view().knownAsOf());
        }
        return Handout.of(
                form.tier(),
                desk.ledger(form.view().exercise()),
                asked(form.view(), form.since()),
                new Handout.Leaving(desk.clock().instant(), DecisionFields.read(typed)));
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
        return filter.within(from.isAfter(to) ? to : from, to);
    }

    private Edition edition(BriefForm form, int bytes) {
        var in = form.in();
        var language = in.isEmpty() ? form.view().words().language() : language(in);
        return new Edition(
                Words.of(language),
                desk.mission().outlines(),
                form.view().exercise(),
                desk.mission().fictional() && !desk.mission().country().isEmpty(),
                Formats::find,
                bytes);
    }

    private static Language language(String code) {
        return Language.findForBrief(code)
                .orElseThrow(() -> new BadInput("in", code, "en, fr or nl"));
    }
}

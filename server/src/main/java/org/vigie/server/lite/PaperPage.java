package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vigie.exchange.papers.PaperHtml;
import org.vigie.exchange.papers.PaperSheet;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Recorded;
import org.vigie.record.Watchkeeping.Paper;
import org.vigie.watch.DutyPaper;
import org.vigie.watch.DutyPaper.Section;

/// A paper of the watch as a page: what is computed with what officers wrote, the files, and below
/// a form for the words of each part.
record PaperPage(View view, DutyPaper paper) {

    static final String SITREP = "/lite/sitrep";
    static final String FLASH = "/lite/flash";

    /// Of the earlier versions of a part the newest so many are shown; the log has all.
    private static final int VERSIONS_MAX = 3;

    private static final int TEXT_MAX = 240;

    /// Which part's form was sent, empty for none.
    record Sent(String part, Typed typed) {}

    private Words words() {
        return view.words();
    }

    private boolean sitrep() {
        return paper.kind() == Paper.SITREP;
    }

    private String path() {
        return sitrep() ? SITREP : FLASH;
    }

    String title() {
        return sitrep() ? "page.sitrep" : "page.flash";
    }

    Html body(PaperSheet sheet, Sent sent, Supplier<String> ids) {
        return Html.of(
                "<link rel=\"stylesheet\" href=\"{}\">{}{}{}{}{}",
                Stylesheet.BRIEF_PATH,
                sent.part().isEmpty()
                        ? Html.EMPTY
                        : new Fields(view, sent.typed(), sent.part()).summary(),
                sitrep() ? day() : alert(),
                files(),
                PaperHtml.body(sheet, chapter -> Html.EMPTY),
                write(sent, ids));
    }

    private Html write(Sent sent, Supplier<String> ids) {
        if (!Writing.seesProtection(view)) {
            return Html.of("<p class=\"note\">{}</p>", words().say("problem.protection-words"));
        }
        return view.past() ? Writing.notInThePast(view) : forms(sent, ids);
    }

    private Html day() {
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}<label>{} <input type=\"date\""
                        + " name=\"day\" value=\"{}\"></label><button>{}</button></form>",
                SITREP,
                Frame.hidden(view, List.of("day")),
                words().say("duty.day"),
                paper.of(),
                words().say("duty.show"));
    }

    private Html alert() {
        return Html.of(
                "<p><a href=\"{}\">{}</a></p>",
                view.page("/lite/alerts/" + paper.of()),
                words().say("watch.alert"));
    }

    private Html files() {
        var name = sitrep() ? "/sitrep." : "/flash.";
        var links = new ArrayList<Html>();
        for (var as : List.of("html", "pdf", "docx")) {
            links.add(
                    Html.of(
                            "<a class=\"b\" href=\"{}\">{}</a>",
                            view.page(path() + name + as)
                                    .with(sitrep() ? "day" : "alert", paper.of()),
                            words().say("duty.as-" + as)));
        }
        return Html.of("<p>{} {}</p>", words().say("duty.take"), Html.join(Html.of(" "), links));
    }

    private Html forms(Sent sent, Supplier<String> ids) {
        var forms = new ArrayList<Html>();
        for (var section : paper.sections()) {
            var code = View.code(section.part());
            boolean mine = sent.part().equals(code);
            var typed =
                    mine
                            ? sent.typed()
                            : new Typed(Map.of("duty-text", section.findText().orElse("")));
            forms.add(
                    new FoldedForm(
                                    code,
                                    mine ? sent.typed().value("id") : ids.get(),
                                    words().of(section.part()),
                                    mine)
                            .of(
                                    new Say(view, java.time.ZoneOffset.UTC),
                                    path(),
                                    List.of(
                                            named(),
                                            Html.of(
                                                    "<input type=\"hidden\" name=\"versions\" value=\"{}\">",
                                                    section.versions().size()),
                                            new Fields(view, typed, code).area("duty-text"),
                                            earlier(section))));
        }
        return Html.of("<h2>{}</h2>{}", words().say("duty.write"), forms);
    }

    /// Which paper it is, where the address leaves it to the clock: a form that is sent after
    /// midnight is of the day that it was shown on.
    private Html named() {
        var name = sitrep() ? "day" : "alert";
        return view.address().parameters().containsKey(name)
                ? Html.EMPTY
                : Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, paper.of());
    }

    private Html earlier(Section section) {
        if (section.versions().size() < 2) {
            return Html.EMPTY;
        }
        var rows =
                section.versions().reversed().stream()
                        .skip(1)
                        .limit(VERSIONS_MAX)
                        .map(this::version)
                        .toList();
        return Html.of("<p><b>{}</b></p><ul>{}</ul>", words().say("duty.versions"), rows);
    }

    private Html version(Recorded version) {
        var text = Section.text(version).strip();
        return Html.of(
                "<li>{}{} {}",
                words().say(
                                "duty.version",
                                version.entry().author(),
                                words().moment(version.recordedAt())),
                words().say("colon.sign"),
                text.isEmpty()
                        ? words().say("duty.taken-back")
                        : text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX - 1) + "…" : text);
    }
}

package org.vigie.exchange.papers;

import java.util.ArrayList;
import java.util.function.Function;
import org.vigie.exchange.brief.BriefDocument;
import org.vigie.exchange.papers.PaperSheet.Chapter;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;

/// A paper as HTML: well-formed, so that the printer of PDF reads the same.
public final class PaperHtml {

    private PaperHtml() {}

    /// One file that needs nothing else.
    public static String document(PaperSheet sheet) {
        return BriefDocument.around(
                sheet.language(), sheet.title(), body(sheet, part -> Html.EMPTY));
    }

    /// The body alone, with something of a page's own below each chapter.
    public static Html body(PaperSheet sheet, Function<Chapter, Html> below) {
        var words = words(sheet);
        var marks = new ArrayList<Html>();
        sheet.marks().forEach(mark -> marks.add(Html.of("<p class=\"mark\"><b>{}</b></p>", mark)));
        var head = new ArrayList<Html>();
        sheet.head().forEach(line -> head.add(Html.of("<p class=\"q\">{}</p>", line)));
        var chapters = new ArrayList<Html>();
        for (var chapter : sheet.chapters()) {
            chapters.add(
                    Html.of(
                            "{}{}",
                            chapter(chapter, sheet.nothing(), words),
                            below.apply(chapter)));
        }
        return Html.of(
                "<article class=\"brief duty\">{}<h1>{}</h1>{}{}<p class=\"q foot\">{}</p>{}</article>",
                marks,
                sheet.title(),
                head,
                chapters,
                sheet.foot(),
                marks);
    }

    private static Words words(PaperSheet sheet) {
        return Words.of(Language.find(sheet.language()).orElse(Language.EN));
    }

    private static Html chapter(Chapter chapter, String nothing, Words words) {
        boolean computed = !chapter.facts().isEmpty() || !chapter.lines().isEmpty();
        return Html.of(
                "<h2>{}</h2>{}{}{}{}",
                chapter.title(),
                computed
                        ? Html.of("<p class=\"q\">{}</p>", words.say("duty.computed"))
                        : Html.EMPTY,
                facts(chapter),
                lines(chapter),
                chapter.said()
                        .map(said ->
                                Html.of(
                                        "<blockquote><p><b>{}</b></p>{}<p class=\"q\">{}</p></blockquote>",
                                        words.say("duty.words"),
                                        paragraphs(said.text()),
                                        said.by()))
                        .orElse(computed ? Html.EMPTY : Html.of("<p>{}</p>", nothing)));
    }

    private static Html paragraphs(String text) {
        var paragraphs = new ArrayList<Html>();
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> paragraphs.add(Html.of("<p>{}</p>", line)));
        return Html.join(paragraphs);
    }

    private static Html facts(Chapter chapter) {
        if (chapter.facts().isEmpty()) {
            return Html.EMPTY;
        }
        var rows = new ArrayList<Html>();
        for (var fact : chapter.facts()) {
            rows.add(
                    fact.definition().isEmpty()
                            ? Html.of(
                                    "<tr><th>{}</th><td colspan=\"2\">{}</td></tr>",
                                    fact.label(),
                                    fact.value())
                            : Html.of(
                                    "<tr><th>{}</th><td class=\"n\">{}</td><td"
                                            + " class=\"def\">{}</td></tr>",
                                    fact.label(),
                                    fact.value(),
                                    fact.definition()));
        }
        return Html.of("<table class=\"duty\"><tbody>{}</tbody></table>", rows);
    }

    private static Html lines(Chapter chapter) {
        if (chapter.lines().isEmpty()) {
            return Html.EMPTY;
        }
        var lines = new ArrayList<Html>();
        chapter.lines().forEach(line -> lines.add(Html.of("<li>{}</li>", line)));
        return Html.of("<ul>{}</ul>", lines);
    }
}

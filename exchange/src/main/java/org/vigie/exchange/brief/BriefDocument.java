package org.vigie.exchange.brief;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.vigie.exchange.render.Html;

/// A brief as one file of HTML: style within, no script, nothing fetched from anywhere. It prints
/// on A4.
public final class BriefDocument {

    private static final String STYLE = load("brief.css");

    /// What a small screen and a browser's printer need beside it.
    private static final String SCREEN = load("screen.css");

    private static final String PAPER = load("paper.css");

    private BriefDocument() {}

    /// The whole document.
    public static String of(Handout handout, Edition edition) {
        return of(handout, edition, style());
    }

    /// The page as the printer of PDF reads it.
    static String paper(Handout handout, Edition edition) {
        return of(handout, edition, STYLE + PAPER);
    }

    /// The style sheet of a brief's body, for whoever shows it inside another page.
    public static String style() {
        return STYLE + SCREEN + "@media print{" + PAPER + "}\n";
    }

    private static String of(Handout handout, Edition edition, String style) {
        var title = BriefPage.title(handout, edition);
        var words = edition.words();
        return document(
                words.language().code(),
                edition.exercise() ? words.say("exercise") + ": " + title : title,
                style,
                BriefPage.of(handout, edition));
    }

    /// Another page in the looks of a brief, as one file.
    public static String around(String language, String title, Html body) {
        return document(language, title, style(), body);
    }

    /// The same as the printer of PDF reads it.
    static String onPaper(String language, String title, Html body) {
        return document(language, title, STYLE + PAPER, body);
    }

    private static String document(String language, String title, String style, Html body) {
        return """
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" lang="%s">
        <head>
        <meta charset="UTF-8"/>
        <meta name="viewport" content="width=device-width"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
        <title>%s</title>
        <style>
        %s
        </style>
        </head>
        <body>
        %s
        </body>
        </html>
        """
                .formatted(language, Html.text(title), style, body);
    }

    private static String load(String name) {
        try (var stream = BriefDocument.class.getResourceAsStream("/brief/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + name, e);
        }
    }
}

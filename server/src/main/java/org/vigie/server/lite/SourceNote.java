package org.vigie.server.lite;

import org.vigie.exchange.imports.Format;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;

/// What everybody who uses a source must know: what one row of it is, its caution, how to cite it.
/// The source's own texts are English in every language.
final class SourceNote {

    private SourceNote() {}

    static Html of(Words words, Format format) {
        return Html.of(
                "{}<p class=\"note\"><b>{}</b> <span lang=\"en\">{} · {}{}</span></p>",
                caution(words, format),
                format.code(),
                format.title(),
                format.definition(),
                format.citation().map(said -> " · " + said).orElse(""));
    }

    private static Html caution(Words words, Format format) {
        var code = format.code();
        var family = code.startsWith("geopko") ? "geopko" : code;
        return format.caution()
                .map(said -> words.sentences().getOrDefault("caution." + family, said))
                .map(said ->
                        Html.of(
                                "<p class=\"due\"><b>{}</b> {}</p>",
                                words.say("intake.caution"),
                                said))
                .orElse(Html.EMPTY);
    }
}

package org.vigie.server.lite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.EntryBurden;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;

/// What it costs officers to write things down: how long each form took, and what was written
/// twice. Nothing of persons.
record BurdenPage(Say say, EntryBurden burden) {

    static final String PATH = "/lite/response/burden";

    /// A bar is as long as this at twice the aim.
    private static final int BAR = 160;

    Html body() {
        return Html.of(
                "<p class=\"says\">{}</p>{}<h2>{}</h2><p>{}</p><p class=\"note\">{}</p><p><a class=\"b\" href=\"{}\">{}</a></p>",
                words().say("burden.says"),
                burden.forms().isEmpty()
                        ? Html.of("<p>{}</p>", words().say("burden.none"))
                        : forms(),
                words().say("burden.twice"),
                words().say(
                                "burden.twice-says",
                                words().number(burden.reports()),
                                words().number(burden.sameWords().size()),
                                words().number(burden.joined().size())),
                words().say(
                                "burden.note",
                                words().length(EntryBurden.AIM),
                                words().length(EntryBurden.LEFT_OPEN)),
                say.view().page(RateTablePart.PATH),
                words().say("page.response"));
    }

    private Html forms() {
        var rows = new ArrayList<Html>();
        for (var form : burden.forms()) {
            rows.add(
                    Html.of(
                            "<tr><td><b>{}</b><td class=\"r\" data-l=\"n\">{}{}<td class=\"r\" data-l=\"{}\">{}<td>{}<td class=\"r\" data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}",
                            words().say("entry-kind." + form.kind()),
                            words().number(form.n()),
                            form.few()
                                    ? Html.of(" <i class=\"tag\">{}</i>", words().say("rate.few"))
                                    : Html.EMPTY,
                            words().say("rate.median"),
                            time(form.median()),
                            bar(form.median()),
                            words().say("rate.p90"),
                            time(form.p90()),
                            words().say("burden.left-open"),
                            form.leftOpen()));
        }
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th class=\"r\">n<th class=\"r\">{}<th><th class=\"r\">{}<th class=\"r\">{}</thead><tbody>{}</tbody></table>",
                words().say("burden.form"),
                words().say("rate.median"),
                words().say("rate.p90"),
                words().say("burden.left-open"),
                rows);
    }

    private Html time(@Nullable Duration time) {
        return time == null
                ? Html.of("–")
                : Html.of(
                        "{}",
                        words().say(
                                        "burden.minutes",
                                        time.toMinutes(),
                                        String.format(Locale.ROOT, "%02d", time.toSecondsPart())));
    }

    /// Dark up to the median, with a mark at the aim.
    private static Html bar(@Nullable Duration median) {
        if (median == null) {
            return Html.EMPTY;
        }
        long wide = Math.min(BAR, BAR * median.toSeconds() / (2 * EntryBurden.AIM.toSeconds()));
        return Html.of(
                "<svg class=\"bar\" viewBox=\"0 0 160 12\" aria-hidden=\"true\"><path d=\"M0 2h{}v8H0z\"/><path d=\"M79 0h2v12h-2z\"/></svg>",
                wide);
    }

    private Words words() {
        return say.words();
    }
}

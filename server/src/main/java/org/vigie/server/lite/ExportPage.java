package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.out.OutFormat;
import org.vigie.exchange.out.Prepared;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.share.HeldBack;
import org.vigie.share.Risk;
import org.vigie.share.Tier;

/// The form of an export: for whom, in which format; then what those readers would have, what it
/// would still tell of persons, and the button that gives it.
final class ExportPage {

    private final View view;
    private final Words words;
    private final Choice choice;
    private final Typed typed;

    /// What was chosen so far.
    record Choice(OutFormat format, Tier tier) {}

    ExportPage(View view, Choice choice, Typed typed) {
        this.view = view;
        this.words = view.words();
        this.choice = choice;
        this.typed = typed;
    }

    /// @param id that the export will have in the ledger
    Html body(Prepared prepared, String id) {
        return Html.of(
                "<p>{}</p><p class=\"note\">{} <a href=\"{}\">{}</a></p>{}{}{}",
                new FilterSentence(words).of(view.filter()),
                words.say("export.note"),
                view.page("/lite"),
                words.say("page.picture"),
                form(),
                risk(prepared.release().risk()),
                give(prepared.release().risk(), id));
    }

    private Html form() {
        var tiers = new ArrayList<Html>();
        for (var tier : Tier.values()) {
            tiers.add(option(tier.code(), tier == choice.tier(), words.say("tier." + tier.code())));
        }
        var formats = new ArrayList<Html>();
        for (var format : OutFormat.values()) {
            formats.add(
                    option(
                            format.code(),
                            format == choice.format(),
                            words.say("out-format." + format.code())));
        }
        return Html.of(
                "<form class=\"form\" method=\"get\" action=\"/lite/export\">{}<p><label"
                        + " for=\"x-tier\">{}</label><select id=\"x-tier\" name=\"tier\">{}</select></p>"
                        + "<p><label for=\"x-format\">{}</label><select id=\"x-format\""
                        + " name=\"format\">{}</select></p><p><button>{}</button></p></form>",
                Frame.hidden(view, List.of()),
                words.say("export.tier"),
                tiers,
                words.say("export.format"),
                formats,
                words.say("export.show"));
    }

    private static Html option(String code, boolean chosen, String word) {
        return Html.of(
                "<option value=\"{}\"{}>{}</option>",
                code,
                Html.attribute("selected", chosen),
                word);
    }

    private Html risk(Risk risk) {
        var lines = new ArrayList<Html>();
        lines.add(line(words.say("export.asked"), risk.rows()));
        lines.add(line(words.say("export.unique"), risk.unique()));
        lines.add(line(words.say("export.smallest"), risk.smallest()));
        lines.add(line(words.say("export.given"), risk.released()));
        lines.add(line(words.say("export.coarsened"), risk.coarsened()));
        lines.add(line(words.say("export.unique-given"), risk.uniqueReleased()));
        lines.add(line(words.say("export.smallest-given"), risk.smallestReleased()));
        risk.grains()
                .forEach(
                        (grain, rows) -> lines.add(line(words.say("grain." + grain.code()), rows)));
        risk.heldBack()
                .forEach((reason, rows) ->
                        lines.add(line(words.say("held." + reason.code()), rows)));
        return Html.of(
                "<table id=\"risk\"><caption>{}</caption><tbody>{}</tbody></table>",
                words.say("export.risk", words.say("tier." + choice.tier().code())),
                lines);
    }

    private static Html line(String what, int rows) {
        return Html.of("<tr><th scope=\"row\">{}<td class=\"r\">{}", what, rows);
    }

    private Html give(Risk risk, String id) {
        boolean accused = risk.heldBack().containsKey(HeldBack.STATE_ACCUSED);
        var fields = new Fields(view, typed, "x");
        var decision =
                accused
                        ? Html.of(
                                "<p class=\"due\">{}</p>{}{}",
                                words.say("export.accused"),
                                fields.line("decided-by"),
                                fields.area("decided-why"))
                        : Html.EMPTY;
        return Html.of(
                "<form class=\"form\" method=\"post\" action=\"/lite/export\">{}<input"
                        + " type=\"hidden\" name=\"id\" value=\"{}\"><input type=\"hidden\""
                        + " name=\"format\" value=\"{}\"><input type=\"hidden\" name=\"tier\""
                        + " value=\"{}\">{}<p><button class=\"do\">{}</button></p><p"
                        + " class=\"note\">{}</p></form>",
                Frame.hidden(view, List.of()),
                id,
                choice.format().code(),
                choice.tier().code(),
                decision,
                words.say("export.give"),
                words.say("export.recorded"));
    }
}

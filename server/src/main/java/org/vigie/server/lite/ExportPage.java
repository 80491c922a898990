package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.out.OutFormat;
import org.vigie.exchange.out.Prepared;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
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
                RiskTable.of(words, choice.tier(), prepared.release().risk()),
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

    private Html give(Risk risk, String id) {
        var decision = DecisionFields.of(view, typed, risk);
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

package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.exchange.brief.BriefPage;
import org.vigie.exchange.brief.Edition;
import org.vigie.exchange.brief.Handout;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.search.SavedQuery;
import org.vigie.server.picture.Desk;
import org.vigie.share.Tier;

/// What a brief is asked for, as a form above it, and the ways to take it along.
///
/// @param since the moment of the last brief as it was typed, empty for the end of the period
///   before
/// @param in the language of the brief, empty for that of the page
/// @param tier for which readers
record BriefForm(View view, String since, String in, Tier tier) {

    /// What the page shows.
    ///
    /// @param id of the export, if a copy is given
    record Shown(Handout handout, Edition edition, Typed typed, String id) {}

    Html page(Shown shown, Desk desk) {
        return Html.of(
                "<link rel=\"stylesheet\" href=\"{}\">{}{}{}{}{}",
                Stylesheet.BRIEF_PATH,
                new Fields(view, shown.typed(), "x").summary(),
                form(shown.handout()),
                tier.leavesTheMission() ? give(shown) : Html.EMPTY,
                BriefPage.of(shown.handout(), shown.edition()),
                SaveForm.of(
                        desk,
                        view,
                        SavedQuery.Page.BRIEF,
                        Map.of(
                                "since",
                                since,
                                "in",
                                in,
                                "tier",
                                tier.leavesTheMission() ? tier.code() : "")));
    }

    private Words words() {
        return view.words();
    }

    private String language() {
        return in.isEmpty() ? words().language().code() : in;
    }

    private Html form(Handout handout) {
        var asked = handout.asked();
        var languages = new ArrayList<Html>();
        for (var one : Language.values()) {
            languages.add(
                    option(
                            one.code(),
                            one.code().equals(language()),
                            words().say("brief.in." + one.code())));
        }
        var tiers = new ArrayList<Html>();
        for (var one : Tier.values()) {
            tiers.add(option(one.code(), one == tier, words().say("tier." + one.code())));
        }
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"/lite/brief\">{}<label>{} <input"
                        + " type=\"date\" name=\"from\" value=\"{}\"></label><label>{} <input"
                        + " type=\"date\" name=\"to\" value=\"{}\"></label><label>{} <input"
                        + " name=\"area\" value=\"{}\" size=\"16\"></label><label>{} <input"
                        + " type=\"datetime-local\" name=\"since\" value=\"{}\"></label><label>{}"
                        + " <select name=\"in\">{}</select></label><label>{} <select"
                        + " name=\"tier\">{}</select></label><button>{}</button>{}</form>",
                Frame.hidden(view, List.of("from", "to", "area")),
                words().say("filter.from"),
                asked.from(),
                words().say("filter.to"),
                asked.to(),
                words().say("filter.area"),
                view.filter().area() == null ? "" : view.filter().area(),
                words().say("brief.since"),
                since,
                words().say("brief.in"),
                languages,
                words().say("export.tier"),
                tiers,
                words().say("brief.ask"),
                tier.leavesTheMission() ? Html.EMPTY : files(handout));
    }

    private static Html option(String code, boolean chosen, String word) {
        return Html.of(
                "<option value=\"{}\"{}>{}</option>",
                code,
                Html.attribute("selected", chosen),
                word);
    }

    /// Within the mission the files are links.
    private Html files(Handout handout) {
        var kept =
                view.address()
                        .with("from", handout.asked().from().toString())
                        .with("to", handout.asked().to().toString())
                        .with("since", since)
                        .with("in", language());
        return Html.of(
                "<a class=\"b\" href=\"{}\">{}</a><a class=\"b\" href=\"{}\">{}</a>",
                kept.at("/lite/brief/brief.html"),
                words().say("brief.as-html"),
                kept.at("/lite/brief/brief.pdf"),
                words().say("brief.as-pdf"));
    }

    /// Outside of it they are given on a second click, the risk having been read.
    private Html give(Shown shown) {
        var handout = shown.handout();
        var risk = handout.release().risk();
        return Html.of(
                "{}<form class=\"form\" method=\"post\" action=\"/lite/brief\">{}<input"
                        + " type=\"hidden\" name=\"from\" value=\"{}\"><input type=\"hidden\""
                        + " name=\"to\" value=\"{}\"><input type=\"hidden\" name=\"id\""
                        + " value=\"{}\"><input type=\"hidden\" name=\"tier\" value=\"{}\"><input"
                        + " type=\"hidden\" name=\"since\" value=\"{}\"><input type=\"hidden\""
                        + " name=\"in\" value=\"{}\">{}<p><button class=\"do\" name=\"as\""
                        + " value=\"pdf\">{}</button> <button name=\"as\" value=\"html\">{}</button></p><p"
                        + " class=\"note\">{}</p></form>",
                RiskTable.of(words(), tier, risk),
                Frame.hidden(view, List.of("from", "to")),
                handout.asked().from(),
                handout.asked().to(),
                shown.id(),
                tier.code(),
                since,
                language(),
                DecisionFields.of(view, shown.typed(), risk),
                words().say("brief.give-pdf"),
                words().say("brief.give-html"),
                words().say("brief.give.note"));
    }
}

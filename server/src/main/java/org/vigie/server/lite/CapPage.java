package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.exchange.cap.CapMessages;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Alert;
import org.vigie.record.Component;
import org.vigie.share.Tier;

/// Gives an alert as a message: for whom, what those readers would have, and the button, or why
/// there is none.
final class CapPage {

    /// The field in which an officer of protection says why it may leave.
    static final String WHY = "why";

    private final View view;
    private final Words words;
    private final Alert alert;
    private final Tier tier;
    private final Typed typed;

    CapPage(View view, Alert alert, Tier tier, Typed typed) {
        this.view = view;
        this.words = view.words();
        this.alert = alert;
        this.tier = tier;
        this.typed = typed;
    }

    /// Whether whoever looks may let it leave for these readers.
    static boolean mayDecide(View view, Tier tier) {
        return !tier.leavesTheMission() || view.officer().component() == Component.PROTECTION;
    }

    /// @param answer the message, as if it had been decided
    /// @param id that the export will have in the ledger
    Html body(CapMessages.Answer answer, String id) {
        return Html.of(
                "{}<p class=\"note\">{} <a href=\"{}\">{}</a></p>{}{}",
                new Fields(view, typed).summary(),
                words.say("cap.note"),
                view.page("/lite/alerts/" + alert.id()),
                Say.uncited(alert.what().title()),
                choice(),
                switch (answer) {
                    case CapMessages.Answer.None(String why) ->
                            Html.of("<p class=\"due\">{}</p>", words.say("cap.held." + why));
                    case CapMessages.Answer.Due due -> message(due, id);
                });
    }

    private Html choice() {
        var tiers = new ArrayList<Html>();
        for (var one : Tier.values()) {
            tiers.add(
                    Html.of(
                            "<option value=\"{}\"{}>{}</option>",
                            one.code(),
                            Html.attribute("selected", one == tier),
                            words.say("tier." + one.code())));
        }
        return Html.of(
                "<form class=\"form\" method=\"get\" action=\"{}\">{}<p><label"
                        + " for=\"x-tier\">{}</label><select id=\"x-tier\" name=\"tier\">{}</select></p>"
                        + "<p><button>{}</button></p></form>",
                path(),
                Frame.hidden(view, List.of()),
                words.say("export.tier"),
                tiers,
                words.say("cap.show"));
    }

    private String path() {
        return "/lite/alerts/" + alert.id() + "/cap";
    }

    private Html message(CapMessages.Answer.Due due, String id) {
        var message = due.message();
        var ground = message.warning().ground();
        var what =
                Html.of(
                        "<p>{}</p><dl><dt>{}<dd>{}<dt>{}<dd>{}</dl>",
                        words.say(
                                "cap.message."
                                        + (due.again()
                                                ? "again"
                                                : message.type().name().toLowerCase(Locale.ROOT))),
                        words.say("cap.severity-given"),
                        words.of(message.warning().severity()),
                        words.say("cap.area-given"),
                        ground.name().isBlank() ? words.say("cap.somewhere") : ground.name());
        if (!mayDecide(view, tier)) {
            return Html.of(
                    "{}<p class=\"due\">{}</p><p class=\"note\">{} <a href=\"{}\">{}</a></p>",
                    what,
                    words.say("cap.decides"),
                    words.say("problem.protection"),
                    view.page("/lite/officer"),
                    words.say("form.post"));
        }
        return Html.of(
                "{}<form class=\"form\" method=\"post\" action=\"{}\">{}<input type=\"hidden\""
                        + " name=\"id\" value=\"{}\"><input type=\"hidden\" name=\"tier\""
                        + " value=\"{}\">{}<p><button class=\"do\">{}</button></p><p"
                        + " class=\"note\">{}</p></form>",
                what,
                path(),
                Frame.hidden(view, List.of()),
                id,
                tier.code(),
                decision(),
                words.say("cap.give"),
                words.say("cap.recorded"));
    }

    private Html decision() {
        return tier.leavesTheMission()
                ? Html.of(
                        "<p class=\"due\">{}</p><p class=\"note\">{}</p>{}",
                        words.say("cap.decides"),
                        words.say("cap.by-you", view.officer().post()),
                        new Fields(view, typed).line(WHY))
                : Html.EMPTY;
    }
}

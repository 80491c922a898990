package org.vigie.exchange.brief;

import java.util.ArrayList;
import org.vigie.assess.Brief;
import org.vigie.exchange.render.Html;
import org.vigie.record.Claim;

/// The gravest incidents of a brief, each with every figure that somebody gives for it.
record BriefGravest(Brief brief, BriefWords say) {

    Html table() {
        var words = say.words();
        var title = Html.of("<h2>{}</h2>", words.say("brief.gravest"));
        if (brief.gravest().isEmpty()) {
            return Html.of("{}<p>{}</p>", title, words.say("brief.none"));
        }
        var rows = new ArrayList<Html>();
        brief.gravest().forEach(grave -> rows.add(row(grave)));
        return Html.of(
                "{}<table class=\"grave\"><thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th><th"
                        + " class=\"r\">{}</th><th>{}</th></tr></thead><tbody>{}</tbody></table><p"
                        + " class=\"q\">{}</p>",
                title,
                words.say("brief.when"),
                words.say("brief.where"),
                words.say("brief.what"),
                words.say("brief.actors"),
                words.say("brief.deaths"),
                words.say("brief.source"),
                rows,
                words.say("brief.gravest.note", brief.gravest().size()));
    }

    private Html row(Brief.Grave grave) {
        var words = say.words();
        var row = grave.row();
        return Html.of(
                "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td class=\"r\"><b>{}</b>{}</td><td>{}{}</td></tr>{}",
                say.happened(row.happenedOn()),
                say.where(row.site()),
                words.of(row.kind()),
                say.actors(row.actors()),
                say.dead(row),
                row.deaths().disordered()
                        ? Html.of("<br/>{}", words.say("brief.disordered"))
                        : Html.EMPTY,
                row.source(),
                key(grave),
                claims(grave));
    }

    private static Html key(Brief.Grave grave) {
        var account = grave.account();
        return account == null ? Html.EMPTY : Html.of(" {}", account.sourceKey());
    }

    /// The figures of others, side by side below the incident.
    private Html claims(Brief.Grave grave) {
        if (grave.claims().isEmpty()) {
            return Html.EMPTY;
        }
        var said = new ArrayList<Html>();
        grave.claims().forEach(claim -> said.add(Html.of("<li>{}</li>", claim(claim))));
        return Html.of(
                "<tr class=\"claims\"><td></td><td colspan=\"5\"><ul>{}</ul></td></tr>", said);
    }

    private String claim(Claim claim) {
        var words = say.words();
        var measure = "measure-name." + claim.measure();
        var population =
                claim.population().isEmpty()
                        ? claim.definition()
                        : claim.definition().isEmpty()
                                ? claim.population()
                                : words.say(
                                        "brief.claim.population",
                                        claim.population(),
                                        claim.definition());
        return words.say(
                "brief.claim",
                words.figures(claim.figures()),
                words.sentences().containsKey(measure) ? words.say(measure) : claim.measure(),
                population,
                say.name(claim.source()));
    }
}

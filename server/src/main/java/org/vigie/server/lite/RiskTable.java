package org.vigie.server.lite;

import java.util.ArrayList;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.share.Risk;
import org.vigie.share.Tier;

/// What readers of a tier would have, and what it would still tell of persons: shown before
/// anything is given.
final class RiskTable {

    private RiskTable() {}

    static Html of(Words words, Tier tier, Risk risk) {
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
                "<table id=\"risk\" class=\"survey\"><caption>{}</caption><tbody>{}</tbody></table>",
                words.say("export.risk", words.say("tier." + tier.code())),
                lines);
    }

    private static Html line(String what, int rows) {
        return Html.of("<tr><th scope=\"row\">{}<td class=\"r\">{}", what, rows);
    }
}

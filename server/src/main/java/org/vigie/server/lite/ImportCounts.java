package org.vigie.server.lite;

import java.util.ArrayList;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Housekeeping;

/// The counts of an import as lines of a table; the first is the sum of those that follow, but for
/// what is removed and what is disordered.
final class ImportCounts {

    private ImportCounts() {}

    static Html of(Words words, Housekeeping.ImportClosed counts) {
        var lines = new ArrayList<Html>();
        lines.add(line(words, words.say("intake.rows"), counts.read()));
        lines.add(line(words, words.say("intake.added"), counts.added()));
        lines.add(line(words, words.say("intake.changed"), counts.changed()));
        lines.add(line(words, words.say("intake.unchanged"), counts.unchanged()));
        lines.add(line(words, words.say("intake.rejected"), counts.rejected()));
        lines.add(line(words, words.say("intake.removed"), counts.removed()));
        if (counts.disordered() > 0) {
            lines.add(line(words, words.say("intake.disordered"), counts.disordered()));
        }
        return Html.join(lines);
    }

    static Html line(Words words, String what, long number) {
        return Html.of("<tr><th scope=\"row\">{}<td class=\"r\">{}", what, words.number(number));
    }
}

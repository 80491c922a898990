package org.vigie.server.lite;

import java.util.ArrayList;
import org.vigie.exchange.words.Words;
import org.vigie.record.By;
import org.vigie.record.Filter;

/// A filter as a sentence that one can read aloud: "One-sided violence in Mopti from 1 Jan 2020".
record FilterSentence(Words words) {

    String of(Filter filter) {
        var said = new ArrayList<String>();
        said.add(
                filter.kind() == null
                        ? words.say("says.all")
                        : words.say("says.kind", words.of(filter.kind())));
        if (filter.area() != null) {
            said.add(
                    filter.area().equals(By.UNKNOWN)
                            ? words.say("says.no-area")
                            : words.say("says.area", filter.area()));
        }
        if (filter.actor() != null) {
            said.add(words.say("says.actor", filter.actor()));
        }
        if (filter.cell() != null) {
            said.add(words.say("says.cell", "" + filter.cell()));
        }
        if (filter.from() != null) {
            said.add(words.say("says.from", filter.from()));
        }
        if (filter.to() != null) {
            said.add(words.say("says.to", filter.to()));
        }
        return String.join(" ", said);
    }
}

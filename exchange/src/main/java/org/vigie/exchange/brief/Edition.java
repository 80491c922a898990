package org.vigie.exchange.brief;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.words.Words;

/// How a brief is to be written, beside what it says.
///
/// @param outlines the base map; may be empty
/// @param exercise whether it is of the ledger of exercises: then it says so at every edge
/// @param fictional whether its country does not exist
/// @param formats what is known of a source that is a format of ours: definition and citation
public record Edition(
        Words words,
        List<Outline> outlines,
        boolean exercise,
        boolean fictional,
        Function<String, Optional<Format>> formats) {

    public Edition {
        outlines = List.copyOf(outlines);
    }
}

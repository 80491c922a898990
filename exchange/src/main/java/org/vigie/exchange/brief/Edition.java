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
/// @param drawingBytes what map and chart may weigh together
public record Edition(
        Words words,
        List<Outline> outlines,
        boolean exercise,
        boolean fictional,
        Function<String, Optional<Format>> formats,
        int drawingBytes) {

    /// Bytes of map and chart together where a file may be as large as a letter.
    public static final int FILE = 32_000;

    /// The same for a page that must load over a telephone.
    public static final int PAGE = 11_000;

    public Edition {
        outlines = List.copyOf(outlines);
    }
}

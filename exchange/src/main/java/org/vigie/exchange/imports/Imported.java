package org.vigie.exchange.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;

/// What an import did.
///
/// @param importId null after a dry run
/// @param counts rows of the file: `read` is the sum of added, changed, unchanged and rejected
/// @param undated rows for which the `known-at` rule gave no moment, so that they count as known
///   from the import on; 0 under `now`
/// @param repeated rows that told once more what the row above them told, e.g. for a second actor;
///   counted as unchanged
/// @param outdated rows of which the ledger holds a newer revision by the source's own count; they
///   write nothing and count as unchanged
/// @param implausible rows taken as printed that are hardly true: more than 100,000 dead in one
///   incident, a day in the future or before 1900
/// @param handling what new rows are handled as
/// @param rejections the first [#REJECTIONS_MAX]; `counts.rejected` says how many there were
public record Imported(
        Format format,
        String file,
        @Nullable UUID importId,
        Housekeeping.ImportClosed counts,
        long undated,
        long repeated,
        long outdated,
        long implausible,
        Handling handling,
        List<Rejection> rejections) {

    /// How many rejections are listed: a file with more has one fault, not a thousand.
    public static final int REJECTIONS_MAX = 1_000;

    public Imported {
        rejections = List.copyOf(rejections);
    }
}

package org.vigie.exchange.imports;

import java.nio.file.Path;
import java.time.Instant;

/// What is to be imported, and how.
///
/// @param file where its bytes lie
/// @param name what the person calls it, without its folders; stands in the ledger and in messages
/// @param complete this file is complete for the countries that it names: incidents of these
///   countries that it no longer lists are retracted
/// @param dryRun only count; nothing is written or kept
/// @param now the moment of the import
public record Order(
        Format format,
        Path file,
        String name,
        KnownAt knownAt,
        boolean complete,
        boolean dryRun,
        Instant now) {

    /// A file that lies under its own name.
    public Order(
            Format format,
            Path file,
            KnownAt knownAt,
            boolean complete,
            boolean dryRun,
            Instant now) {
        this(format, file, SourceFile.nameOf(file), knownAt, complete, dryRun, now);
    }
}

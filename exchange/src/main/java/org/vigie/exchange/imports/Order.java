package org.vigie.exchange.imports;

import java.nio.file.Path;
import java.time.Instant;

/// What is to be imported, and how.
///
/// @param complete this file is complete for the countries that it names: incidents of these
///   countries that it no longer lists are retracted
/// @param dryRun only count; nothing is written or kept
/// @param now the moment of the import
public record Order(
        Format format, Path file, KnownAt knownAt, boolean complete, boolean dryRun, Instant now) {}

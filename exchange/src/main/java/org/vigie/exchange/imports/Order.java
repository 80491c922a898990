package org.vigie.exchange.imports;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Handling;

/// What is to be imported, and how.
///
/// @param file where its bytes lie
/// @param name what the person calls it, without its folders; stands in the ledger and in messages
/// @param complete this file is complete for the countries that it names: incidents of these
///   countries that it no longer lists are retracted
/// @param dryRun only count; nothing is written or kept
/// @param now the moment of the import
/// @param handling what somebody says that its rows are handled as, null for as the format is
public record Order(
        Format format,
        Path file,
        String name,
        KnownAt knownAt,
        boolean complete,
        boolean dryRun,
        Instant now,
        @Nullable Handling handling) {

    /// A file that is handled as its format is.
    public Order(
            Format format,
            Path file,
            String name,
            KnownAt knownAt,
            boolean complete,
            boolean dryRun,
            Instant now) {
        this(format, file, name, knownAt, complete, dryRun, now, null);
    }

    /// The same, handled as somebody says; null for as its format is.
    public Order handledAs(@Nullable Handling said) {
        return new Order(format, file, name, knownAt, complete, dryRun, now, said);
    }

    /// The same, read as another format reads it.
    Order as(Format other) {
        return new Order(other, file, name, knownAt, complete, dryRun, now, handling);
    }

    /// What a new row is handled as.
    Handling ofNew() {
        return handling == null ? format.handling() : handling;
    }

    /// What a row is handled as that the ledger holds already: never more openly than there, unless
    /// somebody says so now.
    Handling ofHeld(Handling held) {
        return handling == null
                ? format.findHandlingSaid().orElseGet(() -> format.handling().stricter(held))
                : handling;
    }

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

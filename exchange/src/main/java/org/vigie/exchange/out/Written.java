package org.vigie.exchange.out;

import java.util.Optional;

/// What was written.
///
/// @param sha256 of the bytes, lower-case hex
/// @param equalTo the imported file that these bytes are equal to, if there is one
/// @param note what a reader should know of the file, empty when there is nothing
public record Written(
        String format,
        long rows,
        long bytes,
        String sha256,
        Optional<String> equalTo,
        String note) {}

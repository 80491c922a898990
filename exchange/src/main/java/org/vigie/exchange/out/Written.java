package org.vigie.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
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
        String note) {

    /// What is in memory as a whole, such as a brief.
    ///
    /// @param rows how many incidents are in it
    public static Written of(String format, long rows, byte[] bytes) throws IOException {
        try (var counted = new CountedBytes(OutputStream.nullOutputStream())) {
            counted.write(bytes);
            return new Written(
                    format, rows, counted.count(), counted.sha256(), Optional.empty(), "");
        }
    }
}

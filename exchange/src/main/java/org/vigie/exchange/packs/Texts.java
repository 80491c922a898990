package org.vigie.exchange.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Files of a pack as text: UTF-8, with or without a byte order mark.
final class Texts {

    private static final String MARK = "\uFEFF";

    private Texts() {}

    /// The text of a file; empty when there is none, or when it cannot be text (a finding then says
    /// so).
    static Optional<String> find(PackFiles files, String path, Findings findings)
            throws IOException {
        var bytes = files.find(path);
        return bytes.isEmpty() ? Optional.empty() : read(path, bytes.get(), findings);
    }

    static Optional<String> read(String path, byte[] bytes, Findings findings) {
        if (bytes.length > PackFiles.FILE_MAX) {
            findings.error(
                    Findings.Spot.file(path),
                    "make it smaller than %s MB".formatted(PackFiles.FILE_MAX >> 20));
            return Optional.empty();
        }
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith(MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            findings.error(Findings.Spot.file(path), "save it as UTF-8 (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }
}

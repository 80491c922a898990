package org.vigie;

import java.nio.charset.StandardCharsets;

/// A parser with a fault that stands behind three words, each of which is asked for only after the
/// one before: by blind chance nobody finds it, and a fuzzer that sees coverage does in seconds.
final class PlantedFault {

    private PlantedFault() {}

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        var words = new String(bytes, StandardCharsets.UTF_8).split(" ", -1);
        if (words.length > 2
                && words[0].equals("alert")
                && words[1].equals("severity")
                && words[2].equals("ogossagou")) {
            throw new IllegalStateException("the planted fault");
        }
    }
}

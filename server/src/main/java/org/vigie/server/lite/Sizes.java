package org.vigie.server.lite;

import org.vigie.exchange.words.Words;

/// How large a file is, in words.
final class Sizes {

    private Sizes() {}

    static String of(Words words, long bytes) {
        if (bytes < 10_000) {
            return words.say("size.bytes", words.number(bytes));
        }
        return bytes < 10_000_000
                ? words.say("size.kb", words.number(bytes / 1_000))
                : words.say("size.mb", words.number(bytes / 1_000_000));
    }
}

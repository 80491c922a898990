package org.vigie.cli;

import java.time.Duration;
import java.time.Instant;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Saying;

/// What the core says, in the English of the pages: lengths of time in hours and minutes, words for
/// codes where there are some.
final class Spoken {

    private static final Words ENGLISH = Words.of(Language.EN);

    private Spoken() {}

    static String of(Saying saying) {
        return ENGLISH.of(saying, Spoken::need);
    }

    /// `infantry`, or what a code of a need stands for.
    static String need(String code) {
        var key = "need." + code;
        return ENGLISH.sentences().containsKey(key) ? ENGLISH.say(key) : code;
    }

    /// `2 h 10 min`.
    static String length(Duration length) {
        return ENGLISH.length(length);
    }

    static String moment(Instant moment) {
        return ENGLISH.moment(moment);
    }

    /// `2 h 10 min to 4 h (12:10Z to 14:00Z)`: how long after a moment, and at which moments.
    static String range(Instant from, Duration earliest, Duration latest) {
        return length(earliest)
                + " to "
                + length(latest)
                + " ("
                + moment(from.plus(earliest))
                + " to "
                + moment(from.plus(latest))
                + ")";
    }
}

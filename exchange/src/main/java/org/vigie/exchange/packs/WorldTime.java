package org.vigie.exchange.packs;

import org.jspecify.annotations.Nullable;
import org.vigie.record.Happened;

/// When a line of a chronology was so in the world, which is not when the mission knew.
final class WorldTime {

    private WorldTime() {}

    /// The world's time: as `happened=` says; else, where `about=` makes the moment a band, the
    /// moment of knowing with that precision; else unknown.
    static @Nullable Happened of(Sentence sentence) {
        var written = sentence.keys().get("happened");
        if (written == null) {
            var moment = sentence.knownAt().moment();
            return moment == null || sentence.find("about").isEmpty()
                    ? null
                    : withAbout(sentence, Happened.at(moment));
        }
        int dots = written.indexOf("..");
        if (dots < 0) {
            return withAbout(sentence, PackDate.parse("happened", written).happened());
        }
        var from = PackDate.parse("happened", written.substring(0, dots));
        var to = PackDate.parse("happened", written.substring(dots + 2));
        if (from.moment() != null && to.moment() != null) {
            return withAbout(sentence, new Happened(from.start(), to.start(), from.precision()));
        }
        var coarser =
                from.precision().compareTo(to.precision()) > 0 ? from.precision() : to.precision();
        return withAbout(sentence, Happened.between(from.first(), to.last(), coarser));
    }

    /// The same time, no more exactly than the line's `about=` allows.
    static Happened withAbout(Sentence sentence, Happened happened) {
        return new Happened(
                happened.first(), happened.last(), sentence.precision(happened.precision()));
    }
}

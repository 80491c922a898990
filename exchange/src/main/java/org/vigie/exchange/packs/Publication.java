package org.vigie.exchange.packs;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.record.DatePrecision;
import org.vigie.record.Grade;

/// When the sources of a pack were published, and how reliable the pack takes them to be.
final class Publication {

    private final Map<String, PackDate> published = new HashMap<>();
    private final Map<String, Character> reliability = new HashMap<>();
    private final Instant ofPack;

    Publication(Mission mission, PackTables tables) {
        var day = mission.published();
        ofPack = new PackDate(day, day, DatePrecision.DAY, null).end();
        for (var row : tables.rows(Tables.SOURCES)) {
            row.day("published").ifPresent(date -> published.put(row.id(), date));
            reliability.put(row.id(), row.text("reliability").charAt(0));
        }
    }

    /// The end of the pack's own day: what is assumed is known from then on.
    Instant ofPack() {
        return ofPack;
    }

    /// The end of the source's day, month or year; of the pack's day when the source has none.
    Instant of(String source) {
        var date = published.get(source);
        return date == null ? ofPack : date.end();
    }

    /// As above, with a day of the row's own: it counts where it makes a coarse publication date
    /// finer, and never makes a source known before it was published.
    Instant of(String source, Optional<PackDate> day) {
        var date = published.get(source);
        return date != null && day.isPresent() && day.get().within(date)
                ? day.get().end()
                : of(source);
    }

    Grade grade(String source) {
        return PackEntries.grade(reliability.getOrDefault(source, 'F'));
    }
}

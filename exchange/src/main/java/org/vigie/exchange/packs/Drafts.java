package org.vigie.exchange.packs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Origin;

/// Makes the entries of one pack, chronology or generated stream.
///
/// An entry's id comes from who made it, the file, and everything that it says, so that the same
/// row is the same entry wherever and however often it is read. Two rows that say exactly the same
/// are told apart by their number.
final class Drafts {

    private final String lane;
    private final String maker;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    /// @param lane `pack`, `play` or `generate`
    /// @param maker e.g. `mission pack minusma`: the author where no other is named
    Drafts(String lane, String maker) {
        this.lane = lane;
        this.maker = maker;
    }

    /// What an entry needs besides its body.
    ///
    /// @param author empty: the maker
    record Head(
            UUID subject,
            @Nullable Happened happenedOn,
            Instant knownAt,
            String author,
            Component component,
            Handling handling,
            String file,
            int line) {

        /// The same, said by somebody.
        Head by(String who, Component of) {
            return new Head(subject, happenedOn, knownAt, who, of, handling, file, line);
        }
    }

    /// Adds an entry and gives its id.
    UUID add(Head head, Body body) {
        var author = head.author().isEmpty() ? maker : head.author();
        var origin = new Origin(lane, null, head.file(), head.line());
        var said =
                String.join(
                        "\u0000",
                        head.file(),
                        head.subject().toString(),
                        String.valueOf(head.happenedOn()),
                        head.knownAt().toString(),
                        author,
                        head.component().name(),
                        head.handling().name(),
                        body.toString());
        int number = seen.merge(said, 1, Integer::sum);
        var id = Ids.subject(maker, said + '\u0000' + number);
        entries.add(
                new Entry(
                        id,
                        head.subject(),
                        head.happenedOn(),
                        head.knownAt(),
                        author,
                        head.component(),
                        head.handling(),
                        origin,
                        null,
                        body));
        return id;
    }

    int size() {
        return entries.size();
    }

    /// Those from the given number on.
    List<Entry> since(int number) {
        return List.copyOf(entries.subList(number, entries.size()));
    }

    List<Entry> list() {
        return List.copyOf(entries);
    }
}

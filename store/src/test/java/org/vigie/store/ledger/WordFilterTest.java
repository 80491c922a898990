package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Viewer;

/// A search leaves unread only what cannot hold its words.
class WordFilterTest {

    private static Entry note(String text, Handling handling, @Nullable UUID supersedes) {
        var id = Ids.fresh(Instant.EPOCH, new java.util.Random());
        return new Entry(
                id,
                id,
                null,
                null,
                "analyst",
                Component.ANALYSIS_CENTRE,
                handling,
                Origin.hand(),
                supersedes,
                new Housekeeping.NoteWritten(text));
    }

    @Test
    void what_may_hold_the_words_is_read_and_nothing_else() throws IOException, SQLException {
        var plain = note("Attack near BRIA", Handling.OPEN, null);
        var entries =
                List.of(
                        plain,
                        note("Attaque près de Bria", Handling.OPEN, null),
                        note("Market at Bangui", Handling.OPEN, null),
                        note("Marché de Bangui", Handling.OPEN, null),
                        note("told in Bangui", Handling.PROTECTION, null),
                        note("withdrawn", Handling.OPEN, plain.id()));
        var opened = LedgerFixture.empty();
        opened.ledger().append(entries);
        assertEquals(List.of(0, 1, 3, 4, 5), read(opened.ledger(), entries, Set.of("bria")));
        assertEquals(
                List.of(3, 4, 5),
                read(opened.ledger(), entries, Set.of("بريا")).stream()
                        .filter(index -> index > 1)
                        .toList());
    }

    private static List<Integer> read(SqlLedger ledger, List<Entry> entries, Set<String> words)
            throws IOException {
        var ids = entries.stream().map(Entry::id).toList();
        var read = new ArrayList<Integer>();
        ledger.readHolding(
                words,
                Viewer.owner(),
                recorded -> {
                    int index = ids.indexOf(recorded.entry().id());
                    if (index >= 0) {
                        read.add(index);
                    }
                });
        return read;
    }

    @Property(tries = 300)
    void no_text_is_left_out_that_holds_the_word_in_whatever_case(
            @ForAll @AlphaChars @StringLength(min = 1, max = 6) String word,
            @ForAll @StringLength(max = 40) String before,
            @ForAll @StringLength(max = 40) String after,
            @ForAll @IntRange(min = 0, max = 2) int spelling) {
        List<Function<String, String>> spellings =
                List.of(
                        text -> text,
                        text -> text.toUpperCase(Locale.ROOT),
                        text -> text.toLowerCase(Locale.ROOT));
        var text = before + spellings.get(spelling).apply(word) + after;
        var row = StoredEntry.row(note(text, Handling.OPEN, null));
        assertTrue(new WordFilter(Set.of(word.toLowerCase(Locale.ROOT))).mayHold(row), text);
    }
}

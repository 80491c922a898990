package org.vigie.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;

/// Whatever is searched in, and whatever is searched for.
class WordsFuzzTest {

    private static final Instant NOW = Instant.parse("2024-05-01T06:00:00Z");

    @FuzzTest
    void the_words_of_a_text_stand_in_it_in_their_order(byte[] bytes) {
        var text = text(bytes);
        int last = 0;
        for (var word : FoldedText.of(text).words()) {
            assertTrue(word.from() >= last && word.to() > word.from(), text);
            assertFalse(word.folded().isEmpty());
            last = word.to();
        }
        assertTrue(last <= text.length());
    }

    @FuzzTest
    void a_word_that_is_folded_stays_as_it_is_when_it_is_folded_again(byte[] bytes) {
        for (var word : FoldedText.of(text(bytes)).words()) {
            var again = FoldedText.of(word.folded()).words();
            assertEquals(
                    List.of(word.folded()), again.stream().map(FoldedText.Word::folded).toList());
        }
    }

    @FuzzTest
    void a_note_is_found_by_its_own_words_or_the_question_is_refused(byte[] bytes)
            throws IOException {
        var text = text(bytes);
        var ledger = new MemoryLedger(InstantSource.fixed(NOW));
        ledger.append(List.of(note(text)));
        try {
            var hits = Search.of(text, new Standpoint(NOW, NOW, Viewer.owner()), 5, ledger);
            assertEquals(1, hits.total());
        } catch (BadInput refused) {
            assertEquals("words", refused.field());
        }
    }

    private static Entry note(String text) {
        return new Entry(
                new UUID(7, 7),
                new UUID(8, 8),
                null,
                null,
                "analyst",
                Component.OPERATIONS_CENTRE,
                Handling.OPEN,
                Origin.hand(),
                null,
                new Housekeeping.NoteWritten(text));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

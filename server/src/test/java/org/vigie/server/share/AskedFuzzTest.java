package org.vigie.server.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.vigie.geo.BadInput;
import org.vigie.record.History;

/// What other programs ask the map interface, lines `name=value`.
class AskedFuzzTest {

    private static final Instant NOW = Instant.parse("2026-03-15T05:30:00Z");

    /// What was asked can be answered: the moments are such as the record can be looked at.
    @FuzzTest
    void a_question_of_another_program_can_be_answered_or_is_refused(byte[] bytes) {
        var parameters = new TreeMap<String, String>();
        for (var line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            var parts = line.split("=", 2);
            parameters.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        try {
            var asked = Asked.of(parameters, NOW);
            assertTrue(asked.limit() >= 1 && asked.limit() <= Asked.LIMIT_MAX);
            assertTrue(asked.first() >= 0);
            assertFalse(asked.kept().containsKey("offset"));
            var question = asked.question();
            var picture =
                    History.EMPTY.asOf(
                            question.known(), question.recorded(), asked.tier().viewer());
            assertEquals(0, picture.incidents().size());
            assertEquals(0, Page.of(List.of(), asked).rows().size());
        } catch (BadInput refused) {
            assertTrue(refused.getMessage() != null);
        }
    }
}

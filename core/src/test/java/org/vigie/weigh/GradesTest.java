package org.vigie.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.Facts;
import org.vigie.record.Grade;
import org.vigie.record.Ids;
import org.vigie.record.Origins;

/// Reliability and credibility are judged apart; "confirmed" needs somebody else who says so.
class GradesTest {

    private final TwoSources told = new TwoSources();
    private final UUID village = told.account("press", "a", "2024-01-10", null, 0);

    private void register(String source, char reliability) {
        told.judge(
                Ids.subject("source", source),
                new Facts.SourceRegistered(source, source, "press", "", null, "", reliability));
    }

    @Test
    void a_claim_has_the_grade_of_its_source_and_its_own() throws IOException {
        register("radio", 'B');
        var claim = told.claim(village, "radio", 30);
        assertEquals("B6", Grades.of(told.picture()).of(told.entry(claim)).toString());
        told.judge(village, told.judgements().credibility(told.entry(claim), 4, "doubtful"));
        told.judge(
                Ids.subject("source", "radio"),
                told.judgements().reliability("radio", 'D', "twice wrong"));
        assertEquals("D4", Grades.of(told.picture()).of(told.entry(claim)).toString());
    }

    @Test
    void one_source_alone_confirms_nothing() throws IOException {
        var claim = told.claim(village, "radio", 30);
        var refused =
                assertThrows(
                        BadInput.class,
                        () -> told.judgements().credibility(told.entry(claim), 1, "sure"));
        assertTrue(refused.toString().contains("nobody but radio"), refused::toString);
        told.claim(village, "un", 12);
        assertEquals(1, told.judgements().credibility(told.entry(claim), 1, "un").credibility());
    }

    @Test
    void a_source_that_takes_it_from_the_first_confirms_nothing_either() throws IOException {
        register("paper", 'C');
        var claim = told.claim(village, "agency", 30);
        told.claim(village, "paper", 30);
        told.judge(
                Ids.subject("source", "paper"),
                told.judgements().derived("paper", "agency", "same words"));
        assertThrows(
                BadInput.class, () -> told.judgements().credibility(told.entry(claim), 1, "sure"));
        assertThrows(
                BadInput.class,
                () ->
                        told.judgements()
                                .claim(
                                        village,
                                        TwoSources.claimOf("agency", 30, Grade.parse("B1"))));
        assertEquals(
                Map.of("agency", Set.of("agency", "paper")),
                Origins.of(told.picture()).circular(java.util.List.of("agency", "paper", "un")));
    }

    @Test
    void a_circle_of_sources_is_refused() {
        register("paper", 'C');
        register("agency", 'B');
        told.judge(
                Ids.subject("source", "paper"),
                told.judgements().derived("paper", "agency", "same words"));
        assertThrows(BadInput.class, () -> told.judgements().derived("agency", "paper", "hm"));
        assertThrows(BadInput.class, () -> told.judgements().derived("agency", "agency", "hm"));
        assertThrows(BadInput.class, () -> told.judgements().derived("nobody", "agency", "hm"));
    }
}

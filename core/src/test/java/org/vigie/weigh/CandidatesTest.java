package org.vigie.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.record.Filter;

/// Which pairs are proposed, and that a person's word ends the question.
class CandidatesTest {

    private final TwoSources told = new TwoSources();

    private List<Candidates.Candidate> found() {
        return Candidates.of(told.picture(), Filter.ALL, 100, Candidates.SCORE_MIN);
    }

    @Test
    void the_same_day_and_place_from_another_source_is_proposed_with_its_parts() {
        var ged = told.account("ucdp-ged", "1", "2024-01-10", 12, 0);
        var acled = told.account("acled", "2", "2024-01-10", 12, 0);
        var pair = found().getFirst();
        assertEquals(
                List.of(acled, ged), List.of(pair.first().incident(), pair.second().incident()));
        var parts = pair.likeness();
        assertEquals(
                List.of(1.0, 1.0, 0.8, 1.0, 1.0),
                List.of(parts.when(), parts.where(), parts.who(), parts.howMany(), parts.what()));
        assertEquals(0.96, pair.score(), 1e-9);
    }

    @Test
    void one_source_is_never_compared_with_itself() {
        told.account("acled", "1", "2024-01-10", 12, 0);
        told.account("acled", "2", "2024-01-10", 12, 0);
        assertEquals(List.of(), found());
    }

    @Test
    void a_fortnight_or_a_hundred_kilometres_are_too_far() {
        told.account("ucdp-ged", "1", "2024-01-10", 12, 0);
        told.account("acled", "2", "2024-01-24", 12, 0);
        told.account("acled", "3", "2024-01-10", 12, 100);
        assertEquals(List.of(), found());
    }

    @Test
    void what_a_person_settled_is_not_asked_again() {
        var ged = told.account("ucdp-ged", "1", "2024-01-10", 12, 0);
        var acled = told.account("acled", "2", "2024-01-10", 12, 0);
        var press = told.account("press", "3", "2024-01-10", 12, 0);
        assertEquals(3, found().size());
        told.judge(ged, told.judgements().same(ged, acled, "same"));
        told.judge(ged, told.judgements().different(ged, press, "another village"));
        assertEquals(List.of(), found());
    }

    @Test
    void two_sources_that_quote_one_agency_confirm_nothing() throws IOException {
        told.account("ucdp-ged", "1", "2024-01-10", 12, 0);
        told.account("acled", "2", "2024-01-10", 12, 0);
        assertEquals(
                new TreeSet<>(List.of("reuters")),
                Candidates.sharedOrigin(found().getFirst(), told.ledger, told.picture()));
    }

    @Property(tries = 100)
    void farther_apart_is_never_likelier(
            @ForAll @DoubleRange(min = 0, max = 90) double km,
            @ForAll @DoubleRange(min = 0, max = 30) double more,
            @ForAll @IntRange(min = 1, max = 20) int day) {
        assertTrue(score(km, day) >= score(km + more, day));
        assertTrue(score(km, day) >= score(km, day + 1));
    }

    private static double score(double km, int day) {
        var told = new TwoSources();
        UUID ged = told.account("ucdp-ged", "1", "2024-01-01", 12, 0);
        UUID acled =
                told.account("acled", "2", java.time.LocalDate.of(2024, 1, day).toString(), 12, km);
        return Likeness.of(told.row(ged), told.row(acled), ActorNames.of(told.picture())).score();
    }
}

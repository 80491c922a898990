package org.vigie.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.By;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Handling;
import org.vigie.record.Rule;
import org.vigie.record.Viewer;

/// What a person says is one incident counts once, with both accounts kept, until it is taken back.
class MergingTest {

    private final TwoSources told = new TwoSources();
    private UUID ged = new UUID(0, 0);
    private UUID acled = new UUID(0, 0);

    @BeforeEach
    void two_accounts_of_one_attack() {
        ged = told.account("ucdp-ged", "1", "2024-01-10", 12, 0);
        acled = told.account("acled", "CAR1", "2024-01-11", 15, 3);
    }

    @Test
    void two_accounts_count_twice_until_a_person_says_that_they_are_one() {
        assertEquals(27, told.picture().incidents().count(By.YEAR).total().best());
        told.judge(ged, told.judgements().same(ged, acled, "same village, same night"));
        var count = told.picture().incidents().count(By.YEAR).total();
        assertEquals(List.of(1L, 12L), List.of(count.events(), count.best()));
        assertEquals(List.of(ged, acled), told.row(ged).incidents());
        assertEquals(Rule.OWN_ACCOUNT, told.row(ged).rule());
    }

    @Test
    void a_judgement_does_not_change_since_when_an_incident_is_known() {
        var first = told.row(ged).knownFrom();
        assertTrue(first.isBefore(told.row(acled).knownFrom()));
        told.judge(acled, told.judgements().same(acled, ged, "same village, same night"));
        assertEquals(first, told.row(acled).knownFrom());
    }

    @Test
    void the_folded_one_is_found_as_the_one_that_is_shown() {
        told.judge(ged, told.judgements().same(ged, acled, "same night"));
        assertEquals(ged, told.row(acled).incident());
        assertEquals(Figures.exactly(15), told.row(acled).folded().getFirst().deaths());
    }

    @Test
    void parted_again_both_count_and_the_past_still_shows_one() throws IOException {
        var link = told.judge(ged, told.judgements().same(ged, acled, "same night"));
        var before = told.now().minusSeconds(1);
        var parted = Judgements.takenBack(told.entry(link), "two villages");
        told.write(ged, parted, Handling.OPEN, link);
        assertEquals(2, told.picture().incidents().size());
        assertEquals(1, told.ledger.asOf(before, before, Viewer.owner()).incidents().size());
    }

    @Test
    void merged_from_both_ends_at_once_two_are_parted_by_taking_back_both() throws IOException {
        var officers = List.of(told.judgements(), told.judgements());
        told.judge(ged, officers.getFirst().same(ged, acled, "same night"));
        told.judge(acled, officers.getLast().same(acled, ged, "same village"));
        assertEquals(1, told.picture().incidents().size());
        for (var link : told.judgements().links(ged, acled)) {
            told.write(
                    link.entry().subject(),
                    Judgements.takenBack(link, "two villages"),
                    Handling.OPEN,
                    link.entry().id());
        }
        assertEquals(2, told.picture().incidents().size());
    }

    @Test
    void what_is_the_same_already_cannot_be_said_again() {
        told.judge(ged, told.judgements().same(ged, acled, "same night"));
        var again =
                assertThrows(BadInput.class, () -> told.judgements().same(acled, ged, "once more"));
        assertTrue(again.toString().contains("not the same already"), again::toString);
        assertThrows(BadInput.class, () -> told.judgements().different(ged, acled, "no"));
        assertThrows(BadInput.class, () -> told.judgements().same(ged, UUID.randomUUID(), "no"));
        assertThrows(BadInput.class, () -> told.judgements().same(ged, ged, "itself"));
    }

    @Test
    void three_join_into_one_through_the_middle() {
        var third = told.account("press", "a", "2024-01-10", null, 1);
        told.judge(ged, told.judgements().same(ged, acled, "same night"));
        told.judge(acled, told.judgements().same(acled, third, "quotes it"));
        assertEquals(List.of(ged, acled, third), told.row(third).incidents());
        assertEquals(1, told.picture().incidents().size());
    }

    @Test
    void when_the_account_that_is_shown_is_retracted_the_other_one_stands() {
        told.judge(ged, told.judgements().same(ged, acled, "same night"));
        var account = told.row(ged);
        var entry = new UUID(0x7000L, 0x8000_0000_0000_0000L);
        told.write(ged, new Facts.IncidentRetracted("ucdp-ged", "deleted"), Handling.OPEN, entry);
        assertEquals(acled, told.row(acled).incident());
        assertEquals(List.of(acled), told.row(acled).incidents());
        assertEquals(ged, account.incident());
    }

    @Test
    void who_may_not_see_the_link_sees_two() {
        told.write(
                ged, told.judgements().same(ged, acled, "an informant says"), Handling.PROTECTION);
        assertEquals(1, told.picture().incidents().size());
        assertEquals(2, told.picture(Viewer.outsider()).incidents().size());
    }

    @Test
    void a_claim_that_an_outsider_may_not_see_gives_no_figure_to_an_outsider() {
        var open = told.account("press", "a", "2024-01-20", null, 0);
        told.write(
                open,
                new Facts.ClaimMade(
                        TwoSources.claimOf("patrol", 7, org.vigie.record.Grade.UNJUDGED)),
                Handling.PROTECTION);
        assertEquals(Figures.exactly(7), told.row(open).deaths());
        assertEquals(
                Figures.NONE,
                told.picture(Viewer.outsider()).incidents().find(open).orElseThrow().deaths());
    }
}

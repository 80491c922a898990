package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.record.Entry;
import org.vigie.store.ledger.Verification.Finding;

/// What somebody with the owner's password can do to the ledger, and what `verify` says about it.
class VerificationTest {

    private Store.Opened opened;
    private List<Entry> entries;

    @BeforeEach
    void begin() throws IOException, SQLException {
        opened = LedgerFixture.empty();
        entries = IntStream.range(0, 10).mapToObj(LedgerFixture::incident).toList();
        opened.ledger().append(entries.subList(0, 4));
        opened.ledger().append(entries.subList(4, 10));
    }

    @Test
    void an_untouched_ledger_is_ok_and_names_its_newest_checkpoint() throws IOException {
        var verification = opened.verify(null, null);
        assertEquals(List.of(), verification.findings());
        assertEquals(10, verification.entries());
        assertTrue(String.valueOf(verification.checkpoint()).contains("\n10\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body = replace(body, 'Ogossagou', 'Elsewhere')",
                "known_at = known_at - interval '1 minute'",
                "known_at = null",
                "happened_first = happened_first - interval '1 day'",
                "happened_precision = 'week'",
                "author = 'somebody else'",
                "component = 'force'",
                "handling = 'sealed'",
                "lane = 'phone'",
                "file = 'x.csv'",
                "line = 3",
                "subject = gen_random_uuid()",
                "supersedes = gen_random_uuid()",
                "import_id = gen_random_uuid()",
                "kind = 'note-written'",
                "id = gen_random_uuid()"
            })
    void a_change_to_any_column_of_one_row_is_found_and_the_entry_named(String change)
            throws IOException, SQLException {
        LedgerFixture.asOwner(
                "update entry set "
                        + change
                        + " where no = 2 and batch = (select max(batch) from entry)");
        var findings = opened.verify(null, null).findings();
        assertEquals(List.of(6L), findings.stream().map(Finding::seq).toList());
        assertTrue(findings.getFirst().what().contains("changed after it was recorded"));
    }

    @Test
    void a_changed_recorded_time_is_found_on_each_entry_of_its_batch()
            throws IOException, SQLException {
        LedgerFixture.asOwner(
                "update batch set recorded_at = recorded_at - interval '3 hours' where first_seq = 0");
        assertEquals(
                List.of(0L, 1L, 2L, 3L),
                opened.verify(null, null).findings().stream().map(Finding::seq).toList());
    }

    @Test
    void a_removed_entry_is_found_and_named() throws IOException, SQLException {
        LedgerFixture.asOwner("delete from entry where id = '" + entries.get(5).id() + "'");
        assertEquals(
                List.of(
                        new Finding(
                                5,
                                entries.get(5).id().toString(),
                                "was removed after it was recorded")),
                opened.verify(null, null).findings());
    }

    @Test
    void a_row_changed_together_with_its_leaf_is_found_by_the_checkpoint_and_the_interval_named()
            throws IOException, SQLException {
        LedgerFixture.asOwner("update leaf set hash = sha256('forged') where seq = 5");
        LedgerFixture.asOwner("update entry set id = id where false");
        var findings = opened.verify(null, null).findings();
        assertTrue(
                findings.stream()
                        .anyMatch(finding -> finding.what().contains("entries from 4 to 9")),
                findings::toString);
    }

    @Test
    void an_end_that_was_cut_off_is_found() throws IOException, SQLException {
        LedgerFixture.asOwner("delete from leaf where seq >= 8");
        LedgerFixture.asOwner(
                "delete from entry e using batch b where b.id = e.batch and b.first_seq + e.no >= 8");
        var findings = opened.verify(null, null).findings();
        assertEquals(
                List.of(
                        "the checkpoint of size 10 speaks of more than the 8 entries that are there"),
                findings.stream().map(Finding::what).toList());
    }

    @Test
    void an_end_cut_off_with_its_checkpoint_is_found_by_the_checkpoint_that_somebody_kept_outside()
            throws IOException, SQLException {
        var kept = Checkpoint.parse(String.valueOf(opened.verify(null, null).checkpoint()));
        LedgerFixture.asOwner(
                "delete from leaf where seq >= 4; delete from checkpoint where size > 4");
        LedgerFixture.asOwner(
                "delete from entry e using batch b where b.id = e.batch and b.first_seq >= 4");
        LedgerFixture.asOwner("delete from batch where first_seq >= 4");
        assertTrue(opened.verify(null, null).ok());
        assertFalse(opened.verify(kept, null).ok());
    }

    @Test
    void a_checkpoint_signed_with_another_key_is_found() throws IOException, SQLException {
        LedgerFixture.asOwner(
                "update checkpoint set note = regexp_replace(note, '(vigie )([A-Za-z0-9+/]{20})', '\\1AAAAAAAAAAAAAAAAAAAA')");
        assertEquals(2, opened.verify(null, null).findings().size());
    }

    @Test
    void a_public_key_from_outside_checks_the_signatures() throws IOException {
        assertTrue(opened.verify(null, VerifyingKey.parse(LedgerFixture.publicKey())).ok());
        var stranger = VerifyingKey.of("vigie", new byte[32]);
        assertFalse(opened.verify(null, stranger).ok());
    }

    @Test
    void every_entry_has_its_leaf_even_when_hundreds_of_appends_follow_each_other()
            throws IOException {
        for (int n = 10; n < 60; n++) {
            opened.ledger().append(List.of(LedgerFixture.incident(n)));
        }
        assertEquals(60, opened.verify(null, null).entries());
        assertTrue(opened.verify(null, null).ok());
    }
}

package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.record.Entry;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Viewer;
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
        assertEquals(2, findings.size(), findings::toString);
        assertEquals(
                "the checkpoint of size 10 speaks of more than the 8 entries that are there",
                findings.getFirst().what());
        assertTrue(findings.getLast().what().contains("newest-real.checkpoint"));
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
        assertFalse(opened.verify(null, null).ok());
        LedgerFixture.forgetNewest();
        assertTrue(opened.verify(null, null).ok());
        assertFalse(opened.verify(kept, null).ok());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from leaf where seq >= 4; delete from checkpoint where size > 4",
                "delete from leaf; delete from checkpoint",
            })
    void a_change_whose_leaves_and_checkpoints_were_taken_away_is_not_signed_anew(String taken)
            throws IOException, SQLException {
        LedgerFixture.asOwner(taken);
        LedgerFixture.asOwner("update entry set body = replace(body, 'Ogossagou', 'Elsewhere')");
        var again = LedgerFixture.another();
        var findings = again.verify(null, null).findings();
        assertTrue(
                findings.stream()
                        .anyMatch(finding -> finding.what().contains("newest-real.checkpoint")),
                findings::toString);
        again.ledger().append(List.of(LedgerFixture.incident(11)));
        assertFalse(again.verify(null, null).ok());
        assertEquals(0, LedgerFixture.count("select count(*) from checkpoint where size > 4"));
    }

    @Test
    void an_entry_put_into_the_past_is_found_and_never_signed() throws IOException, SQLException {
        LedgerFixture.asOwner(
                "insert into batch values (99, 10, 1, '2023-01-01'); insert into entry"
                        + " (batch, no, id, kind, subject, author, component, handling, lane, line, body)"
                        + " select 99, 0, gen_random_uuid(), kind, subject, author, component, handling, lane, line, body"
                        + " from entry where no = 2 and batch = (select min(batch) from entry)");
        var again = LedgerFixture.another();
        var findings = again.verify(null, null).findings();
        assertTrue(
                findings.stream()
                        .anyMatch(
                                finding -> finding.what().contains("claim to be recorded at 2023")),
                findings::toString);
        assertEquals(10, LedgerFixture.count("select max(size) from checkpoint"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select max(batch) from entry), 66",
                "(select min(batch) from entry), 66",
                "99, 0"
            })
    void a_row_where_no_leaf_looks_for_it_is_found(String place) throws IOException, SQLException {
        LedgerFixture.asOwner(
                "insert into entry"
                        + " (batch, no, id, kind, subject, author, component, handling, lane, line, body)"
                        + " select "
                        + place
                        + ", gen_random_uuid(), kind, subject, author, component, handling, lane, line, body"
                        + " from entry where no = 2 and batch = (select min(batch) from entry)");
        var findings = opened.verify(null, null).findings();
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.getFirst().what().contains("batch"), findings::toString);
        var subject = entries.get(2).subject();
        assertEquals(1, opened.ledger().history(subject, Viewer.owner()).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger set id = gen_random_uuid()",
                "update checkpoint set peaks = sha256('x') || sha256('y') where size = 10",
                "update batch set recorded_at = recorded_at + interval '3 microseconds'",
                "update entry set known_at = known_at + interval '3 microseconds' where no = 2",
                "update entry set secret = 'x' where no = 2",
                "insert into body_key values (gen_random_uuid(), sha256('a'), sha256('b'))",
                "insert into body_key select id, sha256('a'), sha256('b') from entry where no = 2",
            })
    void what_no_hash_covers_must_not_be_changed_either(String change)
            throws IOException, SQLException {
        LedgerFixture.asOwner(change);
        assertFalse(opened.verify(null, null).ok());
    }

    @Test
    void a_damaged_key_in_the_database_hides_nothing() throws IOException, SQLException {
        LedgerFixture.asOwner("update signer set public_key = 'garbage'");
        LedgerFixture.asOwner(
                "update entry set author = 'x' where no = 2 and batch = (select min(batch) from entry)");
        assertEquals(
                List.of(2L),
                opened.verify(null, null).findings().stream().map(Finding::seq).toList());
    }

    @Test
    void a_key_that_only_the_database_names_does_not_count(@TempDir Path stranger)
            throws IOException, SQLException {
        LedgerFixture.signedByStranger(stranger);
        var findings = opened.verify(null, null).findings();
        assertTrue(
                findings.stream()
                        .anyMatch(finding -> finding.what().contains("no valid signature")),
                findings::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from kept_block; delete from kept_file",
                "update kept_block set content = 'x'",
                "delete from kept_block where no = 0"
            })
    void a_kept_file_that_is_gone_or_changed_is_found(String change, @TempDir Path folder)
            throws IOException, SQLException {
        var file = Files.write(folder.resolve("a.csv"), new byte[600_000]);
        var sha256 = HexFormat.of().formatHex(LeafTree.sha256().digest(Files.readAllBytes(file)));
        opened.files().keep(sha256, "a.csv", file, false);
        opened.ledger()
                .append(
                        List.of(
                                LedgerFixture.entry(
                                        Ids.subject("test", "import"),
                                        new Housekeeping.ImportOpened(
                                                "ucdp-ged",
                                                "a.csv",
                                                sha256,
                                                600_000,
                                                new TreeMap<>()))));
        assertEquals(List.of(), opened.verify(null, null).findings());
        LedgerFixture.asOwner(change);
        var findings = opened.verify(null, null).findings();
        assertEquals(List.of(10L), findings.stream().map(Finding::seq).toList());
        assertEquals(List.of(), opened.verify(null, null, false).findings());
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

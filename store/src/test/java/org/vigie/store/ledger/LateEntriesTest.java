package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.store.ledger.Verification.Finding;

/// Clocks that are wrong, and what somebody puts into the past; trouble with the program's own
/// files, which must not keep a warning out.
class LateEntriesTest {

    /// A batch with one note, said to be recorded so long after the newest batch (an interval of
    /// PostgreSQL).
    private static final String FORGED =
            """
            insert into batch select nextval('batch_id'), first_seq + entries, 1, %s
                from batch order by first_seq desc limit 1;
            insert into entry (batch, no, id, kind, subject, author, component, handling, lane, line, body)
                select max(id), 0, gen_random_uuid(), 'note-written', gen_random_uuid(), 'watch officer',
                       'operations-centre', %s, 'hand', 0, %s from batch
            """;

    private static final String NOTE = "'{\"text\":\"at nine all was quiet\"}'";

    private Store.Opened opened;

    @BeforeEach
    void begin() throws IOException, SQLException {
        opened = LedgerFixture.empty();
        opened.ledger().append(List.of(LedgerFixture.incident(1)));
    }

    @AfterEach
    void end() throws IOException {
        LedgerFixture.forgetNewest();
    }

    @Test
    void what_is_put_before_the_moment_when_all_was_sealed_is_not_signed_and_named()
            throws IOException, SQLException {
        Files.writeString(
                LedgerFixture.kept("watched-real"),
                Instant.now().plus(8, ChronoUnit.HOURS).toString());
        LedgerFixture.asOwner(
                FORGED.formatted("recorded_at + interval '1 second'", "'mission'", NOTE));
        var found = LedgerFixture.another().verify(null, null);
        assertEquals(1, count("select max(size) from checkpoint"));
        assertTrue(
                found.findings().stream()
                        .map(Finding::what)
                        .anyMatch(what -> what.contains("the ledger was seen without it")),
                found::toString);
    }

    @Test
    void what_this_program_appends_after_its_clock_was_set_back_is_signed() throws IOException {
        Files.writeString(
                LedgerFixture.kept("watched-real"),
                Instant.now().plus(1, ChronoUnit.HOURS).toString());
        opened.ledger().append(List.of(LedgerFixture.incident(2)));
        assertEquals(List.of(), opened.verify(null, null).findings());
    }

    @Test
    void to_watch_moves_the_moment_before_which_nothing_can_be_put() throws IOException {
        LedgerFixture.forgetNewest();
        opened.watch();
        var watched = opened.ledger().trust().watched().orElseThrow();
        assertFalse(watched.isBefore(opened.ledger().newest()));
    }

    @Test
    void an_entry_that_is_still_to_come_is_a_finding() throws IOException, SQLException {
        LedgerFixture.asOwner(
                FORGED.formatted("clock_timestamp() + interval '2 hours'", "'mission'", NOTE));
        var found = LedgerFixture.another().verify(null, null).findings();
        assertTrue(
                found.stream().anyMatch(finding -> finding.what().contains("a clock was ahead")),
                found::toString);
        opened.ledger().append(List.of(LedgerFixture.incident(2)));
        assertTrue(
                opened.ledger().newest().isAfter(Instant.now().plus(1, ChronoUnit.HOURS)),
                "what comes after it is recorded as late as it");
    }

    @Test
    void a_protected_entry_with_nothing_in_it_is_a_finding() throws IOException, SQLException {
        LedgerFixture.asOwner(FORGED.formatted("clock_timestamp()", "'protection'", "null"));
        var found = LedgerFixture.another().verify(null, null).findings();
        assertTrue(
                found.stream().anyMatch(finding -> finding.what().contains("neither a body")),
                found::toString);
    }

    @Test
    void a_warning_is_taken_though_the_kept_checkpoint_is_damaged() throws IOException {
        Files.writeString(LedgerFixture.kept("newest-real.checkpoint"), "half a checkp");
        var receipt = opened.ledger().append(List.of(LedgerFixture.incident(2)));
        assertEquals(1, receipt.appended());
        var again = LedgerFixture.another();
        assertEquals(2, again.ledger().asOf(FAR, FAR, VIEWER).incidents().size());
        var found = again.verify(null, null).findings();
        assertTrue(
                found.stream().anyMatch(finding -> finding.what().contains("is damaged")),
                found::toString);
    }

    @Test
    void an_empty_file_as_a_power_cut_leaves_it_counts_as_none() throws IOException {
        Files.writeString(LedgerFixture.kept("newest-real.checkpoint"), "");
        opened.ledger().append(List.of(LedgerFixture.incident(2)));
        assertEquals(List.of(), opened.verify(null, null).findings());
        assertEquals(2, opened.ledger().trust().newest().orElseThrow().size());
    }

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    private static final org.vigie.record.Viewer VIEWER = org.vigie.record.Viewer.owner();

    private static long count(String sql) throws IOException, SQLException {
        return LedgerFixture.count(sql);
    }
}

package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geo.BadInput;
import org.vigie.record.By;
import org.vigie.record.Entry;
import org.vigie.record.Erased;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Recorded;
import org.vigie.record.Unknown;
import org.vigie.record.Viewer;

/// Protected bodies: read like all others, not in the proof, and gone when their key is.
class ErasureTest {

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    private static final Random CHANCE = new Random(11);

    private Store.Opened opened;
    private SqlLedger ledger;
    private Entry report;

    @BeforeEach
    void begin() throws IOException, SQLException {
        opened = LedgerFixture.empty();
        ledger = opened.ledger();
        report = protectedIncident(3);
        ledger.append(List.of(LedgerFixture.incident(1), report, protectedIncident(5), sealed(6)));
    }

    @Test
    void a_protected_entry_is_read_as_it_was_written() throws IOException {
        assertEquals(report, ledger.find(report.id(), Viewer.owner()).orElseThrow().entry());
        assertEquals(report, ledger.find(1, Viewer.owner()).orElseThrow().entry());
        assertTrue(ledger.find(3, Viewer.officer("x")).isEmpty());
        assertEquals(List.of(), opened.verify(null, null).findings());
    }

    @Test
    void the_text_of_a_protected_body_stands_nowhere_in_the_database()
            throws IOException, SQLException {
        assertEquals(
                1,
                LedgerFixture.count("select count(*) from entry e where e::text like '%Ogoss%'"));
        assertEquals(3, LedgerFixture.count("select count(*) from entry where body is null"));
        assertEquals(3, LedgerFixture.count("select count(*) from body_key"));
    }

    @Test
    void pictures_and_counts_are_those_of_the_ledger_in_memory() throws IOException {
        var entries =
                IntStream.range(100, 150)
                        .mapToObj(
                                n -> n % 2 == 0 ? protectedIncident(n) : LedgerFixture.incident(n))
                        .toList();
        ledger.append(entries);
        var memory = new MemoryLedger(() -> LedgerFixture.KNOWN);
        memory.append(
                Stream.concat(read().stream().map(Recorded::entry).limit(4), entries.stream())
                        .toList());
        for (var viewer : List.of(Viewer.owner(), Viewer.outsider())) {
            assertEquals(
                    memory.asOf(FAR, FAR, viewer).incidents().count(By.MONTH),
                    ledger.asOf(FAR, FAR, viewer).incidents().count(By.MONTH));
        }
    }

    @Test
    void an_erased_body_says_so_everywhere_and_verify_names_who_did_it() throws IOException {
        ledger.asOf(FAR, FAR, Viewer.owner());
        erase(report.id());
        var read = ledger.find(report.id(), Viewer.owner()).orElseThrow();
        assertEquals(new Erased("incident-reported"), read.body());
        assertEquals("incident-reported", read.entry().kind());
        assertEquals(
                3, ledger.asOf(FAR, FAR, Viewer.owner()).incidents().size(), "one is not read");
        var statement =
                Erased.findStatement(ledger.history(report.subject(), Viewer.owner()), report.id())
                        .orElseThrow();
        assertEquals(statement(report.id()), statement.body());
        var verification = opened.verify(null, null);
        assertEquals(List.of(), verification.findings());
        assertEquals(
                List.of(report.id()),
                verification.erased().stream().map(gone -> gone.statement().entry()).toList());
    }

    @Test
    void another_program_that_had_read_it_forgets_it_too() throws IOException {
        var other = LedgerFixture.another();
        assertEquals(4, other.ledger().asOf(FAR, FAR, Viewer.owner()).incidents().size());
        erase(report.id());
        assertEquals(3, other.ledger().asOf(FAR, FAR, Viewer.owner()).incidents().size());
    }

    @Test
    void a_key_that_is_gone_without_a_word_is_a_finding() throws IOException, SQLException {
        LedgerFixture.asOwner("delete from body_key where id = '" + report.id() + "'");
        var verification = opened.verify(null, null);
        assertEquals(List.of(1L), verification.findings().stream().map(f -> f.seq()).toList());
        assertEquals(List.of(), verification.erased());
        assertTrue(verification.okButForKeys());
        assertFalse(verification.ok());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry set secret = set_byte(secret, 3, 255 - get_byte(secret, 3))",
                "update entry set commitment = sha256('forged')",
                "update entry set body = '{}'",
                "update entry set body = '{}', commitment = null",
                "update entry set secret = null",
                "update body_key set key = sha256('forged')",
                "update body_key set salt = sha256('forged')",
            })
    void a_change_to_a_protected_body_or_its_key_is_found_and_the_entry_named(String change)
            throws IOException, SQLException {
        LedgerFixture.asOwner(change + " where id = '" + report.id() + "'");
        var findings = opened.verify(null, null).findings();
        assertEquals(
                List.of(1L),
                findings.stream().map(f -> f.seq()).distinct().toList(),
                findings::toString);
    }

    @Test
    void a_body_that_its_key_does_not_open_is_shown_as_such() throws IOException, SQLException {
        LedgerFixture.asOwner(
                "update body_key set key = sha256('forged') where id = '" + report.id() + "'");
        assertInstanceOf(
                Unknown.class, ledger.find(report.id(), Viewer.owner()).orElseThrow().body());
    }

    @Test
    void the_keys_of_two_entries_cannot_be_exchanged() throws IOException, SQLException {
        LedgerFixture.asOwner(
                "update body_key k set key = o.key, salt = o.salt from body_key o where k.id <> o.id");
        assertEquals(
                List.of(1L, 2L, 3L),
                opened.verify(null, null).findings().stream().map(f -> f.seq()).toList());
    }

    @Test
    void a_destruction_that_was_only_said_is_a_finding() throws IOException {
        ledger.append(List.of(LedgerFixture.entry(report.subject(), statement(report.id()))));
        assertTrue(opened.verify(null, null).findings().getFirst().what().contains("still there"));
    }

    @Test
    void only_protected_entries_about_the_world_are_erased_once_and_by_two_persons()
            throws IOException {
        var open = LedgerFixture.incident(20);
        var undone =
                LedgerFixture.handled(
                        LedgerFixture.entry(
                                report.subject(), new Housekeeping.ImportUndone("wrong")),
                        Handling.PROTECTION);
        ledger.append(List.of(open, undone));
        assertThrows(BadInput.class, () -> erase(open.id()));
        assertThrows(BadInput.class, () -> erase(undone.id()));
        assertThrows(BadInput.class, () -> erase(new UUID(1, 2)));
        erase(report.id());
        var again = assertThrows(BadInput.class, () -> erase(report.id()));
        assertTrue(
                String.valueOf(again.getMessage()).contains("by protection adviser"),
                again::getMessage);
        assertThrows(BadInput.class, () -> new Erasure(report.id(), "consent", "Ada", " ada "));
        assertThrows(BadInput.class, () -> new Erasure(report.id(), " ", "Ada", "Ben"));
    }

    @Test
    void undo_of_an_import_takes_its_protected_rows_back() throws IOException {
        var importId = Ids.fresh(LedgerFixture.KNOWN, CHANCE);
        var row = LedgerFixture.imported(protectedIncident(30), importId);
        ledger.append(List.of(row));
        assertEquals(5, ledger.asOf(FAR, FAR, Viewer.owner()).incidents().size());
        ledger.append(
                List.of(
                        LedgerFixture.entry(importId, new Housekeeping.ImportUndone("wrong file"))
                                .superseding(importId)));
        assertEquals(4, ledger.asOf(FAR, FAR, Viewer.owner()).incidents().size());
    }

    @Test
    void the_application_may_delete_keys_and_nothing_else() throws IOException, SQLException {
        LedgerFixture.asApplication("delete from body_key where false");
        assertThrows(
                SQLException.class,
                () -> LedgerFixture.asApplication("update body_key set salt = key"));
        assertThrows(SQLException.class, () -> LedgerFixture.asApplication("truncate body_key"));
    }

    private Verification.Gone erase(UUID id) throws IOException {
        return opened.erase(
                new Erasure(id, "consent withdrawn", "protection adviser", "chief of staff"),
                Ids.fresh(LedgerFixture.KNOWN, CHANCE));
    }

    private static Housekeeping.KeyDestroyed statement(UUID id) {
        return new Housekeeping.KeyDestroyed(
                id, "consent withdrawn", "protection adviser", "chief of staff");
    }

    private List<Recorded> read() throws IOException {
        var all = new ArrayList<Recorded>();
        ledger.read(Set.of(), Viewer.owner(), all::add);
        return all;
    }

    private static Entry protectedIncident(int number) {
        return LedgerFixture.handled(LedgerFixture.incident(number), Handling.PROTECTION);
    }

    private static Entry sealed(int number) {
        return LedgerFixture.handled(LedgerFixture.incident(number), Handling.SEALED);
    }
}

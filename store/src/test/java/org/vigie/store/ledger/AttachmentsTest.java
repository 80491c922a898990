package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Entry;
import org.vigie.record.Erased;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;

/// Files that belong to a protected entry: kept with it, encrypted, checked, and erased with it.
class AttachmentsTest {

    private static final byte[] FILE =
            "a picture of the well at Kadu".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER = "another picture".getBytes(StandardCharsets.US_ASCII);

    private static final UUID REPORT = Ids.subject("test", "report");

    private Store.Opened opened;
    private SqlLedger ledger;
    private Entry report;
    private Entry first;
    private Entry second;

    @BeforeEach
    void begin() throws IOException, SQLException {
        opened = LedgerFixture.empty();
        ledger = opened.ledger();
        report = entry(received());
        first = entry(attached(FILE));
        second = entry(attached(OTHER));
        ledger.append(List.of(report));
        assertEquals(1, ledger.attach(first, FILE).appended());
        assertEquals(1, ledger.attach(second, OTHER).appended());
    }

    @Test
    void a_file_comes_back_byte_by_byte_and_only_to_who_may_see_its_entry() throws IOException {
        var officer = Viewer.officer("x");
        assertArrayEquals(FILE, ledger.attached(first.id(), officer).orElseThrow());
        assertArrayEquals(OTHER, ledger.attached(second.id(), officer).orElseThrow());
        assertTrue(ledger.attached(first.id(), Viewer.outsider()).isEmpty());
        assertTrue(ledger.attached(report.id(), officer).isEmpty());
        assertTrue(ledger.attached(new UUID(1, 1), officer).isEmpty());
        assertEquals(first, ledger.find(first.id(), officer).orElseThrow().entry());
        assertEquals(List.of(), opened.verify(null, null).findings());
    }

    @Test
    void the_same_entry_again_writes_nothing() throws IOException, SQLException {
        assertEquals(0, ledger.attach(first, OTHER).appended());
        assertArrayEquals(FILE, ledger.attached(first.id(), Viewer.owner()).orElseThrow());
        assertEquals(2, LedgerFixture.count("select count(*) from attachment"));
        assertEquals(List.of(), opened.verify(null, null).findings());
    }

    @Test
    void an_entry_that_everybody_may_see_has_no_file() throws IOException, SQLException {
        var open = LedgerFixture.handled(entry(attached(FILE)), Handling.MISSION);
        assertThrows(IllegalStateException.class, () -> ledger.attach(open, FILE));
        assertEquals(3, LedgerFixture.count("select count(*) from entry"));
    }

    @Test
    void nothing_of_a_file_stands_in_the_clear_in_the_database() throws IOException, SQLException {
        var clear = HexFormat.of().formatHex("Kadu".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                0,
                LedgerFixture.count(
                        "select count(*) from attachment where encode(content, 'hex') like '%"
                                + clear
                                + "%'"));
        var hash = HexFormat.of().formatHex(LeafTree.sha256().digest(FILE));
        assertEquals(
                0,
                LedgerFixture.count(
                        "select count(*) from entry e where e::text like '%" + hash + "%'"));
        assertThrows(
                SQLException.class, () -> LedgerFixture.asApplication("delete from attachment"));
        assertThrows(
                SQLException.class,
                () -> LedgerFixture.asApplication("update attachment set content = ''"));
    }

    @Test
    void a_file_that_was_changed_moved_or_taken_away_is_a_finding()
            throws IOException, SQLException {
        LedgerFixture.asOwner(
                "update attachment set content = set_byte(content, 0, 255 - get_byte(content, 0))"
                        + " where id = '"
                        + first.id()
                        + "'");
        finding(first, "has a file that was changed after it was kept");
        assertThrows(IOException.class, () -> ledger.attached(first.id(), Viewer.owner()));
        LedgerFixture.asOwner(
                "update attachment set content = (select content from attachment where id = '"
                        + second.id()
                        + "') where id = '"
                        + first.id()
                        + "'");
        finding(first, "has a file that was changed after it was kept");
        LedgerFixture.asOwner("delete from attachment where id = '" + first.id() + "'");
        finding(first, "has lost the file that belongs to it");
    }

    @Test
    void a_file_of_which_no_entry_is_there_is_a_finding() throws IOException, SQLException {
        LedgerFixture.asOwner(
                "insert into attachment (id, content) values ('" + new UUID(1, 1) + "', '\\x00')");
        var findings = opened.verify(null, null).findings();
        assertEquals(1, findings.size(), findings.toString());
        assertEquals("has a file, but is no entry of this ledger", findings.getFirst().what());
    }

    private void finding(Entry entry, String what) throws IOException {
        var findings = opened.verify(null, null).findings();
        assertEquals(1, findings.size(), findings.toString());
        assertEquals(entry.id().toString(), findings.getFirst().entry());
        assertEquals(what, findings.getFirst().what());
        assertEquals(List.of(), opened.verify(null, null, false).findings());
    }

    @Test
    void who_erases_a_photograph_erases_it_alone() throws IOException {
        erase(first);
        assertTrue(ledger.attached(first.id(), Viewer.owner()).isEmpty());
        assertEquals(
                new Erased("report-attached"),
                ledger.find(first.id(), Viewer.owner()).orElseThrow().body());
        assertArrayEquals(OTHER, ledger.attached(second.id(), Viewer.owner()).orElseThrow());
        var verification = opened.verify(null, null);
        assertEquals(List.of(), verification.findings());
        assertEquals(1, verification.erased().size());
        assertEquals(0, ledger.attach(first, FILE).appended());
        assertTrue(ledger.attached(first.id(), Viewer.owner()).isEmpty());
    }

    @Test
    void who_erases_a_report_erases_its_photographs_and_each_erasure_is_said() throws IOException {
        erase(second);
        erase(report);
        for (var photograph : List.of(first, second)) {
            assertTrue(ledger.attached(photograph.id(), Viewer.owner()).isEmpty());
            var read = ledger.find(photograph.id(), Viewer.owner()).orElseThrow();
            assertInstanceOf(Erased.class, read.body());
            assertFalse(
                    Erased.findStatement(ledger.history(REPORT, Viewer.owner()), photograph.id())
                            .isEmpty());
        }
        var verification = opened.verify(null, null);
        assertEquals(List.of(), verification.findings());
        assertEquals(3, verification.erased().size());
    }

    @Test
    void a_body_that_was_erased_by_hand_takes_the_file_with_it_and_is_a_finding()
            throws IOException, SQLException {
        LedgerFixture.asOwner("delete from body_key where id = '" + first.id() + "'");
        assertTrue(ledger.attached(first.id(), Viewer.owner()).isEmpty());
        var findings = opened.verify(null, null).findings();
        assertEquals(1, findings.size(), findings.toString());
        assertTrue(findings.getFirst().what().startsWith("has lost the key of its body"));
    }

    private void erase(Entry entry) throws IOException {
        opened.erase(
                new Erasure(entry.id(), "consent withdrawn", "Ada", "Ben"),
                Ids.subject("test", "erasure of " + entry.id()));
    }

    private static Warnings.ReportAttached attached(byte[] file) {
        return new Warnings.ReportAttached(
                "image/jpeg",
                file.length,
                HexFormat.of().formatHex(LeafTree.sha256().digest(file)),
                640,
                480,
                new Position(6.1, 18.2),
                "2026-03-15T05:10:22");
    }

    private static Warnings.ReportReceived received() {
        return new Warnings.ReportReceived(
                "openrosa",
                Site.named("Kadu"),
                "shots",
                "",
                "shots",
                Warnings.Severity.HIGH,
                ActorClass.UNKNOWN,
                Grade.UNJUDGED,
                false);
    }

    private static Entry entry(org.vigie.record.Body body) {
        return LedgerFixture.handled(LedgerFixture.entry(REPORT, body), Handling.PROTECTION);
    }
}

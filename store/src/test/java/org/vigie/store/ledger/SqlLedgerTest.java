package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Area;
import org.vigie.geo.Areas;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.By;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Known;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Recorded;
import org.vigie.record.Site;
import org.vigie.record.Unknown;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;

/// The ledger in the real PostgreSQL.
class SqlLedgerTest {

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private Store.Opened opened;
    private SqlLedger ledger;

    @BeforeEach
    void begin() throws IOException, SQLException {
        opened = LedgerFixture.empty();
        ledger = opened.ledger();
    }

    @Test
    void what_was_appended_is_read_back_as_it_was() throws IOException {
        var entry = LedgerFixture.incident(1);
        ledger.append(List.of(entry));
        var read = ledger.history(entry.subject(), Viewer.owner());
        assertEquals(List.of(entry), read.stream().map(Recorded::entry).toList());
    }

    @Test
    void everything_about_an_incident_is_found_in_order_whatever_its_kind_and_handling()
            throws IOException {
        var first = LedgerFixture.incident(1);
        var subject = first.subject();
        var claim = LedgerFixture.entry(subject, new Facts.ClaimRetracted("typed twice"));
        var hidden =
                LedgerFixture.handled(
                        LedgerFixture.entry(subject, first.body()), Handling.PROTECTION);
        var newer =
                LedgerFixture.entry(
                        subject, new Unknown("incident-reported", "{\"of\":\"a newer version\"}"));
        var second = LedgerFixture.entry(subject, first.body()).superseding(first.id());
        ledger.append(List.of(first, LedgerFixture.incident(2), claim));
        ledger.append(List.of(hidden, newer, second, LedgerFixture.incident(3)));
        assertEquals(
                List.of(first, claim, hidden, newer, second),
                entries(ledger.history(subject, Viewer.owner())));
        assertEquals(
                List.of(first, claim, newer, second),
                entries(ledger.history(subject, Viewer.outsider())));
    }

    @Test
    void whose_sight_an_area_bounds_reads_nothing_that_lies_elsewhere() throws IOException {
        var areas =
                Areas.of(
                        List.of(
                                new Area("R1", "Here", "1", null, List.of(), null),
                                new Area("R2", "There", "1", null, List.of(), null)));
        var bound = Viewer.owner().boundTo(new Known(areas, Map.of(), List.of()).purview("R1"));
        var here = warned("Here");
        var there = warned("There");
        var said =
                LedgerFixture.entry(
                        there.subject(), new Warnings.ReporterTold(false, "not safe to call"));
        ledger.append(List.of(here, there, said));
        var read = new ArrayList<Entry>();
        ledger.read(Set.of(), bound, one -> read.add(one.entry()));
        assertEquals(List.of(here), read);
        ledger.readHolding(Set.of("safe"), bound, one -> read.add(one.entry()));
        assertEquals(1, read.size());
        assertTrue(ledger.find(said.id(), bound).isEmpty());
        assertTrue(ledger.find(1, bound).isEmpty());
        assertTrue(ledger.history(there.subject(), bound).isEmpty());
        assertEquals(2, ledger.history(there.subject(), Viewer.owner()).size());
        var far = Instant.parse("2100-01-01T00:00:00Z");
        assertEquals(1, ledger.asOf(far, far, bound).entries(Body.class).size());
    }

    private static Entry warned(String adm1) {
        var site = new Site("x", null, PlacePrecision.EXACT, null, adm1, null, null);
        return LedgerFixture.entry(
                UUID.randomUUID(),
                new Warnings.ReportReceived(
                        "phone",
                        site,
                        "x",
                        "x",
                        "x",
                        Warnings.Severity.HIGH,
                        ActorClass.UNKNOWN,
                        Grade.UNJUDGED,
                        false));
    }

    private static List<Entry> entries(List<Recorded> read) {
        return read.stream().map(Recorded::entry).toList();
    }

    @Test
    void of_two_who_write_one_id_at_the_same_moment_one_is_skipped() {
        for (int round = 0; round < 20; round++) {
            var entry = LedgerFixture.incident(round);
            var written =
                    IntStream.range(0, 4)
                            .parallel()
                            .mapToLong(writer -> {
                                try {
                                    return ledger.append(List.of(entry)).appended();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            })
                            .sum();
            assertEquals(1, written);
        }
    }

    @Test
    void an_entry_is_found_by_its_place_and_by_its_id() throws IOException {
        var entries = incidents(0, 5);
        ledger.append(entries.subList(0, 2));
        ledger.append(entries.subList(2, 5));
        assertEquals(entries.get(3), ledger.find(3, Viewer.owner()).orElseThrow().entry());
        assertEquals(3, ledger.find(entries.get(3).id(), Viewer.owner()).orElseThrow().seq());
        assertTrue(ledger.find(5, Viewer.owner()).isEmpty());
    }

    @Test
    void what_an_import_brought_is_found_in_order_and_nothing_else() throws IOException {
        var one = Ids.subject("test", "one");
        var other = Ids.subject("test", "other");
        var entries =
                List.of(
                        LedgerFixture.imported(LedgerFixture.incident(1), one),
                        LedgerFixture.imported(LedgerFixture.incident(2), other),
                        LedgerFixture.incident(3),
                        LedgerFixture.imported(LedgerFixture.incident(4), one));
        ledger.append(entries);
        assertEquals(List.of(entries.get(0), entries.get(3)), ofImports(Set.of(one)));
        assertEquals(
                List.of(entries.get(0), entries.get(1), entries.get(3)),
                ofImports(Set.of(one, other)));
        assertEquals(List.of(), ofImports(Set.of()));
    }

    private List<Entry> ofImports(Set<UUID> imports) throws IOException {
        var read = new ArrayList<Recorded>();
        ledger.readImports(imports, Viewer.owner(), read::add);
        return entries(read);
    }

    @Test
    void a_long_reading_keeps_its_order_and_one_that_breaks_off_leaves_the_ledger_usable()
            throws IOException {
        ledger.append(incidents(0, 8_000));
        var places = new ArrayList<Long>();
        ledger.read(Set.of(), Viewer.owner(), recorded -> places.add(recorded.seq()));
        assertEquals(LongStream.range(0, 8_000).boxed().toList(), places);
        var thrown =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                ledger.read(
                                        Set.of(),
                                        Viewer.owner(),
                                        recorded -> {
                                            if (recorded.seq() == 4_000) {
                                                throw new IllegalStateException("enough");
                                            }
                                        }));
        assertEquals("enough", thrown.getMessage());
        assertTrue(opened.verify(null, null).ok());
    }

    @Test
    void it_shows_the_same_picture_as_the_ledger_in_memory() throws IOException {
        var entries = incidents(0, 50);
        ledger.append(entries);
        var memory = new MemoryLedger(() -> LedgerFixture.KNOWN);
        memory.append(entries);
        assertEquals(
                memory.asOf(FAR, FAR, Viewer.owner()).incidents().count(By.MONTH),
                ledger.asOf(FAR, FAR, Viewer.owner()).incidents().count(By.MONTH));
    }

    @Test
    void the_same_entry_sent_twice_is_taken_once() throws IOException {
        var entries = incidents(0, 3);
        assertEquals(3, ledger.append(entries).appended());
        var more = new ArrayList<>(entries);
        more.add(LedgerFixture.incident(99));
        assertEquals(1, ledger.append(more).appended());
        assertEquals(4, ledger.append(List.of()).size());
    }

    @Test
    void an_append_that_breaks_off_leaves_nothing_behind() throws IOException {
        Iterable<Entry> broken =
                () ->
                        Stream.concat(
                                        incidents(0, 5_000).stream(),
                                        Stream.generate(() -> {
                                            throw new BadInput("row", null, "readable");
                                        }))
                                .map(Entry.class::cast)
                                .iterator();
        assertThrows(BadInput.class, () -> ledger.append(broken));
        assertEquals(0, ledger.asOf(FAR, FAR, Viewer.owner()).incidents().size());
        assertTrue(opened.verify(null, null).ok());
    }

    @Test
    void another_program_sees_what_this_one_appended() throws IOException {
        var other = LedgerFixture.another().ledger();
        ledger.append(incidents(0, 5));
        assertEquals(5, other.asOf(FAR, FAR, Viewer.owner()).incidents().size());
        other.append(incidents(5, 10));
        assertEquals(10, ledger.asOf(FAR, FAR, Viewer.owner()).incidents().size());
    }

    @Test
    void many_programs_at_once_make_one_order_in_which_recorded_time_never_decreases()
            throws Exception {
        var programs =
                List.of(LedgerFixture.another().ledger(), LedgerFixture.another().ledger(), ledger);
        try (var threads = Executors.newFixedThreadPool(programs.size())) {
            var work = new ArrayList<Callable<Integer>>();
            for (int n = 0; n < 60; n++) {
                int from = n * 10;
                var program = programs.get(n % programs.size());
                work.add(() -> (int) program.append(incidents(from, from + 10)).appended());
            }
            for (var done : threads.invokeAll(work)) {
                assertEquals(10, done.get());
            }
        }
        var all = new ArrayList<Recorded>();
        ledger.read(Set.of(), Viewer.owner(), all::add);
        assertEquals(
                LongStream.range(0, 600).boxed().toList(),
                all.stream().map(Recorded::seq).toList());
        assertTrue(
                IntStream.range(1, all.size())
                        .noneMatch(n ->
                                all.get(n).recordedAt().isBefore(all.get(n - 1).recordedAt())));
        var verification = opened.verify(null, null);
        assertEquals(List.of(), verification.findings());
        assertEquals(600, verification.entries());
        assertEquals(0, verification.unsealed());
    }

    @Test
    void the_application_may_not_change_or_delete_what_is_written() throws IOException {
        ledger.append(incidents(0, 1));
        for (var forbidden :
                List.of(
                        "update entry set author = 'x'",
                        "delete from entry",
                        "truncate leaf",
                        "update batch set recorded_at = now()",
                        "delete from checkpoint",
                        "drop table entry")) {
            assertThrows(
                    SQLException.class, () -> LedgerFixture.asApplication(forbidden), forbidden);
        }
    }

    @Test
    void a_ledger_whose_sealing_was_cut_off_is_sealed_at_the_next_start()
            throws IOException, SQLException {
        ledger.append(incidents(0, 10));
        ledger.append(incidents(10, 20));
        LedgerFixture.asOwner(
                "delete from leaf where seq >= 10; delete from checkpoint where size > 10");
        LedgerFixture.forgetNewest();
        var again = LedgerFixture.another();
        assertEquals(List.of(), again.verify(null, null).findings());
        assertEquals(20, again.verify(null, null).entries());
    }

    private static List<Entry> incidents(int from, int to) {
        return IntStream.range(from, to).mapToObj(LedgerFixture::incident).toList();
    }
}

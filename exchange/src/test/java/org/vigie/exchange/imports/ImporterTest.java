package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.TestFiles;
import org.vigie.exchange.TestLedger;
import org.vigie.geo.BadInput;
import org.vigie.record.By;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Housekeeping;
import org.vigie.record.IncidentRow;
import org.vigie.record.Recorded;

class ImporterTest {

    @TempDir Path folder;
    private final TestLedger ledger = new TestLedger();

    @Test
    void a_file_becomes_an_opening_its_rows_and_a_closing() throws IOException {
        ledger.add(ged().row(1).row(2).file());
        assertEquals(
                List.of("import-opened", "incident-reported", "incident-reported", "import-closed"),
                ledger.entries().stream().map(recorded -> recorded.entry().kind()).toList());
    }

    @Test
    void an_entry_names_its_import_its_file_and_its_line() throws IOException {
        var imported = ledger.add(ged().row(1).row(2).file());
        var origin = ledger.entries().get(2).entry().origin();
        assertEquals(
                new org.vigie.record.Origin("import", imported.importId(), "ged1.csv", 3), origin);
    }

    @Test
    void the_opening_says_what_was_asked_for_and_the_hash_of_the_file() throws IOException {
        ledger.add(ged().row(1).file("\uFEFF" + ged().row(1).text(";")), "lag:30d");
        var opened = (Housekeeping.ImportOpened) ledger.entries().getFirst().body();
        var asked = new java.util.TreeMap<>(opened.options());
        asked.keySet().removeIf(name -> name.startsWith("print-"));
        assertEquals("{complete=no, days=2008-02-29, known-at=lag:30d}", asked.toString());
        assertEquals(ledger.keptFiles.firstKey(), opened.sha256());
        assertEquals("ged1.csv", ledger.keptFiles.firstEntry().getValue());
    }

    @Test
    void the_ids_of_entries_sort_in_the_order_of_the_file() throws IOException {
        ledger.add(TestFiles.find("ucdp/ged231_sample1000.csv"));
        var ids = ledger.entries().stream().map(Recorded::entry).map(Entry::id).toList();
        assertEquals(
                ids.stream().map(Object::toString).sorted().toList(),
                ids.stream().map(Object::toString).toList());
    }

    @Test
    void the_same_file_again_writes_no_row_and_still_leaves_its_trace() throws IOException {
        var file = TestFiles.find("ucdp/ged231_sample1000.csv");
        ledger.add(file);
        var again = ledger.add(file);
        assertEquals(counts(1000, 0, 0, 1000, 0, 0, 13), again.counts());
        assertEquals(1000 + 4, ledger.entries().size());
    }

    @Test
    void of_two_imports_of_one_source_at_once_the_one_that_ends_later_is_refused()
            throws IOException {
        var file = ged().row(1).row(2).file();
        Runnable other =
                () -> {
                    try {
                        ledger.add(file);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                };
        var refused = assertThrows(BadInput.class, () -> ledger.addWhile(file, other));
        assertTrue(refused.toString().contains("another import of ucdp-ged"), refused::toString);
        assertEquals(4, ledger.entries().size());
        assertEquals(2, ledger.add(file).counts().unchanged());
    }

    @Test
    void a_row_that_says_something_else_supersedes_the_older_entry() throws IOException {
        ledger.add(ged().row(1).row(2).file());
        var again = ledger.add(ged().row(1).row(2, "best=11").file());
        assertEquals(counts(2, 0, 1, 1, 0, 0, 0), again.counts());
        assertEquals(8 + 11, ledger.incidents().count(By.YEAR).total().best());
        var older = ledger.entries().get(2).entry().id();
        assertEquals(older, ledger.entries().get(5).entry().supersedes());
    }

    @Test
    void what_was_known_before_a_change_stays_to_be_seen() throws IOException {
        ledger.add(ged().row(1).file());
        var between = ledger.tick();
        ledger.add(ged().row(1, "best=11").file());
        assertEquals(8, ledger.knownAt("" + between).count(By.YEAR).total().best());
    }

    @Test
    void a_changed_date_is_a_change() throws IOException {
        ledger.add(ged().row(1).file());
        var again = ledger.add(ged().row(1, "date_end=2020-02-15").file());
        assertEquals(counts(1, 0, 1, 0, 0, 0, 0), again.counts());
    }

    @Test
    void another_way_of_printing_the_same_is_no_change() throws IOException {
        ledger.add(ged().row(1).file());
        var again =
                ledger.add(
                        ged().row(
                                        1,
                                        "date_start=2020-02-14 00:00:00.000",
                                        "date_end=2020-02-14 00:00:00.000",
                                        "best=8.0",
                                        "latitude=12.500",
                                        "adm_1= North")
                                .file());
        assertEquals(counts(1, 0, 0, 1, 0, 0, 0), again.counts());
    }

    @Test
    void without_being_complete_a_file_removes_nothing() throws IOException {
        ledger.add(ged().row(1).row(2).file());
        ledger.add(ged().row(1).file());
        assertEquals(2, ledger.incidents().size());
    }

    @Test
    void a_complete_file_retracts_what_it_no_longer_lists_in_its_countries() throws IOException {
        ledger.add(ged().row(1).row(2).row(3, "country=Elsewhere").file());
        var before = ledger.tick();
        var again = ledger.addComplete(ged().row(1).file());
        assertEquals(counts(1, 0, 0, 1, 1, 0, 0), again.counts());
        assertEquals(2, ledger.incidents().size());
        assertEquals(3, ledger.knownAt("" + before).size());
    }

    @Test
    void a_row_that_cannot_be_read_is_not_one_that_the_source_deleted() throws IOException {
        ledger.add(ged().row(1).row(2).file());
        var again = ledger.addComplete(ged().row(1).row(2, "best=many").file());
        assertEquals(counts(2, 0, 0, 1, 0, 1, 0), again.counts());
        assertEquals(2, ledger.incidents().size());
    }

    @Test
    void a_complete_file_must_have_an_id_in_every_row() throws IOException {
        var file = ged().row(1).row(2, "id=").file();
        var refusal = assertThrows(BadInput.class, () -> ledger.addComplete(file));
        assertEquals(
                "complete must be used with a file in which every row can be told by its id, was"
                        + " \"ged1.csv, line 3\"",
                refusal.getMessage());
        assertEquals(List.of(), ledger.entries());
    }

    @Test
    void a_retracted_row_that_comes_back_is_added_again() throws IOException {
        ledger.add(ged().row(1).row(2).file());
        ledger.addComplete(ged().row(1).file());
        var again = ledger.add(ged().row(1).row(2).file());
        assertEquals(counts(2, 1, 0, 1, 0, 0, 0), again.counts());
        assertEquals(2, ledger.incidents().size());
    }

    @Test
    void a_dry_run_counts_and_writes_nothing() throws IOException {
        var tried = ledger.tryOut(ged().row(1).row(2).file());
        assertEquals(counts(2, 2, 0, 0, 0, 0, 0), tried.counts());
        assertNull(tried.importId());
        assertEquals(List.of(), ledger.entries());
        assertEquals(0, ledger.keptFiles.size());
    }

    @Test
    void the_second_row_with_one_id_is_rejected_with_both_lines() throws IOException {
        var imported = ledger.add(ged().row(1).row(2).row(1, "best=9").file());
        assertEquals(counts(3, 2, 0, 0, 0, 1, 0), imported.counts());
        assertEquals(
                List.of(
                        new Rejection(
                                4, "id", "1", "must stand only once, and stands in line 2 too")),
                imported.rejections());
    }

    @Test
    void an_undone_import_is_gone_and_stays_in_the_history() throws IOException {
        var imported = ledger.add(ged().row(1).row(2).file());
        var before = ledger.tick();
        ledger.undo(imported);
        assertEquals(0, ledger.incidents().size());
        assertEquals(
                2,
                ledger.ledger
                        .asOf(TestLedger.LATER, before, org.vigie.record.Viewer.owner())
                        .incidents()
                        .size());
    }

    @Test
    void after_an_undo_the_same_file_adds_its_rows_again() throws IOException {
        var file = TestFiles.find("ucdp/ged231_sample1000.csv");
        ledger.undo(ledger.add(file));
        var again = ledger.add(file);
        assertEquals(counts(1000, 1000, 0, 0, 0, 0, 13), again.counts());
        assertEquals(1000, ledger.incidents().size());
    }

    @Test
    void undoing_a_correction_brings_the_older_figures_back() throws IOException {
        ledger.add(ged().row(1).file());
        var corrected = ledger.add(ged().row(1, "best=11").file());
        ledger.undo(corrected);
        assertEquals(8, ledger.incidents().count(By.YEAR).total().best());
        assertEquals(1, ledger.add(ged().row(1, "best=11").file()).counts().changed());
    }

    @Test
    void undoing_a_complete_file_brings_back_what_it_retracted() throws IOException {
        ledger.add(ged().row(1).row(2).file());
        ledger.undo(ledger.addComplete(ged().row(1).file()));
        assertEquals(2, ledger.incidents().size());
        assertEquals(2, ledger.add(ged().row(1).row(2).file()).counts().unchanged());
    }

    @Test
    void an_import_is_undone_only_once() throws IOException {
        var imported = ledger.add(ged().row(1).file());
        ledger.undo(imported);
        var refusal = assertThrows(BadInput.class, () -> ledger.undo(imported));
        assertEquals("one that holds; it was undone at 2024-05-01T06:02:00Z", refusal.allowed());
    }

    @Test
    void an_unknown_import_cannot_be_undone() {
        var id = new java.util.UUID(1, 2);
        var refusal =
                assertThrows(
                        BadInput.class,
                        () ->
                                Undo.run(
                                        ledger.ledger,
                                        id,
                                        TestLedger.START,
                                        new java.util.Random(1)));
        assertEquals(
                "import must be the id of an import that this ledger holds, was " + id,
                refusal.getMessage());
    }

    @Test
    void undo_names_the_later_imports_that_leaned_on_it() throws IOException {
        var first = ledger.add(ged().row(1).file());
        var second = ledger.add(ged().row(1).file());
        var undo = ledger.undo(first);
        assertEquals(
                Stream.of(second.importId()).toList(),
                undo.later().stream().map(PastImport::id).toList());
    }

    @Test
    void known_now_means_not_before_the_import() throws IOException {
        ledger.add(ged().row(1).file());
        assertEquals(0, ledger.knownAt("2024-05-01T05:59:59Z").size());
        assertEquals(1, ledger.knownAt("2024-05-01T06:01:00Z").size());
    }

    @Test
    void known_by_its_source_means_the_end_of_the_day_of_the_earliest_one() throws IOException {
        ledger.add(ged().row(1, "source_date=2020-03-05;2020-02-20").file(), "source");
        assertEquals(0, ledger.knownAt("2020-02-20T23:59:59Z").size());
        assertEquals(1, ledger.knownAt("2020-02-20T23:59:59.999Z").size());
    }

    @Test
    void nothing_is_known_before_it_happened() throws IOException {
        ledger.add(ged().row(1, "source_date=2020-02-01").file(), "source");
        assertEquals(0, ledger.knownAt("2020-02-14T12:00:00Z").size());
        assertEquals(1, ledger.knownAt("2020-02-15T00:00:00Z").size());
    }

    @Test
    void rows_without_a_day_of_their_source_are_counted_and_known_from_now_on() throws IOException {
        var file = TestFiles.find("ucdp/ged231_central_african_republic.csv");
        var imported = ledger.add(file, "source");
        assertEquals(1848 - 1619, imported.undated());
        assertEquals(1619, ledger.knownAt("2024-05-01T06:00:00Z").size());
    }

    @Test
    void the_median_lag_of_the_central_african_file_is_seven_days() throws IOException {
        ledger.add(TestFiles.find("ucdp/ged231_central_african_republic.csv"));
        var lags =
                ledger.entries().stream()
                        .filter(recorded -> recorded.body() instanceof IncidentReported)
                        .flatMap(ImporterTest::lagDays)
                        .sorted()
                        .toList();
        assertEquals(1619, lags.size());
        assertEquals(7, lags.get(lags.size() / 2));
        assertEquals(769, lags.get(lags.size() * 9 / 10));
    }

    @Test
    void a_lag_counts_from_the_last_day() throws IOException {
        ledger.add(ged().row(1).file(), "lag:30d");
        assertEquals(0, ledger.knownAt("2020-03-15T12:00:00Z").size());
        assertEquals(1, ledger.knownAt("2020-03-16T00:00:00Z").size());
    }

    @Test
    void a_release_is_known_from_its_day_on() throws IOException {
        ledger.add(ged().row(1).file(), "release:2023-06-13");
        assertEquals(0, ledger.knownAt("2023-06-13T12:00:00Z").size());
        assertEquals(1, ledger.knownAt("2023-06-14T00:00:00Z").size());
    }

    @Test
    void a_format_that_does_not_say_when_it_was_released_is_asked_for_the_day() throws IOException {
        var file = ged().row(1).file();
        var refusal = assertThrows(BadInput.class, () -> ledger.add(file, "release"));
        assertEquals(
                "known-at must be release:DAY for ucdp-ged, whose files do not say when they were"
                        + " released, was \"release\"",
                refusal.getMessage());
    }

    @Test
    void progress_ends_with_all_rows_and_all_bytes() throws IOException {
        var file = TestFiles.find("ucdp/ged231_sample1000.csv");
        var heard = new ArrayList<List<Long>>();
        var order =
                new Order(
                        org.vigie.exchange.Formats.of(file),
                        file,
                        new KnownAt.Now(),
                        false,
                        false,
                        ledger.tick());
        new Importer(ledger.ledger, (hash, name, path, closed) -> {}, new java.util.Random(1))
                .run(order, (rows, bytes, total) -> heard.add(List.of(rows, bytes, total)));
        assertEquals(List.of(1000L, 634358L, 634358L), heard.getLast());
        assertEquals(
                List.of(0L, 500L, 1000L, 1000L), heard.stream().map(one -> one.get(0)).toList());
    }

    @Test
    void trouble_with_keeping_the_file_leaves_the_ledger_untouched() throws IOException {
        var file = ged().row(1).file();
        var order =
                new Order(
                        org.vigie.exchange.Formats.of(file),
                        file,
                        new KnownAt.Now(),
                        false,
                        false,
                        ledger.tick());
        KeptFiles full =
                (hash, name, path, closed) -> {
                    throw new IOException("the disk is full");
                };
        var importer = new Importer(ledger.ledger, full, new java.util.Random(1));
        assertThrows(IOException.class, () -> importer.run(order, Progress.SILENT));
        assertEquals(List.of(), ledger.entries());
    }

    @Test
    void one_sided_violence_has_an_attacker_and_a_target_and_a_fight_has_sides()
            throws IOException {
        ledger.add(
                ged().row(1)
                        .row(2, "type_of_violence=1", "side_a=Government of Ostrelle", "side_b=ULO")
                        .file());
        assertEquals(
                List.of(
                        "[Involved[role=ATTACKER, actor=Riders, actorClass=ARMED_GROUP],"
                                + " Involved[role=TARGET, actor=Civilians, actorClass=CIVILIANS]]",
                        "[Involved[role=SIDE_A, actor=Government of Ostrelle, actorClass=STATE],"
                                + " Involved[role=SIDE_B, actor=ULO, actorClass=ARMED_GROUP]]"),
                ledger.incidents().list().stream()
                        .map(IncidentRow::actors)
                        .map(Object::toString)
                        .sorted()
                        .toList());
    }

    @Test
    void empty_cells_say_nothing_and_not_zero() throws IOException {
        ledger.add(
                ged().row(1, "best=", "low=", "latitude=", "longitude=", "where_prec=", "adm_1=")
                        .file());
        var row = ledger.incidents().get(0);
        assertNull(row.deaths().best());
        assertNull(row.site().position());
        assertNull(row.site().adm1());
        assertEquals(1, ledger.incidents().unplaced());
        assertEquals(1, ledger.incidents().count(By.YEAR).total().unstated());
    }

    @Test
    void separators_quotes_and_a_byte_order_mark_make_no_difference() throws IOException {
        var text = ged().row(1).row(2, "where_coordinates=Ardal, \"the old\"").text(";");
        var imported = ledger.add(ged().file("\uFEFF" + text.replace("\n", "\r\n")));
        assertEquals(counts(2, 2, 0, 0, 0, 0, 0), imported.counts());
        var names = new HashSet<String>();
        ledger.incidents().list().forEach(row -> names.add(row.site().name()));
        assertEquals(java.util.Set.of("Ardal", "Ardal, \"the old\""), names);
    }

    private static Stream<Long> lagDays(Recorded recorded) {
        var account = (Facts.IncidentReported) recorded.body();
        var published = account.publishedOn();
        return published == null
                ? Stream.empty()
                : recorded.entry().findHappenedOn().stream()
                        .map(when -> published.toEpochDay() - when.lastDay().toEpochDay());
    }

    private static Housekeeping.ImportClosed counts(
            long read,
            long added,
            long changed,
            long unchanged,
            long removed,
            long rejected,
            long disordered) {
        return new Housekeeping.ImportClosed(
                read, added, changed, unchanged, removed, rejected, disordered);
    }

    private GedText ged() {
        return new GedText(folder);
    }
}

package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.exchange.TestLedger;
import org.vigie.geo.BadInput;

/// Workbooks made here, cell by cell.
class WorkbookTest {

    private static final List<String> GED =
            List.of(
                    "id",
                    "type_of_violence",
                    "side_a",
                    "side_b",
                    "where_prec",
                    "latitude",
                    "longitude",
                    "date_prec",
                    "date_start",
                    "date_end",
                    "best",
                    "low",
                    "high",
                    "country");
    private static final List<String> FIRST =
            List.of(
                    "1",
                    "3",
                    "Riders & <others>",
                    "Civilians",
                    "1",
                    "12.5",
                    "-3.25",
                    "1",
                    "=day:43875",
                    "2020-02-14",
                    "8",
                    "8",
                    "12",
                    "Ostrelle");

    @TempDir Path folder;
    private final TestLedger ledger = new TestLedger();

    @Test
    void a_workbook_is_read_like_any_other_table() throws IOException {
        var imported = ledger.add(Workbook.write(file(), List.of(GED, FIRST, List.of())));
        assertEquals("ucdp-ged", imported.format().code());
        assertEquals(List.of(), imported.rejections());
        var row = ledger.incidents().list().getFirst();
        assertEquals("Riders & <others>", row.actors().getFirst().actor());
        assertEquals(8, row.deaths().best());
        assertEquals(
                "2020-02-14",
                java.util.Objects.requireNonNull(row.happenedOn()).firstDay().toString());
    }

    @Test
    void a_rejection_names_the_row_of_the_sheet() throws IOException {
        var bad = new java.util.ArrayList<>(FIRST);
        bad.set(0, "2");
        bad.set(5, "200");
        var imported = ledger.add(Workbook.write(file(), List.of(GED, FIRST, bad)));
        assertEquals(
                List.of(new Rejection(3, "latitude", "200", "must be between -90 and 90 degrees")),
                imported.rejections());
    }

    @Test
    void a_sheet_that_unpacks_without_measure_is_refused() throws IOException {
        var bomb = Workbook.writeSheet(file(), " ".repeat(200_000_000));
        var refusal = assertThrows(BadInput.class, () -> ledger.add(bomb));
        assertTrue(refusal.allowed().contains("250 times larger"), refusal::getMessage);
        assertEquals(List.of(), ledger.entries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"XFE1", "ZZZZZZ1", "&#90;ZZZZZ1", "$ZZZZZZ$1"})
    void a_cell_beyond_the_last_column_is_refused_before_it_fills_the_memory(String address)
            throws IOException {
        var sheet = "<row r=\"1\"><c r=\"%s\"><v>1</v></c></row>".formatted(address);
        var file = Workbook.writeSheet(file(), sheet);
        var refusal = assertThrows(BadInput.class, () -> ledger.add(file));
        assertEquals("a sheet of at most 16384 columns", refusal.allowed());
    }

    @Test
    void a_number_with_a_giant_exponent_rejects_its_row_and_fills_no_memory() throws IOException {
        var imported = ledger.add(changed("best", "1E+999999999"));
        assertEquals(
                List.of(new Rejection(2, "best", "1E+999999999", "must be a number")),
                imported.rejections());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=day:99999999999", "=day:1E+400"})
    void a_day_that_no_calendar_has_rejects_its_row(String day) throws IOException {
        var imported = ledger.add(changed("date_end", day));
        assertEquals(1, imported.counts().rejected());
        assertEquals("date_end", imported.rejections().getFirst().field());
    }

    private Path changed(String column, String cell) throws IOException {
        var row = new ArrayList<>(FIRST);
        row.set(GED.indexOf(column), cell);
        return Workbook.write(file(), List.of(GED, row));
    }

    @Test
    void an_archive_of_countless_parts_is_refused() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file()))) {
            for (int part = 0; part <= ZipLimits.PARTS_MAX; part++) {
                zip.putNextEntry(new ZipEntry("part" + part));
                zip.closeEntry();
            }
        }
        var refusal = assertThrows(BadInput.class, () -> ledger.add(file()));
        assertEquals("a workbook of at most 1000 parts", refusal.allowed());
    }

    @Test
    void an_archive_that_is_no_workbook_is_refused() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file()))) {
            zip.putNextEntry(new ZipEntry("letter.txt"));
            zip.closeEntry();
        }
        assertEquals("file", assertThrows(BadInput.class, () -> ledger.add(file())).field());
    }

    @Test
    void a_workbook_that_breaks_off_is_refused() throws IOException {
        var bytes = Files.readAllBytes(Workbook.write(file(), List.of(GED, FIRST)));
        Files.write(file(), Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals("file", assertThrows(BadInput.class, () -> ledger.add(file())).field());
    }

    private Path file() {
        return folder.resolve("book.xlsx");
    }
}

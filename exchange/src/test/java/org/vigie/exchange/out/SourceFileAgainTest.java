package org.vigie.exchange.out;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.exchange.Formats;
import org.vigie.exchange.TestFiles;
import org.vigie.exchange.TestLedger;
import org.vigie.geo.BadInput;
import org.vigie.record.Filter;
import org.vigie.share.Tier;

final class SourceFileAgainTest {

    private static final Question ALL =
            new Question(Filter.ALL, TestLedger.LATER, TestLedger.LATER, false);

    private final TestLedger ledger = new TestLedger();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir private Path folder = Path.of("");

    private Written write(Tier tier) throws IOException {
        return write(tier, "ucdp-ged");
    }

    private Written write(Tier tier, String code) throws IOException {
        var format = Formats.find(code).orElseThrow();
        return SourceFileAgain.write(
                tier, new SourceFileAgain.Asked(format, ALL, null), ledger.ledger, out);
    }

    private Path changed(String text) throws IOException {
        return Files.writeString(folder.resolve("ged.csv"), text);
    }

    private static String sample() throws IOException {
        return Files.readString(TestFiles.find("ucdp/ged231_sample1000.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ged231_central_african_republic.csv", "ged231_sample1000.csv"})
    void a_file_of_ged_is_written_again_byte_by_byte(String name) throws IOException {
        var file = TestFiles.find("ucdp/" + name);
        ledger.add(file);
        var written = write(Tier.RESTRICTED);
        assertArrayEquals(Files.readAllBytes(file), out.toByteArray());
        assertEquals(Optional.of(name), written.equalTo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"words-2024.csv", "numbers-2019.csv", "tagged.csv"})
    void so_is_one_of_acled(String name) throws IOException {
        var file = Path.of("src/test/resources/acled", name);
        ledger.add(file);
        write(Tier.RESTRICTED, "acled");
        assertEquals(Files.readString(file), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void so_is_one_with_a_mark_and_line_ends_of_windows_and_none_behind_the_last_row()
            throws IOException {
        var text = "\uFEFF" + sample().stripTrailing().replace("\n", "\r\n");
        var file = changed(text);
        ledger.add(file);
        write(Tier.RESTRICTED);
        assertEquals(text, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_rejected_row_is_missing_and_said_to_be() throws IOException {
        ledger.add(changed(sample().replaceFirst("35\\.763369", "235.763369")));
        var written = write(Tier.RESTRICTED);
        assertEquals(Optional.empty(), written.equalTo());
        assertEquals("without the 1 rows that the import rejected", written.note());
    }

    @Test
    void a_cell_that_is_printed_unlike_its_column_is_said_to_be() throws IOException {
        ledger.add(
                changed(sample().replaceFirst("\"SYR-2013-1-11973-99\"", "SYR-2013-1-11973-99")));
        var written = write(Tier.RESTRICTED);
        assertEquals("1 cells or lines of the file are printed unlike the others", written.note());
    }

    @Test
    void what_was_undone_is_not_written() throws IOException {
        ledger.undo(ledger.add(TestFiles.find("ucdp/ged231_sample1000.csv")));
        assertThrows(BadInput.class, () -> write(Tier.RESTRICTED));
    }

    @Test
    void a_source_s_own_columns_never_leave_the_mission() throws IOException {
        ledger.add(TestFiles.find("ucdp/ged231_sample1000.csv"));
        assertThrows(BadInput.class, () -> write(Tier.PUBLIC));
    }

    @Test
    void a_file_of_which_columns_were_taken_away_is_no_ged() {
        var file = TestFiles.find("ucdp/ged201_reduced_mali_bbox_gadm.csv");
        assertThrows(BadInput.class, () -> ledger.add(file));
    }
}

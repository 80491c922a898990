package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.record.Viewer;
import org.vigie.restrict.Restrictions;

/// Requests to the host state that a pack tells.
final class RestrictionsOfPacksTest {

    private static final String HEADER =
            "request,kind,asset,asked,outcome,decided,sector,place,leadHours,reason,source,note\n";

    @TempDir private Path folder;

    @BeforeEach
    void copy() throws IOException {
        TestPacks.copy("mali", folder);
    }

    private void table(String... rows) throws IOException {
        Files.writeString(
                folder.resolve("restrictions.csv"), HEADER + String.join("\n", rows) + "\n");
    }

    private List<String> errors() throws IOException {
        return PackCheck.of(new FolderFiles(folder, "copy")).stream()
                .filter(finding -> finding.sentence().startsWith("restrictions.csv"))
                .map(Finding::sentence)
                .toList();
    }

    @Test
    void requests_of_a_pack_stand_in_the_register_with_their_sector_and_are_for_the_mission()
            throws IOException {
        table(
                "F-1,flight,drone,2022-11-15,refused,2022-11-18,SE,gao,72,operations,assumed,invented for a test",
                "F-2,flight,helicopter,2022-11-16,granted,2022-11-17,SC,,,,assumed,invented for a test",
                "F-3,ground,convoy,2022-12-02,pending,,,,,,assumed,invented for a test");
        assertEquals(List.of(), errors());
        var ledger = TestPacks.ledger();
        PackLoader.load(Pack.read(new FolderFiles(folder, "copy")), ledger);
        var picture = TestPacks.now(ledger);
        var tally = Restrictions.of(picture).tally();
        assertEquals(3, tally.asked());
        assertEquals(1, tally.refused());
        assertEquals(
                List.of("", "Sector Centre", "Sector East"),
                Restrictions.of(picture).requests().stream()
                        .map(request -> request.terms().sector())
                        .sorted()
                        .toList());
        assertEquals(
                0,
                Restrictions.of(ledger.asOf(TestPacks.TODAY, TestPacks.TODAY, Viewer.outsider()))
                        .tally()
                        .asked());
    }

    @Test
    void a_row_that_cannot_be_so_is_named_with_its_column() throws IOException {
        table(
                "F-1,flight,balloon,2022-11-15,refused,,,,,,assumed,invented for a test",
                "F-2,flight,drone,2022-11-15,refused,2022-11-01,,,,,assumed,invented for a test",
                "F-3,flight,drone,2022-11-15,pending,2022-11-16,,,,,assumed,invented for a test",
                "F-4,area,patrol,2022-11-15,granted,,,,,,assumed,invented for a test",
                "F-5,flight,drone,2022-11-15,granted,,ATLANTIS,,,,assumed,invented for a test");
        var errors = String.join("\n", errors());
        for (var named :
                List.of(
                        "restrictions.csv:2 asset",
                        "restrictions.csv:3 decided",
                        "restrictions.csv:4 decided",
                        "restrictions.csv:5 place",
                        "restrictions.csv:6 sector")) {
            assertTrue(errors.contains(named), named + " in " + errors);
        }
        assertTrue(errors.contains("one of drone, helicopter"), errors);
    }
}

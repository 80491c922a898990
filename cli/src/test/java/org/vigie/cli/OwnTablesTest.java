package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTablesTest {

    private static final String TABLE =
            """
            Ref\tDate\tVillage\tDeaths
            A1\t2020-02-14\tArdal\t8
            A2\t2020-02-15\tLira\t0
            """;

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();

    @Test
    void a_draft_of_a_mapping_can_be_used_as_it_is() throws IOException {
        var table = Files.writeString(folder.resolve("table.tsv"), TABLE).toString();
        var draft = vigie.run("import", table, "--suggest-mapping");
        assertTrue(draft.out().contains("\nplace = Village\n"), draft::out);
        var mapping = Files.writeString(folder.resolve("mapping"), draft.out()).toString();
        var result = vigie.run("import", table, "--mapping", mapping);
        assertTrue(result.out().contains("my-table, 2 rows: 2 added"), result::toString);
        assertEquals(0, result.exitCode());
    }

    @Test
    void cells_can_be_pasted() throws IOException {
        var mapping =
                Files.writeString(
                        folder.resolve("mapping"),
                        "source = cell\nkey = Ref\ndate = Date\nplace = Village\ndeaths = Deaths\n");
        vigie.pasted = new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8));
        var result = vigie.run("import", "-", "--mapping", mapping.toString());
        assertTrue(result.out().startsWith("pasted.tsv: cell, 2 rows: 2 added"), result::toString);
    }

    @Test
    void a_publisher_that_nobody_knows_is_refused() {
        var result = vigie.run("fetch", "nobody");
        assertEquals(2, result.exitCode());
        assertEquals(
                "vigie: provider must be one of ucdp, acled, acled-deleted, cast or views, was"
                        + " \"nobody\"\n",
                result.err());
    }
}

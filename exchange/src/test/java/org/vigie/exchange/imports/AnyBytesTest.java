package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vigie.exchange.TestLedger;
import org.vigie.geo.BadInput;

/// Laws for whatever somebody may hand in as a file.
class AnyBytesTest {

    @Property(tries = 300)
    void any_bytes_are_taken_or_refused_and_nothing_else(@ForAll byte[] bytes) throws IOException {
        takenOrRefused(bytes);
    }

    @Property(tries = 300)
    void any_cells_below_a_real_header_are_taken_or_refused(@ForAll("tables") String text)
            throws IOException {
        takenOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Every row of a file that is taken is counted in exactly one way.
    private static void takenOrRefused(byte[] bytes) throws IOException {
        var file = Files.createTempFile("any", ".csv");
        try {
            Files.write(file, bytes);
            take(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void take(Path file) throws IOException {
        var ledger = new TestLedger();
        try {
            var counts = ledger.add(file).counts();
            assertEquals(
                    counts.read(),
                    counts.added() + counts.changed() + counts.unchanged() + counts.rejected());
            assertEquals(counts.added() + 2, ledger.entries().size());
        } catch (BadInput refused) {
            assertEquals(0, ledger.entries().size(), refused::getMessage);
        }
    }

    @Provide
    Arbitrary<String> tables() {
        var header = Arbitraries.of(String.join(",", GedText.COLUMNS), GEOPKO, UN);
        var cell =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "", "1", "2.0", "-3", "2020-02-14", "NA", "\"", "\"a;b\"", "é"),
                        Arbitraries.strings().ofMaxLength(4));
        var row = cell.list().ofMinSize(1).ofMaxSize(24).map(cells -> String.join(",", cells));
        return header.flatMap(names ->
                row.list().ofMaxSize(5).map(rows -> names + "\n" + String.join("\n", rows)));
    }

    private static final String GEOPKO =
            "source,mission,year,month,location,latitude,longitude,no.troops,nameoftcc_1";
    private static final String UN =
            "casualty_id,incident_date,mission_acronym,type_of_incident,isocode3,last_update";
}

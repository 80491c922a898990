package org.vigie.exchange.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vigie.exchange.TakenOrRefused;

/// Laws for whatever somebody may hand in as a file.
class AnyBytesTest {

    @Property(tries = 300)
    void any_bytes_are_taken_or_refused_and_nothing_else(@ForAll byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @Property(tries = 300)
    void any_cells_below_a_real_header_are_taken_or_refused(@ForAll("tables") String text)
            throws IOException {
        TakenOrRefused.check(text.getBytes(StandardCharsets.UTF_8), ".csv");
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

package org.vigie.exchange.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Properties;
import org.vigie.exchange.TakenOrRefused;
import org.vigie.exchange.imports.Opening;
import org.vigie.geo.BadInput;

/// Tables of anybody's own, the mappings that say what they are, and the drafts of those.
class MappingFuzzTest {

    private static final String TABLE =
            """
            Ref;Date;End;Village;Lat;Lon;Type;Dead;Seen
            A1;14/02/2020;;Ardal;12,5;-3,25;Raid;8;near
            A2;2020-02-15;16/02/2020;Lira;;;;;exact
            """;

    private static final String MAPPING =
            """
            source = cell-north
            key = Ref
            date = Date
            date.end = End
            date.format = d/M/yyyy
            place = Village
            latitude = Lat
            longitude = Lon
            decimal = ,
            kind = Type
            kind.of.Raid = one-sided
            precision = Seen
            country = "Ostrelle"
            deaths = Dead
            """;

    @FuzzTest
    void a_mapping_is_read_as_it_is_printed_or_refused(byte[] bytes) throws IOException {
        try {
            var mapping = Mapping.parse(text(bytes));
            assertEquals(mapping.options(), Mapping.parse(printed(mapping)).options());
        } catch (BadInput refused) {
            assertTrue(refused.getCause() != refused);
        }
    }

    @FuzzTest
    void a_table_is_taken_or_refused_by_any_mapping(byte[] bytes) throws IOException {
        var table = TABLE.getBytes(StandardCharsets.UTF_8);
        TakenOrRefused.check(table, ".csv", file -> new MappedTable(Mapping.parse(text(bytes))));
    }

    @FuzzTest
    void any_table_is_taken_or_refused_by_its_mapping(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv", file -> new MappedTable(Mapping.parse(MAPPING)));
    }

    /// What is missing in a draft is only what the names of the columns do not tell.
    @FuzzTest
    void a_draft_of_any_table_can_be_read(byte[] bytes) throws IOException {
        var file = Files.createTempFile("any", ".csv");
        try {
            Files.write(file, bytes);
            var opening = Opening.of(file);
            var mapping = Mapping.parse(Suggestion.draft(opening));
            assertTrue(new MappedTable(mapping).recognises(opening), () -> "" + mapping.options());
        } catch (BadInput refused) {
            var fields = java.util.List.of("key", "date", "place", "file", "header");
            assertTrue(fields.contains(refused.field()), refused::getMessage);
        } finally {
            Files.delete(file);
        }
    }

    private static String printed(Mapping mapping) throws IOException {
        var properties = new Properties();
        mapping.options()
                .forEach((line, value) ->
                        properties.setProperty(line.substring("map ".length()), value));
        var text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

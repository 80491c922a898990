package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.exchange.TestLedger;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;

/// JSON in the orders and sizes in which it may come.
class JsonRecordsTest {

    private static final String EVENT =
            "\"id\":1,\"type_of_violence\":3,\"side_a\":\"Riders\",\"side_b\":\"Civilians\","
                    + "\"where_prec\":1,\"date_prec\":1,\"date_start\":\"2020-02-14\","
                    + "\"date_end\":\"2020-02-14\",\"best\":8,\"low\":8,\"high\":12";
    private static final String PLACED = ",\"latitude\":12.5,\"longitude\":-3.25";
    private static final String POINT =
            "\"geometry\":{\"type\":\"Point\",\"coordinates\":[-3.25,12.5]}";

    @TempDir Path folder;
    private final TestLedger ledger = new TestLedger();

    @Test
    void coordinates_of_the_properties_count_also_where_the_geometry_stands_before_them()
            throws IOException {
        add(
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1.5,2.5]},\"properties\":{"
                        + EVENT
                        + PLACED
                        + "}}");
        assertEquals(new Position(12.5, -3.25), position());
    }

    @Test
    void the_feature_s_own_id_is_no_column_also_where_it_stands_behind_the_properties()
            throws IOException {
        add("{\"properties\":{" + EVENT + "}," + POINT + ",\"id\":77,\"type\":\"Feature\"}");
        assertEquals(new Position(12.5, -3.25), position());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}"})
    void a_first_feature_without_a_point_is_an_event_without_a_place(String geometry)
            throws IOException {
        add("{\"type\":\"Feature\",\"properties\":{" + EVENT + "},\"geometry\":" + geometry + "}");
        assertEquals(null, ledger.incidents().list().getFirst().site().position());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":[", "{\"a\":\"", "{\"", "{\"a\":1", "[[", "{\"a\":{\"b\":[{\"c\":"})
    void what_never_ends_is_refused_before_it_fills_the_memory(String beginning)
            throws IOException {
        for (var again : List.of("1,", "x", "{\"y\":[", "0", ",\"z\":1")) {
            var records = new JsonRecords("endless.json", endless(beginning, again));
            assertThrows(BadInput.class, () -> readAll(records), beginning + again);
        }
    }

    @Test
    void a_byte_order_mark_before_the_first_brace_is_no_letter() throws IOException {
        var file = folder.resolve("marked.json");
        Files.writeString(file, "\uFEFF{" + EVENT + PLACED + "}");
        assertEquals(1, ledger.add(file).counts().added());
    }

    @Test
    void another_encoding_than_utf_8_is_refused() throws IOException {
        for (var charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-16")) {
            var file = folder.resolve(charset + ".json");
            Files.writeString(file, "{" + EVENT + PLACED + "}", Charset.forName(charset));
            assertThrows(BadInput.class, () -> ledger.add(file), charset);
        }
        assertEquals(List.of(), ledger.entries());
    }

    private static long readAll(JsonRecords records) throws IOException {
        long count = 0;
        while (records.next() != null) {
            count++;
        }
        return count;
    }

    /// The first text, then the other one for ever.
    private static InputStream endless(String first, String again) {
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                long place = at++;
                return place < first.length()
                        ? first.charAt((int) place)
                        : again.charAt((int) ((place - first.length()) % again.length()));
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    into[offset + i] = (byte) read();
                }
                return length;
            }
        };
    }

    private Position position() throws IOException {
        return java.util.Objects.requireNonNull(
                ledger.incidents().list().getFirst().site().position());
    }

    private void add(String feature) throws IOException {
        var file = folder.resolve("events.geojson");
        Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}");
        assertEquals(1, ledger.add(file).counts().added());
    }
}

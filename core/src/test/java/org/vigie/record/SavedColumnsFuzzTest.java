package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/// The file of columns that is kept beside the database. What is damaged is no history; what is
/// read can be asked, and is written again as it was.
class SavedColumnsFuzzTest {

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    static List<byte[]> histories() throws IOException {
        return List.of(
                written(History.EMPTY),
                written(History.EMPTY.plus(RandomHistory.of(1, 12))),
                written(History.EMPTY.plus(RandomHistory.of(5, 40))));
    }

    @MethodSource("histories")
    @FuzzTest
    void saved_columns_are_a_history_or_are_refused(byte[] bytes) throws IOException {
        History read;
        try {
            read = read(bytes);
        } catch (IOException | IllegalArgumentException refused) {
            return; // the two that whoever reads it takes for damage
        }
        assertEquals(picture(read), picture(read(written(read))));
    }

    @Test
    void a_number_of_rows_that_the_file_does_not_hold_takes_no_memory() throws IOException {
        var whole = written(History.EMPTY);
        for (int at = 16; at + 4 <= whole.length; at++) {
            var damaged = whole.clone();
            ByteBuffer.wrap(damaged).putInt(at, Integer.MAX_VALUE);
            var refusal = assertThrows(Exception.class, () -> read(damaged), "byte " + at);
            assertTrue(
                    refusal instanceof IOException || refusal instanceof IllegalArgumentException,
                    refusal::toString);
        }
    }

    private static List<IncidentRow> picture(History history) {
        return history.asOf(FAR, FAR, Viewer.owner()).incidents().list();
    }

    private static History read(byte[] bytes) throws IOException {
        return History.read(new ByteArrayInputStream(bytes)).with(List.of());
    }

    private static byte[] written(History history) throws IOException {
        var out = new ByteArrayOutputStream();
        history.write(out);
        return out.toByteArray();
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.vigie.geo.BadInput;
import org.vigie.record.History;
import org.vigie.record.Viewer;

/// The two clocks and the days of the command line.
class ClocksFuzzTest {

    private static final Instant FAR = Instant.parse("9999-12-31T23:59:59.999Z");

    @FuzzTest
    void a_moment_is_one_that_the_record_can_be_looked_at_or_is_refused(byte[] bytes) {
        try {
            var moment = Clocks.parse("as-of", text(bytes));
            assertEquals(moment, Clocks.parse("as-of", moment.toString()));
            var picture = History.EMPTY.asOf(moment, FAR, Viewer.owner());
            assertEquals(0, picture.incidents().size());
        } catch (BadInput refused) {
            assertEquals("as-of", refused.field());
        }
    }

    @FuzzTest
    void a_day_is_read_as_it_is_printed_or_is_refused(byte[] bytes) {
        try {
            var day = Clocks.parseDay("from", text(bytes));
            assertEquals(day, Clocks.parseDay("from", day.toString()));
        } catch (BadInput refused) {
            assertEquals("from", refused.field());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

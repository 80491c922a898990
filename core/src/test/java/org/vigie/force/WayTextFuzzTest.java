package org.vigie.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.vigie.geo.BadInput;

/// Whatever somebody writes for the ways of a unit.
class WayTextFuzzTest {

    @FuzzTest
    void ways_that_are_read_are_written_so_that_they_are_read_as_the_same(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try {
            var ways = WayText.parse("ways", text, null);
            assertEquals(ways, WayText.parse("ways", WayText.text(ways), null));
        } catch (BadInput refused) {
            assertFalse(refused.allowed().isBlank());
        }
    }
}

package org.vigie.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.geo.Mode;
import org.vigie.geo.RouteState.Season;
import org.vigie.geo.RouteState.Surface;
import org.vigie.record.Forces;

class WayTextTest {

    @Test
    void ways_are_read_with_as_much_of_their_state_as_is_stated() {
        assertEquals(
                List.of(
                        new Forces.Way(
                                Mode.ROAD,
                                Surface.TRACK,
                                Season.RAINS,
                                true,
                                new Forces.Span(10, 20)),
                        new Forces.Way(Mode.FOOT, null, null, null, new Forces.Span(3, 5)),
                        new Forces.Way(
                                Mode.ROAD, Surface.OFF_ROAD, null, false, new Forces.Span(8, 8))),
                WayText.parse(
                        "ways",
                        "road track rains escorted 10-20 | foot 3-5|road alone off-road 8-8",
                        Mode.ROAD));
        assertEquals(List.of(), WayText.parse("ways", " ", Mode.ROAD));
    }

    @Test
    void what_is_no_way_is_refused_with_the_word_and_what_is_allowed() {
        for (var wrong :
                Map.of(
                                "rail 10-20", "rail",
                                "road mud 10-20", "mud",
                                "road track paved 10-20", "paved",
                                "road 20-10", "20-10",
                                "road 0-10", "0-10",
                                "road 10-2000", "10-2000",
                                "road", "road",
                                "helicopter 200-240", "helicopter")
                        .entrySet()) {
            var refused =
                    assertThrows(
                            BadInput.class, () -> WayText.parse("ways", wrong.getKey(), Mode.ROAD));
            assertEquals("\"" + wrong.getValue() + "\"", refused.value());
            assertEquals("ways", refused.field());
            assertTrue(refused.allowed().length() > 10);
        }
        assertThrows(
                BadInput.class,
                () -> WayText.parse("ways", "foot 3-5|".repeat(25) + "foot 3-5", null));
    }
}

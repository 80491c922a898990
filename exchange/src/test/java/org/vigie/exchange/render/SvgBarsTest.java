package org.vigie.exchange.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SvgBarsTest {

    private static String drawn(SvgBars.Bar... bars) {
        return SvgBars.of("x", "How far", "of all", List.of(bars)).toString();
    }

    @Test
    void no_bars_are_no_drawing() {
        assertEquals("", drawn());
    }

    @Test
    void the_largest_end_is_as_wide_as_the_drawing_and_the_others_are_to_its_scale() {
        var svg =
                drawn(
                        new SvgBars.Bar("all", "40 of 40", 0, 40, ""),
                        new SvgBars.Bar("half", "20 of 40", 10, 30, ""));
        assertTrue(svg.contains("d=\"M0 24h480v14h-480z\""), svg);
        assertTrue(svg.contains("d=\"M120 72h240v14h-240z\""), svg);
    }

    @Test
    void something_is_never_drawn_as_nothing_nor_nothing_as_something() {
        var svg =
                drawn(
                        new SvgBars.Bar("days", "", 0, 100_000, ""),
                        new SvgBars.Bar("a minute", "", 0, 1, ""),
                        new SvgBars.Bar("none", "", 0, 0, ""));
        assertTrue(svg.contains("d=\"M0 72h2v14h-2z\""), svg);
        assertTrue(svg.contains("d=\"M0 120h0v14h-0z\""), svg);
    }

    @Test
    void a_bar_with_an_address_opens_it_and_what_it_says_is_escaped() {
        var svg = drawn(new SvgBars.Bar("<b>", "1", 0, 1, "/lite/response/rows?a=b&c=d"));
        assertTrue(svg.contains("<a href=\"/lite/response/rows?a=b&amp;c=d\">"), svg);
        assertTrue(svg.contains("&lt;b&gt;"), svg);
    }

    @Test
    void a_bar_that_ends_before_it_begins_is_our_bug() {
        assertThrows(IllegalStateException.class, () -> new SvgBars.Bar("back", "", 2, 1, ""));
    }
}

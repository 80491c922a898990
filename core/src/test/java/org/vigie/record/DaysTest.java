package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;

class DaysTest {

    @Property
    void a_day_of_the_years_that_are_taken_is_itself(
            @ForAll @IntRange(min = -25_567, max = 2_932_896) int day) {
        var asked = LocalDate.ofEpochDay(day);
        assertEquals(asked, Days.read("day", asked.toString()));
    }

    @Test
    void a_day_that_no_clock_can_hold_is_refused_with_its_field_and_what_is_taken() {
        for (var text :
                new String[] {
                    "-999999999-01-01", "+999999999-12-31", "1899-12-31", "+10000-01-01"
                }) {
            var refused = assertThrows(BadInput.class, () -> Days.read("day", text));
            assertEquals("day", refused.field());
            assertEquals("\"" + text + "\"", refused.value());
            assertTrue(refused.allowed().contains("1900 to 9999"), refused.allowed());
        }
        assertThrows(BadInput.class, () -> Days.read("day", "yesterday"));
        assertThrows(BadInput.class, () -> Days.read("day", "2020-02-30"));
    }
}

package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.record.Ids;

class SeenSubjectsTest {

    @Test
    void it_answers_as_a_map_of_first_lines_does() {
        var seen = new SeenSubjects();
        var map = new HashMap<UUID, Integer>();
        var chance = new Random(3);
        for (int line = 1; line <= 20_000; line++) {
            var subject = Ids.subject("test", "row " + chance.nextInt(12_000));
            var earlier = map.putIfAbsent(subject, line);
            assertEquals(earlier == null ? 0 : earlier, seen.put(subject, line));
        }
        for (int row = 0; row < 12_000; row++) {
            var subject = Ids.subject("test", "row " + row);
            assertEquals(map.containsKey(subject), seen.contains(subject));
        }
    }

    @Test
    void subjects_that_differ_in_one_half_only_are_told_apart() {
        var seen = new SeenSubjects();
        assertEquals(0, seen.put(new UUID(1, 2), 5));
        assertEquals(0, seen.put(new UUID(1, 3), 6));
        assertEquals(0, seen.put(new UUID(2, 2), 7));
        assertEquals(5, seen.put(new UUID(1, 2), 8));
        assertTrue(seen.contains(new UUID(2, 2)));
        assertFalse(seen.contains(new UUID(0, 0)));
    }
}

package org.vigie.plan.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vigie.geo.BadInput;

/// What somebody types of scenarios, floors, busy parts and room.
class PostureWishesFuzzTest {

    @FuzzTest
    void wishes_are_read_or_refused_with_what_is_allowed(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try {
            var wishes =
                    PostureWishes.parse(
                            List.of(text.split("\n", 4)), List.of(), List.of(), List.of());
            for (var one : wishes.cases()) {
                var again = Circumstances.parse(one.code() + "=1");
                assertEquals(one.weighing(1), again);
            }
        } catch (BadInput refused) {
            assertFalse(refused.field().isBlank());
        }
        for (int field = 0; field < 3; field++) {
            try {
                PostureWishes.parse(
                        List.of(),
                        field == 0 ? List.of(text) : List.of(),
                        field == 1 ? List.of(text) : List.of(),
                        field == 2 ? List.of(text) : List.of());
            } catch (BadInput refused) {
                assertFalse(refused.field().isBlank());
            }
        }
    }
}

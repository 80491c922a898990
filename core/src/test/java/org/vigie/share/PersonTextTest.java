package org.vigie.share;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTextTest {

    @Test
    void a_note_that_tells_who_it_is_is_found() {
        for (var tells :
                List.of(
                        "34 years old",
                        "homme, 34 ans",
                        "aged 7",
                        "âgée de 7",
                        "Sgt Traoré waits",
                        "Mme Diallo",
                        "a 12-year old")) {
            assertTrue(PersonText.tells(tells), tells);
        }
    }

    @Test
    void what_kept_the_evacuation_is_let_through() {
        for (var fine :
                List.of(
                        "fog at the landing place",
                        "waited 45 min for escort",
                        "2 h late",
                        "helicopter sent back at 10 km",
                        "Mi-8 from Gao")) {
            assertFalse(PersonText.tells(fine), fine);
        }
    }
}

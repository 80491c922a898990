package org.vigie.exchange.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.register.RegisterSheet;

class SheetOutTest {

    @SuppressWarnings("NullAway") // an empty cell is null
    private static String csv(boolean exercise, @Nullable Object... cells) throws IOException {
        var out = new StringWriter();
        SheetOut.csv(
                new RegisterSheet(
                        List.of("name", "aliases", "holds", "n"), List.of(Arrays.asList(cells))),
                exercise,
                out);
        return out.toString();
    }

    @Test
    void lists_truth_and_what_is_not_stated_have_their_signs() throws IOException {
        assertEquals(
                "name,aliases,holds,n\r\n\"Front, the\",FUP|Front des Salines,yes,\r\n",
                csv(false, "Front, the", List.of("FUP", "Front des Salines"), true, null));
    }

    @Test
    void a_formula_is_made_harmless_in_a_text_and_in_a_list() throws IOException {
        assertEquals(
                "name,aliases,holds,n\r\n'=1+1,'@SUM(A1)|x,no,-3\r\n",
                csv(false, "=1+1", List.of("@SUM(A1)", "x"), false, -3));
    }

    @Test
    void every_row_of_an_exercise_says_so() throws IOException {
        assertEquals(
                "name,aliases,holds,n,exercise\r\nFront,,no,4,EXERCISE\r\n",
                csv(true, "Front", List.of(), false, 4));
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class TableTest {

    @Test
    void a_sign_that_moves_the_cursor_or_breaks_the_line_is_made_visible() {
        var table = new Table("place", "dead");
        table.add("Ardal\u001b[2J\nLira", 1_200);
        var printed = new StringWriter();
        table.print(new PrintWriter(printed));
        assertEquals(
                "place            dead\nArdal␣[2J␣Lira  1,200\n",
                printed.toString().replace("\r\n", "\n"));
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private Instant now = Instant.parse("2024-05-01T06:00:00Z");
    private final StringWriter err = new StringWriter();

    @Test
    void a_short_import_says_nothing() {
        var line = line(true);
        now = now.plusMillis(900);
        line.at(500, 50, 100);
        line.at(1_000, 100, 100);
        assertEquals("", err.toString());
    }

    @Test
    void a_log_gets_plain_lines_with_the_speed_and_the_time_left() {
        var line = line(false);
        now = now.plusSeconds(2);
        line.at(80_000, 25, 100);
        now = now.plusSeconds(1);
        line.at(120_000, 37, 100);
        now = now.plusSeconds(5);
        line.at(320_000, 100, 100);
        assertEquals(
                """
                ged.csv: 80,000 rows, 40,000 rows/s, 25 %, 6 s left
                ged.csv: 320,000 rows, 40,000 rows/s, 100 %, 0 s left
                """,
                err.toString());
    }

    @Test
    void a_terminal_gets_one_line_that_is_written_over() {
        var line = line(true);
        now = now.plusSeconds(2);
        line.at(80_000, 50, 100);
        now = now.plusSeconds(2);
        line.at(160_000, 100, 100);
        assertEquals(
                "\rged.csv: 80,000 rows, 40,000 rows/s, 50 %, 2 s left"
                        + "\rged.csv: 160,000 rows, 40,000 rows/s, 100 %, 0 s left\n",
                err.toString());
    }

    private ProgressLine line(boolean terminal) {
        Ledgers none =
                where -> {
                    throw new IllegalStateException("no ledger is asked for");
                };
        return new ProgressLine(
                "ged.csv",
                new PrintWriter(err),
                new Head(none, () -> now, new Random(1), terminal));
    }
}

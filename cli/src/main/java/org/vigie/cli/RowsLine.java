package org.vigie.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// Says on the error stream how many rows are done, where nobody knows beforehand how many there
/// are. Silent for the first second; asks the clock only now and then.
final class RowsLine {

    private static final Duration TERMINAL_EVERY = Duration.ofMillis(200);
    private static final Duration FILE_EVERY = Duration.ofSeconds(10);
    private static final long LOOK_EVERY = 256;

    private final String what;
    private final PrintWriter err;
    private final InstantSource clock;
    private final boolean terminal;
    private final Instant start;
    private Instant due;
    private long looked;
    private boolean shown;

    RowsLine(String what, PrintWriter err, Head head) {
        this.what = what;
        this.err = err;
        this.clock = head.clock();
        this.terminal = head.terminal();
        this.start = clock.instant();
        this.due = start.plus(Duration.ofSeconds(1));
    }

    void at(long rows) {
        if (rows - looked < LOOK_EVERY) {
            return;
        }
        looked = rows;
        var now = clock.instant();
        if (now.isBefore(due)) {
            return;
        }
        due = now.plus(terminal ? TERMINAL_EVERY : FILE_EVERY);
        shown = true;
        double seconds = Math.max(1, Duration.between(start, now).toMillis()) / 1000.0;
        var line = String.format(Locale.ROOT, "%,d %s, %,.0f a second", rows, what, rows / seconds);
        err.print(terminal ? "\r" + line : line + "\n");
        err.flush();
    }

    void end() {
        if (shown && terminal) {
            err.println();
            err.flush();
        }
    }
}

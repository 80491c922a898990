package org.vigie.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.vigie.exchange.imports.Progress;

/// Says on the error stream how far an import is: rows a second, and how long it will still take.
/// Counts from the first row on, and is silent for the first second. A terminal gets one line that
/// is written over, anything else a new line every ten seconds.
final class ProgressLine implements Progress {

    private static final Duration SILENT_FOR = Duration.ofSeconds(1);
    private static final Duration TERMINAL_EVERY = Duration.ofMillis(200);
    private static final Duration FILE_EVERY = Duration.ofSeconds(10);

    private final String name;
    private final PrintWriter err;
    private final InstantSource clock;
    private final boolean terminal;
    private final String things;
    private Instant start;
    private Instant due;
    private boolean shown;

    ProgressLine(String name, PrintWriter err, Head head) {
        this(name, err, head, "rows");
    }

    /// @param things what is counted
    ProgressLine(String name, PrintWriter err, Head head, String things) {
        this.things = things;
        this.name = name;
        this.err = err;
        this.clock = head.clock();
        this.terminal = head.terminal();
        this.start = clock.instant();
        this.due = start.plus(SILENT_FOR);
    }

    @Override
    public void at(long rows, long bytes, long bytesTotal) {
        var now = clock.instant();
        if (rows == 0) {
            start = now;
            due = now.plus(SILENT_FOR);
        }
        boolean end = bytes >= bytesTotal && shown;
        if (now.isBefore(due) && !end) {
            return;
        }
        due = now.plus(terminal ? TERMINAL_EVERY : FILE_EVERY);
        shown = true;
        var line = line(rows, bytes, bytesTotal, Duration.between(start, now));
        err.print(terminal ? "\r" + line + (end ? "\n" : "") : line + "\n");
        err.flush();
    }

    private String line(long rows, long bytes, long bytesTotal, Duration gone) {
        double seconds = Math.max(1, gone.toMillis()) / 1000.0;
        long left = bytes == 0 ? 0 : Math.round(seconds * (bytesTotal - bytes) / bytes);
        return String.format(
                Locale.ROOT,
                "%s: %,d %s, %,.0f %s/s, %d %%, %d s left",
                name,
                rows,
                things,
                rows / seconds,
                things,
                bytesTotal == 0 ? 100 : 100 * bytes / bytesTotal,
                left);
    }
}

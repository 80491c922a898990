package org.vigie.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.Formats;
import org.vigie.exchange.imports.Importer;
import org.vigie.exchange.imports.KnownAt;
import org.vigie.exchange.imports.Order;
import org.vigie.exchange.imports.Progress;
import org.vigie.record.By;
import org.vigie.record.Ledger;
import org.vigie.record.Viewer;
import org.vigie.store.ledger.Store;

/// The picture of a ledger of generated rows: its bytes, its times, and the same past and present;
/// then the command line in a process of its own, as a person starts it.
final class PictureBench {

    private static final int REPEATS = 15;

    private final int events;
    private final @Nullable String launcher;
    private final Measured measured = new Measured();

    /// @param launcher the program `vigie`; null leaves out what needs it
    PictureBench(int events, @Nullable String launcher) {
        this.events = events;
        this.launcher = launcher;
    }

    Measured run() throws Exception {
        Path folder = Files.createTempDirectory("vigie-bench");
        try {
            Path file = folder.resolve("events.csv");
            GedRows.write(file, events);
            measured.put("events", events);
            Path data = folder.resolve("data");
            try (var store = Store.open(data)) {
                fill(store, file);
                picture(store);
                fromFile(store);
                if (launcher != null) {
                    measured.atMost("countBesideSeconds", best(() -> count(data)), 1);
                }
            }
            if (launcher != null) {
                measured.atMost("countAloneSeconds", best(() -> count(data)), 2);
            }
            return measured;
        } finally {
            ImportBench.delete(folder);
        }
    }

    private void fill(Store store, Path file) throws IOException {
        var opened = store.ledger(false);
        var importer = new Importer(opened.ledger(), opened.files()::keep, new SecureRandom());
        // Half of it with the knowledge of the sources, so that the past is not empty.
        importer.run(
                new Order(
                        Formats.of(file),
                        file,
                        KnownAt.parse("source"),
                        false,
                        false,
                        Instant.now()),
                Progress.SILENT);
    }

    private void picture(Store store) throws IOException {
        long before = heap();
        var ledger = store.ledger(false).ledger();
        long started = System.nanoTime();
        var picture = ledger.asOf(Instant.now(), Instant.now(), Viewer.owner());
        measured.put("builtFromLedgerSeconds", (System.nanoTime() - started) / 1e9);
        int rows = picture.incidents().size();
        long after = heap();
        measured.put("rows", rows);
        // The selection of this one picture is not part of what is kept.
        double perRow = (after - before) / (double) rows - Integer.BYTES;
        measured.put("bytesARow", perRow);
        BoxBench.run(picture.incidents(), measured);
        double ordered = (heap() - before) / (double) rows - Integer.BYTES;
        measured.put("tileOrderBytesARow", ordered - perRow);
        measured.atMost("bytesARowWithTileOrder", ordered, 100);
        rebuild(ledger, ordered);
        past(ledger);
    }

    /// One more incident makes the rows anew, while the old ones go on serving.
    private void rebuild(Ledger ledger, double perRow) throws IOException {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var one = Files.createTempFile("vigie-bench", ".csv");
        try {
            GedRows.write(one, 1, events + 1);
            new Importer(ledger, (sha256, name, path, closed) -> {}, new SecureRandom())
                    .run(
                            new Order(
                                    Formats.of(one),
                                    one,
                                    new KnownAt.Now(),
                                    false,
                                    false,
                                    Instant.now()),
                            Progress.SILENT);
        } finally {
            Files.delete(one);
        }
        long allocated = thread.getCurrentThreadAllocatedBytes();
        long started = System.nanoTime();
        ledger.asOf(Instant.now(), Instant.now(), Viewer.owner());
        measured.put("rebuildSeconds", (System.nanoTime() - started) / 1e9);
        double more = (thread.getCurrentThreadAllocatedBytes() - allocated) / (double) events;
        // Everything that was allocated meanwhile, garbage too: more than what is needed at once.
        measured.atMost("bytesARowWhileRebuildingAtMost", perRow + more, 256);
    }

    private void past(Ledger ledger) throws IOException {
        double now = asOf(ledger, Instant.now(), Instant.now());
        double worst = 0;
        for (int year = 2001; year < 2026; year += 4) {
            var then = Instant.parse(year + "-06-01T00:00:00Z");
            worst = Math.max(worst, asOf(ledger, then, Instant.now()));
        }
        worst = Math.max(worst, asOf(ledger, Instant.now(), Instant.parse("2020-01-01T00:00:00Z")));
        measured.put("asOfNowMillis", now);
        measured.atMost("asOfPastOfNow", worst / now, 1.3);
    }

    private static double asOf(Ledger ledger, Instant known, Instant recorded) throws IOException {
        var times = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long started = System.nanoTime();
            ledger.asOf(known, recorded, Viewer.owner()).incidents().count(By.YEAR);
            times[i] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(times);
        return times[REPEATS / 2];
    }

    /// Another program opens the same ledger, and finds the columns beside it.
    private void fromFile(Store store) throws IOException {
        var ledger = store.ledger(false).ledger();
        long started = System.nanoTime();
        int rows = ledger.asOf(Instant.now(), Instant.now(), Viewer.owner()).incidents().size();
        measured.atMost("fromSavedColumnsSeconds", (System.nanoTime() - started) / 1e9, 1);
        measured.put("rowsFromSavedColumns", rows);
    }

    /// Something that is timed.
    private interface Run {
        void run() throws Exception;
    }

    private static double best(Run run) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long started = System.nanoTime();
            run.run();
            best = Math.min(best, (System.nanoTime() - started) / 1e9);
        }
        return best;
    }

    private void count(Path data) throws Exception {
        var command =
                List.of(
                        String.valueOf(launcher),
                        "count",
                        "--by",
                        "year",
                        "--json",
                        "--data",
                        data.toString());
        var process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed");
        }
    }

    /// Bytes in use after what is garbage has gone.
    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
